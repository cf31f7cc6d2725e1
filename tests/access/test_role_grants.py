"""Granting and ending roles, in the actions and in the database itself."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from tests.access.scene import NOW

from dutybook.access import actions
from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import AccessLogRow, Force, RoleGrant, Team, User
from dutybook.access.roles import EXCLUSIVE_ROLES, TEAM_ROLES, TIMED_ROLES, Role
from dutybook.access.viewer import Viewer, viewer_for

MakeUser = Callable[..., User]
DAY = timedelta(days=1)


def grant(by: Viewer, user: User, role: Role | str, **other: Any) -> RoleGrant:
    return actions.grant_role(by=by, user_id=user.pk, role=role, **{"now": NOW, **other})


def test_a_granted_role_counts_from_now_and_is_logged(
    administrator: Viewer, make_user: MakeUser, team: Team
) -> None:
    ann = make_user("ann")
    granted = grant(administrator, ann, "supervisor", team_id=team.pk)
    assert viewer_for(ann, now=NOW, route="").roles == {Role.SUPERVISOR}
    row = AccessLogRow.objects.get()
    assert (row.operation, row.subjects, row.detail) == (
        "alteration",
        [ann.pk],
        "role granted: supervisor",
    )
    actions.end_role(by=administrator, grant_id=granted.pk, now=NOW + DAY)
    assert viewer_for(ann, now=NOW + DAY, route="").roles == frozenset()
    assert viewer_for(ann, now=NOW, route="").roles == {Role.SUPERVISOR}
    with pytest.raises(InvalidInput, match="already ended"):
        actions.end_role(by=administrator, grant_id=granted.pk, now=NOW + DAY)


def test_a_role_to_come_can_be_called_off(administrator: Viewer, make_user: MakeUser) -> None:
    ann = make_user("ann")
    granted = grant(administrator, ann, Role.AUDITOR, from_at=NOW + DAY)
    actions.end_role(by=administrator, grant_id=granted.pk, now=NOW)
    assert viewer_for(ann, now=NOW + DAY, route="").roles == frozenset()


@pytest.mark.parametrize(
    ("role", "with_team", "other", "field"),
    [
        ("janitor", False, {}, "role"),
        (Role.SUPERVISOR, False, {}, "team"),
        (Role.ANALYST, True, {}, "team"),
        (Role.ANALYST, False, {"from_at": NOW - DAY}, "from_at"),
        (Role.ANALYST, False, {"until_at": NOW}, "until_at"),
        (Role.ANALYST, False, {"until_at": NOW + DAY, "from_at": NOW + 2 * DAY}, "until_at"),
    ],
)
def test_a_grant_that_makes_no_sense_is_refused(
    administrator: Viewer,
    make_user: MakeUser,
    team: Team,
    role: str,
    with_team: bool,
    other: dict[str, datetime],
    field: str,
) -> None:
    with pytest.raises(InvalidInput) as refused:
        grant(
            administrator, make_user("ann"), role, team_id=team.pk if with_team else None, **other
        )
    assert list(refused.value.problems) == [field]


def test_a_team_of_another_force_is_refused(
    administrator: Viewer, make_user: MakeUser, other_force: Force
) -> None:
    theirs = Team.objects.create(force=other_force, key="west", name="West", unit="other")
    with pytest.raises(InvalidInput) as refused:
        grant(administrator, make_user("ann"), Role.SUPERVISOR, team_id=theirs.pk)
    assert list(refused.value.problems) == ["team"]


def test_nobody_grants_or_ends_their_own(administrator: Viewer, command_line: Viewer) -> None:
    own = RoleGrant.objects.get()
    with pytest.raises(NotAllowed):
        actions.grant_role(by=administrator, user_id=own.user_id, role=Role.CHIEF_OFFICER, now=NOW)
    with pytest.raises(NotAllowed):
        actions.end_role(by=administrator, grant_id=own.pk, now=NOW)
    with pytest.raises(InvalidInput, match="last administrator"):
        actions.end_role(by=command_line, grant_id=own.pk, now=NOW)
    with pytest.raises(NotFound):
        actions.end_role(by=administrator, grant_id=0, now=NOW)


def test_one_of_two_administrators_can_end_the_other(
    administrator: Viewer, make_user: MakeUser
) -> None:
    other = make_user("other", Role.ADMINISTRATOR)
    theirs = RoleGrant.objects.get(user=other)
    actions.end_role(by=administrator, grant_id=theirs.pk, now=NOW)
    assert viewer_for(other, now=NOW, route="").roles == frozenset()


def test_a_closed_account_is_given_no_role(administrator: Viewer, make_user: MakeUser) -> None:
    with pytest.raises(InvalidInput, match="closed"):
        grant(administrator, make_user("ann", is_active=False), Role.AUDITOR)


def overlapping() -> list[tuple[Role, int | None, Role, int | None, bool]]:
    """Pairs of grants over one time, with whether they may stand side by side."""
    cases = []
    for one in Role:
        for other in Role:
            for second_team in (0, 1):
                first = 0 if one in TEAM_ROLES else None
                second = second_team if other in TEAM_ROLES else None
                same = (one, first) == (other, second)
                apart = bool({one, other} & EXCLUSIVE_ROLES)
                cases.append((one, first, other, second, not (same or apart)))
    return cases


def test_roles_stand_side_by_side_as_the_table_says(
    administrator: Viewer, make_user: MakeUser, force: Force, team: Team
) -> None:
    """Every pair, by the action and by the database beneath it."""
    teams = [team, Team.objects.create(force=force, key="west", name="West", unit="other")]
    ann = make_user("ann")

    def put(role: Role, where: int | None) -> None:
        RoleGrant.objects.create(
            user=ann,
            force=force,
            role=role,
            team=None if where is None else teams[where],
            from_at=NOW,
            until_at=NOW + DAY if role in TIMED_ROLES else None,
        )

    def refused(attempt: Callable[[], object], error: type[Exception]) -> bool:
        try:
            with transaction.atomic():
                attempt()
        except error:
            return True
        return False

    for one, first, other, second, side_by_side in overlapping():
        sid = transaction.savepoint()
        put(one, first)
        team_id = None if second is None else teams[second].pk
        by_action = refused(
            lambda other=other, team_id=team_id: grant(  # type: ignore[misc]  # bound in the loop
                administrator, ann, other, team_id=team_id
            ),
            InvalidInput,
        )
        transaction.savepoint_rollback(sid)
        put(one, first)
        by_database = refused(lambda other=other, second=second: put(other, second), IntegrityError)  # type: ignore[misc]  # bound in the loop
        transaction.savepoint_rollback(sid)
        assert (by_action, by_database) == (not side_by_side, not side_by_side), (one, other)


def test_the_same_role_can_be_held_again_later(administrator: Viewer, make_user: MakeUser) -> None:
    ann = make_user("ann")
    grant(administrator, ann, Role.ADMINISTRATOR, until_at=NOW + DAY)
    grant(administrator, ann, Role.AUDITOR, from_at=NOW + DAY, until_at=NOW + 2 * DAY)
    grant(administrator, ann, Role.ADMINISTRATOR, from_at=NOW + 2 * DAY)
    with pytest.raises(InvalidInput):
        grant(administrator, ann, Role.AUDITOR, from_at=NOW + DAY)


def test_the_database_holds_team_and_user_to_one_force(
    make_user: MakeUser, force: Force, other_force: Force, team: Team
) -> None:
    ann = make_user("ann", Role.AUDITOR)
    theirs = Team.objects.create(force=other_force, key="west", name="West", unit="other")

    def role_of(force: Force, team: Team) -> None:
        RoleGrant.objects.create(
            user=ann, force=force, role=Role.SUPERVISOR, team=team, from_at=NOW
        )

    for attempt in (
        lambda: role_of(force, theirs),
        lambda: role_of(other_force, theirs),
        lambda: role_of(other_force, team),
        lambda: User.objects.filter(pk=ann.pk).update(force=other_force),
    ):
        with pytest.raises(IntegrityError, match="of_force"), transaction.atomic():
            attempt()


def test_a_role_of_somebody_from_outside_needs_its_last_day(
    administrator: Viewer, make_user: MakeUser
) -> None:
    ann = make_user("ann")
    with pytest.raises(InvalidInput) as refusal:
        grant(administrator, ann, Role.INSPECTOR)
    assert "until_at" in refusal.value.problems
    until = NOW + 30 * DAY
    assert grant(administrator, ann, Role.INSPECTOR, until_at=until).until_at == until
    with pytest.raises(InvalidInput, match="held alone"):
        grant(administrator, ann, Role.ANALYST)
