"""How the pages say things: dates, levels, statuses, durations. One word for one thing."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

LOCAL = ZoneInfo("Europe/London")

LEVELS = {
    "very_high": "Very high",
    "high": "High",
    "medium": "Medium",
    "low": "Low",
    "unknown": "Level unknown",
}
"""Highest first: the order of every list and matrix."""

STATUSES = {
    "not_yet_open": ("Not yet open", "plain"),
    "due": ("Due", "plain"),
    "overdue": ("Overdue", "bad"),
    "met_on_time": ("Met on time", "good"),
    "met_late": ("Met late", "warn"),
    "authorised": ("Authorised", "good"),
    "authorised_late": ("Authorised late", "warn"),
    "in_breach": ("In breach", "bad"),
    "closed_unmet": ("Closed unmet", "bad"),
    "no_longer_owed": ("No longer owed", "plain"),
    "stopped": ("Stopped", "plain"),
    "unknown": ("Unknown", "unset"),
    "no_standard_set": ("No standard set", "unset"),
}

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""Written out: a page says the same whatever language the machine is set to, and in a third of the
time."""

UNITS = {
    "hours": ("hour", "hours"),
    "days": ("day", "days"),
    "working_days": ("working day", "working days"),
    "months": ("month", "months"),
    "days_beginning_with": ("day, counting the first", "days, counting the first"),
}


def day(value: date | datetime | None) -> str:
    """`24 November 2026`, in local time."""
    if value is None:
        return "not recorded"
    local = _local_day(value)
    return f"{local.day} {MONTHS[local.month - 1]} {local.year}"


def short_day(value: date | datetime | None) -> str:
    """`24 Nov 2026`, for tables."""
    if value is None:
        return "not recorded"
    local = _local_day(value)
    return f"{local.day} {MONTHS[local.month - 1][:3]} {local.year}"


def weekday(value: date | datetime) -> str:
    """`Tuesday 24 November 2026`."""
    local = _local_day(value)
    return f"{WEEKDAYS[local.weekday()]} {day(local)}"


def moment(value: datetime | None) -> str:
    """`24 November 2026 at 14:05`, in local time."""
    if value is None:
        return "not recorded"
    local = value.astimezone(LOCAL)
    return f"{day(local.date())} at {local.hour:02}:{local.minute:02}"


def level(value: str | None) -> str:
    """A level of risk in words; none recorded is *Level unknown*."""
    return LEVELS.get(value or "unknown", str(value))


def status(value: str) -> str:
    """A status in words."""
    return STATUSES[value][0]


def status_tone(value: str) -> str:
    """Which of the tag's looks a status has."""
    return STATUSES[value][1]


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 visit`, `1,200 visits`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def number(value: int) -> str:
    """`1,200`."""
    return f"{value:,}"


def interval(amount: int | None, unit: str) -> str:
    """`3 months`; nothing set is said so."""
    if amount is None:
        return "unset"
    one, many = UNITS[unit]
    return f"{amount:,} {one if amount == 1 else many}"


def plain(value: str | None) -> str:
    """A stored choice as words: `not_living_there` is *Not living there*."""
    return (value or "not recorded").replace("_", " ").capitalize()


def sentence(text: str) -> str:
    """The same words with a capital first and a full stop last; names inside stay as they are."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}." if text else ""


def yes_no(value: bool | None) -> str:
    """An answer; none recorded is neither yes nor no."""
    return {True: "Yes", False: "No", None: "Not recorded"}[value]


def share(numerator: int, denominator: int) -> str:
    """A percentage rounded down, so that 100% is only ever all of them."""
    if denominator == 0:
        return "none to count"
    return f"{numerator * 100 // denominator}%"


def _local_day(value: date | datetime) -> date:
    return value.astimezone(LOCAL).date() if isinstance(value, datetime) else value


FILTERS: dict[str, Callable[..., Any]] = {
    "day": day,
    "short_day": short_day,
    "weekday": weekday,
    "moment": moment,
    "level": level,
    "status": status,
    "status_tone": status_tone,
    "counted": count,
    "number": number,
    "plain": plain,
    "interval": interval,
    "share_of": share,
    "sentence": sentence,
    "yes_no": yes_no,
}
