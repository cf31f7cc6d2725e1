"""A short way to write a history by hand, for the worked examples."""

from __future__ import annotations

from typing import Any

from tests.oracle.clock import Instant, Unit, local
from tests.oracle.history import (
    AllocationFact,
    AuthorisationFact,
    Condition,
    EventFact,
    EvidenceFact,
    Fact,
    Form,
    History,
    Holiday,
    Level,
    LevelFact,
    MeetingFact,
    PeriodEndFact,
    PeriodFact,
    PlanFact,
    PolicyFact,
    Setting,
    StateFact,
    StoppedFact,
    SuspensionFact,
    Track,
    TriggerFact,
)

LONG_AGO = local(2020, 1, 1)
FAR_AHEAD = local(2035, 1, 1)


class Record:
    """Facts in the order written, numbered from 1; each method answers the fact's id.

    What is not said otherwise was keyed when it happened.
    """

    def __init__(self) -> None:
        self.facts: list[Fact] = []

    def add(self, kind: type[Fact], at: Instant, **cells: Any) -> int:
        fact_id = cells.pop("fact_id", len(self.facts) + 1)
        recorded_at = cells.pop("recorded_at", at)
        self.facts.append(kind(fact_id=fact_id, at=at, recorded_at=recorded_at, **cells))
        return fact_id

    def registered(self, at: Instant, **cells: Any) -> int:
        return self.add(StateFact, at, track=Track.REGISTERED, holds=True, **cells)

    def ended(self, at: Instant, **cells: Any) -> int:
        return self.add(StateFact, at, track=Track.REGISTERED, holds=False, **cells)

    def released(self, at: Instant, **cells: Any) -> int:
        return self.add(StateFact, at, track=Track.RELEASED, holds=True, **cells)

    def detained(self, at: Instant, **cells: Any) -> int:
        return self.add(StateFact, at, track=Track.RELEASED, holds=False, **cells)

    def level(self, at: Instant, level: Level | None, **cells: Any) -> int:
        return self.add(LevelFact, at, level=level, **cells)

    def allocated(self, at: Instant, team: int | None, owner: int | None = None) -> int:
        return self.add(AllocationFact, at, team=team, owner=owner)

    def plan(self, at: Instant, amount: int | None, unit: Unit = Unit.MONTHS) -> int:
        return self.add(PlanFact, at, amount=amount, unit=unit)

    def trigger(self, at: Instant, **cells: Any) -> int:
        return self.add(TriggerFact, at, **cells)

    def met(self, at: Instant, **cells: Any) -> int:
        return self.add(MeetingFact, at, **cells)

    def stopped(self, at: Instant, holds: bool = True, **cells: Any) -> int:
        return self.add(StoppedFact, at, holds=holds, **cells)

    def suspended(self, at: Instant, until: Instant | None, **cells: Any) -> int:
        return self.add(SuspensionFact, at, until=until, **cells)

    def evidence(self, at: Instant, expires: Instant | None, **cells: Any) -> int:
        cells = {"condition": Condition.DATED, **cells}
        return self.add(EvidenceFact, at, expires=expires, **cells)

    def period(self, at: Instant, until: Instant | None, **cells: Any) -> int:
        return self.add(PeriodFact, at, until=until, **cells)

    def period_ended(self, at: Instant, **cells: Any) -> int:
        return self.add(PeriodEndFact, at, **cells)

    def event(self, at: Instant, answer: bool | None, **cells: Any) -> int:
        return self.add(EventFact, at, answer=answer, **cells)

    def authorised(self, at: Instant, of: int, rank: int | None = 2, **cells: Any) -> int:
        cells = {"rationale": True, **cells}
        return self.add(AuthorisationFact, at, of=of, rank=rank, **cells)

    def policy(
        self,
        amount: int | None,
        unit: Unit = Unit.MONTHS,
        *,
        setting: Setting = Setting.NEXT,
        at: Instant = LONG_AGO,
        **cells: Any,
    ) -> int:
        return self.add(PolicyFact, at, amount=amount, unit=unit, setting=setting, **cells)

    def history(
        self,
        form: Form,
        known_at: Instant = FAR_AHEAD,
        holidays: tuple[Holiday, ...] = (),
        **switches: Any,
    ) -> History:
        return History(
            form=form,
            facts=tuple(self.facts),
            known_at=known_at,
            holidays=holidays,
            **switches,
        )
