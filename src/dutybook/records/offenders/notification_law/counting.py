"""Counting days and years as the Act does."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Spell:
    """Days, first and last inside, spent in custody, in hospital or abroad; no last day yet: None.

    Days wholly or partly so spent are left to whoever records the spell: each of its days counts.
    """

    first: date
    last: date | None = None

    def __post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise ValueError(f"a spell cannot end on {self.last}, before it begins on {self.first}")

    def holds(self, day: date) -> bool:
        """Whether `day` is one of its days."""
        return self.first <= day and (self.last is None or day <= self.last)


def add_months(day: date, months: int) -> date:
    """The corresponding date so many months on, or the last day of a month that has none."""
    whole = day.year * 12 + day.month - 1 + months
    year, month = divmod(whole, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (following - DAY).day))


def last_day_of_months(beginning: date, months: int) -> date:
    """The last day of a period of months *beginning with* a day.

    It is the day before the corresponding date. Where the last month has no such date, its last
    day is inside: two years beginning with 29 February 2024 end with 28 February 2026.
    """
    corresponding = add_months(beginning, months)
    return corresponding if corresponding.day < beginning.day else corresponding - DAY


def last_of_days(beginning: date, days: int, spells: Iterable[Spell] = ()) -> date | None:
    """The last of so many days *beginning with* a day, leaving out days inside `spells`.

    None while a spell without an end leaves nothing to count.
    """
    if days < 1:
        raise ValueError("a period beginning with a day has at least that day")
    spells = tuple(spells)
    day, left = beginning, days
    while True:
        holding = [spell for spell in spells if spell.holds(day)]
        if not holding:
            left -= 1
            if left == 0:
                return day
            day += DAY
            continue
        ends = [spell.last for spell in holding]
        if None in ends:
            return None
        day = max(last for last in ends if last is not None) + DAY
