"""The entries that a measure counts, as rows of the ledger rather than as a number."""

from datetime import date
from typing import Final

from django.db.models import BigIntegerField, F, Q, QuerySet
from django.db.models.functions import Cast, Coalesce, Extract

from dutybook.access.viewer import Viewer
from dutybook.duties import status as codes
from dutybook.duties.language import Duty
from dutybook.duties.policy import Policies
from dutybook.ledger.instants import day_begins, day_ends
from dutybook.ledger.models import Entry, closes_at
from dutybook.ledger.policies import policies_of
from dutybook.ledger.queries.standing import entries_on
from dutybook.ledger.queries.windows import first_day_of_window

STOCK: Final = ("recurring", "while")
"""The forms whose measure is of what is open; the measure of the others is of a window."""

LEFT_OUT_OF_FLOW: Final = (codes.NOT_YET_OPEN, codes.NO_LONGER_OWED, codes.STOPPED)
WITHOUT_END_YET: Final = (codes.DUE, codes.MET_ON_TIME)
"""What a period that still runs with no known end reads: it is not due yet, met or not."""


def counted_entries(
    viewer: Viewer, duty: Duty, day: date, settings: Policies | None = None
) -> QuerySet[Entry]:
    """The entries in the denominator of the duty's measure at the end of `day`, of every force.

    Each with `status`, `overdue_days` and `second` (when it was due or, without a due date,
    opened). The caller narrows them to what the viewer may count or see. `settings` are the
    force's, where the caller has them; their window is the viewer's force's.
    """
    at = day_ends(day)
    found = entries_on(day).filter(duty=duty.key)
    placed = Coalesce(F("span__due_at"), F("opened_at"))
    if duty.form in STOCK:
        found = found.alias(closes=closes_at()).filter(closes__gt=at)
    else:
        has_end = Q(due__isnull=False) | ~Q(status__in=WITHOUT_END_YET)
        found = found.annotate(placed=placed).filter(has_end, placed__lte=at)
        found = found.exclude(status__in=LEFT_OUT_OF_FLOW)
        known = policies_of(viewer.force_id) if settings is None else settings
        first = first_day_of_window(known, day)
        if first is not None:
            found = found.filter(placed__gte=day_begins(first))
    return found.annotate(second=Cast(Extract(placed, "epoch"), BigIntegerField()))
