"""Addresses looked up once are those that Django looks up each time."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.urls import NoReverseMatch, clear_script_prefix, reverse, set_script_prefix

from dutybook.web.links import _pattern, address

TAKEN: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = [
    ("web:offenders", (), {}),
    ("web:offender", (7,), {}),
    ("web:offender", (8_000_000_000_000_001,), {}),
    ("web:visit_correct", (), {"subject_id": 3, "fact_id": 33}),
    ("web:visit_correct", (), {"fact_id": 33, "subject_id": 3}),
    ("web:offender_versions", (), {"subject_id": 0, "fact_id": 80, "table": "visit"}),
    ("web:offender_section", (12, "visits"), {}),
    ("web:recommendation", ("a-report", 8), {}),
]


@pytest.mark.parametrize(("name", "args", "kwargs"), TAKEN)
def test_it_is_the_address_that_django_gives(
    name: str, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> None:
    for _ in range(2):
        assert address(name, *args, **kwargs) == reverse(name, args=args, kwargs=kwargs)


@pytest.mark.parametrize("wrong", [lambda: address("web:nowhere"), lambda: address("web:offender"),
                                   lambda: address("web:offender", -1)])  # fmt: skip
def test_what_has_no_address_is_refused_as_django_refuses_it(wrong: Callable[[], str]) -> None:
    with pytest.raises(NoReverseMatch):
        wrong()


@pytest.fixture
def beneath_a_prefix() -> Iterator[None]:
    """A process that has looked up nothing yet, of a site that is not at the root."""
    _pattern.cache_clear()
    set_script_prefix("/dutybook/")
    yield
    clear_script_prefix()
    _pattern.cache_clear()


@pytest.mark.usefixtures("beneath_a_prefix")
def test_a_prefix_of_the_whole_site_is_kept() -> None:
    for _ in range(2):
        assert address("web:offender", 7) == "/dutybook/offenders/7/"
