"""Whoever goes there is told first what they must know: on the record, the round and the form."""

from datetime import timedelta
from typing import Any

import pytest
from tests.web.conftest import NOW
from tests.web.crowd import crowd

from dutybook.access.models import AccessLogRow, User
from dutybook.access.roles import Role
from dutybook.ledger.models import Subject
from dutybook.records.people import actions as people
from dutybook.records.people.models import Person

LINE = "Dangerous dog, Loose in the yard"


def warn(by: Any, subject_id: int) -> None:
    person = Person.objects.get(subject_id=subject_id)
    people.state(
        by=by,
        now=NOW - timedelta(days=1),
        person_id=person.pk,
        kind="flag",
        values={"signal": "dogs", "detail": "Loose in the yard"},
    )


def told(page: str) -> list[str]:
    """The lines of warnings at the top of a page, one for each record."""
    return [part.split("</p>")[0] for part in page.split('class="db-warnings">')[1:]]


@pytest.mark.parametrize(
    "address", ["/offenders/{}/", "/offenders/{}/section/visits/", "/offenders/{}/visits/new/"]
)
def test_of_an_offender(records: dict[str, int], enter: Any, as_viewer: Any, address: str) -> None:
    user = User.objects.get(username="first.manager")
    browser = enter(user)
    subject = records["offender"]
    assert told(browser.get(address.format(subject)).content.decode()) == []
    warn(as_viewer(user), subject)
    (line,) = told(browser.get(address.format(subject)).content.decode())
    assert LINE in line
    assert "Warning" in line


def test_of_a_suspect_with_who_they_are(
    records: dict[str, int], enter: Any, as_viewer: Any
) -> None:
    user = User.objects.get(username="first.investigator")
    browser = enter(user)
    warn(as_viewer(user), records["suspect"])
    page = browser.get(f"/suspects/{records['suspect']}/").content.decode()
    (line,) = told(page)
    assert LINE in line
    assert "Everything said of this person" in page


@pytest.mark.parametrize(
    ("kind", "about", "who", "address"),
    [
        ("order", "offender", "first.manager", "/orders/{}/"),
        ("child", "offender", "first.manager", "/children/{}/"),
        ("bail", "suspect", "first.investigator", "/bail/{}/"),
    ],
)
def test_of_what_lies_beneath_a_record(
    records: dict[str, int], enter: Any, as_viewer: Any, kind: str, about: str, who: str,
    address: str,
) -> None:  # fmt: skip
    user = User.objects.get(username=who)
    browser = enter(user)
    place = address.format(records[kind])
    assert told(browser.get(place).content.decode()) == []
    warn(as_viewer(user), records[about])
    (line,) = told(browser.get(place).content.decode())
    assert LINE in line
    assert ("Warning about " in line) is (kind == "child")  # whose page names somebody else
    asked = AccessLogRow.objects.latest("id").request_id
    rows = AccessLogRow.objects.filter(request_id=asked).values_list("subjects", flat=True)
    assert sorted(one for row in rows for one in row) == sorted([records[kind], records[about]])


def test_on_the_round_of_a_week(
    person: Any, enter: Any, as_viewer: Any, offender_team: Any, abuse_team: Any
) -> None:
    user = person(Role.OFFENDER_MANAGER, "owner")
    crowd(2, prefix="two", now=NOW, offender_team=offender_team, abuse_team=abuse_team,
          owner=user)  # fmt: skip
    browser = enter(user)
    page = browser.get("/week/").content.decode()
    assert "Crowd 0000" in page
    assert told(page) == []
    subject = Subject.objects.get(label="Crowd 0000").pk
    warn(as_viewer(user), subject)
    (line,) = told(browser.get("/week/").content.decode())
    assert LINE in line
    row = AccessLogRow.objects.filter(route="web:week", kind="offender").latest("id")
    assert row.detail == "my week"
    assert subject in row.subjects
