"""Where in the matrix an open entry stands: its row by level, its column by lateness."""

from django.db.models import Case, IntegerField, QuerySet, Value, When

from dutybook.access.errors import InvalidInput
from dutybook.duties.figures import LATENESS_BANDS
from dutybook.duties.status import NO_STANDARD_SET, OVERDUE, STOPPED, UNKNOWN
from dutybook.ledger.models import Entry
from dutybook.ledger.queries.filters import LEVELS
from dutybook.ledger.queries.standing import UNSEEN_LEVEL
from dutybook.ledger.recorded import recorded_duties

NOT_OVERDUE, STOPPED_COLUMN = "not_overdue", "stopped"
NO_STANDARD, LEVEL_UNKNOWN = "no_standard_set", "unknown"
NO_LEVELS = "not_by_level"
LATE = tuple(name for name, _, _ in LATENESS_BANDS)
"""The columns of what is overdue."""
COLUMNS = (
    NOT_OVERDUE,
    *LATE,
    STOPPED_COLUMN,
    LEVEL_UNKNOWN,
    NO_STANDARD,
)
"""What a row of the matrix counts, in order; nothing in the last two is counted as met."""

ROWS = (*reversed(LEVELS), UNSEEN_LEVEL, NO_LEVELS)
PLACES = (*LEVELS, UNSEEN_LEVEL, NO_LEVELS)
"""The rows in the order in which `row_of` numbers them."""


def in_cell(found: QuerySet[Entry], row: str | None, column: str | None) -> QuerySet[Entry]:
    """The open entries that a row, a column or a cell of the matrix counts.

    Raises `InvalidInput` for a row or a column that the matrix does not have.
    """
    if row is not None:
        found = found.annotate(row=row_of()).filter(row=_place(row, PLACES, "row"))
    if column is not None:
        place = _place(column, COLUMNS, "column")
        found = found.annotate(column=column_of()).filter(column=place)
    return found


def _place(name: str, names: tuple[str, ...], field: str) -> int:
    if name not in names:
        raise InvalidInput({field: f"Choose one of: {', '.join(names)}"})
    return names.index(name)


def row_of() -> Case:
    """The place in `PLACES` of an open entry."""
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
