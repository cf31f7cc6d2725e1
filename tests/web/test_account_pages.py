"""Signing in, passwords, accounts and the access log."""

import re

import pytest
from django.test import Client
from tests.web.conftest import NOW, PASSWORD

from dutybook.access.models import RoleGrant, User
from dutybook.access.queries import PAGE_SIZE
from dutybook.access.roles import Role


@pytest.fixture
def keeper(person):
    return person(Role.ADMINISTRATOR, "keeper")


def with_password(user: User) -> User:
    user.set_password(PASSWORD)
    user.save()
    return user


def test_the_sign_in_page_says_that_people_are_invented(force, clock):
    page = Client().get("/sign-in/").content.decode()
    assert "Everyone here is invented. Policies are illustrative values." in page


def test_signing_in_leads_where_one_was_going(person, clock):
    with_password(person(Role.OFFENDER_MANAGER, "pat"))
    client = Client()
    answered = client.post(
        "/sign-in/", {"username": " PAT ", "password": PASSWORD, "next": "/duties/"}
    )
    assert (answered.status_code, answered["Location"]) == (302, "/duties/")
    assert "Sign out" in client.get("/duties/").content.decode()


def test_nobody_is_led_off_the_site(person, clock):
    with_password(person(Role.OFFENDER_MANAGER, "pat"))
    answered = Client().post(
        "/sign-in/", {"username": "pat", "password": PASSWORD, "next": "https://example.org/"}
    )
    assert answered["Location"] == "/"


@pytest.mark.parametrize("username", ["pat", "nobody"])
def test_a_wrong_sign_in_says_one_thing_whoever_it_names(person, clock, username):
    with_password(person(Role.OFFENDER_MANAGER, "pat"))
    answered = Client().post("/sign-in/", {"username": username, "password": "wrong"})
    page = answered.content.decode()
    assert answered.status_code == 400
    assert "The username or the password is wrong" in page
    assert f'value="{username}"' in page
    assert "wrong" not in page.split('type="password"')[1].split(">")[0]


def test_sign_out_needs_a_post_and_ends_the_session(person, enter):
    client = enter(person(Role.AUDITOR))
    assert client.get("/sign-out/").status_code == 405
    assert client.post("/sign-out/")["Location"] == "/sign-in/?ended=out"
    assert client.get("/duties/").status_code == 302


def test_a_form_without_its_token_is_refused_in_plain_words(person, clock):
    client = Client(enforce_csrf_checks=True)
    answered = client.post("/sign-in/", {"username": "pat", "password": PASSWORD})
    assert answered.status_code == 403
    assert "This form is out of date" in answered.content.decode()


def test_an_account_is_made_given_a_role_and_closed(keeper, enter, offender_team):
    client = enter(keeper)
    answers = {"username": "lee", "display_name": "Lee", "rank": "", "password": "short"}
    refused = client.post("/accounts/new/", answers)
    assert refused.status_code == 400
    assert "at least 12 characters" in refused.content.decode()
    assert 'value="lee"' in refused.content.decode()
    made = client.post("/accounts/new/", {**answers, "password": PASSWORD})
    lee = User.objects.get(username="lee")
    assert made["Location"] == f"/accounts/{lee.pk}/?saved=account"
    client.post(f"/accounts/{lee.pk}/role/", {"role": "supervisor", "team": offender_team.pk})
    grant = RoleGrant.objects.get(user=lee)
    assert (grant.role, grant.team) == ("supervisor", offender_team)
    page = client.get(f"/accounts/{lee.pk}/").content.decode()
    assert "North Offender Management" in page
    client.post(f"/accounts/{lee.pk}/activity/")
    lee.refresh_from_db()
    assert not lee.is_active
    assert RoleGrant.objects.get(user=lee).until_at == NOW


def test_a_role_without_its_team_is_refused_at_the_team(keeper, enter, person):
    lee = person(Role.ANALYST, "lee")
    answered = enter(keeper).post(f"/accounts/{lee.pk}/role/", {"role": "supervisor", "team": ""})
    page = answered.content.decode()
    assert answered.status_code == 400
    assert 'href="#id_team"' in page
    assert "Choose the team in which this role is held." in page


def test_what_people_typed_is_never_markup(keeper, enter, person):
    lee = person(Role.ANALYST, "lee", display_name="<script>alert(1)</script>")
    page = enter(keeper).get(f"/accounts/{lee.pk}/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_the_auditor_reads_the_log_newest_first_and_filtered(person, enter, keeper):
    enter(keeper).get("/accounts/")
    client = enter(person(Role.AUDITOR))
    page = client.get("/access-log/").content.decode()
    assert "Consultation of account" in page
    assert "web:accounts" in page
    none = client.post("/access-log/", {"who": "nobody"}).content.decode()
    assert "No row matches" in none
    assert 'name="who" type="text" value="nobody"' in none
    odd = client.post("/access-log/", {"from": "2026-02-31", "record": "x", "operation": "y"})
    assert odd.status_code == 200
    assert "Consultation of account" in odd.content.decode()
    narrowed = client.post("/access-log/", {"kind": "account", "operation": "consultation"})
    assert "Consultation of access log" not in narrowed.content.decode()
    assert '<option value="account" selected>' in narrowed.content.decode()


def test_no_name_that_is_looked_for_stands_in_an_address(person, enter, keeper):
    for number in range(PAGE_SIZE + 1):
        person(Role.ANALYST, f"lamp{number:03d}")
    client = enter(keeper)
    assert "lamp000" in client.get("/accounts/?q=nobody").content.decode()
    first = client.post("/accounts/", {"q": "LAMP"}).content.decode()
    last = f"lamp{PAGE_SIZE:03d}"
    assert "lamp000" in first
    assert last not in first
    assert keeper.username not in first.partition("<table")[2]
    assert re.findall(r'(?:href|action)="[^"]*(?i:lamp)[^"]*"', first) == []
    ended = re.search(r'name="after" value="([^"]+)"', first)
    second = client.post("/accounts/", {"q": "LAMP", "after": ended[1]}).content.decode()
    assert last in second
    assert "lamp000" not in second


def test_a_temporary_password_must_be_changed_first(person, enter):
    client = enter(with_password(person(Role.ANALYST, "lee", must_change_password=True)))
    assert client.get("/duties/")["Location"] == "/password/"
    page = client.get("/password/").content.decode()
    assert "Choose your own password" in page
    changed = client.post(
        "/password/", {"current": PASSWORD, "new": "another lamp by the quay", "again": "no"}
    )
    assert "The two new passwords differ" in changed.content.decode()
    done = client.post(
        "/password/",
        {
            "current": PASSWORD,
            "new": "another lamp by the quay",
            "again": "another lamp by the quay",
        },
    )
    assert done.status_code == 302
    assert client.get("/duties/").status_code == 200
