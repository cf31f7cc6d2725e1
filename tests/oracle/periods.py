"""The periods of an *each period* duty: when each begins, and when it ends (R11)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tests.oracle.applying import latest, touches
from tests.oracle.clock import Instant
from tests.oracle.history import Fact, History, PeriodEndFact, PeriodFact
from tests.oracle.known import counts_at, period_ends_at


@dataclass(frozen=True)
class Period:
    """From `start` to `ends_at`, both inside it; `None` is no end known.

    `planned` lists, for each instant at which that changes, the end planned from then on. It
    differs from `ends_at` when the period ends early.
    """

    begun_by: int
    start: Instant
    ends_at: Instant | None
    planned: tuple[tuple[Instant, Instant | None], ...]


def periods_of(history: History, facts: Iterable[Fact]) -> list[Period]:
    facts = list(facts)
    ends = sorted(counts_at(fact) for fact in facts if isinstance(fact, PeriodEndFact))
    periods = []
    for fact in facts:
        if isinstance(fact, PeriodFact):
            start, planned = counts_at(fact), period_ends_at(fact)
            early = [end for end in ends if start <= end and (planned is None or end < planned)]
            actual = early[0] if early else planned
            periods.append(Period(fact.fact_id, start, actual, ((start, planned),)))
    periods.sort(key=lambda period: (period.start, period.begun_by))
    return joined(periods) if history.one_period else periods


def joined(periods: Iterable[Period]) -> list[Period]:
    """Periods that touch or overlap as one, named by the first; each moves the planned end."""
    result: list[Period] = []
    for period in periods:
        if not result or not touches(result[-1].ends_at, period.start):
            result.append(period)
            continue
        earlier = result.pop()
        ends_at = latest(earlier.ends_at, period.ends_at)
        planned = latest(earlier.planned[-1][1], period.planned[0][1])
        result.append(
            replace(
                earlier,
                ends_at=ends_at,
                planned=(*earlier.planned, (period.start, planned)),
            )
        )
    return result
