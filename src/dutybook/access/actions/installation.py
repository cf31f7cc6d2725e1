"""Setting an installation up: forces, their first administrators, their teams."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from dutybook.access.actions.accounts import add_user
from dutybook.access.actions.keeping import (
    note,
    require_account_keeper,
    require_operator,
    save,
)
from dutybook.access.errors import InvalidInput, NotFound
from dutybook.access.models import Force, Operation, RoleGrant, Team, User
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer, in_force


@transaction.atomic
def create_force(
    *,
    by: Viewer,
    key: str,
    name: str,
    is_demonstration: bool = False,
    holds_records: bool = True,
    body_title: str = "",
    body_holder_name: str = "",
) -> Force:
    """Add a force; at the command line only. Raises InvalidInput, NotAllowed."""
    require_operator(by)
    force = Force(
        key=key.strip(),
        name=name.strip(),
        is_demonstration=is_demonstration,
        holds_records=holds_records,
        body_title=body_title.strip(),
        body_holder_name=body_holder_name.strip(),
    )
    save(force)
    note(replace(by, force_id=force.pk), Operation.COLLECTION, [], "force created")
    return force


@transaction.atomic
def change_force(
    *, by: Viewer, force_id: int, name: str, body_title: str, body_holder_name: str
) -> Force:
    """Change what a force and its policing body are called (a commissioner is succeeded).

    Raises InvalidInput, NotAllowed, NotFound.
    """
    require_account_keeper(by)
    force = Force.objects.select_for_update().filter(pk=force_id).first()
    if force is None or not (by.is_operator or force.pk == by.force_id):
        raise NotFound("no such force")
    force.name = name.strip()
    force.body_title = body_title.strip()
    force.body_holder_name = body_holder_name.strip()
    save(force)
    note(replace(by, force_id=force.pk), Operation.ALTERATION, [], "force changed")
    return force


@transaction.atomic
def create_first_administrator(
    *,
    by: Viewer,
    force_id: int,
    username: str,
    display_name: str,
    password: str,
    now: datetime,
) -> User:
    """Make the administrator from whom all other accounts of a force come.

    Only at the command line, and only while the force has no administrator: the force's row is
    locked, so that two commands at one moment make one. Raises InvalidInput, NotAllowed, NotFound.
    """
    require_operator(by)
    force = Force.objects.select_for_update().filter(pk=force_id).first()
    if force is None:
        raise NotFound("no such force")
    if RoleGrant.objects.filter(
        in_force(now), role=Role.ADMINISTRATOR, force=force, user__is_active=True
    ).exists():
        raise InvalidInput(
            {"": f"{force.name} already has an administrator, who makes the other accounts."}
        )
    user = add_user(
        force_id=force.pk,
        username=username,
        display_name=display_name,
        rank=None,
        password=password,
        must_change_password=False,
    )
    save(RoleGrant(user=user, force=force, role=Role.ADMINISTRATOR, from_at=now))
    note(replace(by, force_id=force.pk), Operation.COLLECTION, [user.pk], "first administrator")
    return user


@transaction.atomic
def create_team(*, by: Viewer, force_id: int, key: str, name: str, unit: str) -> Team:
    """Add a team of one of the units. Raises InvalidInput, NotAllowed, NotFound."""
    require_account_keeper(by)
    if not by.is_operator and force_id != by.force_id:
        raise NotFound("no such force")
    team = Team(force_id=force_id, key=key.strip(), name=name.strip(), unit=unit)
    save(team)
    note(replace(by, force_id=force_id), Operation.COLLECTION, [], "team created")
    return team
