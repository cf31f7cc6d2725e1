"""What a governance pack says: figures of one unit at a month's end, and of the months before.

No person is in it: a board reads counts, and how long the oldest item has waited.
"""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class PackDay:
    """What one figure counted at the end of a day; see `PackFigure`."""

    day: date
    numerator: int
    denominator: int
    unmet: int
    unjudged: int


@dataclass(frozen=True, slots=True)
class PackFigure:
    """One duty: `numerator` of `denominator` stand as they should.

    `unmet` are overdue, closed unmet or in breach; `unjudged` have no standard or no known level;
    `late` were met after their day and `excused` authorised. `counts` and `window` say what is
    counted over what time. `oldest_days` is None when nothing is overdue. `unset` names the
    settings that the force has not made. `days` are the month-ends up to that of the pack, which
    is the last.
    """

    duty: str
    title: str
    counts: str
    window: str
    late: int
    excused: int
    oldest_days: int | None
    unset: tuple[str, ...]
    is_checked: bool
    days: tuple[PackDay, ...]


@dataclass(frozen=True, slots=True)
class PackGap:
    """A duty whose records nobody keeps here yet: never met, and never left out."""

    duty: str
    title: str


@dataclass(frozen=True, slots=True)
class PackSection:
    """One topic of the unit's work."""

    heading: str
    figures: tuple[PackFigure, ...]
    gaps: tuple[PackGap, ...] = ()


@dataclass(frozen=True, slots=True)
class PackBacklog:
    """Overdue items of one level, by lateness in the bands of the pack."""

    level: str
    by_lateness: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """A unit's pack for the month that ends with `day`, as known at `known_at`.

    `bands` are the names of the lateness bands in days. `backlog` has the most dangerous first.
    """

    force: str
    is_demonstration: bool
    unit: str
    day: date
    known_at: datetime
    bands: tuple[str, ...]
    backlog: tuple[PackBacklog, ...]
    sections: tuple[PackSection, ...]
