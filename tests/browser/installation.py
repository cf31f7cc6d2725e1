"""A force that has set nothing: its people, its offenders and no policy at all."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.web import scene

from dutybook.access.models import Force, RoleGrant, Team, User
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer, operator, viewer_for
from dutybook.inspections.actions import load_library

PASSWORD = "a lantern for the harbour"  # an invented person's
MANAGER = "pat"
CHIEF = "morgan"
OFFENDERS = (
    ("Alfred Quillfeather", "very_high"),
    ("Barnaby Thistlewick", "high"),
    ("Cornelius Marrowby", "medium"),
    ("Desmond Fennimore", "low"),
)


@dataclass(frozen=True)
class Installation:
    """What a test needs to know of the force it visits."""

    manager: Viewer
    chief: Viewer


def install(now: datetime) -> Installation:
    """A force without policies, and four offenders whose last visit is long ago."""
    force = Force.objects.create(key="harrowmere", name="Harrowmere Police", is_demonstration=True)
    team = Team.objects.create(
        force=force, key="north", name="Harrowmere North", unit="offender_management"
    )
    manager = _person(force, team, Role.OFFENDER_MANAGER, MANAGER, "Pat Ellwood", now)
    chief = _person(force, None, Role.CHIEF_OFFICER, CHIEF, "Morgan Hale", now)
    made = Installation(
        manager=viewer_for(manager, now=now, route="test"),
        chief=viewer_for(chief, now=now, route="test"),
    )
    load_library(by=operator("root", force_id=force.pk, route="test"))
    for place, (name, level) in enumerate(OFFENDERS):
        subject = scene.register(
            made.manager,
            now,
            team,
            ref=f"HM-{2001 + place}",
            name=name,
            level=level,
            owner=manager,
            days_ago=700,
        )
        scene.visit(made.manager, now, subject, days_ago=500)
    return made


def _person(
    force: Force, team: Team | None, role: Role, username: str, name: str, now: datetime
) -> User:
    """Somebody who can sign in with `PASSWORD`."""
    user = User(username=username, display_name=name, force=force)
    user.set_password(PASSWORD)
    user.save()
    since = now - timedelta(days=900)
    RoleGrant.objects.create(user=user, force=force, role=role, team=team, from_at=since)
    return user
