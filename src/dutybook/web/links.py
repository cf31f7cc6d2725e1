"""Addresses of pages, and links that change one thing of an address and keep the rest."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final
from urllib.parse import urlencode

from django.urls import reverse

_STAND_IN: Final = 8_000_000_000_000_000
"""What numbers in an address are until they are put in: no address holds such a number itself."""


def address(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a page by its name, such as `web:offender`, as Django's `reverse` gives it.

    A page of records has a hundred of them that differ by a number alone, and looking them up took
    longer than its statements. Each shape is looked up once, and the numbers are put in. A process
    serves one site: a prefix of all its addresses is that of the first request.
    """
    given = (*args, *kwargs.values())
    shape = tuple([None if type(value) is int and value >= 0 else value for value in given])
    return _pattern(name, tuple(kwargs), shape).format(*given)


@lru_cache(maxsize=4096)
def _pattern(name: str, keys: tuple[str, ...], shape: tuple[Any, ...]) -> str:
    """The address with `{0}`, `{1}` … where a number goes, the first value given being 0."""
    filled = [_STAND_IN + place if one is None else one for place, one in enumerate(shape)]
    first = len(filled) - len(keys)
    found = reverse(name, args=filled[:first], kwargs=dict(zip(keys, filled[first:], strict=True)))
    pattern = found.replace("{", "{{").replace("}", "}}")
    for place, one in enumerate(shape):
        if one is None:
            pattern = pattern.replace(str(_STAND_IN + place), f"{{{place}}}", 1)
    return pattern


def with_query(path: str, parameters: Mapping[str, Any]) -> str:
    """`path` with those parameters that have a value; empty ones are left out."""
    kept = {name: value for name, value in parameters.items() if value not in (None, "")}
    return f"{path}?{urlencode(kept)}" if kept else path


def page_link(path: str, parameters: Mapping[str, Any], number: int) -> str:
    """The same list at another page; the first page has no number in its address."""
    return with_query(path, {**parameters, "page": number if number > 1 else None})
