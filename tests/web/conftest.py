"""A small force with somebody in every role, and browsers in which they have signed in."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from dutybook.access import sessions
from dutybook.access.models import Force, RoleGrant, Team, User
from dutybook.access.roles import TEAM_ROLES, Role
from dutybook.access.viewer import Viewer, viewer_for

NOW = datetime(2026, 11, 24, 14, 5, tzinfo=UTC)
PASSWORD = "a lantern for the harbour"


@pytest.fixture
def force(db: None) -> Force:
    return Force.objects.create(
        key="north-vale", name="North Vale Constabulary", is_demonstration=True
    )


@pytest.fixture
def offender_team(force: Force) -> Team:
    return Team.objects.create(
        force=force, key="north", name="North Offender Management", unit="offender_management"
    )


@pytest.fixture
def abuse_team(force: Force) -> Team:
    return Team.objects.create(
        force=force, key="online", name="Online Child Abuse", unit="online_child_abuse"
    )


@pytest.fixture
def person(force: Force, offender_team: Team, abuse_team: Team) -> Callable[..., User]:
    """Somebody holding one role since last year; supervisors in both teams."""

    def make(role: Role, username: str = "", **fields: Any) -> User:
        name = username or role.value
        user = User(username=name, display_name=name.replace("_", " ").title(), force=force)
        for field, value in fields.items():
            setattr(user, field, value)
        user.set_unusable_password()
        user.save()
        teams = {
            Role.INVESTIGATOR: [abuse_team],
            Role.OFFENDER_MANAGER: [offender_team],
            Role.SUPERVISOR: [offender_team, abuse_team],
        }.get(role, [None])
        for team in teams:
            RoleGrant.objects.create(
                user=user,
                force=force,
                role=role,
                team=team if role in TEAM_ROLES else None,
                from_at=NOW - timedelta(days=365),
            )
        return user

    return make


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages' clock stands at NOW."""
    monkeypatch.setattr("dutybook.access.middleware.timezone.now", lambda: NOW)


@pytest.fixture
def enter(clock: None) -> Callable[[User], Client]:
    """A browser in which the user has just signed in."""

    def sign_in(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        session = client.session
        sessions.begin(session, NOW)
        session.save()
        return client

    return sign_in


@pytest.fixture
def as_viewer() -> Callable[[User], Viewer]:
    return lambda user: viewer_for(user, now=NOW, route="test")
