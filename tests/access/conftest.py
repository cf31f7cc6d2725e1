"""People, teams and forces of the access tests, and a small site of their own to visit."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg.sql
import pytest
from django.test import Client
from tests.access.scene import NOW, Clock

from dutybook.access import sessions
from dutybook.access.models import Force, RoleGrant, Team, User
from dutybook.access.roles import TEAM_ROLES, TIMED_ROLES, Role
from dutybook.access.viewer import Viewer, operator, viewer_for
from dutybook.database import DatabaseAccess


@pytest.fixture
def stored(request: pytest.FixtureRequest) -> None:
    """A database: one of the test's own when it asks for what really commits, else the usual."""
    own = "committed_database" in request.fixturenames
    request.getfixturevalue("committed_database" if own else "db")


@pytest.fixture
def force(stored: None) -> Force:
    return Force.objects.create(key="north-vale", name="North Vale Police")


@pytest.fixture
def other_force(stored: None) -> Force:
    return Force.objects.create(key="south-vale", name="South Vale Police")


@pytest.fixture
def team(force: Force) -> Team:
    return Team.objects.create(force=force, key="east", name="East", unit="offender_management")


@pytest.fixture
def make_user(force: Force) -> Callable[..., User]:
    """Adds a user holding the given roles since yesterday; no password unless one is given."""

    def make(
        username: str,
        *roles: Role,
        team: Team | None = None,
        of: Force | None = None,
        password: str | None = None,
        **fields: Any,
    ) -> User:
        user = User(username=username, display_name=username.title(), force=of or force, **fields)
        if password is None:
            user.set_unusable_password()
        else:
            user.set_password(password)
        user.save()
        for role in roles:
            RoleGrant.objects.create(
                user=user,
                force=user.force,
                role=role,
                team=team if role in TEAM_ROLES else None,
                from_at=NOW - timedelta(days=1),
                until_at=NOW + timedelta(days=90) if role in TIMED_ROLES else None,
            )
        return user

    return make


@pytest.fixture
def administrator(make_user: Callable[..., User]) -> Viewer:
    return viewer_for(make_user("keeper", Role.ADMINISTRATOR), now=NOW, route="test:accounts")


@pytest.fixture
def command_line(force: Force) -> Viewer:
    return operator("root", route="test", force_id=force.pk)


@pytest.fixture
def site(settings: Any) -> None:
    """A small site of this folder's own: its pages, its rules, its error pages."""
    settings.ROOT_URLCONF = "tests.access.site"
    settings.URL_POLICY = "tests.access.site.URL_POLICY"
    settings.LOGIN_URL = "sign_in"
    settings.PASSWORD_CHANGE_URL = "password"
    settings.TEMPLATES = [
        {
            "BACKEND": "django.template.backends.jinja2.Jinja2",
            "DIRS": [Path(__file__).parent / "templates"],
        }
    ]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Stands in for the clock of the middleware; it moves only when told."""
    held = Clock()
    monkeypatch.setattr("dutybook.access.middleware.timezone.now", held)
    monkeypatch.setattr("axes.handlers.proxy.now", held)  # lock-out imports the function itself
    return held


@pytest.fixture
def visit(site: None, clock: Clock) -> Callable[[User], Client]:
    """A browser in which the user has just signed in."""

    def enter(user: User) -> Client:
        client = Client(raise_request_exception=False)
        client.force_login(user)
        session = client.session
        sessions.begin(session, clock.now)
        session.save()
        return client

    return enter


@pytest.fixture
def refuse_log_rows(committed_database: DatabaseAccess) -> Callable[[], None]:
    """Take from the application, in this test's own database, the right to write the log."""

    def refuse() -> None:
        with committed_database.owner.connect(autocommit=True) as owner:
            owner.execute(
                psycopg.sql.SQL("REVOKE INSERT ON access_accesslogrow FROM {}").format(
                    psycopg.sql.Identifier(committed_database.application.user)
                )
            )

    return refuse
