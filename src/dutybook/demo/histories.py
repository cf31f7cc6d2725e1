"""What a history is made of, and the habits that every history shares: keying late, mostly soon."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

LOCAL = ZoneInfo("Europe/London")
DAY = timedelta(days=1)


@dataclass(frozen=True)
class DemoFact:
    """One version-1 fact. `number` is its place in the demonstration, from 1; `values` holds the
    columns of its table, where `of_fact` is another fact's number."""

    table: str
    number: int
    at: datetime
    recorded_at: datetime
    values: dict[str, Any]
    day_only: bool = False


@dataclass
class DemoSubject:
    """One subject with its record and facts; `team` and `owner` are places in the force's lists."""

    kind: str
    record: dict[str, Any]
    team: int
    owner: int | None
    restricted: bool = False
    facts: list[DemoFact] = field(default_factory=list)


@dataclass(frozen=True)
class Setting:
    """What every generator works with: the period, the dice, and the numbering of facts."""

    begins: datetime
    now: datetime
    chance: Random
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def moment(self, day: date, earliest: int = 8, latest: int = 19) -> datetime:
        """A minute of that day between two local hours."""
        minute = self.chance.randrange(earliest * 60, latest * 60)
        return datetime.combine(day, time(minute // 60, minute % 60), LOCAL).astimezone(UTC)

    def between(self, earliest: datetime, latest: datetime) -> datetime:
        """A moment between two, evenly."""
        return earliest + (latest - earliest) * self.chance.random()

    def happens(self, probability: float) -> bool:
        return self.chance.random() < probability

    def keyed(self, at: datetime) -> datetime:
        """When it was keyed: 85% within two days, most others in two weeks, a few much later."""
        luck = self.chance.random()
        if luck < 0.85:
            days = self.chance.uniform(0.02, 2)
        elif luck < 0.97:
            days = self.chance.uniform(2, 14)
        else:
            days = self.chance.uniform(15, 90)
        return at + DAY * days

    def add(
        self,
        subject: DemoSubject,
        table: str,
        at: datetime,
        *,
        recorded_at: datetime | None = None,
        day_only: bool = False,
        **values: Any,
    ) -> DemoFact | None:
        """Add a fact unless it had not happened, or not been keyed, by now."""
        keyed = recorded_at or self.keyed(at)
        if at > self.now or keyed > self.now:
            return None
        fact = DemoFact(table, next(self.numbers), at, max(at, keyed), values, day_only)
        subject.facts.append(fact)
        return fact


def lateness(chance: Random) -> float:
    """How much of an interval passes before the next time: 1 is exactly on its last day.

    Chosen so that between a tenth and a fifth of recurring work is overdue on any day, with a long
    tail (published figures: 11.6% and 18.6% of visits in one force a year apart).
    """
    luck = chance.random()
    if luck < 0.78:
        return chance.uniform(0.6, 0.97)
    if luck < 0.93:
        return chance.uniform(0.97, 1.3)
    return chance.uniform(1.3, 2.6)
