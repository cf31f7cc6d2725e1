"""Suspects that a person may see, by reference."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from dutybook.access.errors import InvalidInput
from dutybook.access.need_to_know import visible_subjects
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.ledger.fact_models import choices_of
from dutybook.ledger.instants import local_day
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.queries import looks
from dutybook.ledger.queries.owners import owner_name
from dutybook.ledger.queries.pages import LARGEST_PAGE, PAGE_SIZE, Page
from dutybook.ledger.versions import latest
from dutybook.records.investigations.models import Enforcement, Grade, InvestigationEnd, Referral


@dataclass(frozen=True)
class SuspectRow:
    """One suspect in a list; what was never recorded is None."""

    subject_id: int
    reference: str
    name: str
    level: str | None
    last_referral_at: datetime | None
    last_action: str | None
    last_action_at: datetime | None
    ended: bool
    team: str | None
    owner: str | None
    restricted: bool


@transaction.atomic
def suspect_list(
    viewer: Viewer,
    *,
    now: datetime,
    search: str = "",
    level: str | None = None,
    also_ended: bool = False,
    page: str = "",
    size: int = PAGE_SIZE,
) -> Page[SuspectRow]:
    """Suspects whose name or reference holds every word of `search`, by reference; logged.

    `page` is the number of the last suspect shown. Raises `InvalidInput` for a level or a page
    that does not exist.
    """
    if not 1 <= size <= LARGEST_PAGE:
        raise InvalidInput({"page": f"A page has from 1 to {LARGEST_PAGE} rows"})
    visible = Subject.objects.filter(
        visible_subjects(viewer, RecordKind.SUSPECT), kind=SubjectKind.SUSPECT
    )
    found = visible.annotate(
        level=latest(Grade, "level", now),
        last_referral_at=latest(Referral, "at", now),
        last_action=latest(Enforcement, "kind", now),
        last_action_at=latest(Enforcement, "at", now),
        state=latest(InvestigationEnd, "state", now),
    )
    if not also_ended:
        # Never ended is no state at all, which `exclude` would leave out as well.
        found = found.filter(Q(state=None) | ~Q(state="ended"))
    for word in search.split():
        found = found.filter(
            Q(suspect__name__icontains=word) | Q(suspect__reference__icontains=word)
        )
    if level is not None:
        found = found.filter(_of_level(level))
    if page:
        found = found.filter(_beyond(visible, page))
    columns = ("id", "suspect__reference", "suspect__name", "level", "last_referral_at", "state")
    rest = ("last_action", "last_action_at", "team__name", "restricted")
    named = found.annotate(owner_now=owner_name(local_day(now), prefix=""))
    rows = list(
        named.order_by("suspect__reference", "id").values(*columns, *rest, "owner_now")[: size + 1]
    )
    shown = rows[:size]
    looks.log_subjects(
        viewer, [(SubjectKind.SUSPECT, row["id"]) for row in shown], detail="suspect list"
    )
    following = str(shown[-1]["id"]) if len(rows) > size else None
    return Page(tuple(_row(row) for row in shown), following)


def _of_level(level: str) -> Q:
    if level not in choices_of("grade", "level"):
        raise InvalidInput({"level": "Choose one of the levels"})
    return Q(level=level) | Q(level=None) if level == "unknown" else Q(level=level)


def _beyond(visible: QuerySet[Subject], page: str) -> Q:
    last = visible.filter(pk=int(page)) if page.isdecimal() and len(page) < 19 else visible.none()
    reference = last.values_list("suspect__reference", flat=True).first()
    if reference is None:
        raise InvalidInput({"page": "This page does not exist: go back to the first"})
    later = Q(suspect__reference=reference, id__gt=int(page))
    return Q(suspect__reference__gt=reference) | later


def _row(row: dict[str, Any]) -> SuspectRow:
    return SuspectRow(
        subject_id=row["id"],
        reference=row["suspect__reference"],
        name=row["suspect__name"],
        level=row["level"],
        last_referral_at=row["last_referral_at"],
        last_action=row["last_action"],
        last_action_at=row["last_action_at"],
        ended=row["state"] == "ended",
        team=row["team__name"],
        owner=row["owner_now"],
        restricted=row["restricted"],
    )
