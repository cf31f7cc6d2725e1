"""An offender's page and what is recorded from it."""

import re
from datetime import UTC, datetime

import pytest
from tests.web import scene
from tests.web.conftest import NOW

from dutybook.access.models import Team
from dutybook.access.roles import Role
from dutybook.records.offenders.models import SupervisorReview, Visit, VisitAuthorisation


@pytest.fixture
def manager(person):
    return person(Role.OFFENDER_MANAGER, "pat")


@pytest.fixture
def supervisor(person):
    return person(Role.SUPERVISOR, "priya", rank="sergeant")


@pytest.fixture
def chief(person, as_viewer):
    viewer = as_viewer(person(Role.CHIEF_OFFICER, "chief"))
    scene.set_policies(viewer, NOW)
    return viewer


@pytest.fixture
def offender(manager, as_viewer, offender_team, chief):
    return scene.register(as_viewer(manager), NOW, offender_team, owner=manager)


def answers(**changed: str) -> dict[str, str]:
    return {
        "day_day": "24",
        "day_month": "11",
        "day_year": "2026",
        "clock": "11:30",
        "outcome": "seen",
        "announced": "no",
        "crew": "2",
        "second_confirmed": "yes",
        "findings": "",
        "officers_view": "",
        **changed,
    }


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_a_visit_is_recorded_and_the_next_due_date_shown(offender, manager, enter):
    client = enter(manager)
    sent = client.post(f"/offenders/{offender}/visits/new/", answers())
    assert sent["Location"] == f"/offenders/{offender}/?saved=visit"
    visit = Visit.objects.get()
    assert (visit.at, visit.crew, visit.announced) == (
        datetime(2026, 11, 24, 11, 30, tzinfo=UTC),
        2,
        False,
    )
    page = text(client.get(sent["Location"]))
    assert "The visit is recorded." in page
    # high risk: three months after the visit
    assert "Next visit due by Wednesday 24 February 2027." in page
    assert "Visit: seen" in page


@pytest.mark.parametrize(
    ("changed", "place", "said"),
    [
        ({"day_day": "31"}, "#id_day_day", "there is no 31 11 2026"),
        ({"day_year": "2027"}, "#id_day_day", "cannot be in the future"),
        ({"clock": "23:59"}, "#id_clock", "in the future"),
        ({"day_year": "1985"}, "#id_clock", "cannot be before 1990"),
        ({"outcome": "eaten"}, "#id_outcome_0", "not one of those listed"),
        ({"crew": "1"}, "#id_second_confirmed_0", "no second"),
        ({"crew": "10"}, "#id_crew", "from 1 to 9"),
        ({"findings": "x" * 8001}, "#id_findings", "8000 characters"),
    ],
)
def test_a_visit_that_cannot_stand_is_refused_and_what_was_typed_kept(
    offender, manager, enter, changed, place, said
):
    typed = (
        answers(findings="No device seen.", **changed)
        if "findings" not in changed
        else (answers(**changed))
    )
    sent = enter(manager).post(f"/offenders/{offender}/visits/new/", typed)
    page = text(sent)
    assert sent.status_code == 400
    assert "There is a problem" in page
    assert f'<a href="{place}">' in page
    assert said in page
    assert page.startswith("<!DOCTYPE html>")
    assert "<title>Error: Record a visit" in page
    if "findings" not in changed:
        assert "No device seen.</textarea>" in page
    assert not Visit.objects.exists()


def correction(client, offender, visit, seen, **changed):
    return client.post(
        f"/offenders/{offender}/visits/{visit}/correct/",
        answers(reason="Keyed the wrong outcome", seen_version=str(seen), **changed),
    )


def test_two_people_correct_one_visit_and_neither_loses_anything(
    offender, manager, supervisor, as_viewer, enter
):
    visit = scene.visit(as_viewer(manager), NOW, offender, days_ago=2)
    first, second = enter(manager), enter(supervisor)
    page = text(second.get(f"/offenders/{offender}/visits/{visit}/correct/"))
    assert 'name="seen_version" value="1"' in page
    assert correction(first, offender, visit, 1, outcome="no_reply").status_code == 302
    several = {"findings": "A tablet on the table.", "purposes": ["risk", "residence"]}
    refused = correction(second, offender, visit, 1, **several)
    page = text(refused)
    for purpose in several["purposes"]:
        assert f'name="purposes" value="{purpose}"' in page
    assert refused.status_code == 409
    assert "Somebody else corrected this visit first" in page
    assert "No reply" in page
    assert "A tablet on the table." in page
    assert Visit.objects.filter(fact_id=visit).count() == 2
    assert 'name="seen_version" value="2"' in page
    again = correction(second, offender, visit, 2, **several)
    assert again.status_code == 302
    kept = Visit.objects.filter(fact_id=visit).order_by("version").values_list("outcome", flat=True)
    assert list(kept) == ["seen", "no_reply", "seen"]
    versions = text(first.get(f"/offenders/{offender}/versions/visit/{visit}/"))
    assert versions.count("moj-timeline__header") == 3


