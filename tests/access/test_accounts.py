"""Making and closing accounts, and who may."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from tests.access.scene import NOW, PASSWORD

from dutybook.access import actions
from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import AccessLogRow, Force, RestrictedGrant, RoleGrant, Team, User
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer, viewer_for

MakeUser = Callable[..., User]


def create(by: Viewer, force: Force, **other: object) -> User:
    fields: dict[str, object] = {
        "username": "New.Person",
        "display_name": " New Person ",
        "rank": "constable",
        "password": PASSWORD,
    }
    return actions.create_user(by=by, force_id=force.pk, **{**fields, **other})


def test_an_administrator_makes_an_account(administrator: Viewer, force: Force) -> None:
    user = create(administrator, force)
    kept = User.objects.get(pk=user.pk)
    assert (kept.username, kept.display_name, kept.rank) == (
        "new.person",
        "New Person",
        "constable",
    )
    assert kept.must_change_password
    assert kept.check_password(PASSWORD)
    assert viewer_for(kept, now=NOW, route="").held == frozenset()
    row = AccessLogRow.objects.get()
    assert (row.username, row.operation, row.kind, row.subjects) == (
        "keeper",
        "collection",
        "account",
        [user.pk],
    )


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"username": "x"}, "username"),
        ({"username": "new person"}, "username"),
        ({"username": "keeper"}, "username"),
        ({"display_name": "  "}, "display_name"),
        ({"rank": "general"}, "rank"),
        ({"password": "short"}, "password"),
        ({"password": "q1w2e3r4t5y6"}, "password"),
        ({"password": "new.person-2026"}, "password"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_kept(
    administrator: Viewer, force: Force, wrong: dict[str, str], field: str
) -> None:
    before = User.objects.count()
    with pytest.raises(InvalidInput) as refused:
        create(administrator, force, **wrong)
    assert list(refused.value.problems) == [field]
    assert User.objects.count() == before
    assert not AccessLogRow.objects.exists()


@pytest.mark.parametrize("role", [each for each in Role if each is not Role.ADMINISTRATOR])
def test_no_other_role_keeps_accounts(
    make_user: MakeUser, team: Team, force: Force, role: Role
) -> None:
    viewer = viewer_for(make_user("ann", role, team=team), now=NOW, route="")
    with pytest.raises(NotAllowed):
        create(viewer, force)


def test_an_administrator_keeps_no_other_force(
    administrator: Viewer, other_force: Force, make_user: MakeUser
) -> None:
    stranger = make_user("stranger", of=other_force)
    team = Team.objects.create(force=other_force, key="west", name="West", unit="other")
    for attempt in (
        lambda: create(administrator, other_force),
        lambda: actions.change_user(
            by=administrator, user_id=stranger.pk, display_name="X", rank=None
        ),
        lambda: actions.set_password(by=administrator, user_id=stranger.pk, password=PASSWORD),
        lambda: actions.deactivate(by=administrator, user_id=stranger.pk, now=NOW),
        lambda: actions.grant_role(
            by=administrator, user_id=stranger.pk, role=Role.AUDITOR, now=NOW
        ),
        lambda: actions.create_team(
            by=administrator, force_id=other_force.pk, key="n", name="N", unit="other"
        ),
        lambda: actions.change_force(
            by=administrator,
            force_id=other_force.pk,
            name="Mine",
            body_title="",
            body_holder_name="",
        ),
    ):
        with pytest.raises(NotFound):
            attempt()
    assert team.name == "West"
    assert not AccessLogRow.objects.exists()


def test_closing_an_account_ends_what_it_held(
    administrator: Viewer, make_user: MakeUser, team: Team
) -> None:
    ann = make_user("ann", Role.SUPERVISOR, team=team)
    later = RoleGrant.objects.create(
        user=ann, force=ann.force, role=Role.AUDITOR, from_at=NOW + timedelta(days=1)
    )
    RestrictedGrant.objects.create(
        user=ann, subject_id=7, reason="Cover", granted_by=make_user("chief"), from_at=NOW
    )
    actions.deactivate(by=administrator, user_id=ann.pk, now=NOW)
    actions.reactivate(by=administrator, user_id=ann.pk)
    ann.refresh_from_db()
    assert ann.is_active
    for at in (NOW, NOW + timedelta(days=2)):
        viewer = viewer_for(ann, now=at, route="")
        assert (viewer.held, viewer.restricted_subject_ids) == (frozenset(), frozenset())
    later.refresh_from_db()
    assert later.until_at == later.from_at


def test_a_force_keeps_an_administrator(administrator: Viewer, command_line: Viewer) -> None:
    assert administrator.user_id is not None
    with pytest.raises(NotAllowed, match="own"):
        actions.deactivate(by=administrator, user_id=administrator.user_id, now=NOW)
    with pytest.raises(InvalidInput, match="last administrator"):
        actions.deactivate(by=command_line, user_id=administrator.user_id, now=NOW)


def test_a_temporary_password_must_be_changed(administrator: Viewer, make_user: MakeUser) -> None:
    ann = make_user("ann", password="three red wheelbarrows")
    actions.set_password(by=administrator, user_id=ann.pk, password=PASSWORD)
    ann.refresh_from_db()
    assert ann.check_password(PASSWORD)
    assert ann.must_change_password
    viewer = viewer_for(ann, now=NOW, route="")
    new = "nine yellow umbrellas"
    actions.change_own_password(by=viewer, current=PASSWORD, new=new, again=new)
    ann.refresh_from_db()
    assert ann.check_password(new)
    assert not ann.must_change_password
    with pytest.raises(NotAllowed):
        actions.set_password(
            by=administrator, user_id=administrator.user_id or 0, password=PASSWORD
        )


@pytest.mark.parametrize(
    ("current", "new", "again", "field"),
    [
        ("wrong", "nine yellow umbrellas", "nine yellow umbrellas", "current"),
        (PASSWORD, "nine yellow umbrellas", "ten yellow umbrellas", "again"),
        (PASSWORD, PASSWORD, PASSWORD, "new"),
        (PASSWORD, "short", "short", "new"),
    ],
)
def test_a_new_password_is_refused_field_by_field(
    make_user: MakeUser, current: str, new: str, again: str, field: str
) -> None:
    ann = make_user("ann", password=PASSWORD)
    viewer = viewer_for(ann, now=NOW, route="")
    with pytest.raises(InvalidInput) as refused:
        actions.change_own_password(by=viewer, current=current, new=new, again=again)
    assert list(refused.value.problems) == [field]
    ann.refresh_from_db()
    assert ann.check_password(PASSWORD)
