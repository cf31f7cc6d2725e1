"""Risk by lateness: how many open entries of each level are how late."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dutybook.ledger.queries.cells import COLUMNS, PLACES, ROWS
from dutybook.ledger.queries.open_work import Group


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


def matrix_of(groups: Iterable[Group], day: date) -> Matrix:
    """Risk by lateness of what is open at the end of `day`."""
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for one in groups:
        counts[PLACES[one.row], COLUMNS[one.column]] += one.entries
    return Matrix(
        day=day,
        columns=COLUMNS,
        rows=tuple(
            MatrixRow(level, tuple(counts[level, column] for column in COLUMNS)) for level in ROWS
        ),
    )
