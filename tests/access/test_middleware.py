"""What a browser gets: pages, refusals, and nothing that cannot be logged."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.access.scene import NOW, Clock

from dutybook.access.models import AccessLogRow, RoleGrant, Team, User
from dutybook.access.roles import Role

Visit = Callable[[User], Client]
MakeUser = Callable[..., User]


@pytest.fixture
def manager(make_user: MakeUser, team: Team) -> User:
    return make_user("ann", Role.OFFENDER_MANAGER, team=team)


def test_a_page_is_shown_and_what_it_shows_is_logged(visit: Visit, manager: User) -> None:
    answer = visit(manager).get("/record/1/")
    assert (answer.status_code, answer.content) == (200, b"the secret of record 1")
    row = AccessLogRow.objects.get()
    assert (row.username, row.subjects, row.route) == ("ann", [1], "record")
    assert len(row.request_id) == 32


def test_a_page_whose_log_row_fails_is_refused_and_shows_nothing(
    refuse_log_rows: Callable[[], None], visit: Visit, manager: User, caplog: Any
) -> None:
    refuse_log_rows()
    answer = visit(manager).get("/record/1/")
    assert answer.status_code == 503
    assert b"secret" not in answer.content
    assert b"page 503" in answer.content
    assert answer["Retry-After"] == "30"
    assert "the access log cannot be written" in caplog.text


def test_the_page_returns_when_the_log_does(
    refuse_log_rows: Callable[[], None],
    committed_database: Any,
    visit: Visit,
    manager: User,
    caplog: Any,
) -> None:
    refuse_log_rows()
    client = visit(manager)
    assert client.get("/record/1/").status_code == 503
    role = committed_database.application.user
    with committed_database.owner.connect(autocommit=True) as owner:
        owner.execute(f"GRANT INSERT ON access_accesslogrow TO {role}")
    assert client.get("/record/1/").status_code == 200


def test_hidden_and_absent_answer_alike(visit: Visit, manager: User, make_user: MakeUser) -> None:
    hidden = visit(manager).get("/record/2/")
    absent = visit(manager).get("/record/3/")
    of_wrong_role = visit(make_user("bob", Role.ANALYST)).get("/record/1/")
    no_such_page = visit(manager).get("/nowhere/")
    for answer in (hidden, absent, of_wrong_role, no_such_page):
        assert answer.status_code == 404
        assert answer.content == hidden.content
        assert sorted(answer.headers.items()) == sorted(hidden.headers.items())
    assert not AccessLogRow.objects.exists()


def test_an_address_without_a_rule_opens_for_nobody(
    visit: Visit, manager: User, caplog: Any
) -> None:
    for client in (visit(manager), Client()):
        answer = client.get("/unlisted/")
        assert answer.status_code == 404
        assert b"nobody thought" not in answer.content
    assert "no rule in the URL policy for unlisted" in caplog.text


def test_a_page_for_other_roles_says_so(visit: Visit, manager: User) -> None:
    assert visit(manager).get("/team/").status_code == 403


def test_a_wrong_method_is_told_which_are_right(visit: Visit, manager: User) -> None:
    answer = visit(manager).post("/home/")
    assert (answer.status_code, answer["Allow"]) == (405, "GET")


def test_a_stranger_is_sent_to_sign_in_and_back(site: None, clock: Clock, db: None) -> None:
    answer = Client().get("/record/1/?page=2")
    assert answer.status_code == 302
    assert answer["Location"] == "/sign-in/?next=%2Frecord%2F1%2F%3Fpage%3D2"
    posted = Client().post("/wrong/")
    assert posted["Location"] == "/sign-in/"


def test_a_fragment_moves_the_whole_page_to_sign_in(site: None, clock: Clock, db: None) -> None:
    answer = Client().get("/home/", headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Redirect"]) == (204, "/sign-in/?next=%2Fhome%2F")


def test_invalid_input_and_collisions_are_told(visit: Visit, manager: User) -> None:
    client = visit(manager)
    wrong = client.get("/wrong/")
    assert wrong.status_code == 400
    assert b"There is no such day." in wrong.content
    collision = client.get("/collide/")
    assert collision.status_code == 409
    assert b"seen mine, stored theirs" in collision.content


def test_nothing_that_a_signed_in_person_sees_is_kept_by_the_browser(
    visit: Visit, manager: User
) -> None:
    client = visit(manager)
    for address in ("/home/", "/record/1/", "/record/2/", "/team/", "/wrong/"):
        assert client.get(address)["Cache-Control"] == "no-store"
    assert "Cache-Control" not in Client().get("/open/")


def test_a_change_of_role_counts_from_the_next_request(
    visit: Visit, manager: User, make_user: MakeUser
) -> None:
    client = visit(manager)
    assert client.get("/record/1/").status_code == 200
    RoleGrant.objects.update(until_at=NOW)
    assert client.get("/record/1/").status_code == 404


def test_a_closed_account_is_out_at_the_next_request(visit: Visit, manager: User) -> None:
    client = visit(manager)
    assert client.get("/home/").status_code == 200
    User.objects.update(is_active=False)
    assert client.get("/home/")["Location"].startswith("/sign-in/")


def test_a_borrowed_password_leads_to_the_page_for_choosing_ones_own(
    visit: Visit, make_user: MakeUser
) -> None:
    client = visit(make_user("new", must_change_password=True))
    assert client.get("/home/")["Location"] == "/password/"
    assert client.get("/password/").status_code == 200


def test_access_costs_a_page_three_queries_and_a_public_one_none(
    visit: Visit, manager: User, clock: Clock
) -> None:
    """The session, the user and the viewer; once a minute the session's new time."""
    client = visit(manager)

    def asked(address: str) -> list[str]:
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        return [each["sql"] for each in captured if "SAVEPOINT" not in each["sql"]]

    assert len(asked("/home/")) == 3
    clock.advance(seconds=61)
    assert len(asked("/home/")) == 4
    assert asked("/open/") == []
