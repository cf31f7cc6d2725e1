"""What the oracle's ledger is made of: entries, and the spans each is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from tests.oracle.allowance import Allowance, Part
from tests.oracle.clock import Instant
from tests.oracle.counting import Count
from tests.oracle.history import Condition, Level


class How(Enum):
    """How the allowance behind a due date came to count."""

    AT_OPENING = "at opening"
    FIRST_SET = "first set while open"
    TIGHTENED = "tightened while open"
    ROSE = "level rose"
    FELL = "level fell"
    LEVEL_KNOWN = "level became known"
    AT_ONCE = "the last one closed overdue"
    EXPIRED = "the evidence expired"
    AFTER_STOP = "the clock runs again"
    FLOOR = "the floor after a stop"
    ANCHOR = "due is the anchor"


class WhyEmpty(Enum):
    """Why there is no due date."""

    NO_STANDARD = "no standard"
    LEVEL_UNKNOWN = "level unknown"
    NO_END_YET = "no end yet"
    STOPPED = "stopped"


class Ending(Enum):
    """How an entry came to its end."""

    MET = "met"
    CLOSED_UNMET = "closed unmet"
    NO_LONGER_OWED = "no longer owed"
    DECIDED = "an event, decided when it happened"


@dataclass(frozen=True)
class Due:
    """When, how that came to count and since when, by which policy or plan; or why never."""

    at: Instant | None = None
    how: How | None = None
    since: Instant | None = None
    policy: int | None = None
    plan: int | None = None
    why_empty: WhyEmpty | None = None
    left: int | None = None


@dataclass(frozen=True)
class Standing:
    """What one span says of its entry."""

    level: Level | None
    team: int | None
    owner: int | None
    due: Due


@dataclass(frozen=True)
class Span:
    """A standing from one instant up to the next; `until` `None` while it lasts."""

    start: Instant
    until: Instant | None
    standing: Standing


@dataclass
class Entry:
    """One occurrence of a duty.

    `kept`: by level, the allowance it is judged under (reading h). `named`: the date that the
    fact which opened it named. `count`: how its due date is counted, if there is any;
    `stopped_from`: since when a stop has not been reckoned yet. `rank_not_set`: the leave in
    `authorised_by` cannot be judged, because no policy says which rank suffices.
    """

    opened_by: int
    opened_at: Instant
    anchor: Instant
    due: Due
    first: bool = False
    opened_by_meeting: bool = False
    condition: Condition | None = None
    named: Part | None = None
    count: Count | None = None
    stopped_from: Instant | None = None
    left: int | None = None
    kept: dict[Level | None, Allowance | None] = field(default_factory=dict)
    history: list[tuple[Instant, Standing]] = field(default_factory=list)
    ended_at: Instant | None = None
    ending: Ending | None = None
    met_at: Instant | None = None
    met_by: int | None = None
    met_recorded_at: Instant | None = None
    authorised_at: Instant | None = None
    authorised_by: int | None = None
    rank_not_set: bool = False
    answer: bool | int | None = None

    @property
    def is_open(self) -> bool:
        return self.ended_at is None

    @property
    def is_judged(self) -> bool:
        """Whether its due date still moves: what is met, though it is open, is judged no more."""
        return self.is_open and self.met_at is None and bool(self.kept)

    def overdue_at(self, at: Instant) -> bool:
        return self.due.at is not None and at > self.due.at

    def spans(self) -> list[Span]:
        """Standings as spans: the last of each instant, equal neighbours joined."""
        lasting: list[tuple[Instant, Standing]] = []
        for at, standing in self.history:
            if lasting and lasting[-1][0] == at:
                lasting.pop()
            if not lasting or lasting[-1][1] != standing:
                lasting.append((at, standing))
        untils = [at for at, _ in lasting[1:]] + [self.ended_at]
        return [
            Span(at, until, standing) for (at, standing), until in zip(lasting, untils, strict=True)
        ]
