"""What is owed on one subject, and the subjects that nobody answers for."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, Max, Q, QuerySet

from dutybook.access.consulting import consultation
from dutybook.access.errors import NotFound
from dutybook.access.need_to_know import visible_of_kinds
from dutybook.access.prepared import prepared
from dutybook.access.viewer import Viewer
from dutybook.duties.ledger import BASIS_HOW, WHY_EMPTY
from dutybook.duties.status import OVERDUE, STATUSES
from dutybook.ledger.instants import day_ends
from dutybook.ledger.models import Entry, Subject
from dutybook.ledger.queries import looks
from dutybook.ledger.queries.owners import owner_serves
from dutybook.ledger.queries.pages import PAGE_SIZE, Page, place_in, placed, with_next
from dutybook.ledger.queries.standing import (
    entries_on,
    level_name,
    open_on,
    title_of,
    with_time_unseen,
)
from dutybook.ledger.subjects import OWNED, RECORD_KINDS

LONGEST_HISTORY = 1_000
_UNOWNED_SORT = ("-most", "-overdue", "subject_id")


@dataclass(frozen=True)
class SubjectEntry:
    """One entry of a subject at the end of a day, and on what its due date rests.

    `opened_by` is the fact that opened it (for a review: what is to be reviewed).
    `basis_how` is one of the engine's `BASIS_HOW`, `basis_policy` the policy behind it (None for
    the subject's own plan), `basis_from` since when it has counted for this entry.
    """

    subject_id: int
    duty: str
    title: str
    opened_by: int
    opened_at: datetime
    status: str
    level: str | None
    due_at: datetime | None
    days_overdue: int
    met_at: datetime | None
    met_by: int | None
    met_recorded_at: datetime | None
    closed_at: datetime | None
    days_since_met: int | None
    why_empty: str | None
    basis_how: str | None
    basis_policy: int | None
    basis_plan: int | None
    basis_from: datetime | None


@dataclass(frozen=True)
class UnownedRow:
    """A subject with something owed and nobody who answers for it."""

    subject_id: int
    label: str
    kind: str
    team: str | None
    former_owner: str | None
    open_entries: int
    overdue_entries: int
    most_days_overdue: int


_COLUMNS = (
    *(
        "id",
        "subject_id",
        "duty",
        "condition",
        "opened_by",
        "opened_at",
        "status",
        "overdue_days",
        "met_at",
        "met_by",
    ),
    *("met_recorded_at", "closed_at", "days_since_met", "span__level", "span__due_at"),
    *("span__why_empty", "span__basis_how", "span__basis_policy", "span__basis_plan"),
    "span__basis_from",
)


@consultation
def subject_entries(
    viewer: Viewer, subject_id: int, day: date, *, also_closed: bool = False
) -> tuple[SubjectEntry, ...]:
    """What is owed on a subject at the end of `day`, soonest due first; or its whole history,
    newest first (at most `LONGEST_HISTORY`). Logged; raises `NotFound` for a hidden subject.
    """
    kind = _visible_kind(viewer, subject_id)
    entries = entries_beneath(viewer, subject_id, day, also_closed=also_closed)
    looks.log_subjects(viewer, [(kind, subject_id)], detail="what is owed")
    return entries


def entries_beneath(
    viewer: Viewer, subject_id: int, day: date, *, also_closed: bool = False
) -> tuple[SubjectEntry, ...]:
    """The same for a subject and what is beneath it, for a page that logs its own look."""
    rows = _beneath(viewer, also_closed, subject_id=subject_id, day=day)
    return tuple(_entry(row, day) for row in rows)


@prepared(day_ends)
def _beneath(
    viewer: Viewer, also_closed: bool, *, subject_id: int, day: date
) -> QuerySet[Entry, dict[str, Any]]:
    # Named by their numbers: joined by either of two columns, every entry there is would be read.
    whole = Subject.objects.filter(
        Q(pk=subject_id) | Q(beneath_id=subject_id), visible_of_kinds(viewer, RECORD_KINDS)
    )
    found = with_time_unseen((entries_on if also_closed else open_on)(day), day).filter(
        subject_id__in=whole.values("id")
    )
    soonest = F("span__due_at").asc(nulls_first=True)
    order = ("-opened_at", "-id") if also_closed else (soonest, "id")
    return found.order_by(*order).values(*_COLUMNS)[:LONGEST_HISTORY]


def _visible_kind(viewer: Viewer, subject_id: int) -> str:
    kind = (
        Subject.objects.filter(visible_of_kinds(viewer, RECORD_KINDS), pk=subject_id)
        .values_list("kind", flat=True)
        .first()
    )
    if kind is None:
        raise NotFound("no record with this number")
    return str(kind)


def _entry(row: dict[str, Any], day: date) -> SubjectEntry:
    met_by_then = row["met_at"] is not None and row["met_at"] <= day_ends(day)
    why, how = row["span__why_empty"], row["span__basis_how"]
    return SubjectEntry(
        subject_id=row["subject_id"],
        duty=row["duty"],
        title=title_of(row["duty"], row["condition"]),
        opened_by=row["opened_by"],
        opened_at=row["opened_at"],
        status=STATUSES[row["status"]],
        level=level_name(row["duty"], row["span__level"]),
        due_at=row["span__due_at"],
        days_overdue=row["overdue_days"],
        met_at=row["met_at"] if met_by_then else None,
        met_by=row["met_by"] if met_by_then else None,
        met_recorded_at=row["met_recorded_at"] if met_by_then else None,
        closed_at=row["closed_at"],
        days_since_met=row["days_since_met"],
        why_empty=None if why is None else WHY_EMPTY[why],
        basis_how=None if how is None else BASIS_HOW[how],
        basis_policy=row["span__basis_policy"],
        basis_plan=row["span__basis_plan"],
        basis_from=row["span__basis_from"],
    )


def unowned(
    viewer: Viewer, day: date, *, page: str = "", size: int = PAGE_SIZE
) -> Page[UnownedRow]:
    """Subjects with open entries whose owner is nobody, or somebody who no longer serves in
    their team (see `owners`).

    The most overdue first; for the top of the supervisor's page. Members of staff have no owner
    and are left out. For a page that logs its own look.
    """
    place = place_in(page, _UNOWNED_SORT, size)
    rows, following = with_next(
        _without_owner(viewer, size, day=day, place=place), _UNOWNED_SORT, size
    )
    return Page(
        tuple(
            UnownedRow(
                subject_id=row["subject_id"],
                label=row["subject__label"],
                kind=row["subject__kind"],
                team=row["subject__team__name"],
                former_owner=row["subject__owner__display_name"],
                open_entries=row["entries"],
                overdue_entries=row["overdue"],
                most_days_overdue=row["most"],
            )
            for row in rows
        ),
        following,
    )


@prepared(day_ends)
def _without_owner(
    viewer: Viewer, size: int, *, day: date, place: tuple[int, ...]
) -> QuerySet[Entry, dict[str, Any]]:
    found = (
        open_on(day)
        .filter(~owner_serves(day), visible_of_kinds(viewer, OWNED, prefix="subject__"))
        .values(
            *("subject_id", "subject__label", "subject__kind", "subject__team__name"),
            "subject__owner__display_name",
        )
        .annotate(
            entries=Count("id"),
            overdue=Count("id", filter=Q(status=OVERDUE)),
            most=Max("overdue_days"),
        )
    )
    return placed(found, _UNOWNED_SORT, place, size)
