"""Visits that were not unannounced and in pairs: an exception each, or the routine?

The inspectorate found visits made alone that were called exceptions and were routine. So the whole
of them stands in one place, with why each is one and whether leave was given, beside how many
visits there were.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db.models import (
    Case,
    Count,
    F,
    IntegerField,
    Q,
    Value,
    When,
)

from dutybook.access.consulting import consultation
from dutybook.access.need_to_know import visible_subjects
from dutybook.access.roles import RecordKind, Role
from dutybook.access.viewer import Viewer
from dutybook.duties.status import (
    AUTHORISED,
    AUTHORISED_LATE,
    IN_BREACH,
    MET_ON_TIME,
    NO_STANDARD_SET,
    STATUSES,
    UNKNOWN,
)
from dutybook.ledger.instants import day_begins, day_ends
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.queries import looks
from dutybook.ledger.queries.owners import owner_name
from dutybook.ledger.queries.pages import PAGE_SIZE, Page, cut
from dutybook.ledger.queries.standing import DaysTo, entries_on, level_name
from dutybook.ledger.versions import standing
from dutybook.records.offenders.models import Visit

DUTY: Final = "visit_unannounced_in_pairs"
LOOKS_BACK: Final = timedelta(days=90)
WITH_LEAVE: Final = (AUTHORISED, AUTHORISED_LATE)
WITHOUT: Final = (IN_BREACH, UNKNOWN, NO_STANDARD_SET)

_SORT = ("-without", "ago", "-id")
_COLUMNS = (
    *("id", "subject_id", "subject__label", "opened_by", "opened_at", "status", "without"),
    *("span__level", "owner", "ago"),
)


@dataclass(frozen=True)
class Exceptional:
    """One visit: why it is an exception (see `_reasons`), and how its leave stands."""

    subject_id: int
    label: str
    level: str | None
    visit_fact: int
    at: datetime
    why: tuple[str, ...]
    status: str
    without_leave: bool
    owner: str | None


@dataclass(frozen=True)
class Exceptions:
    """The exceptions of the last 90 days, those without leave first, and how many visits and
    exceptions there were in all."""

    rows: Page[Exceptional]
    visits: int
    exceptions: int
    without_leave: int
    since: date


@consultation
def exceptions(viewer: Viewer, day: date, *, page: str = "", size: int = PAGE_SIZE) -> Exceptions:
    """Of the teams that `viewer` supervises, logged as consulted. Raises `InvalidInput` for a page
    that does not exist."""
    teams = [held.team_id for held in viewer.held if held.role is Role.SUPERVISOR]
    since = day - LOOKS_BACK
    visits = (
        entries_on(day)
        .filter(
            visible_subjects(viewer, RecordKind.OFFENDER, prefix="subject__"),
            duty=DUTY,
            subject__team_id__in=teams,
            opened_at__gte=day_begins(since),
        )
        .annotate(
            without=Case(
                When(status__in=WITHOUT, then=Value(1)),
                default=Value(0),
                output_field=IntegerField(),
            ),
            ago=DaysTo(day_ends(day), F("opened_at")),
        )
    )
    counted = visits.aggregate(
        visits=Count("id", filter=Q(status__in=(*WITHOUT, *WITH_LEAVE, MET_ON_TIME))),
        exceptions=Count("id", filter=Q(status__in=(*WITHOUT, *WITH_LEAVE))),
        without=Count("id", filter=Q(status__in=WITHOUT)),
    )
    found = visits.filter(status__in=(*WITHOUT, *WITH_LEAVE)).annotate(owner=owner_name(day))
    rows, following = cut(found.values(*_COLUMNS), _SORT, after=page, size=size)
    looked_at = sorted({row["subject_id"] for row in rows})
    looks.log_figures(
        viewer, [(SubjectKind.OFFENDER, one) for one in looked_at], detail="exceptions"
    )
    why = _why(row["opened_by"] for row in rows)
    return Exceptions(
        rows=Page(
            tuple(
                Exceptional(
                    subject_id=row["subject_id"],
                    label=row["subject__label"],
                    level=level_name(DUTY, row["span__level"]),
                    visit_fact=row["opened_by"],
                    at=row["opened_at"],
                    why=why.get(row["opened_by"], ()),
                    status=STATUSES[row["status"]],
                    without_leave=bool(row["without"]),
                    owner=row["owner"],
                )
                for row in rows
            ),
            following,
        ),
        visits=counted["visits"],
        exceptions=counted["exceptions"],
        without_leave=counted["without"],
        since=since,
    )


def _why(facts: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Why each of these visits is an exception; the words are those of `_reasons`."""
    found = standing(Visit).filter(fact_id__in=list(facts))
    return {
        visit.fact_id: tuple(_reasons(visit.announced, visit.crew, visit.second_confirmed))
        for visit in found
    }


def _reasons(announced: bool | None, crew: int | None, confirmed: bool | None) -> Iterable[str]:
    """`announced`, `alone`, `unconfirmed` (the second visitor says no), `unrecorded`."""
    if announced:
        yield "announced"
    if crew == 1:
        yield "alone"
    elif confirmed is False:
        yield "unconfirmed"
    if announced is None or crew is None or (crew > 1 and confirmed is None):
        yield "unrecorded"
