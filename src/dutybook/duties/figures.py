"""What a measure is made of: figures that carry everything needed to read them."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, TypeAlias

Dimension: TypeAlias = Literal["level", "team", "owner"]
Kind: TypeAlias = Literal["stock", "flow"]

LATENESS_BANDS: Final = (
    ("1–7", 1, 7),
    ("8–28", 8, 28),
    ("29–91", 29, 91),
    ("92–182", 92, 182),
    ("183+", 183, 2**31),
)
"""Days overdue: the name of each band, its first and its last day."""

COUNTS: Final[dict[Kind, str]] = {
    "stock": "of entries open at the end of the day, those not overdue",
    "flow": "of entries due in the window, those met on time",
}
"""What each kind of measure counts, in words."""

SINCE_THE_DUTY_BEGAN: Final = "since the duty began"
NOT_CHOSEN: Final = "not chosen by the force"


@dataclass(frozen=True)
class Window:
    """The last `days` local days, ending with the day of the measure; 1 is that day alone."""

    days: int

    def __post_init__(self) -> None:
        if self.days < 1:
            raise ValueError(f"a window of {self.days} days holds no day: use 1 or more")


@dataclass(frozen=True)
class Oldest:
    """The entry that has waited longest past its due date; only for those who may see persons."""

    subject_id: int
    opened_by: int
    due_at: int
    overdue_days: int


@dataclass(frozen=True)
class LongestWithoutStandard:
    """The open entry without a due date that was met longest ago.

    `days_since_met` None: the subject never met the duty; `days_open` counts from its opening.
    """

    subject_id: int
    opened_by: int
    days_since_met: int | None
    days_open: int


@dataclass(frozen=True)
class Cell:
    """The figures of one group; a `level`, `team_id` or `owner_id` that is None is "not recorded".

    `denominator` = `numerator` + `late` + `authorised` + `authorised_late` + `in_breach` +
    `unmet` + `unknown` + `no_standard`. For stock, `numerator` is not overdue (stopped clocks
    and what is evidenced included) and `unmet` is overdue. For flow, `numerator` is met on time,
    and `unmet` is overdue or closed unmet. `left_out` were not counted: no longer owed, stopped,
    or not yet due.
    """

    level: str | None
    team_id: int | None
    owner_id: int | None
    numerator: int
    denominator: int
    late: int
    authorised: int
    authorised_late: int
    in_breach: int
    unmet: int
    unknown: int
    no_standard: int
    left_out: int
    stopped: int

    @property
    def proportion(self) -> float | None:
        """Numerator over denominator; None when nothing was counted, which is not 0 and not 1."""
        return self.numerator / self.denominator if self.denominator else None


@dataclass(frozen=True)
class BacklogRow:
    """Open overdue entries of one level, by lateness band in the order of `LATENESS_BANDS`."""

    level: str | None
    by_lateness: tuple[int, ...]
    oldest: Oldest | None

    @property
    def total(self) -> int:
        return sum(self.by_lateness)


@dataclass(frozen=True)
class Beside:
    """What could make a figure look better than the work is, counted in the same window.

    `ended`: entries that were no longer owed, as by a change of status or management. `put_back`:
    entries whose due date a fall in level moved. `met`: entries met, of which `keyed_later` were
    recorded on a later local day than they were done.
    """

    ended: int
    put_back: int
    met: int
    keyed_later: int


@dataclass(frozen=True)
class Measure:
    """One duty's figures on one day, with what they rest on.

    `kind` and `counts` say what they count, `window` over what time. `reading` names the choice
    the force made where the duty leaves it one, and is None where it leaves none;
    `unset_policies` are the policies the duty reads that had no value on the day. `cells` are the
    groups asked for, `total` is all of them. `beside` is read with the figure, so that it is not
    gamed. `digest` and `definition_version` identify the
    ledger and the definition, `known_at` what was known (microseconds since 1970, UTC).
    """

    duty: str
    title: str
    kind: Kind
    counts: str
    day: date
    window: str
    reading: str | None
    unset_policies: tuple[str, ...]
    known_at: int
    digest: str
    definition_version: int
    total: Cell
    cells: tuple[Cell, ...]
    beside: Beside
    backlog: tuple[BacklogRow, ...]
    oldest: Oldest | None
    longest_without_standard: LongestWithoutStandard | None
