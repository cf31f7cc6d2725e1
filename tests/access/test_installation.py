"""Setting an installation up from nothing."""

from collections.abc import Callable

import pytest
from tests.access.scene import NOW, PASSWORD

from dutybook.access import actions, queries
from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import AccessLogRow, Force, Team, User
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer, operator, viewer_for

ROOT = operator("root", route="command: admin create")


def first(force: Force, **other: object) -> User:
    fields: dict[str, object] = {
        "username": "first",
        "display_name": "First Keeper",
        "password": PASSWORD,
    }
    return actions.create_first_administrator(
        by=ROOT,
        force_id=force.pk,
        now=NOW,
        **{**fields, **other},
    )


def test_a_force_and_its_first_administrator_are_made_at_the_command_line(db: None) -> None:
    force = actions.create_force(
        by=ROOT, key="north-vale", name="North Vale Police", body_title="Commissioner"
    )
    assert not queries.has_administrator(force.pk, NOW)
    user = first(force)
    assert queries.has_administrator(force.pk, NOW)
    assert viewer_for(user, now=NOW, route="").roles == {Role.ADMINISTRATOR}
    assert not user.must_change_password
    rows = AccessLogRow.objects.order_by("pk")
    assert [(row.username, row.user_id, row.force_id, row.detail) for row in rows] == [
        ("command:root", None, force.pk, "force created"),
        ("command:root", None, force.pk, "first administrator"),
    ]


def test_a_force_has_one_first_administrator(force: Force) -> None:
    first(force)
    with pytest.raises(InvalidInput, match="already has an administrator"):
        first(force, username="second")
    assert User.objects.count() == 1


def test_when_the_only_administrator_is_closed_another_first_can_be_made(force: Force) -> None:
    first(force)
    User.objects.update(is_active=False)
    first(force, username="second")


def test_nothing_is_kept_of_a_refused_beginning(force: Force) -> None:
    with pytest.raises(InvalidInput):
        first(force, password="short")
    assert not User.objects.exists()
    with pytest.raises(NotFound):
        actions.create_first_administrator(
            by=ROOT, force_id=0, username="a", display_name="A", password=PASSWORD, now=NOW
        )


def test_signed_in_people_do_not_set_installations_up(administrator: Viewer, force: Force) -> None:
    with pytest.raises(NotAllowed):
        actions.create_force(by=administrator, key="x", name="X")
    with pytest.raises(NotAllowed):
        actions.create_first_administrator(
            by=administrator,
            force_id=force.pk,
            username="a",
            display_name="A",
            password=PASSWORD,
            now=NOW,
        )


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"key": "North Vale"}, "key"),
        ({"key": "north-vale"}, "key"),
        ({"name": " "}, "name"),
        ({"name": "x" * 121}, "name"),
    ],
)
def test_a_force_is_refused_field_by_field(force: Force, wrong: dict[str, str], field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        actions.create_force(by=ROOT, **{"key": "other", "name": "Other Police", **wrong})
    assert list(refused.value.problems) == [field]


def test_an_administrator_makes_teams_and_names_the_new_commissioner(
    administrator: Viewer, force: Force
) -> None:
    team = actions.create_team(
        by=administrator,
        force_id=force.pk,
        key="west",
        name="West",
        unit="online_child_abuse",
    )
    assert Team.objects.get().pk == team.pk
    actions.change_force(
        by=administrator,
        force_id=force.pk,
        name=force.name,
        body_title="Police and Crime Commissioner",
        body_holder_name="Sam Rivers",
    )
    force.refresh_from_db()
    assert force.body_holder_name == "Sam Rivers"
    with pytest.raises(InvalidInput) as refused:
        actions.create_team(
            by=administrator, force_id=force.pk, key="north", name="North", unit="mounted"
        )
    assert list(refused.value.problems) == ["unit"]


def test_a_second_team_of_one_key_is_refused(
    administrator: Viewer, force: Force, team: Team, make_user: Callable[..., User]
) -> None:
    with pytest.raises(InvalidInput):
        actions.create_team(
            by=administrator, force_id=force.pk, key=team.key, name="East again", unit="other"
        )
