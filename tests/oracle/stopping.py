"""When the clock stands still (R5): stretches of overlapping stops, and the floors within them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tests.oracle.applying import latest, touches
from tests.oracle.clock import Instant, Unit
from tests.oracle.history import (
    Fact,
    History,
    StoppedFact,
    Stopper,
    SuspensionEndFact,
    SuspensionFact,
)
from tests.oracle.known import counts_at, until_known

Floor = tuple[int, Unit]


@dataclass(frozen=True)
class Stop:
    """From `begin` up to `until`; `None` is without end."""

    begin: Instant
    until: Instant | None
    floor: Floor | None


@dataclass
class Stretch:
    """Stops that overlap or touch are one. `floors`: where one of them ends, and its floor."""

    begin: Instant
    until: Instant | None
    floors: list[tuple[Instant, Floor]]


def stretches_of(history: History, facts: Iterable[Fact]) -> list[Stretch]:
    facts = list(facts)
    stops: list[Stop] = []
    for stopper, floor in history.stops:
        find = state_stops if stopper is Stopper.STATE else period_stops
        stops += joined(find(facts, floor))
    found = [Stretch(stop.begin, stop.until, []) for stop in joined(stops)]
    for stop in stops:
        if stop.floor is not None and stop.until is not None:
            holds = max((one for one in found if one.begin <= stop.begin), key=lambda s: s.begin)
            holds.floors.append((stop.until, stop.floor))
    for stretch in found:
        stretch.floors.sort(key=lambda one: one[0])
    return found


def joined(stops: Iterable[Stop]) -> list[Stop]:
    """Stops that overlap or touch as one; one without length stops nothing."""
    found: list[Stop] = []
    for stop in sorted(stops, key=lambda one: one.begin):
        if stop.until is not None and stop.until <= stop.begin:
            continue
        if found and touches(found[-1].until, stop.begin):
            found[-1] = replace(found[-1], until=latest(found[-1].until, stop.until))
        else:
            found.append(stop)
    return found


def state_stops(facts: Iterable[Fact], floor: Floor | None) -> list[Stop]:
    """A state is one thing at a time: each fact takes the place of the last."""
    changes = sorted(
        (counts_at(fact), fact.fact_id, fact.holds)
        for fact in facts
        if isinstance(fact, StoppedFact)
    )
    stops = []
    since = None
    for at, _, holds in changes:
        if holds and since is None:
            since = at
        elif since is not None and not holds:
            stops.append(Stop(since, at, floor))
            since = None
    if since is not None:
        stops.append(Stop(since, None, floor))
    return stops


def period_stops(facts: Iterable[Fact], floor: Floor | None) -> list[Stop]:
    """Only where it is recorded that it counts; ended early by the first end there is."""
    facts = list(facts)
    ends = [counts_at(fact) for fact in facts if isinstance(fact, SuspensionEndFact)]
    stops = []
    for fact in facts:
        if isinstance(fact, SuspensionFact) and fact.counts:
            begin = counts_at(fact)
            planned = until_known(fact, fact.until)
            early = min((end for end in ends if end >= begin), default=None)
            known = [end for end in (planned, early) if end is not None]
            stops.append(Stop(begin, min(known, default=None), floor))
    return stops
