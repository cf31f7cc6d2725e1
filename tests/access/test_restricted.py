"""Opening one restricted record to one person."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import IntegrityError
from tests.access.scene import NOW

from dutybook.access import actions
from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import AccessLogRow, Force, RestrictedGrant, Team, User
from dutybook.access.roles import RecordKind, Role
from dutybook.access.viewer import Viewer, viewer_for

MakeUser = Callable[..., User]
HOUR = timedelta(hours=1)


@pytest.fixture
def supervisor(make_user: MakeUser, team: Team) -> Viewer:
    return viewer_for(make_user("sue", Role.SUPERVISOR, team=team), now=NOW, route="")


def open_to(by: Viewer, user: User, reason: str = "Covers a visit", **other: object) -> None:
    actions.open_restricted(
        by=by,
        kind=RecordKind.OFFENDER,
        subject_id=7,
        user_id=user.pk,
        reason=reason,
        now=NOW,
        **other,
    )


def opened(user: User, at: object = NOW) -> frozenset[int]:
    return viewer_for(user, now=at, route="").restricted_subject_ids  # type: ignore[arg-type]  # an instant


def test_a_record_is_opened_for_a_time_and_logged(supervisor: Viewer, make_user: MakeUser) -> None:
    ann = make_user("ann")
    open_to(supervisor, ann, until_at=NOW + HOUR)
    assert opened(ann) == {7}
    assert opened(ann, NOW + HOUR) == frozenset()
    row = AccessLogRow.objects.get()
    assert (row.kind, row.operation, row.subjects) == ("offender", "alteration", [7])
    assert row.detail == f"restricted record opened to user {ann.pk}"


def test_it_can_be_closed_again(supervisor: Viewer, make_user: MakeUser) -> None:
    ann = make_user("ann")
    open_to(supervisor, ann)
    close = {"kind": RecordKind.OFFENDER, "subject_id": 7, "user_id": ann.pk}
    actions.end_restricted(by=supervisor, now=NOW + HOUR, **close)
    assert opened(ann, NOW + HOUR) == frozenset()
    assert opened(ann) == {7}
    with pytest.raises(NotFound):
        actions.end_restricted(by=supervisor, now=NOW + HOUR, **close)
    open_to(supervisor, make_user("bob"))


@pytest.mark.parametrize("role", [Role.OFFENDER_MANAGER, Role.ANALYST, Role.ADMINISTRATOR])
def test_only_who_reaches_restricted_records_opens_them(
    make_user: MakeUser, team: Team, role: Role
) -> None:
    viewer = viewer_for(make_user("bob", role, team=team), now=NOW, route="")
    with pytest.raises(NotAllowed):
        open_to(viewer, make_user("ann"))
    assert not RestrictedGrant.objects.exists()


def test_nobody_opens_a_record_to_themselves(supervisor: Viewer) -> None:
    with pytest.raises(NotAllowed):
        open_to(supervisor, User.objects.get(pk=supervisor.user_id))


def test_what_is_wrong_is_named(
    supervisor: Viewer, make_user: MakeUser, other_force: Force
) -> None:
    ann = make_user("ann")
    cases: list[tuple[str, Callable[[], None]]] = [
        ("reason", lambda: open_to(supervisor, ann, reason="  ")),
        ("until_at", lambda: open_to(supervisor, ann, until_at=NOW)),
        ("user", lambda: open_to(supervisor, make_user("stranger", of=other_force))),
        ("user", lambda: open_to(supervisor, make_user("leaver", is_active=False))),
    ]
    for field, attempt in cases:
        with pytest.raises(InvalidInput) as refused:
            attempt()
        assert list(refused.value.problems) == [field]
    open_to(supervisor, ann)
    with pytest.raises(InvalidInput, match="already open"):
        open_to(supervisor, ann)


def test_the_database_refuses_a_grant_to_oneself(supervisor: Viewer) -> None:
    with pytest.raises(IntegrityError, match="by_another"):
        RestrictedGrant.objects.create(
            user_id=supervisor.user_id,
            granted_by_id=supervisor.user_id,
            subject_id=7,
            reason="Curious",
            from_at=NOW,
        )
