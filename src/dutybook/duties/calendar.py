"""Local time in Europe/London as integer functions: one instant, or arrays of them.

Instants are int64 microseconds since the Unix epoch, UTC; days are whole numbers since 1 January
1970, local. Since 1996 summer time (UTC+1) runs from 01:00 UTC on the last Sunday of March to
01:00 UTC on the last Sunday of October (SI 2002/262, Directive 2000/84/EC), and that rule is what
is computed, for the years 1970 to 2299; outside them there is no summer time. A local time that
is skipped or repeated stands for the later instant (R9). Months are known for the years 1600 to
2599, far beyond any life; an allowance of months that would end later ends with them.
"""

from datetime import date

import numpy as np

from dutybook.duties.columns import IntArray
from dutybook.duties.compiled import compiled, in_place, in_place_apart

HOUR = 3_600_000_000
DAY = 24 * HOUR

HOURS, DAYS, WORKING_DAYS, MONTHS, DAYS_BEGINNING_WITH = range(5)
MONTHS_BEGINNING_WITH, MONTHS_BEGINNING_NEXT_DAY = 5, 6
"""The units of an allowance, as placed in `dutybook.duties.statute.STATUTE_UNITS`."""

LONGEST = 100_000
"""Longer allowances are cut to this many units, far beyond any life, so that none overflows."""

EPOCH_ORDINAL = date(1970, 1, 1).toordinal()

FIRST_YEAR, LAST_YEAR = 1970, 2299
AVERAGE_YEAR = 146_097 * DAY // 400


@in_place
def weekday(day: int) -> int:
    """0 for Monday to 6 for Sunday."""
    return (day + 3) % 7


def _summer_times() -> IntArray:
    """For each year of the table the instants at which summer time begins and ends."""
    changes = []
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        for last in (date(year, 3, 31), date(year, 10, 31)):
            sunday = last.toordinal() - (last.weekday() + 1) % 7
            changes.append((sunday - EPOCH_ORDINAL) * DAY + HOUR)
    return np.array(changes, dtype=np.int64).reshape(-1, 2)


SUMMER_TIMES = _summer_times()

