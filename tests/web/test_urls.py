"""Every address has its rule, every rule its address, and every role what the matrix says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from dutybook.access.roles import Role
from dutybook.access.url_policy import rule_for
from dutybook.web.context import NAVIGATION
from dutybook.web.url_policy import WEB_RULES

MATRIX = Path(__file__).parent / "role_url_matrix.txt"


def names(resolver: URLResolver, namespace: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            assert pattern.name, f"{pattern.pattern} has no name"
            yield f"{namespace}{pattern.name}"
        else:
            yield from names(pattern, f"{namespace}{pattern.namespace}:")


def test_every_address_of_the_site_has_a_rule():
    unruled = [name for name in names(get_resolver()) if rule_for(name) is None]
    assert unruled == []


def test_every_rule_has_an_address():
    there = set(names(get_resolver()))
    assert [rule.name for rule in WEB_RULES if rule.name not in there] == []


def test_every_link_of_the_navigation_leads_somewhere():
    for _, name, _ in NAVIGATION:
        assert reverse(name).startswith("/")


def expected() -> dict[str, dict[str, str]]:
    """The committed matrix: page by role, as somebody wrote it down."""
    header, *rows = [
        line.split() for line in MATRIX.read_text().splitlines() if line and line[0] != "#"
    ]
    assert [Role(word) for word in header[1:]] == list(Role)
    return {name: dict(zip(header[1:], cells, strict=True)) for name, *cells in rows}


def test_the_matrix_has_a_row_for_every_page():
    assert sorted(expected()) == sorted(rule.name for rule in WEB_RULES)


@pytest.mark.parametrize("role", list(Role))
def test_each_role_opens_what_the_matrix_says(role, person, enter, addresses):
    client = enter(person(role, f"some_{role}"))
    answered = {}
    for name in expected():
        response = client.get(addresses[name])
        answered[name] = {200: "page", 302: "onward"}.get(
            response.status_code, str(response.status_code)
        )
    assert answered == {name: row[role.value] for name, row in expected().items()}


def test_nobody_opens_anything_but_the_sign_in_page(addresses, clock):
    for name, address in addresses.items():
        response = Client().get(address)
        rule = rule_for(name)
        if name == "web:sign_in":
            assert response.status_code == 200
        elif name == "web:calendar_feed":  # open to whoever holds an address that was given out
            assert response.status_code == 404
        elif "GET" not in rule.methods:
            assert response.status_code == 405
        else:
            assert response.status_code == 302, name
            assert response["Location"].startswith("/sign-in/?next="), name


def test_every_page_says_that_people_are_invented_and_the_policies_illustrative(
    person, enter, addresses
):
    told = 0
    for role in (Role.SUPERVISOR, Role.CHIEF_OFFICER, Role.WELLBEING_LEAD, Role.ADMINISTRATOR):
        client = enter(person(role, f"some_{role}"))
        for name, address in addresses.items():
            response = client.get(address)
            if response["Content-Type"].startswith("text/html") and response.content:
                page = response.content.decode()
                invented = "Everyone here is invented. Policies are illustrative values." in page
                assert invented or name == "web:response_preview", name
                told += 1
    assert told > 150
