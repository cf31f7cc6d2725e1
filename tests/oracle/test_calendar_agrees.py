"""The engine's calendar and the oracle's give the same instants, day by day and unit by unit."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import numpy as np
import pytest
from tests.oracle import clock
from tests.oracle.awkward import AWKWARD, BY_LAW, HOLIDAYS

from dutybook.duties.calendar import (
    date_of,
    day_number,
    due_after,
    end_of_day,
    instant_at,
    local_day,
    start_of_day,
)
from dutybook.duties.statute import STATUTE_UNITS

DAYS = [date(1997, 1, 1) + timedelta(days=day) for day in range(365 * 60)]


def test_days_begin_and_end_at_the_same_instants() -> None:
    for day in DAYS:
        assert start_of_day(day) == clock.first_instant(day), day
        assert end_of_day(day) == clock.last_instant(day), day


def test_wall_clock_times_are_the_same_instants() -> None:
    for day in DAYS[::7]:
        sunday = day + timedelta(days=6 - day.weekday())
        for hour in range(4):
            expected = clock.local(sunday.year, sunday.month, sunday.day, hour, 30)
            assert instant_at(sunday, hour, 30) == expected, (sunday, hour)


def test_instants_fall_on_the_same_days() -> None:
    random = Random(1)
    first, last = clock.first_instant(DAYS[0]), clock.last_instant(DAYS[-1])
    for at in [random.randint(first, last) for _ in range(20_000)]:
        assert date_of(int(local_day(at))) == clock.day_of(at), at


@pytest.mark.parametrize(("amount", "unit"), BY_LAW)
def test_allowances_end_at_the_same_instants(amount: int, unit: clock.Unit) -> None:
    holidays = np.array(sorted(day_number(day) for day in HOLIDAYS), dtype=np.int64)
    random = Random(2)
    counted_in = STATUTE_UNITS.index(unit.value)
    first = clock.first_instant(date(2027, 9, 1))
    last = clock.last_instant(date(2029, 4, 1))
    for anchor in [*AWKWARD, *(random.randint(first, last) for _ in range(1_000))]:
        expected = clock.due_after(anchor, amount, unit, HOLIDAYS)
        assert due_after(anchor, amount, counted_in, holidays) == expected, anchor
