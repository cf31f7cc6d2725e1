"""What was known (R8), and at which instant each fact counts (R9)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tests.oracle.clock import Instant, day_of, first_instant, last_instant
from tests.oracle.history import (
    AuthorisationFact,
    Condition,
    EventFact,
    EvidenceEndFact,
    EvidenceFact,
    Fact,
    History,
    LevelFact,
    MeetingFact,
    PeriodEndFact,
    PeriodFact,
    PolicyFact,
    StateFact,
    StoppedFact,
    SuspensionEndFact,
)


def versions_known(history: History, fact_id: int) -> list[Fact]:
    """Every version of one fact recorded by the knowledge time, oldest first."""
    versions = [
        fact
        for fact in history.facts
        if fact.fact_id == fact_id and fact.recorded_at <= history.known_at
    ]
    return sorted(versions, key=lambda fact: fact.version)


def facts_known(history: History) -> list[Fact]:
    """The newest known version of each fact, unless that version withdraws it."""
    newest = [versions_known(history, one) for one in sorted({f.fact_id for f in history.facts})]
    return [versions[-1] for versions in newest if versions and not versions[-1].withdrawn]


def holidays_known(history: History) -> frozenset[date]:
    """The days of which the latest word known is that they are bank holidays."""
    known: set[date] = set()
    for holiday in sorted(history.holidays, key=lambda one: one.recorded_at):
        if holiday.recorded_at <= history.known_at:
            (known.discard if holiday.withdrawn else known.add)(holiday.day)
    return frozenset(known)


def counts_at(fact: Fact) -> Instant:
    """When a fact counts: one known only to the day at its first or at its last instant.

    A level's instant depends on the level before it: see `levels_in_order`.
    """
    if not fact.day_only or isinstance(fact, PolicyFact):
        return fact.at
    ending = MeetingFact | PeriodEndFact | AuthorisationFact | SuspensionEndFact | EvidenceEndFact
    closing = isinstance(fact, ending) or (
        isinstance(fact, StateFact | StoppedFact) and not fact.holds
    )
    return last_instant(day_of(fact.at)) if closing else first_instant(day_of(fact.at))


def period_ends_at(period: PeriodFact) -> Instant | None:
    """The planned end; known only to the day, it is the day's last instant."""
    return until_known(period, period.until)


def until_known(fact: Fact, until: Instant | None) -> Instant | None:
    """An end that a fact names: where the fact is known to the day, the end of its last day."""
    if until is None or not fact.day_only:
        return until
    return last_instant(day_of(until))


def levels_in_order(facts: Iterable[Fact]) -> list[tuple[Instant, LevelFact]]:
    """Each level fact with the instant at which it counts, in the order they count.

    A level known only to the day is held against the level that stands as that day begins: a
    fall, or the loss of the level, waits for the day's last instant; anything else counts at its
    first.
    """
    arriving = sorted(
        (
            (first_instant(day_of(fact.at)) if fact.day_only else fact.at, fact.fact_id, fact)
            for fact in facts
            if isinstance(fact, LevelFact)
        ),
        key=lambda one: one[:2],
    )
    waiting: list[tuple[Instant, int, LevelFact]] = []
    counted: list[tuple[Instant, int, LevelFact]] = []
    for at, fact_id, fact in arriving:
        counted += [one for one in waiting if one[0] < at]
        waiting = [one for one in waiting if one[0] >= at]
        level = counted[-1][2].level if counted else None
        falls = level is not None and (fact.level is None or fact.level < level)
        if fact.day_only and falls:
            waiting.append((last_instant(day_of(fact.at)), fact_id, fact))
        else:
            counted.append((at, fact_id, fact))
    ordered = sorted(counted + waiting, key=lambda one: one[:2])
    return [(at, fact) for at, _, fact in ordered]


def met_recorded_at(history: History, fact: Fact) -> Instant:
    """When it was first recorded that this was done at this instant (reading r)."""
    return next(
        version.recorded_at
        for version in versions_known(history, fact.fact_id)
        if (meets(version) or (history.looks_back and isinstance(version, EventFact)))
        and not version.withdrawn
        and counts_at(version) == counts_at(fact)
    )


def meets(fact: Fact) -> bool:
    """Whether the fact is one that meets a duty: not an attempt that failed, nor an unmet event."""
    if isinstance(fact, MeetingFact):
        return fact.qualifies
    if isinstance(fact, EvidenceFact):
        return fact.condition is not Condition.DATED or fact.expires is not None
    return isinstance(fact, EventFact) and fact.answer is True
