"""The pages' script keeps forms and asks for them; saving a form forgets its draft."""

import json

import pytest

from dutybook.access.models import FormDraft
from dutybook.access.roles import Role

FIELDS = [["level", "high"], ["reason", "New intelligence"]]


@pytest.fixture
def place(records):
    return f"/offenders/{records['offender']}/risk/"


def keep(client, place, fields=FIELDS):
    return client.post("/drafts/keep/", {"place": place, "fields": json.dumps(fields)})


def test_a_form_is_kept_asked_for_and_thrown_away(person, enter, place):
    client = enter(person(Role.OFFENDER_MANAGER))
    assert client.post("/drafts/ask/", {"place": place}).status_code == 204
    assert keep(client, place).status_code == 204
    found = client.post("/drafts/ask/", {"place": place}).json()
    assert found["fields"] == FIELDS
    assert found["kept"]
    other = enter(person(Role.OFFENDER_MANAGER, "another"))
    assert other.post("/drafts/ask/", {"place": place}).status_code == 204
    assert client.post("/drafts/drop/", {"place": place}).status_code == 204
    assert client.post("/drafts/ask/", {"place": place}).status_code == 204


@pytest.mark.parametrize("fields", ["", "{", '"x"', "[[1, 2]]"])
def test_what_is_no_form_is_refused(person, enter, place, fields):
    client = enter(person(Role.OFFENDER_MANAGER))
    answer = client.post("/drafts/keep/", {"place": place, "fields": fields})
    assert answer.status_code == 400
    assert not FormDraft.objects.exists()


def test_a_form_that_is_saved_has_no_draft_and_one_that_is_refused_has(person, enter, place):
    client = enter(person(Role.OFFENDER_MANAGER))
    keep(client, place)
    page = client.get(place).content.decode()
    assert 'data-draft="/drafts/keep/"' in page
    assert client.post(place, {}).status_code != 302
    assert FormDraft.objects.count() == 1
    day = {"day_day": "24", "day_month": "11", "day_year": "2026"}
    saved = client.post(place, {"level": "medium", "tool": "", "reason": "Read again", **day})
    assert saved.status_code == 302, saved.content.decode()[:3000]
    assert not FormDraft.objects.exists()


def test_a_password_is_never_typed_into_a_form_that_is_kept(client, db):
    assert "data-draft" not in client.get("/sign-in/").content.decode()
