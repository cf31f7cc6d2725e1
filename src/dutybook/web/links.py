"""Links that change one thing of the address and keep the rest."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode


def with_query(path: str, parameters: Mapping[str, Any]) -> str:
    """`path` with those parameters that have a value; empty ones are left out."""
    kept = {name: value for name, value in parameters.items() if value not in (None, "")}
    return f"{path}?{urlencode(kept)}" if kept else path


def page_link(path: str, parameters: Mapping[str, Any], number: int) -> str:
    """The same list at another page; the first page has no number in its address."""
    return with_query(path, {**parameters, "page": number if number > 1 else None})
