"""The oracle's own calendar (R9), on `datetime` and `zoneinfo` only.

An instant is a whole number of microseconds since 1970-01-01T00:00Z. A day is a `date` as lived
in Europe/London.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
MICROSECONDS_AN_HOUR = 3_600_000_000

Instant = int


class Unit(Enum):
    """What an allowance is counted in."""

    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    DAYS_BEGINNING_WITH = "days_beginning_with"
    MONTHS_BEGINNING_WITH = "months_beginning_with"
    MONTHS_BEGINNING_NEXT_DAY = "months_beginning_next_day"


def to_instant(moment: datetime) -> Instant:
    return (moment - EPOCH) // MICROSECOND


def to_datetime(instant: Instant) -> datetime:
    return EPOCH + instant * MICROSECOND


def local(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> Instant:
    """A wall-clock time in London; one that is skipped or repeated is the later instant."""
    wall = datetime.combine(date(year, month, day), time(hour, minute), tzinfo=LONDON)
    return max(to_instant(wall.replace(fold=fold).astimezone(UTC)) for fold in (0, 1))


def day_of(instant: Instant) -> date:
    """The London day that holds the instant."""
    return to_datetime(instant).astimezone(LONDON).date()


def first_instant(day: date) -> Instant:
    return local(day.year, day.month, day.day)


def last_instant(day: date) -> Instant:
    return first_instant(day + timedelta(days=1)) - 1


def add_months(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day where it is shorter."""
    year, month_from_zero = divmod(day.year * 12 + day.month - 1 + months, 12)
    month = month_from_zero + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def add_working_days(day: date, count: int, holidays: Collection[date]) -> date:
    """The day on which the count-th working day after `day` falls."""
    while count > 0:
        day += timedelta(days=1)
        if day.weekday() < 5 and day not in holidays:
            count -= 1
    return day


def months_beginning_with(first: date, months: int) -> date:
    """The last of so many months of which `first` is the first day: the day before the same day
    of the last month, or that month's end where it has no such day."""
    same = add_months(first, months)
    return same - timedelta(days=1) if same.day == first.day else same


def midnights(begin: Instant, until: Instant) -> list[date]:
    """The days whose first instant lies from `begin` up to but not including `until`."""
    day = day_of(begin)
    found = []
    while first_instant(day) < until:
        if first_instant(day) >= begin:
            found.append(day)
        day += timedelta(days=1)
    return found


def due_after(anchor: Instant, amount: int, unit: Unit, holidays: Collection[date]) -> Instant:
    """The last instant at which something allowed `amount` of `unit` from `anchor` is in time."""
    if unit is Unit.HOURS:
        return anchor + amount * MICROSECONDS_AN_HOUR
    start = day_of(anchor)
    if unit is Unit.DAYS:
        return last_instant(start + timedelta(days=amount))
    if unit is Unit.DAYS_BEGINNING_WITH:
        return last_instant(start + timedelta(days=amount - 1))
    if unit is Unit.MONTHS_BEGINNING_WITH:
        return last_instant(months_beginning_with(start, amount))
    if unit is Unit.MONTHS_BEGINNING_NEXT_DAY:
        return last_instant(months_beginning_with(start + timedelta(days=1), amount))
    if unit is Unit.MONTHS:
        return last_instant(add_months(start, amount))
    return last_instant(add_working_days(start, amount, holidays))
