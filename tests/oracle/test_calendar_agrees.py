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
    month_of,
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


@pytest.mark.parametrize("year", [1600, 1699, 1700, 1972, 2000, 2100, 2399, 2400, 2401, 2599])
def test_the_first_and_last_day_of_each_month_are_in_it(year: int) -> None:
    for month in range(1, 13):
        first = date(year, month, 1)
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        place = (year - 1600) * 12 + month - 1
        for day in (first, first + timedelta(days=1), last):
            assert month_of(day_number(day)) == place, day


@pytest.mark.parametrize(
    ("day", "months", "ends"),
    [
        (date(1600, 1, 1), 1, date(1600, 2, 1)),
        (date(1600, 1, 31), 1, date(1600, 2, 29)),
        (date(1699, 12, 31), 2, date(1700, 2, 28)),
        (date(1960, 12, 31), 2, date(1961, 2, 28)),
        (date(2299, 10, 31), 4, date(2300, 2, 28)),
        (date(2599, 11, 30), 1, date(2599, 12, 30)),
        (date(2599, 12, 31), 0, date(2599, 12, 31)),
        (date(2599, 12, 30), 1, date(2599, 12, 30)),
        (date(2599, 10, 31), 3, date(2599, 12, 31)),
        (date(2027, 1, 31), 100_000, date(2599, 12, 31)),
    ],
)
def test_months_at_the_ends_of_the_table(day: date, months: int, ends: date) -> None:
    """In winters of Greenwich time: the rule of summer time is for the years 1970 to 2299."""
    anchor = clock.first_instant(day) + 12 * clock.MICROSECONDS_AN_HOUR
    none = np.zeros(0, dtype=np.int64)
    found = due_after(anchor, months, STATUTE_UNITS.index("months"), none)
    assert date_of(int(local_day(found))) == ends


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1599, 12, 31), date(2600, 1, 1), date.max])
def test_days_outside_the_table_do_no_harm(day: date) -> None:
    assert -1 <= month_of(day_number(day)) <= 12_000


def test_an_allowance_beyond_any_life_is_cut_short() -> None:
    none = np.zeros(0, dtype=np.int64)
    anchor = clock.first_instant(date(2027, 1, 1))
    hours = STATUTE_UNITS.index("hours")
    longest = anchor + 100_000 * clock.MICROSECONDS_AN_HOUR
    assert due_after(anchor, 2**60, hours, none) == longest
    assert due_after(anchor, 99_999, hours, none) == longest - clock.MICROSECONDS_AN_HOUR


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
