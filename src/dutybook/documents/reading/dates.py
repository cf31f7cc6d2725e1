"""Dates as people print them. Nothing is guessed: what is not plainly one day gives None."""

import re
from datetime import date

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH_NUMBERS = {name: number for number, name in enumerate(_MONTHS, start=1)}
_MONTH_NUMBERS |= {name[:3]: number for name, number in list(_MONTH_NUMBERS.items())}
_MONTH_NUMBERS["sept"] = 9

_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
DAY_PATTERN = rf"{_WEEKDAY}\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Za-z]{{3,9}}\.?,?\s+\d{{4}}"
"""A day in words, as in ``31 October 2026`` or ``Monday 1st of June, 2026``."""

_DAY = re.compile(
    rf"{_WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?([A-Za-z]{{3,9}})\.?,?\s+(\d{{4}})",
    re.IGNORECASE,
)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def day_printed(words: str) -> date | None:
    """The day that the words print, or None if they print no single day of the calendar.

    Numbers such as 04/05/2026 are not read: which is the month is a guess.
    """
    words = words.strip().rstrip(".")
    iso = _ISO.fullmatch(words)
    if iso:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    printed = _DAY.fullmatch(words)
    if printed and printed[2].lower() in _MONTH_NUMBERS:
        return _day(int(printed[3]), _MONTH_NUMBERS[printed[2].lower()], int(printed[1]))
    return None


def day_in_words(day: date) -> str:
    """``9 June 2026``."""
    return f"{day.day} {_MONTHS[day.month - 1].title()} {day.year}"


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
