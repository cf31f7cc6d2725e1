"""One subject's history in neutral words: what happened, when it was keyed, what the force set.

Nothing here knows how the product stores facts. Every record is one *version* of one fact; the
same `fact_id` with a higher `version` is a correction or a withdrawal of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, IntEnum

from tests.oracle.clock import Instant, Unit


class Form(Enum):
    """The forms of duty that the oracle covers."""

    ONCE = "once"
    RECURRING = "recurring"
    EACH_PERIOD = "each_period"
    EACH_EVENT = "each_event"
    WHILE = "while"


class Level(IntEnum):
    """Risk in its order; a subject without one is at level `None`."""

    LOW = 0
    MEDIUM = 1
    HIGH = 2
    VERY_HIGH = 3


class Track(Enum):
    """The two things that must both hold for the duty to apply, when `needs_release` is set."""

    REGISTERED = "registered"
    RELEASED = "released"


class Stopper(Enum):
    """The two things that stop the clock: a state, and a period with an end of its own."""

    STATE = "state"
    PERIOD = "period"


class Condition(IntEnum):
    """The named conditions of a *while* duty, by how long their evidence counts.

    Evidence of a `DATED` one counts to its expiry, and not at all where that is empty; of an
    `OPEN` one it then counts without end; a `LASTING` one knows no expiry, only an early end.
    """

    DATED = 0
    OPEN = 1
    LASTING = 2


class Setting(Enum):
    """The policies a duty reads: three parts of its allowance, the rank that may
    authorise, and the window of a condition that looks back."""

    FIRST = "first"
    NEXT = "next"
    CEILING = "ceiling"
    RANK = "rank"
    WINDOW = "window"


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One version of one fact. `day_only`: only the day of `at` is known, not the time."""

    fact_id: int
    at: Instant
    recorded_at: Instant
    version: int = 1
    day_only: bool = False
    withdrawn: bool = False


@dataclass(frozen=True, kw_only=True)
class StateFact(Fact):
    """From `at`, the state of one track holds or no longer holds."""

    track: Track
    holds: bool


@dataclass(frozen=True, kw_only=True)
class LevelFact(Fact):
    """From `at`, the level; `None` is recorded as unknown."""

    level: Level | None


@dataclass(frozen=True, kw_only=True)
class AllocationFact(Fact):
    """From `at`, who has the subject; `None` is nobody."""

    team: int | None
    owner: int | None


@dataclass(frozen=True, kw_only=True)
class PlanFact(Fact):
    """From `at`, the subject's own plan interval; `amount` `None` is no plan."""

    amount: int | None
    unit: Unit


@dataclass(frozen=True, kw_only=True)
class TriggerFact(Fact):
    """Opens an entry of a *once* duty, and may itself name by when: `due`."""

    due: Instant | None = None


@dataclass(frozen=True, kw_only=True)
class MeetingFact(Fact):
    """Something done. A failed attempt does not `qualify`. `answers` names a trigger's fact.

    There are two kinds of record of it. `due` names by when it is to be done again.
    """

    qualifies: bool = True
    answers: int | None = None
    other_kind: bool = False
    due: Instant | None = None


@dataclass(frozen=True, kw_only=True)
class StoppedFact(Fact):
    """From `at`, the state that stops the clock holds or no longer holds."""

    holds: bool


@dataclass(frozen=True, kw_only=True)
class SuspensionFact(Fact):
    """A period that stops the clock, if it is recorded that it `counts`."""

    until: Instant | None
    counts: bool | None = True


@dataclass(frozen=True, kw_only=True)
class SuspensionEndFact(Fact):
    """Ends every suspension that is running."""


@dataclass(frozen=True, kw_only=True)
class EvidenceFact(Fact):
    """Evidence of one condition from `at` on. `of` names the fact that began the state."""

    condition: Condition
    expires: Instant | None = None
    of: int | None = None
    other_kind: bool = False


@dataclass(frozen=True, kw_only=True)
class EvidenceEndFact(Fact):
    """Ends the evidence of one condition."""

    condition: Condition


@dataclass(frozen=True, kw_only=True)
class PeriodFact(Fact):
    """A period that begins at `at` and is planned to end at `until`, if an end is known."""

    until: Instant | None


@dataclass(frozen=True, kw_only=True)
class PeriodEndFact(Fact):
    """The whole ends at `at`, and with it whichever period is running."""


@dataclass(frozen=True, kw_only=True)
class EventFact(Fact):
    """An event of an *each event* duty with the recorded answer to its condition."""

    answer: bool | None


@dataclass(frozen=True, kw_only=True)
class AuthorisationFact(Fact):
    """Leave given for the event `of` by somebody of `rank`, with or without a rationale."""

    of: int
    rank: int | None
    rationale: bool | None


@dataclass(frozen=True, kw_only=True)
class PolicyFact(Fact):
    """From `at`, the force's own setting; `amount` `None` unsets it.

    A rank is an amount too: its place in the order of ranks, and `unit` says nothing.
    """

    setting: Setting
    amount: int | None
    unit: Unit = Unit.DAYS
    level: Level | None = None
    team: int | None = None


@dataclass(frozen=True, kw_only=True)
class Holiday:
    """A bank holiday, or word that it is none, and when the installation learnt of it."""

    day: date
    recorded_at: Instant
    withdrawn: bool = False


@dataclass(frozen=True, kw_only=True)
class LawFigure:
    """What the law says from a day on, in place of a policy of the force."""

    setting: Setting
    since: date
    amount: int
    unit: Unit


@dataclass(frozen=True, kw_only=True)
class History:
    """Everything known of one subject, and the few switches of the duty owed on it.

    `always`: it applies without condition. `released_before`: the subject counts as released
    until the first word of it. `triggers_meet`: a *once* duty is opened by the very facts that
    meet it, as one review asks for the next. `stops` are what stops its clock, each with the least
    that is left afterwards; with `defers` they move no due date, and the least counts only for one
    that fell within. `law` stands in place of the policies it has a figure for. `has_named`:
    what opens an entry may name its due date. `conditions`: those of a *while* duty, which is due
    as the state begins unless it `has_allowance`. `looks_back`: an event is
    judged by what was done before it, within the window that a policy sets.
    """

    form: Form
    facts: tuple[Fact, ...]
    known_at: Instant
    holidays: tuple[Holiday, ...] = ()
    has_levels: bool = False
    has_first: bool = False
    has_plan: bool = False
    has_ceiling: bool = False
    always: bool = False
    needs_release: bool = False
    released_before: bool = False
    answers_all: bool = False
    triggers_meet: bool = False
    one_period: bool = False
    stops: tuple[tuple[Stopper, tuple[int, Unit] | None], ...] = ()
    defers: bool = False
    law: tuple[LawFigure, ...] = ()
    has_named: bool = False
    conditions: tuple[Condition, ...] = ()
    has_allowance: bool = True
    looks_back: bool = False
