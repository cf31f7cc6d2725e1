"""The invented force that the browser visits: people to sign in as, and something to see."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from playwright.sync_api import Page
from tests.web import scene

from dutybook.access.models import Force, RoleGrant, Team, User
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer, viewer_for

PASSWORD = "a lantern for the harbour"  # an invented person's
LEVELS = ("very_high", "high", "medium", "low")
NAMES = (
    "Alfred Quillfeather",
    "Barnaby Thistlewick",
    "Cornelius Marrowby",
    "Desmond Fennimore",
    "Edgar Larkspurre",
    "Fabian Oakenshaw",
    "Gilbert Wrenfold",
    "Horace Pebblemoor",
)


@dataclass(frozen=True)
class Installation:
    """What a test needs to know of the force it visits."""

    force: Force
    team: Team
    manager: User
    supervisor: User
    offenders: tuple[int, ...]
    now: datetime

    def viewer(self, user: User) -> Viewer:
        return viewer_for(user, now=self.now, route="test")


def add_person(
    force: Force, team: Team | None, role: Role, username: str, name: str, rank: str | None = None
) -> User:
    """Somebody who can sign in with `PASSWORD`."""
    user = User(username=username, display_name=name, force=force, rank=rank)
    user.set_password(PASSWORD)
    user.save()
    since = timezone.now() - timedelta(days=900)
    RoleGrant.objects.create(user=user, force=force, role=role, team=team, from_at=since)
    return user


def install() -> Installation:
    """A force with a team, its people, its policies and eight offenders."""
    now = timezone.now()
    force = Force.objects.create(
        key="wealdmoor", name="Wealdmoor Constabulary", is_demonstration=True
    )
    team = Team.objects.create(
        force=force, key="north", name="North Offender Management", unit="offender_management"
    )
    manager = add_person(force, team, Role.OFFENDER_MANAGER, "pat", "Pat Ellwood", "constable")
    supervisor = add_person(force, team, Role.SUPERVISOR, "priya", "Priya Nair", "sergeant")
    chief = add_person(force, None, Role.CHIEF_OFFICER, "chief", "Morgan Hale")
    made = Installation(force, team, manager, supervisor, (), now)
    scene.set_policies(made.viewer(chief), now)
    return Installation(force, team, manager, supervisor, _offenders(made), now)


def _offenders(made: Installation) -> tuple[int, ...]:
    by = made.viewer(made.manager)
    found = []
    for place, name in enumerate(NAMES):
        subject = scene.register(
            by,
            made.now,
            made.team,
            ref=f"WM-{2001 + place}",
            name=name,
            level=LEVELS[place % 4] if place < 7 else "",
            owner=made.manager if place < 6 else None,
            days_ago=700 - 40 * place,
        )
        if place != 5:
            scene.visit(by, made.now, subject, days_ago=35 + 30 * place)
        if place % 3 == 0:
            scene.visit(by, made.now, subject, days_ago=4, outcome="no_reply", crew=1)
        found.append(subject)
    return tuple(found)


def sign_in(page: Page, username: str) -> None:
    """Sign in through the page, as a person would."""
    page.goto("/sign-in/")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda address: "/sign-in/" not in address)
