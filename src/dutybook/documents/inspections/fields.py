"""The values of a JSON object taken one by one, each checked, with the place of what is wrong."""

import json
from collections.abc import Mapping
from datetime import date


class InspectionError(Exception):
    """A description of an inspection that cannot be used: ``what``, ``where``, ``remedy``."""

    def __init__(self, *, what: str, where: str, remedy: str) -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__(f"{where}: {what} {remedy}")


def parse_object(data: bytes, *, name: str) -> "Fields":
    """The one JSON object that the bytes hold."""
    try:
        value = json.loads(data)
    except UnicodeDecodeError as error:
        raise InspectionError(
            what="the file is not UTF-8 text.",
            where=f"{name}, byte {error.start}",
            remedy="Save it as UTF-8.",
        ) from error
    except json.JSONDecodeError as error:
        raise InspectionError(
            what=f"this is not JSON: {error.msg}.",
            where=f"{name}, line {error.lineno}, column {error.colno}",
            remedy="Mend the JSON there.",
        ) from error
    return Fields(value, where=name)


class Fields:
    """One JSON object, its values taken by name. What is never taken is refused by ``finish``."""

    def __init__(self, value: object, *, where: str) -> None:
        self.where = where
        if not isinstance(value, Mapping):
            raise self._error("an object is wanted here.", "Write it as {...}.")
        self._left: dict[str, object] = dict(value)

    def text(self, name: str) -> str:
        value = self._take(name)
        if not isinstance(value, str) or not value.strip():
            raise self._error(f"{name!r} must be some text.", "Write the words between quotes.")
        return value

    def optional_text(self, name: str) -> str | None:
        return self.text(name) if name in self._left else None

    def number(self, name: str) -> int:
        value = self._take(name)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise self._error(f"{name!r} must be a whole number from 1.", "Write it in digits.")
        return value

    def truth(self, name: str) -> bool:
        value = self._take(name)
        if not isinstance(value, bool):
            raise self._error(f"{name!r} must be true or false.", "Write one of them, unquoted.")
        return value

    def day(self, name: str) -> date:
        written = self.text(name)
        try:
            return date.fromisoformat(written)
        except ValueError as error:
            raise self._error(
                f"{name!r} is {written!r}, which is no day of the calendar.", "Write YYYY-MM-DD."
            ) from error

    def texts(self, name: str) -> tuple[str, ...]:
        values = self._list(name)
        if not all(isinstance(value, str) and value.strip() for value in values):
            raise self._error(f"{name!r} must be a list of texts.", 'Write it as ["...", "..."].')
        return tuple(str(value) for value in values)

    def objects(self, name: str) -> tuple["Fields", ...]:
        return tuple(
            Fields(value, where=f"{self.where}, {name}[{place}]")
            for place, value in enumerate(self._list(name))
        )

    def finish(self) -> None:
        """Refuse any value that nobody asked for: it is a slip of the pen."""
        if self._left:
            known = ", ".join(repr(name) for name in sorted(self._left))
            raise self._error(f"unknown: {known}.", "Check the spelling, or take it out.")

    def _list(self, name: str) -> list[object]:
        value = self._take(name)
        if not isinstance(value, list):
            raise self._error(f"{name!r} must be a list.", "Write it as [...].")
        return value

    def _take(self, name: str) -> object:
        if name not in self._left:
            raise self._error(f"{name!r} is missing.", "Add it.")
        return self._left.pop(name)

    def _error(self, what: str, remedy: str) -> InspectionError:
        return InspectionError(what=what, where=self.where, remedy=remedy)
