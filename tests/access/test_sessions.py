"""How long a session lasts."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from tests.access.scene import NOW, Clock

from dutybook.access import sessions
from dutybook.access.models import User

SECOND = timedelta(seconds=1)


@pytest.fixture
def client(visit: Callable[[User], Client], make_user: Callable[..., User]) -> Client:
    return visit(make_user("ann"))


def where(client: Client) -> str:
    answer = client.get("/home/")
    return "in" if answer.status_code == 200 else str(answer["Location"])


def test_a_session_ends_after_fifteen_idle_minutes(client: Client, clock: Clock) -> None:
    clock.advance(minutes=14, seconds=59)
    assert where(client) == "in"
    clock.advance(minutes=14, seconds=59)
    assert where(client) == "in"
    clock.advance(minutes=15)
    assert where(client) == "/sign-in/?next=%2Fhome%2F&ended=idle"
    assert where(client) == "/sign-in/?next=%2Fhome%2F"


def test_a_busy_session_ends_after_twelve_hours(client: Client, clock: Clock) -> None:
    for _ in range(12 * 6 - 1):
        clock.advance(minutes=10)
        assert where(client) == "in"
    clock.advance(minutes=10)
    assert where(client).endswith("ended=absolute")


def test_an_ended_session_is_gone_from_the_server(client: Client, clock: Clock) -> None:
    from django.contrib.sessions.models import Session

    assert Session.objects.count() == 1
    clock.advance(hours=1)
    where(client)
    assert Session.objects.count() == 0


@pytest.mark.parametrize(
    "held",
    [
        {},
        {"signed_in_at": NOW.timestamp()},
        {"last_seen_at": NOW.timestamp()},
        {"signed_in_at": NOW.timestamp(), "last_seen_at": (NOW + SECOND).timestamp()},
    ],
)
def test_a_session_without_its_times_or_from_the_future_is_over(held: dict[str, float]) -> None:
    assert sessions.why_over(held, NOW) is not None
