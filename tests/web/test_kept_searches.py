"""Lists kept under a name: found again as they were narrowed, by whoever kept them."""

from typing import Any

import pytest
from tests.web import scene
from tests.web.conftest import NOW
from tests.web.test_offender_pages import text

from dutybook.access import actions
from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import AccessLogRow, KeptSearch
from dutybook.access.queries import kept_searches
from dutybook.access.roles import Role
from dutybook.access.viewer import operator

GIVEN = {"list_name": "offenders", "filters": {"level": "high"}, "words": "Risk level: High"}


@pytest.fixture
def manager(person: Any) -> Any:
    return person(Role.OFFENDER_MANAGER, "pat")


def test_a_narrowed_list_is_kept_and_come_back_to(
    manager: Any, enter: Any, as_viewer: Any, offender_team: Any
) -> None:
    for level, name in (("high", "Tamsin Vole"), ("low", "Aldous Pym")):
        scene.register(
            as_viewer(manager), NOW, offender_team, ref=f"NV-{level}", name=name, level=level,
            owner=manager,
        )  # fmt: skip
    browser = enter(manager)
    assert "Keep this search" not in text(browser.get("/offenders/"))
    narrowed = text(browser.get("/offenders/?level=high"))
    assert 'href="/searches/keep/offenders/?level=high"' in narrowed
    address = "/searches/keep/offenders/?level=high"
    assert "Risk level: High" in text(browser.get(address))
    assert browser.post(address, {"title": " "}).status_code == 400
    assert browser.post(address, {"title": "My worst"}).status_code == 302
    page = text(browser.get("/searches/"))
    assert 'href="/offenders/?level=high"' in page
    found = text(browser.get("/offenders/?level=high"))
    assert "Tamsin Vole" in found
    assert "Aldous Pym" not in found
    kept = KeptSearch.objects.get()
    assert browser.post(f"/searches/{kept.pk}/forget/").status_code == 302
    assert "You have kept no search" in text(browser.get("/searches/"))
    assert list(
        AccessLogRow.objects.filter(kind="account", detail__startswith="search").values_list(
            "detail", flat=True
        )
    ) == ["search kept", "search forgotten"]


def test_each_keeps_their_own(manager: Any, person: Any, enter: Any, as_viewer: Any) -> None:
    mine = actions.keep_search(by=as_viewer(manager), now=NOW, title="Mine", **GIVEN)
    other = person(Role.OFFENDER_MANAGER, "quin")
    assert kept_searches(as_viewer(other)) == ()
    assert enter(other).post(f"/searches/{mine.pk}/forget/").status_code == 404
    with pytest.raises(NotFound):
        actions.drop_search(by=as_viewer(other), search_id=mine.pk)
    assert kept_searches(as_viewer(manager)) == (mine,)


def test_a_list_that_is_not_open_to_somebody_is_kept_by_nobody(
    manager: Any, person: Any, enter: Any
) -> None:
    assert enter(person(Role.AUDITOR, "ada")).get("/searches/keep/offenders/").status_code == 404
    assert enter(manager).get("/searches/keep/gossip/").status_code == 404
    with pytest.raises(NotAllowed):
        actions.keep_search(by=operator("root", route="test"), now=NOW, title="Mine", **GIVEN)


def test_one_of_the_same_name_is_replaced_and_there_is_an_end_to_them(
    manager: Any, as_viewer: Any
) -> None:
    by = as_viewer(manager)
    for number in range(50):
        actions.keep_search(by=by, now=NOW, title=f"Search {number}", **GIVEN)
    actions.keep_search(by=by, now=NOW, title="Search 7", **{**GIVEN, "filters": {"level": "low"}})
    assert KeptSearch.objects.get(title="Search 7").filters == {"level": "low"}
    with pytest.raises(InvalidInput, match="Forget one first"):
        actions.keep_search(by=by, now=NOW, title="One more", **GIVEN)
    for filters in ({"level": "x" * 201}, {str(n): "x" for n in range(21)}):
        with pytest.raises(InvalidInput, match="no search"):
            actions.keep_search(by=by, now=NOW, title="Search 1", **{**GIVEN, "filters": filters})
