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
    midnights,
    start_of_day,
    working_midnights,
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


@pytest.mark.parametrize(
    ("day", "months"),
    [
        (date(1962, 1, 31), 1),
        (date(1960, 12, 31), 2),
        (date(1972, 1, 31), 13),
        (date(2298, 11, 30), 13),
        (date(2299, 10, 31), 4),
        (date(2299, 12, 31), 2),
        (date(2401, 1, 31), 13),
    ],
)
def test_months_at_and_beyond_the_ends_of_the_table(day: date, months: int) -> None:
    """In winters of Greenwich time: the rule of summer time is for the years of the table."""
    anchor = clock.first_instant(day) + 12 * clock.MICROSECONDS_AN_HOUR
    counted_in = STATUTE_UNITS.index("months")
    none = np.zeros(0, dtype=np.int64)
    expected = clock.due_after(anchor, months, clock.Unit.MONTHS, ())
    assert due_after(anchor, months, counted_in, none) == expected


def test_stops_hold_the_same_midnights() -> None:
    """A midnight that a stop begins with is held, and one that it ends with is not."""
    holidays = np.array(sorted(day_number(day) for day in HOLIDAYS), dtype=np.int64)
    random = Random(3)
    nights = [clock.first_instant(date(2027, 12, 20) + timedelta(days=day)) for day in range(20)]
    nights += [clock.first_instant(date(2028, 3, 24) + timedelta(days=day)) for day in range(5)]
    awkward = [night + by for night in nights for by in (-2, -1, 0, 1, 2)]
    for _ in range(400):
        begin, until = sorted((random.choice(awkward), random.choice(awkward)))
        if begin == until:
            continue
        held = clock.midnights(begin, until)
        working = [day for day in held if day.weekday() < 5 and day not in HOLIDAYS]
        assert midnights(begin, until) == len(held), (begin, until)
        assert working_midnights(begin, until, holidays) == len(working), (begin, until)
