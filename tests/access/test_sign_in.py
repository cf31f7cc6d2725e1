"""Signing in and out, lock-out, and a person's own password, through a browser."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client, RequestFactory
from tests.access.scene import PASSWORD, Clock

from dutybook.access.models import AccessLogRow, User
from dutybook.access.sign_in import where_next

MakeUser = Callable[..., User]
WRONG = {"username": "ann", "password": "not the password"}
RIGHT = {"username": "ann", "password": PASSWORD}


@pytest.fixture
def ann(site: None, clock: Clock, make_user: MakeUser) -> User:
    return make_user("ann", password=PASSWORD)


def test_signing_in_is_logged_and_opens_pages(ann: User) -> None:
    client = Client()
    answer = client.post("/sign-in/", {"username": " ANN ", "password": PASSWORD})
    assert answer.content == b"hello Ann"
    assert client.get("/home/").status_code == 200
    row = AccessLogRow.objects.get()
    assert (row.username, row.kind, row.subjects, row.detail) == (
        "ann",
        "account",
        [ann.pk],
        "sign-in",
    )


def test_the_session_key_changes_at_sign_in(ann: User) -> None:
    client = Client()
    session = client.session
    session["planted"] = "by a stranger"
    session.save()
    client.cookies["sessionid"] = session.session_key
    client.post("/sign-in/", RIGHT)
    assert client.cookies["sessionid"].value != session.session_key
    assert not Session.objects.filter(session_key=session.session_key).exists()


def test_signing_out_kills_the_session_on_the_server(ann: User) -> None:
    client = Client()
    client.post("/sign-in/", RIGHT)
    cookie = client.cookies["sessionid"].value
    assert client.post("/sign-out/").content == b"bye"
    thief = Client()
    thief.cookies["sessionid"] = cookie
    assert thief.get("/home/").status_code == 302


@pytest.mark.parametrize(
    "tried", [WRONG, {"username": "nobody", "password": PASSWORD}, {"username": "", "password": ""}]
)
def test_a_failure_does_not_say_what_was_wrong(ann: User, tried: dict[str, str]) -> None:
    answer = Client().post("/sign-in/", tried)
    assert (answer.status_code, answer.content) == (400, b"no")


def test_a_closed_account_does_not_sign_in(ann: User) -> None:
    User.objects.update(is_active=False)
    assert Client().post("/sign-in/", RIGHT).status_code == 400


def test_five_failures_lock_the_person_out_at_that_address_only(ann: User) -> None:
    here = Client(REMOTE_ADDR="10.0.0.1")
    statuses = [here.post("/sign-in/", WRONG).status_code for _ in range(5)]
    assert statuses == [400, 400, 400, 400, 429]
    locked = here.post("/sign-in/", RIGHT)
    assert locked.status_code == 429
    assert b"page 429" in locked.content
    assert here.get("/home/").status_code == 302
    assert Client(REMOTE_ADDR="10.0.0.2").post("/sign-in/", RIGHT).status_code == 200


def test_failures_are_counted_though_each_request_is_one_transaction(
    committed_database: Any, ann: User
) -> None:
    statuses = [Client().post("/sign-in/", WRONG).status_code for _ in range(5)]
    assert statuses[-1] == 429


def test_a_sign_in_that_cannot_be_logged_does_not_happen(
    refuse_log_rows: Callable[[], None], ann: User, caplog: Any
) -> None:
    refuse_log_rows()
    client = Client()
    assert client.post("/sign-in/", RIGHT).status_code == 503
    assert client.get("/home/").status_code == 302
    assert Session.objects.count() == 0


def test_passwords_are_kept_as_argon2id(ann: User) -> None:
    assert ann.password.startswith("argon2$argon2id$")


def test_a_person_changes_their_password_and_other_sessions_end(ann: User) -> None:
    here, elsewhere = Client(), Client()
    here.post("/sign-in/", RIGHT)
    elsewhere.post("/sign-in/", RIGHT)
    new = "nine yellow umbrellas"
    answer = here.post("/password/", {"current": PASSWORD, "new": new, "again": new})
    assert answer.status_code == 200
    assert here.get("/home/").status_code == 200
    assert elsewhere.get("/home/").status_code == 302
    assert Client().post("/sign-in/", RIGHT).status_code == 400
    assert Client().post("/sign-in/", {"username": "ann", "password": new}).status_code == 200


@pytest.mark.parametrize(
    ("wanted", "went"),
    [
        ("/record/1/?page=2", "/record/1/?page=2"),
        ("", "/home/"),
        ("https://elsewhere.example/", "/home/"),
        ("//elsewhere.example/", "/home/"),
        ("/\\elsewhere.example", "/home/"),
        ("javascript:alert(1)", "/home/"),
        ("record/1/", "/home/"),
    ],
)
def test_the_way_back_never_leads_elsewhere(wanted: str, went: str) -> None:
    request = RequestFactory().get("/sign-in/", {"next": wanted})
    assert where_next(request, default="/home/") == went
