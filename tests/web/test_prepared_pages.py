"""What pages read from statements that are put together once is what their querysets give."""

import sys
from datetime import timedelta
from typing import Any

import pytest
from django.db.models import Model
from tests.web.conftest import NOW
from tests.web.crowd import crowd
from tests.web.scene import order_of, register
from tests.web.test_urls import expected

from dutybook.access.models import Team, User
from dutybook.access.prepared import Prepared
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer
from dutybook.records.offenders.actions import set_registration

# Opened by every role that may, and as it can be narrowed; every other page by one role.
NARROWED = {
    "web:home": ("?order=due", "?level=high", "?level=unknown", "?status=overdue"),
    "web:offenders": ("?order=danger", "?order=unseen", "?whose=mine", "?whose=unowned",
                      "?level=high", "?where=community", "?managed=active"),
    "web:suspects": ("?order=danger", "?order=idle", "?whose=mine", "?whose=unowned",
                     "?level=high", "?level=unknown"),
    "web:bail_board": ("?which=running", "?which=ran_out"),
    "web:week": (),
    "web:team": ("?duty=visit_within_interval",),
    "web:team_records": ("?row=high", "?column=not_overdue"),
}  # fmt: skip


def every_one() -> set[str]:
    """The functions that are marked, by their full names."""
    found = set()
    for name, module in sorted(sys.modules.items()):
        if name.startswith("dutybook."):
            own = (value for value in vars(module).values() if isinstance(value, Prepared))
            found |= {f"{one.__module__}.{one.__qualname__}" for one in own}
    return found


def plain(row: Any) -> Any:
    """A row by what it holds, a model with all its columns."""
    if not isinstance(row, Model):
        return row
    return {name: plain(value) for name, value in vars(row).items() if name != "_state"}


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """From here on each answer is compared with that of the queryset; which were, by name."""
    compared: set[str] = set()
    answer, part = Prepared.__call__, Prepared.part

    def both(self: Prepared, *shape: Any, **values: Any) -> list[Any]:
        found = answer(self, *shape, **values)
        queryset = self._build(*shape, **values)
        name = f"{self.__module__}.{self.__qualname__}"
        as_read, as_asked = [plain(row) for row in found], [plain(row) for row in queryset]
        if not queryset.ordered:
            as_read, as_asked = sorted(as_read, key=repr), sorted(as_asked, key=repr)
        assert as_read == as_asked, name
        compared.add(name)
        return found

    def as_part(self: Prepared, *shape: Any, **values: Any) -> Any:
        both(self, *shape, **values)
        return part(self, *shape, **values)

    monkeypatch.setattr(Prepared, "__call__", both)
    monkeypatch.setattr(Prepared, "part", as_part)
    return compared


def order_alone(owner: User, by: Viewer, team: Team) -> None:
    """Of one of the owner's offenders no more is due than what an order asks for."""
    offender = register(by, NOW, team, ref="NV-7001", name="Osbert Wherry", owner=owner)
    order_of(by, NOW, offender)
    set_registration(by=by, now=NOW, subject_id=offender, at=NOW - timedelta(days=5), state="ended")


def test_every_page_reads_what_its_querysets_give(
    held: set[str],
    person: Any,
    enter: Any,
    as_viewer: Any,
    addresses: dict[str, str],
    offender_team: Any,
    abuse_team: Any,
) -> None:
    owner = person(Role.OFFENDER_MANAGER, "owner")
    crowd(60, prefix="many", now=NOW, offender_team=offender_team, abuse_team=abuse_team,
          owner=owner)  # fmt: skip
    order_alone(owner, as_viewer(owner), offender_team)
    browsers = {role: enter(person(role, f"some_{role}")) for role in Role}
    browsers[Role.OFFENDER_MANAGER] = enter(owner)
    for name, row in expected().items():
        roles = [role for role in Role if row[role.value] == "page"]
        for role in roles if name in NARROWED else roles[:1]:
            for more in ("", *NARROWED.get(name, ())):
                response = browsers[role].get(addresses[name] + more)
                assert response.status_code in (200, 302), (name, role, more)
                follow(browsers[role], response)
    assert every_one() - held == set()


def follow(browser: Any, response: Any) -> None:
    """The page after the first, where there is one."""
    page = response.content.decode(errors="replace")
    marked = page.find('">Next page</a>')
    if marked > 0:
        link = page[page.rindex('href="', 0, marked) + 6 : marked].replace("&amp;", "&")
        assert browser.get(link).status_code == 200, link
