"""The intervals during which a duty applies (R1, readings b and w)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tests.oracle.clock import Instant, day_of
from tests.oracle.history import Fact, History, StateFact, Track
from tests.oracle.known import counts_at


@dataclass(frozen=True)
class Interval:
    """From `start` up to but not including `until`; `None` is without end.

    `begun_by` is `NOBODY` where no fact made it begin.
    """

    start: Instant
    until: Instant | None
    begun_by: int


ALWAYS = -(2**62)
"""Before any instant."""
NOBODY = 0


def touches(until: Instant | None, start: Instant) -> bool:
    """Whether something that ended at `until` runs on into something that begins at `start`."""
    if until is None or start <= until:
        return True
    return start == until + 1 and day_of(start) != day_of(until)


def latest(one: Instant | None, other: Instant | None) -> Instant | None:
    """The later end; one that is not there is later than any."""
    return None if one is None or other is None else max(one, other)


def merged(intervals: Iterable[Interval]) -> list[Interval]:
    """Overlapping and touching intervals as one, named by the earliest."""
    result: list[Interval] = []
    for interval in sorted(intervals, key=lambda one: (one.start, one.begun_by)):
        if result and touches(result[-1].until, interval.start):
            earlier = result.pop()
            until = latest(earlier.until, interval.until)
            interval = Interval(earlier.start, until, earlier.begun_by)
        result.append(interval)
    return result


def track_intervals(
    facts: Iterable[Fact], track: Track, *, holds_before: bool = False
) -> list[Interval]:
    """When one state holds: it is one thing at a time, each fact taking the place of the last."""
    changes = sorted(
        (counts_at(f), f.fact_id, f.holds)
        for f in facts
        if isinstance(f, StateFact) and f.track is track
    )
    intervals: list[Interval] = []
    running = (ALWAYS, NOBODY) if holds_before else None
    for at, fact_id, holds in changes:
        if holds and running is None:
            running = (at, fact_id)
        elif running is not None and not holds:
            intervals.append(Interval(running[0], at, running[1]))
            running = None
    if running is not None:
        intervals.append(Interval(running[0], None, running[1]))
    return intervals


def both(left: Iterable[Interval], right: Iterable[Interval]) -> list[Interval]:
    """Where two states hold together, named by whichever made it so (reading w)."""
    right = list(right)
    shared: list[Interval] = []
    for one in left:
        for other in right:
            later = max(one, other, key=lambda each: (each.start, each.begun_by))
            ends = [each.until for each in (one, other) if each.until is not None]
            until = min(ends) if ends else None
            if until is None or later.start <= until:
                shared.append(Interval(later.start, until, later.begun_by))
    return shared


def intervals_applying(history: History, facts: Iterable[Fact]) -> list[Interval]:
    if history.always:
        return [Interval(ALWAYS, None, NOBODY)]
    facts = list(facts)
    intervals = track_intervals(facts, Track.REGISTERED)
    if history.needs_release:
        before = history.released_before
        released = track_intervals(facts, Track.RELEASED, holds_before=before)
        intervals = both(intervals, released)
    return merged(intervals)
