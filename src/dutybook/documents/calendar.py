"""What falls due as a calendar that any telephone reads: days and counts, and nobody's name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

NAME = "Dutybook"


@dataclass(frozen=True)
class DueOn:
    """One day: how many things fall due, by what they are called; `late` is what is late by then
    and counted on the first day alone."""

    day: date
    due: Mapping[str, int]
    late: int = 0


def write_calendar(days: Sequence[DueOn], *, feed: str, page: str, now: datetime) -> bytes:
    """The days as iCalendar (RFC 5545), each an entry of the whole day.

    `feed` keeps the entries of one feed apart from those of another; `page` is the address where
    the names are, for those who may see them.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Dutybook//What is due//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", NAME)
    for one in days:
        calendar.add_component(_entry(one, feed=feed, page=page, now=now))
    return bytes(calendar.to_ical())


def _entry(one: DueOn, *, feed: str, page: str, now: datetime) -> Event:
    due = sum(one.due.values())
    late = [f"{one.late} late"] if one.late else []
    lines = [f"{title}: {count}" for title, count in sorted(one.due.items())]
    entry = Event()
    entry.add("uid", f"{feed}-{one.day:%Y%m%d}@dutybook")
    entry.add("dtstamp", now)
    entry.add("dtstart", one.day)
    entry.add("dtend", one.day + timedelta(days=1))
    entry.add("summary", f"{NAME}: " + ", ".join([*late, f"{due} due"] if due else late))
    entry.add("description", "\n".join([*lines, page]))
    return entry
