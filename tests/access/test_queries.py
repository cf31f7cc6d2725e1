"""What administrators and auditors read, page by page, and what the reading leaves in the log."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from tests.access.scene import NOW

from dutybook.access import log, queries
from dutybook.access.errors import NotAllowed, NotFound
from dutybook.access.models import AccessLogRow, Force, Operation, RoleGrant, Team, User
from dutybook.access.queries import LogFilters
from dutybook.access.roles import RecordKind, Role
from dutybook.access.viewer import Viewer, viewer_for

MakeUser = Callable[..., User]


@pytest.fixture
def auditor(make_user: MakeUser) -> Viewer:
    return viewer_for(make_user("audrey", Role.AUDITOR), now=NOW, route="web:access_log")


def consult(viewer: Viewer, *subjects: int, kind: RecordKind = RecordKind.OFFENDER) -> int:
    return log.record(viewer, operation=Operation.CONSULTATION, kind=kind, subjects=subjects)


def test_accounts_of_the_force_with_their_roles(
    administrator: Viewer, make_user: MakeUser, team: Team, other_force: Force
) -> None:
    ann = make_user("ann", Role.SUPERVISOR, team=team, rank="sergeant")
    make_user("stranger", of=other_force)
    ended = RoleGrant.objects.create(
        user=ann,
        force=ann.force,
        role=Role.ANALYST,
        from_at=NOW - timedelta(days=9),
        until_at=NOW - timedelta(days=8),
    )
    page = queries.accounts(administrator, now=NOW)
    assert [row.username for row in page.rows] == ["ann", "keeper"]
    assert page.next_after is None
    first = page.rows[0]
    assert (first.rank, [(role.role, role.team) for role in first.roles]) == (
        "sergeant",
        [(Role.SUPERVISOR, "East")],
    )
    row = AccessLogRow.objects.get()
    assert (row.kind, row.subjects) == ("account", sorted([ann.pk, administrator.user_id or 0]))
    whole = queries.account(administrator, user_id=ann.pk)
    assert whole.roles[0].grant_id == ended.pk


def test_accounts_are_searched_and_turned_over_page_by_page(
    administrator: Viewer, make_user: MakeUser
) -> None:
    for number in range(queries.PAGE_SIZE + 3):
        make_user(f"person{number:03d}")
    first = queries.accounts(administrator, now=NOW, search="PERSON")
    assert len(first.rows) == queries.PAGE_SIZE
    second = queries.accounts(
        administrator, now=NOW, search=" per\x00son", after=first.next_after or ""
    )
    assert [row.username for row in second.rows] == ["person050", "person051", "person052"]
    assert second.next_after is None


def test_the_number_of_queries_does_not_grow(
    administrator: Viewer, make_user: MakeUser, team: Team, django_assert_num_queries: Any
) -> None:
    def reading() -> None:
        with django_assert_num_queries(3):
            queries.accounts(administrator, now=NOW)

    reading()
    for number in range(20):
        make_user(f"person{number}", Role.SUPERVISOR, team=team)
    reading()


def test_only_administrators_see_accounts(
    auditor: Viewer, administrator: Viewer, make_user: MakeUser, other_force: Force
) -> None:
    with pytest.raises(NotAllowed):
        queries.accounts(auditor, now=NOW)
    with pytest.raises(NotAllowed):
        queries.account(auditor, user_id=1)
    with pytest.raises(NotFound):
        queries.account(administrator, user_id=make_user("stranger", of=other_force).pk)
    assert not AccessLogRow.objects.exists()


def test_the_auditor_reads_the_log_of_their_force_newest_first(
    auditor: Viewer, make_user: MakeUser, other_force: Force
) -> None:
    ann = viewer_for(make_user("ann"), now=NOW, route="web:offender")
    stranger = viewer_for(make_user("stranger", of=other_force), now=NOW, route="web:offender")
    older = consult(ann, 1, 2)
    consult(stranger, 1)
    newer = consult(ann, 3)
    page = queries.log_rows(auditor, LogFilters())
    assert [row.pk for row in page.rows] == [newer, older]
    assert page.next_before is None
    reading = AccessLogRow.objects.order_by("-pk")[0]
    assert (reading.username, reading.kind) == ("audrey", "access_log")


def test_the_log_is_narrowed_by_each_filter(auditor: Viewer, make_user: MakeUser) -> None:
    ann = viewer_for(make_user("ann"), now=NOW, route="")
    bob = viewer_for(make_user("bob"), now=NOW, route="")
    first = consult(ann, 1, 2)
    second = consult(bob, 2, kind=RecordKind.SUSPECT)
    third = log.record(
        bob,
        operation=Operation.DISCLOSURE,
        kind=RecordKind.OFFENDER,
        subjects=[5],
        disclosed_to="South Vale Police",
    )
    at_second = AccessLogRow.objects.get(pk=second).at

    def found(**filters: Any) -> set[int]:
        rows = queries.log_rows(auditor, LogFilters(**filters)).rows
        return {row.pk for row in rows} & {first, second, third}

    assert found() == {first, second, third}
    assert found(username=" B\x00ob ") == {second, third}
    assert found(operation=Operation.DISCLOSURE) == {third}
    assert found(kind=RecordKind.SUSPECT) == {second}
    assert found(subject_id=2) == {first, second}
    assert found(from_at=at_second) == {second, third}
    assert found(until_at=at_second) == {first}
    assert found(subject_id=2, username="ann") == {first}


def test_the_log_is_turned_over_by_its_numbers(auditor: Viewer, make_user: MakeUser) -> None:
    ann = viewer_for(make_user("ann"), now=NOW, route="")
    written = [consult(ann, number) for number in range(queries.PAGE_SIZE + 2)]
    only_ann = LogFilters(username="ann")
    first = queries.log_rows(auditor, only_ann)
    consult(ann, 99)
    second = queries.log_rows(auditor, only_ann, before=first.next_before)
    shown = [row.pk for row in (*first.rows, *second.rows)]
    assert shown == written[::-1]
    assert second.next_before is None


@pytest.mark.parametrize("role", [each for each in Role if each is not Role.AUDITOR])
def test_nobody_else_reads_the_log(make_user: MakeUser, team: Team, role: Role) -> None:
    viewer = viewer_for(make_user("ann", role, team=team), now=NOW, route="")
    with pytest.raises(NotAllowed):
        queries.log_rows(viewer, LogFilters())


def test_colleagues_are_the_people_of_ones_own_teams(
    make_user: MakeUser, force: Force, team: Team, other_force: Force
) -> None:
    west = Team.objects.create(force=force, key="west", name="West", unit="other")
    ann = make_user("ann", Role.OFFENDER_MANAGER, Role.SUPERVISOR, team=team)
    bob = make_user("bob", Role.OFFENDER_MANAGER, team=team)
    make_user("cat", Role.OFFENDER_MANAGER, team=west)
    make_user("leaver", Role.OFFENDER_MANAGER, team=team, is_active=False)
    found = queries.colleagues(viewer_for(ann, now=NOW, route=""), now=NOW)
    assert [(each.user_id, each.team) for each in found] == [(ann.pk, "East"), (bob.pk, "East")]


def test_forces_and_teams_are_listed(administrator: Viewer, team: Team, other_force: Force) -> None:
    assert [each.key for each in queries.forces()] == ["north-vale", "south-vale"]
    assert queries.force_called("south-vale") == other_force
    with pytest.raises(NotFound):
        queries.force_called("nowhere")
    assert [each.name for each in queries.teams(administrator)] == ["East"]
