"""Granting and ending roles; what is changed here counts from the person's next request."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from dutybook.access.actions.keeping import (
    kept_user,
    note,
    require_account_keeper,
    require_another_administrator,
    save,
)
from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import Operation, RoleGrant, Team, User
from dutybook.access.roles import EXCLUSIVE_ROLES, TEAM_ROLES, TIMED_ROLES, Role
from dutybook.access.viewer import Viewer


@transaction.atomic
def grant_role(
    *,
    by: Viewer,
    user_id: int,
    role: Role | str,
    team_id: int | None = None,
    from_at: datetime | None = None,
    until_at: datetime | None = None,
    now: datetime,
) -> RoleGrant:
    """Give a person a role, from now or a later instant, until further notice or `until_at`.

    Nobody grants a role to themselves. Raises InvalidInput, NotAllowed, NotFound.
    """
    require_account_keeper(by)
    user = kept_user(by, user_id)
    if user.pk == by.user_id:
        raise NotAllowed("nobody grants a role to themselves")
    grant = RoleGrant(
        user=user,
        force_id=user.force_id,
        role=_known(role),
        team_id=team_id,
        from_at=from_at or now,
        until_at=until_at,
    )
    problems = _problems(grant, user, now)
    if problems:
        raise InvalidInput(problems)
    save(grant)
    note(
        replace(by, force_id=user.force_id),
        Operation.ALTERATION,
        [user.pk],
        f"role granted: {grant.role}",
    )
    return grant


@transaction.atomic
def end_role(*, by: Viewer, grant_id: int, now: datetime) -> RoleGrant:
    """End a role now (or before it began, if it was still to come).

    Nobody ends their own, and a force keeps at least one administrator. Raises InvalidInput,
    NotAllowed, NotFound.
    """
    require_account_keeper(by)
    found = RoleGrant.objects.filter(pk=grant_id).first()
    if found is None:
        raise NotFound("no such grant")
    user = kept_user(by, found.user_id)
    grant = RoleGrant.objects.select_for_update().get(pk=grant_id)
    if user.pk == by.user_id:
        raise NotAllowed("nobody ends their own role")
    if grant.until_at is not None and grant.until_at <= now:
        raise InvalidInput({"": "This role has already ended."})
    if grant.role == Role.ADMINISTRATOR and grant.from_at <= now and user.is_active:
        require_another_administrator(user, now)
    grant.until_at = max(now, grant.from_at)
    save(grant)
    note(
        replace(by, force_id=user.force_id),
        Operation.ALTERATION,
        [user.pk],
        f"role ended: {grant.role}",
    )
    return grant


def _known(role: Role | str) -> Role:
    try:
        return Role(role)
    except ValueError as unknown:
        raise InvalidInput({"role": "Choose one of the roles listed."}) from unknown


def _problems(grant: RoleGrant, user: User, now: datetime) -> dict[str, str]:
    """What is wrong with a new grant, field by field, in words for the person filling it in."""
    if not user.is_active:
        return {"": "This account is closed. Reopen it first."}
    if grant.from_at < now:
        return {"from_at": "A role begins now or later; it cannot be given for the past."}
    if grant.until_at is not None and grant.until_at <= grant.from_at:
        return {"until_at": "The end must be after the beginning."}
    if grant.role in TIMED_ROLES and grant.until_at is None:
        return {"until_at": "Enter the last day: this role is never held until further notice."}
    if (grant.role in TEAM_ROLES) != (grant.team_id is not None):
        needs_team = grant.role in TEAM_ROLES
        return {
            "team": "Choose the team in which this role is held."
            if needs_team
            else "This role is held in the whole force. Leave the team empty."
        }
    of_force = Team.objects.filter(pk=grant.team_id, force_id=user.force_id)
    if grant.team_id is not None and not of_force.exists():
        return {"team": "Choose one of the force's teams."}
    return _clash(grant, user)


def _clash(grant: RoleGrant, user: User) -> dict[str, str]:
    """The role is already held, or one of the two must be held alone."""
    overlapping = RoleGrant.objects.filter(
        Q(until_at__isnull=True) | Q(until_at__gt=grant.from_at), user=user
    )
    if grant.until_at is not None:
        overlapping = overlapping.filter(from_at__lt=grant.until_at)
    for role, team_id in overlapping.values_list("role", "team_id"):
        if role == grant.role and team_id == grant.team_id:
            return {"role": "This role is already held over that time."}
        for alone in (grant.role, role):
            if alone in EXCLUSIVE_ROLES:
                return {
                    "role": f"{Role(alone).label} is held alone. "
                    "End the other roles first, or use a second account."
                }
    return {}
