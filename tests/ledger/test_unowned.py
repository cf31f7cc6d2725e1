"""Nobody is without an owner unseen: a leaver's people stand at the top of the board."""

from datetime import date

import pytest
from tests.ledger.scene import DAY, NOW, TODAY, Scene

from dutybook.access import actions as access
from dutybook.access.errors import InvalidInput
from dutybook.access.models import RoleGrant
from dutybook.access.roles import Role
from dutybook.ledger.models import Entry
from dutybook.ledger.queries import unowned, work_list
from dutybook.ledger.queries.boards import team_board
from dutybook.records.offenders.queries import offender_list, offender_page


def _unowned(scene: Scene) -> list[str]:
    return [one.label for one in unowned(scene.supervisor, TODAY).rows]


def _shown_as_nobodys(scene: Scene, subject: int) -> None:
    """Every page says the same: nobody answers for this record."""
    [row] = offender_list(scene.supervisor, now=NOW).rows
    assert row.owner is None
    assert offender_page(scene.supervisor, subject, now=NOW).header.owner is None
    assert {one.owner for one in work_list(scene.supervisor, TODAY, scope="team").rows} == {None}
    assert team_board(scene.supervisor, TODAY).carried == ()


def test_a_record_with_an_owner_who_serves_is_not_there(scene: Scene) -> None:
    scene.offender()
    assert _unowned(scene) == []


def test_what_was_never_given_to_anybody_is_there(scene: Scene) -> None:
    subject = scene.offender(owner_id=None)
    [row] = unowned(scene.supervisor, TODAY).rows
    assert (row.subject_id, row.former_owner, row.team) == (subject, None, "East")
    assert row.open_entries == Entry.objects.filter(subject_id=subject, closed_at=None).count()
    _shown_as_nobodys(scene, subject)


def test_a_closed_account_leaves_its_people_unowned(scene: Scene) -> None:
    subject = scene.offender()
    keeper = scene.viewer("keeper", Role.ADMINISTRATOR)
    access.deactivate(by=keeper, user_id=scene.manager.user_id, now=NOW)
    [row] = unowned(scene.supervisor, TODAY).rows
    assert row.former_owner == "Manager"
    _shown_as_nobodys(scene, subject)


def test_so_does_a_role_that_has_ended_with_the_account_still_open(scene: Scene) -> None:
    subject = scene.offender()
    keeper = scene.viewer("keeper", Role.ADMINISTRATOR)
    grant = RoleGrant.objects.get(user_id=scene.manager.user_id)
    access.end_role(by=keeper, grant_id=grant.pk, now=NOW)
    assert _unowned(scene) == ["Invented 00001"]
    _shown_as_nobodys(scene, subject)


def test_so_does_a_move_to_another_team(scene: Scene) -> None:
    scene.offender()
    grant = RoleGrant.objects.get(user_id=scene.manager.user_id)
    grant.until_at = NOW
    grant.save()
    RoleGrant.objects.create(
        user_id=grant.user_id,
        force=scene.force,
        role=Role.OFFENDER_MANAGER,
        team=scene.west,
        from_at=NOW,
    )
    assert _unowned(scene) == ["Invented 00001"]


def test_the_most_overdue_is_first_and_giving_it_to_somebody_ends_it(scene: Scene) -> None:
    scene.policy("visit.maximum", 3, unit="months")
    for name, day in (("later", date(2026, 7, 1)), ("first", date(2026, 1, 1))):
        scene.offender(
            name=name, owner_id=None, level="low", registered_at=day, now=NOW - 100 * DAY
        )
    assert _unowned(scene) == ["first", "later"]
    first = unowned(scene.supervisor, TODAY).rows[0]
    assert (first.overdue_entries, first.most_days_overdue) == (1, (TODAY - date(2026, 4, 1)).days)
    scene.give(first.subject_id, scene.east, scene.manager.user_id)
    assert _unowned(scene) == ["later"]


def test_nobody_is_given_a_record_of_a_team_in_which_they_do_not_serve(scene: Scene) -> None:
    subject = scene.offender()
    western = scene.viewer("westerner", Role.OFFENDER_MANAGER, team=scene.west)
    with pytest.raises(InvalidInput) as refused:
        scene.give(subject, scene.east, western.user_id)
    assert set(refused.value.problems) == {"owner"}
    assert _unowned(scene) == []
