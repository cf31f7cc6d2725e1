"""The periods of an *each period* duty: when each begins, and when it ends (R11)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from tests.oracle.applying import Interval, latest, touches
from tests.oracle.clock import Instant
from tests.oracle.history import Fact, History, PeriodEndFact, PeriodFact
from tests.oracle.known import counts_at, period_ends_at


@dataclass(frozen=True)
class Period:
    """From `start` to `ends_at`, both inside it; `None` is no end known.

    `planned` lists, for each instant at which that changes, the end planned from then on; a
    period that was `cut_short` ends before it, by its own early end or with the duty.
    """

    begun_by: int
    start: Instant
    ends_at: Instant | None
    planned: tuple[tuple[Instant, Instant | None], ...]
    cut_short: bool
    ends_with_duty: bool


def periods_of(
    history: History, facts: Iterable[Fact], applying: Iterable[Interval]
) -> list[Period]:
    facts = list(facts)
    ends = [counts_at(fact) for fact in facts if isinstance(fact, PeriodEndFact)]
    ceasing = [interval.until for interval in applying if interval.until is not None]
    periods = []
    for fact in facts:
        if isinstance(fact, PeriodFact):
            start, planned = counts_at(fact), period_ends_at(fact)
            ended = earliest_inside(ends, start, planned)
            ceased = earliest_inside(ceasing, start, planned)
            early = min((at for at in (ended, ceased) if at is not None), default=None)
            periods.append(
                Period(
                    begun_by=fact.fact_id,
                    start=start,
                    ends_at=planned if early is None else early,
                    planned=((start, planned),),
                    cut_short=early is not None,
                    ends_with_duty=early is not None and early != ended,
                )
            )
    periods.sort(key=lambda period: (period.start, period.begun_by))
    return joined(periods, ceasing) if history.one_period else periods


def earliest_inside(
    ends: Iterable[Instant], start: Instant, planned: Instant | None
) -> Instant | None:
    inside = [end for end in ends if start <= end and (planned is None or end < planned)]
    return min(inside, default=None)


def runs_on(earlier: Period, later: Period) -> bool:
    """Whether the later one begins before the earlier is over; one cut short is over at once."""
    if earlier.cut_short:
        return earlier.ends_at is not None and later.start <= earlier.ends_at
    return touches(earlier.ends_at, later.start)


def joined(periods: Iterable[Period], ceasing: Collection[Instant]) -> list[Period]:
    """Periods that touch or overlap as one, named by the first; each moves the planned end.

    One that would run on into the next day, but in whose last instant the duty ceases, ends there
    with the duty, and what begins with the next day is another.
    """
    result: list[Period] = []
    for period in periods:
        if not result or not runs_on(result[-1], period):
            result.append(period)
            continue
        earlier = result.pop()
        ends_at = earlier.ends_at
        if ends_at is not None and ends_at < period.start and ends_at in ceasing:
            result += [replace(earlier, cut_short=True, ends_with_duty=True), period]
            continue
        ends_at = latest(earlier.ends_at, period.ends_at)
        planned = latest(earlier.planned[-1][1], period.planned[0][1])
        result.append(
            replace(
                earlier,
                ends_at=ends_at,
                planned=(*earlier.planned, (period.start, planned)),
                cut_short=planned != ends_at,
                ends_with_duty=planned != ends_at
                and (earlier.ends_with_duty or period.ends_with_duty),
            )
        )
    return result
