"""Addresses of pages, and links that change one thing of an address and keep the rest."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final
from urllib.parse import urlencode

from django.urls import get_script_prefix, get_urlconf, reverse

_STAND_IN: Final = 8_000_000_000_000_000
"""What numbers in an address are until they are put in: no address holds such a number itself."""


def address(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a page by its name, such as `web:offender`, as Django's `reverse` gives it.

    A page of records has a hundred of them that differ by a number alone, and looking them up took
    longer than its statements. Each shape is looked up once, and the numbers are put in.
    """
    numbers: list[int] = []

    def shaped(value: Any) -> Any:
        if type(value) is not int or value < 0:
            return value
        numbers.append(value)
        return _STAND_IN + len(numbers)

    shape = tuple(shaped(value) for value in args)
    named = tuple((key, shaped(value)) for key, value in kwargs.items())
    found = _looked_up(name, shape, named, get_urlconf(), get_script_prefix())
    for place, number in enumerate(numbers, start=1):
        found = found.replace(str(_STAND_IN + place), str(number), 1)
    return found


@lru_cache(maxsize=4096)
def _looked_up(
    name: str,
    args: tuple[Any, ...],
    kwargs: tuple[tuple[str, Any], ...],
    urlconf: str | None,
    _prefix: str,
) -> str:
    return reverse(name, urlconf, args=args, kwargs=dict(kwargs))


def with_query(path: str, parameters: Mapping[str, Any]) -> str:
    """`path` with those parameters that have a value; empty ones are left out."""
    kept = {name: value for name, value in parameters.items() if value not in (None, "")}
    return f"{path}?{urlencode(kept)}" if kept else path


def page_link(path: str, parameters: Mapping[str, Any], number: int) -> str:
    """The same list at another page; the first page has no number in its address."""
    return with_query(path, {**parameters, "page": number if number > 1 else None})
