"""Suspects, bail and screening, from their pages."""

import re

import pytest
from tests.web import scene
from tests.web.conftest import NOW
from tests.web.test_offender_pages import text

from dutybook.access.roles import Role


@pytest.fixture
def investigator(person):
    return person(Role.INVESTIGATOR, "ines")


@pytest.fixture
def suspect(investigator, as_viewer, abuse_team):
    return scene.suspect(as_viewer(investigator), NOW, abuse_team)


def day(name: str, value: str) -> dict[str, str]:
    year, month, number = value.split("-")
    return {f"{name}_day": number, f"{name}_month": month, f"{name}_year": year}


def test_a_referral_opens_a_record_without_a_name(investigator, enter, abuse_team):
    client = enter(investigator)
    sent = client.post(
        "/suspects/new/",
        {
            "reference": "OP-1/26", "received_from": "National Crime Agency", "name": "",
            "referral_reference": "", "team": str(abuse_team.pk), **day("day", "2026-11-20"),
        },
    )  # fmt: skip
    assert sent.status_code == 302, text(sent)
    page = text(client.get(sent["Location"]))
    assert "Not identified" in page
    assert "Referral received" in page
    assert "OP-1/26" in text(client.get("/suspects/?order=idle"))


@pytest.mark.parametrize(
    ("page", "given", "said"),
    [
        ("grade", {"level": "very_high"}, "Graded very high"),
        ("enforce", {"kind": "arrest"}, "Arrest"),
        ("end", {"reason": "No further action"}, "Investigation ended"),
        ("reopen", {"reason": "New evidence"}, "Investigation reopened"),
    ],
)
def test_what_is_done_stands_in_the_timeline(suspect, investigator, enter, page, given, said):
    client = enter(investigator)
    assert client.get(f"/suspects/{suspect}/{page}/").status_code == 200
    sent = client.post(f"/suspects/{suspect}/{page}/", {**given, **day("day", "2026-11-24")})
    assert sent.status_code == 302, text(sent)
    assert said in text(client.get(sent["Location"]))


def test_bail_from_its_grant_to_its_end(suspect, investigator, enter):
    client = enter(investigator)
    whole = {
        **day("arrested_on", "2026-11-14"), **day("first_day", "2026-11-15"),
        **day("last_day", "2026-11-14"), "conditional": "yes", "conditions": "No contact",
    }  # fmt: skip
    refused = client.post(f"/suspects/{suspect}/bail/", whole)
    assert refused.status_code == 400
    assert '<a href="#id_last_day_day">' in text(refused)
    sent = client.post(f"/suspects/{suspect}/bail/", {**whole, **day("last_day", "2027-02-14")})
    bail = sent["Location"].split("?")[0]
    board = text(client.get("/bail/"))
    assert "in 82 days" in board
    assert "not yet" in board
    early = client.post(f"{bail}extend/", {**day("last_day", "2027-01-01"), "conditional": "yes"})
    assert (early.status_code, '<a href="#id_last_day_day">' in text(early)) == (400, True)
    check = {**day("day", "2026-11-20"), "proactive": "yes", "method": "Visit", "findings": ""}
    assert client.post(f"{bail}check/", check).status_code == 302
    assert "1 time" in text(client.get("/bail/"))
    extended = client.post(
        f"{bail}extend/", {**day("last_day", "2027-05-14"), "conditional": "yes"}
    )
    assert extended.status_code == 302
    assert text(client.get(bail)).count("moj-timeline__header") == 3
    [correct] = re.findall(r'href="([^"]+/correct/)"', text(client.get(bail)))
    assert 'name="seen_version" value="1"' in text(client.get(correct))
    right = {
        **day("first_day", "2027-02-15"), **day("last_day", "2027-05-10"), "conditional": "yes",
        "conditions": "", "reason": "as the custody record has it", "seen_version": "1",
    }  # fmt: skip
    assert client.post(correct, {**right, "reason": ""}).status_code == 400
    assert client.post(correct, right).status_code == 302
    assert client.post(correct, right).status_code == 409
    ended = client.post(f"{bail}end/", {**day("day", "2026-11-24"), "reason": "charged"})
    assert ended.status_code == 302
    assert "No bail is running" in text(client.get("/bail/"))
    again = client.post(f"{bail}end/", {**day("day", "2026-11-24"), "reason": "charged"})
    assert "This bail has ended" in text(again)


def test_an_analyst_reads_a_suspect_and_is_offered_no_forms(suspect, person, enter):
    page = text(enter(person(Role.ANALYST)).get(f"/suspects/{suspect}/"))
    assert "OP-77/26" in page
    assert f"/suspects/{suspect}/grade/" not in page


def test_the_wellbeing_lead_sees_persons_and_others_counts(person, as_viewer, enter):
    lead = person(Role.WELLBEING_LEAD, "lead")
    staff = scene.staff(as_viewer(lead), NOW)
    client = enter(lead)
    assert "Robin Ashdown" in text(client.get("/screening/"))
    sent = client.post(f"/screening/{staff}/", {"state": "completed", **day("day", "2026-11-20")})
    assert sent["Location"] == "/screening/?saved=screening"
    assert "4 days ago" in text(client.get("/screening/"))
    counts = text(enter(person(Role.ANALYST)).get("/screening/"))
    assert "Robin Ashdown" not in counts
    assert "Owed screening" in counts
    assert client.post(f"/screening/{staff}/left/", day("day", "2026-11-24")).status_code == 302
    assert "Nobody is owed screening" in text(client.get("/screening/"))
    joined = client.post(
        "/screening/new/",
        {"payroll_ref": "P-100", "name": "Twin", "title": "Analyst", **day("day", "2026-11-01")},
    )
    assert joined.status_code == 400
    assert "payroll reference" in text(joined)
