"""Risk by lateness, and the single oldest item."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Case, Count, IntegerField, QuerySet, Value, When

from dutybook.access.consulting import consultation
from dutybook.access.errors import InvalidInput
from dutybook.access.need_to_know import aggregate_area, visible_of_kinds
from dutybook.access.prepared import prepared
from dutybook.access.viewer import Viewer
from dutybook.duties.figures import LATENESS_BANDS
from dutybook.duties.status import NO_STANDARD_SET, OVERDUE, STOPPED, UNKNOWN
from dutybook.ledger.instants import day_ends
from dutybook.ledger.models import Entry
from dutybook.ledger.policy_keys import duty_of
from dutybook.ledger.queries import looks
from dutybook.ledger.queries.filters import LEVELS, known_duty
from dutybook.ledger.queries.owners import owner_name
from dutybook.ledger.queries.standing import UNSEEN_LEVEL, level_name, open_on
from dutybook.ledger.recorded import recorded_duties
from dutybook.ledger.subjects import PERSONS, RECORD_KINDS

NOT_OVERDUE, STOPPED_COLUMN = "not_overdue", "stopped"
NO_STANDARD, LEVEL_UNKNOWN = "no_standard_set", "unknown"
NO_LEVELS = "not_by_level"
COLUMNS = (
    NOT_OVERDUE,
    *(name for name, _, _ in LATENESS_BANDS),
    STOPPED_COLUMN,
    LEVEL_UNKNOWN,
    NO_STANDARD,
)
"""What a row of the matrix counts, in order; nothing in the last two is counted as met."""

ROWS = (*reversed(LEVELS), UNSEEN_LEVEL, NO_LEVELS)
_PLACES = (*LEVELS, UNSEEN_LEVEL, NO_LEVELS)


@dataclass(frozen=True)
class MatrixRow:
    """Open entries of one level, one count for each of `COLUMNS`."""

    level: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True)
class Matrix:
    """Risk by lateness at the end of `day`; every level has its row, empty or not."""

    day: date
    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]

    @property
    def total(self) -> int:
        return sum(row.total for row in self.rows)


@dataclass(frozen=True)
class OldestItem:
    """The overdue entry that has waited longest, for somebody who may see it."""

    subject_id: int
    label: str
    kind: str
    duty: str
    title: str
    level: str | None
    due_at: datetime
    days_overdue: int
    owner: str | None


@consultation
def matrix(
    viewer: Viewer, day: date, *, team: int | None = None, duty: str | None = None
) -> Matrix:
    """Counts of open entries by level and lateness, of the teams or the force `viewer` may count.

    Restricted records are counted, since a figure without them would be false; nobody is named.
    """
    rows = _cells(viewer, duty, day=day, team=team)
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for row, column, entries in rows:
        counts[_PLACES[row], COLUMNS[column]] += entries
    looks.log_aggregate(viewer, detail="matrix")
    return Matrix(
        day=day,
        columns=COLUMNS,
        rows=tuple(
            MatrixRow(level, tuple(counts[level, column] for column in COLUMNS)) for level in ROWS
        ),
    )


@prepared(day_ends)
def _cells(
    viewer: Viewer, duty: str | None, *, day: date, team: int | None = None
) -> QuerySet[Entry, tuple[Any, ...]]:
    found = _narrowed(open_on(day).filter(aggregate_area(viewer, prefix="subject__")), team, duty)
    return (
        found.annotate(row=row_of(), column=column_of())
        .values("row", "column")
        .annotate(entries=Count("id"))
        .values_list("row", "column", "entries")
        .order_by()
    )


@consultation
def oldest(
    viewer: Viewer, day: date, *, team: int | None = None, duty: str | None = None
) -> OldestItem | None:
    """The overdue entry with the earliest due date that `viewer` may see, logged as consulted."""
    rows = _longest_overdue(viewer, duty, day=day, team=team)
    if not rows:
        return None
    row = rows[0]
    looks.log_subjects(viewer, [(row["subject__kind"], row["subject_id"])], detail="oldest item")
    return OldestItem(
        subject_id=row["subject_id"],
        label=row["subject__label"],
        kind=row["subject__kind"],
        duty=row["duty"],
        title=duty_of(row["duty"]).title,
        level=level_name(row["duty"], row["span__level"]),
        due_at=row["span__due_at"],
        days_overdue=row["overdue_days"],
        owner=row["owner"],
    )


@prepared(day_ends)
def _longest_overdue(
    viewer: Viewer, duty: str | None, *, day: date, team: int | None = None
) -> QuerySet[Entry, dict[str, Any]]:
    found = open_on(day).filter(
        visible_of_kinds(viewer, RECORD_KINDS if duty else PERSONS, prefix="subject__")
    )
    return (
        _narrowed(found, team, duty)
        .filter(status=OVERDUE)
        .annotate(owner=owner_name(day))
        .order_by("span__due_at", "id")
        .values(
            *("subject_id", "subject__label", "subject__kind", "duty", "span__level"),
            *("span__due_at", "overdue_days", "owner"),
        )[:1]
    )


def _narrowed(found: QuerySet[Entry], team: int | None, duty: str | None) -> QuerySet[Entry]:
    if team is not None:
        found = found.filter(subject__team_id=team)
    if duty is None:  # what the force itself must have stands on a page of its own
        return found.filter(subject__kind__in=list(PERSONS))
    return found.filter(duty=known_duty(duty))


def in_cell(found: QuerySet[Entry], row: str | None, column: str | None) -> QuerySet[Entry]:
    """The open entries that a row, a column or a cell of the matrix counts.

    Raises `InvalidInput` for a row or a column that the matrix does not have.
    """
    if row is not None:
        found = found.annotate(row=row_of()).filter(row=_place(row, _PLACES, "row"))
    if column is not None:
        place = _place(column, COLUMNS, "column")
        found = found.annotate(column=column_of()).filter(column=place)
    return found


def _place(name: str, names: tuple[str, ...], field: str) -> int:
    if name not in names:
        raise InvalidInput({field: f"Choose one of: {', '.join(names)}"})
    return names.index(name)


def row_of() -> Case:
    """The place in `_PLACES` of an open entry."""
    levelled = [one.key for one in recorded_duties() if one.levels is not None]
    return Case(
        When(duty__in=levelled, span__level=None, then=Value(len(LEVELS))),
        When(duty__in=levelled, then="span__level"),
        default=Value(len(LEVELS) + 1),
        output_field=IntegerField(),
    )


def column_of() -> Case:
    """The place in `COLUMNS` of an open entry."""
    bands = [
        When(status=OVERDUE, overdue_days__lte=last, then=Value(place))
        for place, (_, _, last) in enumerate(LATENESS_BANDS, start=1)
    ]
    return Case(
        *bands[:-1],
        When(status=OVERDUE, then=Value(len(bands))),
        When(status=STOPPED, then=Value(COLUMNS.index(STOPPED_COLUMN))),
        When(status=UNKNOWN, then=Value(COLUMNS.index(LEVEL_UNKNOWN))),
        When(status=NO_STANDARD_SET, then=Value(COLUMNS.index(NO_STANDARD))),
        default=Value(0),
        output_field=IntegerField(),
    )
