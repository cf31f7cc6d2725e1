"""History of every change, and whose it was."""

from collections.abc import Callable

from tests.access.scene import NOW, PASSWORD

from dutybook.access import actions
from dutybook.access.models import AccessLogRow, Force, RoleGrant, User
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer
from dutybook.database import DatabaseAccess

UserChange = User.pgh_event_model
RoleGrantChange = RoleGrant.pgh_event_model


def test_every_change_is_kept_as_it_stood(force: Force) -> None:
    force.name = "North Vale Constabulary"
    force.save()
    Force.objects.update(body_title="Commissioner")
    Force.objects.all().delete()
    kept = Force.pgh_event_model.objects.order_by("pgh_id")
    assert [(row.pgh_label, row.name, row.body_title) for row in kept] == [
        ("insert", "North Vale Police", ""),
        ("update", "North Vale Constabulary", ""),
        ("update", "North Vale Constabulary", "Commissioner"),
        ("delete", "North Vale Constabulary", "Commissioner"),
    ]


def test_a_password_never_enters_the_history(make_user: Callable[..., User]) -> None:
    ann = make_user("ann", password=PASSWORD)
    ann.set_password("nine yellow umbrellas")
    ann.save()
    columns = {field.name for field in UserChange._meta.fields}
    assert "password" not in columns
    assert "last_login" not in columns
    assert UserChange.objects.filter(pgh_obj=ann).count() == 1


def test_the_log_tells_who_made_a_change(
    committed_database: DatabaseAccess, administrator: Viewer, make_user: Callable[..., User]
) -> None:
    ann, bob = make_user("ann"), make_user("bob")
    for person in (ann, bob):
        actions.grant_role(by=administrator, user_id=person.pk, role=Role.AUDITOR, now=NOW)
    for person in (ann, bob):
        change = RoleGrantChange.objects.get(user=person)
        row = AccessLogRow.objects.get(transaction=change.transaction)
        assert (row.username, row.subjects) == ("keeper", [person.pk])