def test_a_withdrawn_visit_stays_and_no_longer_counts(offender, manager, as_viewer, enter):
    visit = scene.visit(as_viewer(manager), NOW, offender, days_ago=2)
    client = enter(manager)
    assert "2 days ago" in text(client.get(f"/offenders/{offender}/"))
    sent = client.post(
        f"/offenders/{offender}/visits/{visit}/withdraw/",
        {"reason": "Another person's visit", "seen_version": "1"},
    )
    assert sent.status_code == 302
    page = text(client.get(sent["Location"]))
    assert "Withdrawn" in page
    assert "Another person&#39;s visit" in page
    assert "<dt>Last seen</dt><dd>Never</dd>" in page


def test_a_lone_visit_is_authorised_by_a_supervisor_and_by_nobody_else(
    offender, manager, supervisor, as_viewer, enter
):
    visit = scene.visit(as_viewer(manager), NOW, offender, days_ago=3, crew=1)
    address = f"/offenders/{offender}/visits/{visit}/authorise/"
    given = {
        "day_day": "20", "day_month": "11", "day_year": "2026", "clock": "09:00",
        "rationale": "A short call with the neighbour's dog in mind",
    }  # fmt: skip
    assert enter(manager).post(address, given).status_code == 404
    client = enter(supervisor)
    assert "Authorise a visit" in text(client.get(address))
    refused = client.post(address, {**given, "rationale": " "})
    assert "leave without one does not count" in text(refused)
    assert client.post(address, given).status_code == 302
    authorisation = VisitAuthorisation.objects.get()
    assert (authorisation.of_fact, authorisation.rank) == (visit, "sergeant")


def test_a_supervisor_reviews_what_waits_but_never_their_own(
    offender, manager, supervisor, as_viewer, enter
):
    theirs = scene.visit(as_viewer(manager), NOW, offender, days_ago=3)
    own = scene.visit(as_viewer(supervisor), NOW, offender, days_ago=1)
    client = enter(supervisor)
    queue = text(client.get("/reviews/"))
    assert f"/offenders/{offender}/reviews/visit/{theirs}/" in queue
    sent = client.post(
        f"/offenders/{offender}/reviews/visit/{theirs}/", {"outcome": "agreed", "comment": ""}
    )
    assert sent["Location"] == "/reviews/?saved=review"
    assert SupervisorReview.objects.get().of_fact == theirs
    refused = client.post(f"/offenders/{offender}/reviews/visit/{own}/", {"outcome": "agreed"})
    assert refused.status_code == 403
    assert SupervisorReview.objects.count() == 1


@pytest.mark.parametrize(
    ("page", "given", "said"),
    [
        ("risk", {"level": "very_high", "reason": "New information"}, "Risk level: very high"),
        ("arms", {"priority": "high"}, "ARMS assessment: high priority"),
        ("plan", {"summary": "Weekly calls"}, "Risk management plan"),
        ("interval", {"amount": "1", "unit": "months", "reason": "Near a school"}, "every 1 month"),
        ("status", {"state": "custody"}, "In custody"),
        ("management", {"state": "reactive", "reason": "Three quiet years"}, "Reactively managed"),
        ("registration", {"state": "ended"}, "Notification requirements ended"),
        (
            "arms_applies",
            {"state": "other_tool", "other_tool": "AIM3", "reason": "Under 18"},
            "Another assessment tool is used",
        ),
    ],
)
def test_what_else_is_recorded_stands_in_the_timeline(offender, manager, enter, page, given, said):
    client = enter(manager)
    today = {"day_day": "24", "day_month": "11", "day_year": "2026"}
    assert client.get(f"/offenders/{offender}/{page}/").status_code == 200
    sent = client.post(f"/offenders/{offender}/{page}/", {**today, **given})
    assert sent.status_code == 302, text(sent)
    assert said in text(client.get(sent["Location"]))


def test_an_offender_is_registered_and_shows_as_unowned(manager, supervisor, enter, offender_team):
    client = enter(manager)
    sent = client.post(
        "/offenders/new/",
        {
            "national_register_ref": "NV-9", "name": "Zebedee Marlwick", "sex": "male",
            "date_of_birth_day": "1", "date_of_birth_month": "2", "date_of_birth_year": "1970",
            "day_day": "1", "day_month": "11", "day_year": "2026",
            "level": "", "team": str(offender_team.pk),
        },
    )  # fmt: skip
    assert sent.status_code == 302, text(sent)
    page = text(client.get(sent["Location"]))
    assert "Zebedee Marlwick" in page
    assert "Level unknown" in page
    team = text(enter(supervisor).get("/team/"))
    assert "Nobody answers for this person" in team
    assert "Zebedee Marlwick" in team


