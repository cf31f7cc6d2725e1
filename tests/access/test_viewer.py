"""Who somebody is now: the roles in force at an instant, in one query."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from tests.access.scene import NOW

from dutybook.access.models import RestrictedGrant, RoleGrant, Team, User
from dutybook.access.roles import CASE_KINDS, PERSONAL_KINDS, Reach, RecordKind, Role
from dutybook.access.viewer import HeldRole, Viewer, operator, viewer_for

SECOND = timedelta(seconds=1)


def stand(*held: HeldRole) -> Viewer:
    return Viewer(1, "ann", "Ann", None, 1, frozenset(held))


def test_roles_teams_and_restricted_grants_come_in_one_query(
    make_user: Callable[..., User],
    team: Team,
    django_assert_num_queries: Any,
) -> None:
    ann = make_user("ann", Role.SUPERVISOR, Role.ANALYST, team=team, rank="sergeant")
    chief = make_user("chief", Role.CHIEF_OFFICER)
    for subject_id in (41, 42):
        RestrictedGrant.objects.create(
            user=ann, subject_id=subject_id, reason="Cover", granted_by=chief, from_at=NOW
        )
    with django_assert_num_queries(1):
        viewer = viewer_for(ann, now=NOW, route="web:home", request_id="r1")
    assert viewer.held == {HeldRole(Role.SUPERVISOR, team.pk), HeldRole(Role.ANALYST)}
    assert viewer.roles == {Role.SUPERVISOR, Role.ANALYST}
    assert viewer.team_ids == {team.pk}
    assert viewer.restricted_subject_ids == {41, 42}
    assert (viewer.rank, viewer.force_id, viewer.route) == ("sergeant", ann.force_id, "web:home")


@pytest.mark.parametrize(
    ("at", "held"),
    [
        (NOW - SECOND, False),
        (NOW, True),
        (NOW + timedelta(hours=1) - SECOND, True),
        (NOW + timedelta(hours=1), False),
    ],
)
def test_a_grant_holds_from_its_beginning_up_to_its_end(
    make_user: Callable[..., User], at: Any, held: bool
) -> None:
    ann = make_user("ann")
    chief = make_user("chief")
    until = NOW + timedelta(hours=1)
    RoleGrant.objects.create(
        user=ann, force=ann.force, role=Role.AUDITOR, from_at=NOW, until_at=until
    )
    RestrictedGrant.objects.create(
        user=ann, subject_id=7, reason="Cover", granted_by=chief, from_at=NOW, until_at=until
    )
    viewer = viewer_for(ann, now=at, route="")
    assert bool(viewer.roles) is held
    assert bool(viewer.restricted_subject_ids) is held


def test_a_closed_account_holds_nothing(make_user: Callable[..., User]) -> None:
    ann = make_user("ann", Role.AUDITOR, is_active=False)
    assert viewer_for(ann, now=NOW, route="").held == frozenset()


def test_the_widest_reach_counts() -> None:
    both = stand(HeldRole(Role.OFFENDER_MANAGER, 3), HeldRole(Role.ANALYST))
    assert both.reach(RecordKind.OFFENDER) is Reach.FORCE
    assert both.write_reach(RecordKind.OFFENDER) is Reach.TEAM
    assert both.may_write(RecordKind.OFFENDER)
    assert not both.may_write(RecordKind.SUSPECT)
    assert both.may_read(RecordKind.SUSPECT)
    assert not both.may_read(RecordKind.ACCOUNT)


@pytest.mark.parametrize("other", [Role.SUPERVISOR, Role.CHIEF_OFFICER, Role.AUDITOR])
def test_exclusive_roles_are_barred_whatever_else_is_held(other: Role) -> None:
    office = stand(HeldRole(Role.COMMISSIONERS_OFFICE), HeldRole(other, 3))
    assert not any(office.may_read(kind) for kind in PERSONAL_KINDS)
    keeper = stand(HeldRole(Role.ADMINISTRATOR), HeldRole(other, 3))
    assert not any(keeper.may_read(kind) for kind in CASE_KINDS)


def test_the_command_line_counts_and_reaches_no_record() -> None:
    root = operator(" root ", route="demo", force_id=1)
    assert root.username == "command:root"
    assert [kind for kind in RecordKind if root.may_read(kind)] == [RecordKind.LEDGER_AGGREGATE]
    assert not any(root.may_write(kind) for kind in RecordKind)
    assert operator("", route="demo").username == "command:unknown"
