"""Awkward instants, holidays and allowances, and a seed's choices among them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import TypeVar

from tests.oracle.clock import Instant, Unit, last_instant, local
from tests.oracle.history import Level

T = TypeVar("T")

HOUR = 3_600_000_000
DAY = 24 * HOUR
BEGINNING = local(2027, 9, 1)
LONG_BEFORE = local(2027, 6, 1)
FAR_AHEAD = local(2040, 1, 1)
ABSENT = 99_999_999
"""The identity of a fact that is nowhere."""

AWKWARD: Sequence[Instant] = (
    BEGINNING,
    local(2027, 10, 31, 1, 30),  # the hour that comes twice
    local(2027, 11, 30, 12),
    last_instant(date(2027, 11, 30)),
    local(2027, 12, 1),
    local(2027, 12, 24, 17),  # before a weekend and holidays
    local(2028, 1, 31, 9),
    local(2028, 2, 29),
    local(2028, 2, 29, 12),
    last_instant(date(2028, 2, 29)),
    local(2028, 3, 26, 1, 30),  # the hour that is not there
    local(2028, 3, 31, 12),
    last_instant(date(2028, 3, 31)),
    local(2028, 4, 1),
    local(2028, 5, 31, 23, 59),
    local(2028, 8, 31, 10),
    local(2028, 10, 29, 0, 30),  # the long day
    local(2029, 2, 28, 12),
)
HOLIDAYS = (
    date(2027, 12, 27),
    date(2027, 12, 28),
    date(2028, 1, 3),
    date(2028, 4, 14),
    date(2028, 6, 1),
    date(2028, 8, 28),
)
ALLOWANCES: Sequence[tuple[int, Unit]] = (
    (0, Unit.HOURS),
    (1, Unit.HOURS),
    (24, Unit.HOURS),
    (72, Unit.HOURS),
    (0, Unit.DAYS),
    (1, Unit.DAYS),
    (28, Unit.DAYS),
    (91, Unit.DAYS),
    (1, Unit.WORKING_DAYS),
    (3, Unit.WORKING_DAYS),
    (10, Unit.WORKING_DAYS),
    (1, Unit.MONTHS),
    (3, Unit.MONTHS),
    (6, Unit.MONTHS),
    (12, Unit.MONTHS),
    (1, Unit.DAYS_BEGINNING_WITH),
    (3, Unit.DAYS_BEGINNING_WITH),
    (28, Unit.DAYS_BEGINNING_WITH),
)
BY_LAW: Sequence[tuple[int, Unit]] = (
    *ALLOWANCES,
    (1, Unit.MONTHS_BEGINNING_WITH),
    (3, Unit.MONTHS_BEGINNING_WITH),
    (3, Unit.MONTHS_BEGINNING_NEXT_DAY),
    (6, Unit.MONTHS_BEGINNING_NEXT_DAY),
)
"""What only the law counts in is among these."""
FLOORS: Sequence[tuple[int, Unit]] = (
    (0, Unit.HOURS),
    (36, Unit.HOURS),
    (3, Unit.DAYS_BEGINNING_WITH),
    (7, Unit.DAYS_BEGINNING_WITH),
    (10, Unit.DAYS),
    (2, Unit.WORKING_DAYS),
    (1, Unit.MONTHS),
)
TEAMS = (11, 12)
OWNERS = (21, 22)
LEVELS = (*Level, None)


class Dice:
    """One seed's choices."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def one_of(self, choices: Sequence[T]) -> T:
        return self.random.choice(choices)

    def up_to(self, most: int) -> int:
        return self.random.randint(0, most)

    def maybe(self, share: float, value: T) -> T | None:
        return value if self.chance(share) else None
