"""The search, a person's page and what is said from it, the searches to answer, what to mend."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web import scene
from tests.web.conftest import NOW

from dutybook.access.roles import Role
from dutybook.records.people.models import Contact, Merge, Person, RestrictedHit


@pytest.fixture
def manager(person):
    return person(Role.OFFENDER_MANAGER, "pat")


@pytest.fixture
def supervisor(person):
    return person(Role.SUPERVISOR, "priya", rank="sergeant")


@pytest.fixture
def offender(manager, as_viewer, offender_team):
    return scene.register(as_viewer(manager), NOW, offender_team, owner=manager)


@pytest.fixture
def entry(offender):
    return Person.objects.get(subject_id=offender).pk


def text(response) -> str:
    return " ".join(response.content.decode().split())


PHONE = {"means": "phone", "value": "07700 900123", "service": "", "source": "His sister"}


def test_the_search_box_is_on_every_page_of_those_who_may_search(manager, person, enter):
    page = enter(manager).get("/").content.decode()
    box = re.search(r'<form class="db-find-box".*?</form>', page, re.S).group()
    assert 'method="post" action="/find/"' in box
    assert 'name="csrfmiddlewaretoken"' in box
    assert '<label class="govuk-visually-hidden" for="find-anyone">' in box
    assert "db-find-box" not in enter(person(Role.AUDITOR)).get("/help/").content.decode()


def test_a_misspelt_name_finds_the_person_and_leads_to_the_record(offender, entry, manager, enter):
    found = enter(manager).post("/find/", {"text": "Alfrid Quilfether"})
    page = text(found)
    assert found.status_code == 200
    assert found["Cache-Control"] == "no-store"
    assert f'href="/people/{entry}/">Alfred Quillfeather</a>' in page
    assert f'href="/offenders/{offender}/"' in page
    assert "Quil" not in found.wsgi_request.get_full_path()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"text": ""}, "Enter something to look for"),
        ({"text": "!!"}, "Enter a name, a number"),
        ({"text": "x" * 161}, "160"),
        ({"text": "31/2/1970"}, "There is no such day"),
        ({"text": "Quill", "born_day": "31", "born_month": "2", "born_year": "1970"}, "no 31 2"),
    ],
)
def test_a_search_that_asks_nothing_is_refused(sent, said, manager, enter):
    refused = enter(manager).post("/find/", sent)
    assert refused.status_code == 400
    assert said in text(refused)
    assert "There is a problem" in text(refused)


def test_a_hidden_hit_names_whom_to_ring_and_nothing_else(offender, manager, person, enter):
    asker = person(Role.INVESTIGATOR, "ines")
    page = text(enter(asker).post("/find/", {"text": "Alfred Quillfeather"}))
    assert "Ring Pat. They have been told that you searched." in page
    main = page.partition("<main")[2]
    assert "Nobody whom you may see" in main
    assert f"/offenders/{offender}/" not in main
    hit = RestrictedHit.objects.get()
    client = enter(manager)
    waiting = text(client.get("/find/asked/"))
    assert "Ines" in waiting
    assert "Alfred Quillfeather" in waiting
    assert client.post(f"/find/asked/{hit.pk}/", {"answer": " "}).status_code == 400
    sent = client.post(f"/find/asked/{hit.pk}/", {"answer": "Rang her: not the same man"})
    assert sent["Location"] == "/find/asked/?saved=answered"
    assert "There are none" in text(client.get(sent["Location"]))
    assert "not the same man" in text(client.get("/find/asked/?show=answered"))
    again = client.post(f"/find/asked/{hit.pk}/", {"answer": "Twice"})
    assert again.status_code == 400
    assert enter(asker).get(f"/find/asked/{hit.pk}/").status_code == 404


def test_something_is_added_corrected_ended_and_withdrawn(entry, manager, enter):
    client = enter(manager)
    added = client.post(f"/people/{entry}/add/contact/", PHONE)
    assert added["Location"] == f"/people/{entry}/?saved=added"
    fact = Contact.objects.get().fact_id
    here = f"/people/{entry}/contact/{fact}"
    assert 'value="07700 900123"' in text(client.get(f"{here}/correct/"))
    change = {**PHONE, "value": "07700 900124", "reason": "Misheard", "seen_version": "1"}
    assert client.post(f"{here}/correct/", change).status_code == 302
    collided = client.post(f"{here}/correct/", {**change, "value": "07700 900125"})
    assert collided.status_code == 400
    assert "It now reads: 07700 900124" in text(collided)
    assert 'name="seen_version" value="2"' in text(collided)
    versions = text(client.get(f"{here}/versions/"))
    assert versions.index("07700 900124") < versions.index("07700 900123")
    assert "Misheard" in versions
    last = {"until_day_day": "1", "until_day_month": "10", "until_day_year": "2026"}
    ended = client.post(f"{here}/end/", {**last, "reason": "Lost", "seen_version": "2"})
    assert ended.status_code == 302
    assert "In the past (1)" in text(client.get(f"/people/{entry}/"))
    gone = client.post(f"{here}/withdraw/", {"reason": "Not his", "seen_version": "3"})
    assert gone.status_code == 302
    assert Contact.objects.count() == 4
    assert client.get(f"{here}/correct/").status_code == 404


@pytest.mark.parametrize(
    ("kind", "sent", "place"),
    [
        ("contact", {"means": "phone", "value": "1"}, "#id_value"),
        ("identifier", {"scheme": "pnc", "value": "99/123457X"}, "#id_value"),
        ("address", {"residence": "main", "place": "1 Quay"}, "#id_from_day_day"),
        ("name", {"kind": "current", "name": "Else"}, ""),
        ("link", {"name": "", "relation": "partner", "category": "family"}, "#id_name"),
    ],
)
def test_what_cannot_stand_is_refused_at_its_place(entry, manager, enter, kind, sent, place):
    refused = enter(manager).post(f"/people/{entry}/add/{kind}/", sent)
    assert refused.status_code == 400
    assert "There is a problem" in text(refused)
    if place:
        assert f'<a href="{place}">' in text(refused)


def test_every_kind_has_a_form_that_opens(entry, manager, enter):
    client = enter(manager)
    page = client.get(f"/people/{entry}/").content.decode()
    forms = re.findall(r'href="(/people/\d+/add/[a-z]+/)"', page)
    assert len(forms) == 12
    for address in forms:
        assert client.get(address).status_code == 200, address
    assert client.get(f"/people/{entry}/add/tattoo/").status_code == 404


def test_a_child_is_linked_and_shown_as_protected(entry, manager, enter, person):
    client = enter(manager)
    sent = {"name": "Tamsin Fernshaw", "relation": "relative", "category": "child_at_risk",
            "at_risk": "on"}  # fmt: skip
    assert client.post(f"/people/{entry}/add/link/", sent).status_code == 302
    child = Person.objects.get(protected=True)
    page = text(client.get(f"/people/{entry}/"))
    assert f'href="/people/{child.pk}/">Tamsin Fernshaw: Another relative</a>' in page
    assert "Child known at risk" in page
    analyst = enter(person(Role.ANALYST))
    assert "Tamsin" not in text(analyst.get(f"/people/{entry}/"))
    assert analyst.get(f"/people/{child.pk}/").status_code == 404
    assert client.post(f"/people/{child.pk}/protect/").status_code == 302
    assert analyst.get(f"/people/{child.pk}/").status_code == 200


def test_a_supervisor_merges_and_undoes_it(entry, offender, manager, supervisor, as_viewer,
                                           offender_team, enter):  # fmt: skip
    other = scene.register(
        as_viewer(manager), NOW, offender_team, ref="NV-1002", name="Alf Quilfether"
    )
    second = Person.objects.get(subject_id=other).pk
    client = enter(supervisor)
    bad = client.post(f"/people/{entry}/merge/", {"number": "99999999", "reason": "Same"})
    assert "no entry with this number" in text(bad)
    sent = client.post(f"/people/{entry}/merge/", {"number": str(second), "reason": "Same CRO"})
    assert sent["Location"] == f"/people/{entry}/?saved=merged"
    page = text(client.get(f"/people/{second}/"))
    assert "Alf Quilfether" in page
    assert f"Entry {entry}" in page
    assert "also known in 1 other record" in text(client.get(f"/offenders/{offender}/"))
    merge = Merge.objects.get()
    undo = f"/people/{entry}/merges/{merge.pk}/undo/"
    assert client.post(undo, {"reason": "Brothers"}).status_code == 302
    assert "Alf Quilfether" not in text(client.get(f"/people/{entry}/"))
    assert client.post(undo, {"reason": "Again"}).status_code == 400


def test_the_offenders_page_shows_who_they_are(offender, entry, manager, enter):
    client = enter(manager)
    client.post(f"/people/{entry}/add/flag/", {"signal": "dogs", "detail": "Two, in the yard"})
    page = text(client.get(f"/offenders/{offender}/"))
    assert "Dangerous dog, Two, in the yard" in page
    assert "Never checked" in page


def test_what_to_put_right_lists_owner_and_age(offender, manager, enter):
    page = text(enter(manager).get("/people/to-put-right/"))
    assert "Alfred Quillfeather" in page
    assert "No date of birth is recorded (1)" in page
    none = text(enter(manager).get("/people/to-put-right/?rule=two_residences"))
    assert "Nothing to put right here" in none


def statements(client, method, address, *data) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert getattr(client, method)(address, *data).status_code == 200
    return sum("SAVEPOINT" not in each["sql"] for each in asked.captured_queries)


def test_pages_ask_few_questions(offender, entry, manager, supervisor, enter):
    client = enter(manager)
    for _ in range(3):
        client.post(f"/people/{entry}/add/contact/", PHONE)
    assert statements(client, "get", f"/people/{entry}/") <= 12
    assert statements(client, "get", f"/offenders/{offender}/") <= 15
    assert statements(client, "post", "/find/", {"text": "Alfred Quillfeather"}) <= 12
    assert statements(client, "get", "/find/asked/") <= 12
    assert statements(client, "get", "/people/to-put-right/") <= 15