def test_a_reference_in_use_is_refused_at_its_field(manager, offender, enter, offender_team):
    sent = enter(manager).post(
        "/offenders/new/",
        {
            "national_register_ref": "NV-1001", "name": "Another", "sex": "male", "level": "",
            "day_day": "1", "day_month": "11", "day_year": "2026", "team": str(offender_team.pk),
        },
    )  # fmt: skip
    assert sent.status_code == 400
    assert '<a href="#id_national_register_ref">' in text(sent)


def test_a_supervisor_gives_and_restricts(offender, manager, supervisor, person, enter):
    other = person(Role.OFFENDER_MANAGER, "sam")
    client = enter(supervisor)
    team = Team.objects.get(key="north")
    page = text(client.get(f"/team/allocate/offenders/?record={offender}"))
    assert "Sam, North Offender Management (0 records)" in page
    answers = {"subject": offender, "receiver": f"{team.pk}-{other.pk}", "reason": "Leave"}
    check = text(client.post("/team/allocate/offenders/", answers))
    assert "Nothing is saved yet." in check
    assert "Owner: Sam" not in text(client.get(f"/offenders/{offender}/"))
    confirmed = {**answers, "step": "give", f"owner_{offender}": manager.pk}
    sent = client.post("/team/allocate/offenders/", confirmed)
    assert sent.status_code == 302
    assert "The records are given." in text(client.get(sent["Location"]))
    assert "Owner: Sam" in text(client.get(f"/offenders/{offender}/"))
    address = f"/offenders/{offender}/restrict/"
    revision = text(client.get(address)).split('name="seen_version" value="')[1].split('"')[0]
    sent = client.post(address, {"reason": "A colleague's relative", "seen_version": revision})
    assert sent.status_code == 302
    assert enter(manager).get(f"/offenders/{offender}/").status_code == 404
    assert enter(other).get(f"/offenders/{offender}/").status_code == 200


def without_token(response) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", text(response))


def test_a_hidden_offender_answers_exactly_as_one_that_does_not_exist(
    offender, person, enter, as_viewer, force
):
    elsewhere = Team.objects.create(
        force=force, key="south", name="South", unit="offender_management"
    )
    stranger = person(Role.OFFENDER_MANAGER, "stranger")
    stranger.role_grants.update(team=elsewhere)
    client = enter(stranger)
    hidden = client.get(f"/offenders/{offender}/")
    absent = client.get(f"/offenders/{offender + 999}/")
    assert (hidden.status_code, absent.status_code) == (404, 404)
    assert without_token(hidden) == without_token(absent)
    assert "Alfred" not in text(client.get("/offenders/?order=danger"))


def test_names_are_never_markup_and_the_list_is_narrowed_and_ordered(
    manager, as_viewer, offender_team, offender, enter
):
    scene.register(
        as_viewer(manager), NOW, offender_team, ref="NV-2", name="<b>Bold</b> O'Quill & Sons"
    )
    client = enter(manager)
    page = text(client.get("/offenders/"))
    assert "&lt;b&gt;Bold&lt;/b&gt; O&#39;Quill &amp; Sons" in page
    assert "<b>Bold" not in page
    assert page.index("&lt;b&gt;Bold") < page.index("Alfred Quillfeather")
    scene.visit(as_viewer(manager), NOW, offender, days_ago=2)
    unseen = text(client.get("/offenders/?order=unseen"))
    assert unseen.index("&lt;b&gt;Bold") < unseen.index("Alfred Quillfeather")
    own = text(client.get("/offenders/?whose=mine"))
    assert "Alfred Quillfeather" in own
    assert "Bold" not in own
    assert "Bold" in text(client.get("/offenders/?whose=unowned"))
    assert "No offender matches" in text(client.get("/offenders/?where=abroad"))


def test_the_timeline_is_narrowed_by_kind(offender, manager, as_viewer, enter):
    scene.visit(as_viewer(manager), NOW, offender, days_ago=2)
    client = enter(manager)
    assert "Risk level: high" in text(client.get(f"/offenders/{offender}/"))
    narrowed = text(client.get(f"/offenders/{offender}/?kind=visit"))
    assert "Visit: seen" in narrowed
    assert "Risk level: high" not in narrowed
    assert client.get(f"/offenders/{offender}/?kind=nonsense").status_code == 200
    assert client.get(f"/offenders/{offender}/?page=nonsense").status_code == 400
