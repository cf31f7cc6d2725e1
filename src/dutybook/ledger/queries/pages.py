"""Pages of long lists: the next page begins after the last row shown, however the list grew.

Nothing is counted and nothing is skipped over, so the hundredth page costs what the first does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Q, QuerySet

from dutybook.access.errors import InvalidInput

Row = TypeVar("Row")
PAGE_SIZE = 50
LARGEST_PAGE = 500
NO_SUCH_PAGE = "This page does not exist: go back to the first"


@dataclass(frozen=True)
class Page(Generic[Row]):
    """Some rows, and where the next page begins (None at the end of the list)."""

    rows: tuple[Row, ...]
    next: str | None


def cut(
    found: QuerySet[Any], keys: Sequence[str], *, after: str, size: int
) -> tuple[list[Any], str | None]:
    """The rows after the place `after`, and the place where the following page begins.

    `keys` are whole-number columns, each with a minus when it runs downwards; together they are
    different for every row and never null. Raises `InvalidInput` for a place that is none.
    """
    rows = list(placed(found, keys, place_in(after, keys, size), size))
    return with_next(rows, keys, size)


def place_in(after: str, keys: Sequence[str], size: int) -> tuple[int, ...]:
    """The place `after` of a list by these keys as numbers, none for the beginning; `InvalidInput`
    for a place or a size that is none."""
    _check_size(size)
    return _place(after, len(keys)) if after else ()


def placed(
    found: QuerySet[Any, Any], keys: Sequence[str], place: Sequence[int], size: int
) -> QuerySet[Any, Any]:
    """The rows after a place in order, and one more, which tells whether a page follows."""
    if place:
        found = found.filter(_beyond(keys, place))
    return found.order_by(*keys)[: size + 1]


def with_next(rows: list[Any], keys: Sequence[str], size: int) -> tuple[list[Any], str | None]:
    """The rows of one page, and the place where the following page begins."""
    if len(rows) <= size:
        return rows, None
    last = rows[size - 1]
    return rows[:size], ".".join(str(_read(last, key.lstrip("-"))) for key in keys)


def place_by_text(name: str, *, within: QuerySet[Any], after: str, size: int) -> dict[str, Any]:
    """Where a page of a list in the order of a text begins: the text and the number of the last row
    shown, for `placed_by_text`; nothing for the beginning.

    The place `after` is that number, which is looked up among `within`, so that no text stands in
    an address. Raises `InvalidInput` for a place or a size that is none.
    """
    _check_size(size)
    if not after:
        return {}
    known = after.isascii() and after.isdecimal() and len(after) < 19
    last = within.filter(pk=int(after)) if known else within.none()
    text = last.values_list(name, flat=True).first()
    if text is None:
        raise InvalidInput({"page": NO_SUCH_PAGE})
    return {"text": text, "number": int(after)}


def placed_by_text(
    found: QuerySet[Any, Any], name: str, size: int, *, text: str = "", number: int | None = None
) -> QuerySet[Any, Any]:
    """The rows after a place in the order of a text such as a name, then of `id`, and one more."""
    if number is not None:
        found = found.filter(Q(**{f"{name}__gt": text}) | Q(**{name: text, "id__gt": number}))
    return found.order_by(name, "id")[: size + 1]


def with_next_number(rows: list[Any], size: int) -> tuple[list[Any], str | None]:
    """The rows of one page, and the number after which the following page begins."""
    return rows[:size], str(rows[size - 1]["id"]) if len(rows) > size else None


def _check_size(size: int) -> None:
    if not 1 <= size <= LARGEST_PAGE:
        raise InvalidInput({"page": f"A page has from 1 to {LARGEST_PAGE} rows"})


def _read(row: Any, name: str) -> int:
    return int(row[name] if isinstance(row, dict) else getattr(row, name))


def _place(after: str, width: int) -> tuple[int, ...]:
    try:
        place = tuple(int(part) for part in after.split("."))
    except ValueError:
        place = ()
    if len(place) != width or any(abs(part) >= 2**62 for part in place):
        raise InvalidInput({"page": NO_SUCH_PAGE})
    return place


def _beyond(keys: Sequence[str], place: Sequence[int]) -> Q:
    beyond = Q()
    same: dict[str, int] = {}
    for key, value in zip(keys, place, strict=True):
        name = key.lstrip("-")
        side = "lt" if key.startswith("-") else "gt"
        beyond |= Q(**same, **{f"{name}__{side}": value})
        same[name] = value
    return beyond
