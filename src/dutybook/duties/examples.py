"""Worked examples of a duty: facts and policies in, entries out.

They are run as tests and printed in the manual. Local times are written as people write them:
`2026-03-02` for a fact known to the day, `2026-03-02 10:30` for one known to the minute.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from dutybook.duties.policy import Unit

Cell: TypeAlias = int | str | bool | None


@dataclass(frozen=True)
class Row:
    """One fact of an example: `at` and `recorded_at` in local time (keyed at once when None).

    `fact_id` is given where another row names it; `version` where it corrects an earlier row.
    """

    table: str
    at: str
    cells: Mapping[str, Cell] = field(default_factory=dict)
    recorded_at: str | None = None
    fact_id: int | None = None
    version: int = 1
    withdrawn: bool = False


@dataclass(frozen=True)
class Setting:
    """One policy of an example: `value` is a number, an option's name, or None for unset."""

    key: str
    value: int | str | None
    unit: Unit | None = None
    level: str | None = None
    team_id: int | None = None
    from_day: str = "2018-01-01"


@dataclass(frozen=True)
class Expected:
    """One entry of an example, in local time; `status` is its status at the end of `day`.

    A day alone stands for its first instant or its last: first where an entry opens, last where it
    is due, met or closed. `closed_at` is given where it closed without being met. `overdue_days`
    is 0 unless the entry is overdue on `day`. `condition` is the key of the named condition of a
    *while* duty, and `left` the time left on a stopped clock, such as "2 days, 3 hours".
    """

    opened_at: str
    due_at: str | None
    status: str
    met_at: str | None = None
    closed_at: str | None = None
    overdue_days: int = 0
    condition: str | None = None
    left: str | None = None


@dataclass(frozen=True)
class Example:
    """A worked example: what it shows, what happened, and what the ledger says on `day`."""

    title: str
    facts: tuple[Row, ...]
    settings: tuple[Setting, ...]
    day: str
    expected: tuple[Expected, ...]
    known_on: str | None = None