MONTH_STARTS = np.array(
    [
        date(1600 + month // 12, month % 12 + 1, 1).toordinal() - EPOCH_ORDINAL
        for month in range(12 * 1_000 + 1)
    ],
    dtype=np.int64,
)
"""The day on which each month from January 1600 to January 2600 begins."""
LAST_MONTH = len(MONTH_STARTS) - 2
"""The place of the last month that has its end in the table."""


@in_place
def utc_offset(at: int) -> int:
    """How far local time is ahead of UTC at an instant, in microseconds."""
    # The year is out by one at most around New Year, when no year has summer time.
    place = at // AVERAGE_YEAR
    if place < 0 or place >= len(SUMMER_TIMES):
        return 0
    return HOUR if SUMMER_TIMES[place, 0] <= at < SUMMER_TIMES[place, 1] else 0


@in_place
def instant_of_local(local: int) -> int:
    """The instant of a local time, itself in microseconds as if local time were UTC."""
    if utc_offset(local) == 0 or utc_offset(local - HOUR) == 0:
        # Winter, the second pass of a repeated hour, or an hour that was skipped.
        return local
    return local - HOUR


@in_place
def local_day(at: int) -> int:
    """The local day an instant falls on."""
    return (at + utc_offset(at)) // DAY


@in_place
def start_of_local_day(day: int) -> int:
    """The first instant of a local day."""
    return instant_of_local(day * DAY)


@in_place
def end_of_local_day(day: int) -> int:
    """The last microsecond of a local day."""
    return instant_of_local((day + 1) * DAY) - 1


@in_place
def is_working_day(day: int, holidays: IntArray) -> bool:
    """Neither weekend nor among `holidays`, which are days in ascending order."""
    if weekday(day) >= 5:
        return False
    place = np.searchsorted(holidays, day)
    return place == len(holidays) or holidays[place] != day


@in_place
def after_working_days(day: int, amount: int, holidays: IntArray) -> int:
    """The day that is `amount` working days after `day`."""
    while amount > 0:
        day += 1
        if is_working_day(day, holidays):
            amount -= 1
    return day


@in_place
def month_of(day: int) -> int:
    """The place among `MONTH_STARTS` of the month that a day is in."""
    # By the length of the average month it is out by one at most.
    place = min(max((day - MONTH_STARTS[0]) * 4_800 // 146_097, 0), LAST_MONTH)
    if MONTH_STARTS[place] > day:
        return place - 1
    return place + 1 if MONTH_STARTS[place + 1] <= day else place


@in_place
def same_day(day: int, amount: int, beyond: int) -> int:
    """The same day of the month `amount` months on, or `beyond` days after the last of that
    month when it has none such."""
    begun = month_of(day)
    month = min(begun + amount, LAST_MONTH)
    last = MONTH_STARTS[month + 1] - 1
    return min(MONTH_STARTS[month] + day - MONTH_STARTS[begun], last + beyond)


@in_place
def after_months(day: int, amount: int) -> int:
    """The same day of the month `amount` months on, or that month's last when it has none such."""
    return same_day(day, amount, 0)


@in_place
def last_of_months(day: int, amount: int) -> int:
    """The last of so many months of which `day` is the first day: the day before the same day of
    the last month, or that month's end when it has no such day."""
    return same_day(day, amount, 1) - 1


@in_place
def midnights(begin: int, until: int) -> int:
    """How many local midnights lie from `begin` up to but not including `until`."""
    return local_day(until - 1) - local_day(begin - 1)


@in_place
def working_midnights(begin: int, until: int, holidays: IntArray) -> int:
    """How many of those midnights begin a working day."""
    count = 0
    for day in range(local_day(begin - 1) + 1, local_day(until - 1) + 1):
        if is_working_day(day, holidays):
            count += 1
    return count


@in_place_apart
def due_after(anchor: int, amount: int, unit: int, holidays: IntArray) -> int:
    """R9: the last instant of an allowance that is counted from `anchor`."""
    amount = min(amount, LONGEST)
    if unit == HOURS:
        return anchor + amount * HOUR
    day = local_day(anchor)
    if unit == DAYS:
        day += amount
    elif unit == WORKING_DAYS:
        day = after_working_days(day, amount, holidays)
    elif unit == MONTHS:
        day = after_months(day, amount)
    elif unit == MONTHS_BEGINNING_WITH:
        day = last_of_months(day, amount)
    elif unit == MONTHS_BEGINNING_NEXT_DAY:
        day = last_of_months(day + 1, amount)
    else:
        day += amount - 1
    return end_of_local_day(day)


@compiled
def local_days(instants: IntArray) -> IntArray:
    """The local day of every instant."""
    days = np.empty_like(instants)
    for place in range(len(instants)):
        days[place] = local_day(instants[place])
    return days


@compiled
def first_instants(instants: IntArray) -> IntArray:
    """The first instant of the local day that each instant falls on."""
    found = np.empty_like(instants)
    for place in range(len(instants)):
        found[place] = start_of_local_day(local_day(instants[place]))
    return found


@compiled
def last_instants(instants: IntArray) -> IntArray:
    """The last instant of the local day that each instant falls on."""
    found = np.empty_like(instants)
    for place in range(len(instants)):
        found[place] = end_of_local_day(local_day(instants[place]))
    return found


@compiled
def dues_after(
    anchors: IntArray, amounts: IntArray, units: IntArray, holidays: IntArray
) -> IntArray:
    """R9: the last instant of each allowance, counted from its anchor."""
    dues = np.empty_like(anchors)
    for place in range(len(anchors)):
        dues[place] = due_after(anchors[place], amounts[place], units[place], holidays)
    return dues


def day_number(day: date) -> int:
    """A date as days since 1 January 1970."""
    return day.toordinal() - EPOCH_ORDINAL


def date_of(day: int) -> date:
    """Days since 1 January 1970 as a date."""
    return date.fromordinal(day + EPOCH_ORDINAL)


def start_of_day(day: date) -> int:
    """The first instant of a local day."""
    return int(start_of_local_day(day_number(day)))


def end_of_day(day: date) -> int:
    """The last microsecond of a local day."""
    return int(end_of_local_day(day_number(day)))


def instant_at(day: date, hour: int = 0, minute: int = 0) -> int:
    """The instant of a local date and time."""
    return int(instant_of_local(day_number(day) * DAY + hour * HOUR + minute * (HOUR // 60)))
