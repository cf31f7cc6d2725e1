"""Checking what was typed, field by field, before anything is written."""

from collections.abc import Iterable
from datetime import date, datetime

from dutybook.access.errors import InvalidInput
from dutybook.ledger.instants import day_begins, local_day

EARLIEST = date(1990, 1, 1)
"""Nothing recorded here happened before: an earlier date is a slip of the finger."""


class Problems:
    """Collects what is wrong with each field; the first word about a field stays."""

    def __init__(self) -> None:
        self._found: dict[str, str] = {}

    def add(self, field: str, words: str) -> None:
        """Say what is wrong with a field and what to do."""
        self._found.setdefault(field, words)

    def refuse_if_any(self) -> None:
        """Raise `InvalidInput` when anything was wrong."""
        if self._found:
            raise InvalidInput(self._found)

    def moment(self, field: str, at: datetime, now: datetime, *, what: str) -> None:
        """A moment that has come: with a time zone, not in the future, not absurdly long ago."""
        if at.tzinfo is None:
            self.add(field, f"The time of {what} needs a time zone")
        elif at > now:
            self.add(field, f"{what.capitalize()} cannot be in the future")
        elif local_day(at) < EARLIEST:
            self.add(field, f"{what.capitalize()} cannot be before {EARLIEST.year}")

    def choice(self, field: str, value: str, choices: Iterable[str]) -> None:
        """One of the declared choices."""
        choices = tuple(choices)
        if value not in choices:
            words = ", ".join(choice.replace("_", " ") for choice in choices)
            self.add(field, f"Choose one of: {words}")

    def filled(self, field: str, value: str, words: str, *, longest: int = 4000) -> None:
        """Some text, and not too much of it."""
        if not value.strip():
            self.add(field, words)
        self.length(field, value, longest)

    def length(self, field: str, value: str, longest: int) -> None:
        """Text that fits."""
        if len(value) > longest:
            self.add(field, f"Use {longest} characters or fewer")
        if "\x00" in value:
            self.add(field, "Remove the characters that cannot be kept")

    def born(self, field: str, day: date | None, today: date) -> None:
        """A date of birth that a living person can have, or none."""
        if day is not None and not date(1900, 1, 1) <= day <= today:
            self.add(field, "Enter a date of birth between 1900 and today")


def moment_of(at: datetime | date) -> tuple[datetime, bool]:
    """A moment, or a day that is known without its time: (`at`, `day_only`) as facts keep them."""
    if isinstance(at, datetime):
        return at, False
    return day_begins(at), True
