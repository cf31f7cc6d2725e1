"""What one row of the caseload says, or why it cannot be taken."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from dutybook.ledger.fact_models import choices_of
from dutybook.records.offenders.caseload.columns import BY_KEY, COLUMNS

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_BRITISH = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
EARLIEST: Final = date(1950, 1, 1)
STATUSES: Final = ("community", "custody", "hospital", "abroad")
MOST_MONTHS, MOST_CREW = 60, 9


@dataclass(frozen=True)
class Rejected:
    """One thing that is wrong: the row as the spreadsheet counts, the column, what to do."""

    row: int
    column: str
    why: str


@dataclass(frozen=True)
class CaseloadRow:
    """One offender of today's caseload; what the row leaves empty is None."""

    number: int
    reference: str
    name: str
    born: date | None
    sex: str
    team: str
    owner: str
    level: str | None
    registered: date
    status: str
    managed: str
    visited: date | None
    announced: bool | None
    crew: int | None
    assessed: date | None
    priority: str | None
    planned: date | None
    interval: int | None


def read_row(
    number: int, cells: Mapping[str, str], today: date
) -> tuple[CaseloadRow | None, list[Rejected]]:
    """The row, or everything that is wrong with it. `cells` are by the column's name."""
    read = _Reader(number, {column.key: cells.get(column.name, "") for column in COLUMNS}, today)
    row = CaseloadRow(
        number=number,
        reference=read.text("reference", 40),
        name=read.text("name", 160),
        born=read.day("born", since=date(1900, 1, 1)),
        sex=read.one_of("sex", ("male", "female")) or "not_recorded",
        team=read.text("team", 120),
        owner=read.text("owner", 150),
        level=read.one_of("level", choices_of("risk_level", "level")),
        registered=read.day("registered") or EARLIEST,
        status=read.one_of("status", STATUSES) or "community",
        managed=read.one_of("managed", choices_of("management", "state")) or "active",
        visited=read.day("visited"),
        announced=read.yes_no("announced"),
        crew=read.whole("crew", MOST_CREW),
        assessed=read.day("assessed"),
        priority=read.one_of("priority", choices_of("arms_assessment", "priority")),
        planned=read.day("planned"),
        interval=read.whole("interval", MOST_MONTHS),
    )
    read.check_together(row)
    return (None if read.rejected else row), read.rejected


class _Reader:
    """Reads the cells of one row and gathers what is wrong."""

    def __init__(self, number: int, cells: Mapping[str, str], today: date) -> None:
        self.number, self.cells, self.today = number, cells, today
        self.rejected: list[Rejected] = []
        for column in COLUMNS:
            if column.required and not cells[column.key]:
                self.reject(column.key, "Fill this in")

    def reject(self, key: str, why: str) -> None:
        self.rejected.append(Rejected(self.number, BY_KEY[key].name, why))

    def text(self, key: str, longest: int) -> str:
        cell = self.cells[key]
        if len(cell) > longest:
            self.reject(key, f"Use {longest} characters or fewer")
        return cell

    def one_of(self, key: str, choices: tuple[str, ...]) -> str | None:
        cell = self.cells[key].casefold().replace(" ", "_").replace("-", "_")
        if not cell or cell in choices:
            return cell or None
        words = ", ".join(choice.replace("_", " ") for choice in choices)
        self.reject(key, f"“{self.cells[key]}” is not one of: {words}")
        return None

    def day(self, key: str, *, since: date = EARLIEST) -> date | None:
        cell = self.cells[key]
        if not cell:
            return None
        found = _day(cell)
        if found is None:
            self.reject(key, f"“{cell}” is not a day. Write 2026-11-24 or 24/11/2026")
        elif not since <= found <= self.today:
            self.reject(key, f"{cell} lies in the future or before {since.year}")
        return found

    def yes_no(self, key: str) -> bool | None:
        said = self.one_of(key, ("yes", "no"))
        return None if said is None else said == "yes"

    def whole(self, key: str, most: int) -> int | None:
        cell = self.cells[key]
        if not cell:
            return None
        if not (cell.isascii() and cell.isdigit() and 1 <= int(cell) <= most):
            self.reject(key, f"“{cell}” is not a whole number from 1 to {most}")
            return None
        return int(cell)

    def check_together(self, row: CaseloadRow) -> None:
        """What one cell says of another."""
        for key in ("announced", "crew"):
            if self.cells[key] and not self.cells["visited"]:
                self.reject(key, "Says how a visit went, and no day of a visit is given")
        if row.priority and not self.cells["assessed"]:
            self.reject("priority", "Says what an assessment found, and no day of it is given")
        if row.born and row.born > row.registered > EARLIEST:
            self.reject("born", "Lies after the requirements began")


def _day(cell: str) -> date | None:
    iso, british = _ISO.fullmatch(cell), _BRITISH.fullmatch(cell)
    if iso:
        year, month, day = map(int, iso.groups())
    elif british:
        day, month, year = map(int, british.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
