"""What the account actions share: who may, whom they may, and how a row is saved and logged."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from dutybook.access import log
from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import Operation, RoleGrant, User
from dutybook.access.roles import Reach, RecordKind, Role
from dutybook.access.viewer import Viewer, in_force


def require_account_keeper(by: Viewer) -> None:
    """Administrators keep their force's accounts; the command line keeps any.

    Raises NotAllowed.
    """
    if not by.is_operator and by.write_reach(RecordKind.ACCOUNT) is not Reach.FORCE:
        raise NotAllowed("only an administrator keeps accounts")


def require_operator(by: Viewer) -> None:
    """Forces and their first administrators are made at the command line. Raises NotAllowed."""
    if not by.is_operator:
        raise NotAllowed("this is done at the command line of the installation")


def kept_user(by: Viewer, user_id: int) -> User:
    """The account, or NotFound for another force's.

    It is locked until the transaction ends, and so is its force: account changes of one force run
    one after another, so that two administrators cannot close each other at one moment.
    """
    users = User.objects.select_related("force").select_for_update(no_key=True).filter(pk=user_id)
    if not by.is_operator:
        users = users.filter(force_id=by.force_id)
    user = users.first()
    if user is None:
        raise NotFound("no such account")
    return user


def require_another_administrator(user: User, now: datetime) -> None:
    """Refuse to leave a force without an administrator; `user` has been taken by `kept_user`."""
    others = RoleGrant.objects.filter(
        in_force(now),
        role=Role.ADMINISTRATOR,
        force_id=user.force_id,
        user__is_active=True,
    ).exclude(user=user)
    if not others.exists():
        raise InvalidInput({"": "This is the force's last administrator. Make another one first."})


def save(instance: Any) -> None:
    """Check and save one row; raises InvalidInput with a message for each field.

    What the check cannot see, because somebody else is writing at the same moment, the database's
    own constraints refuse.
    """
    try:
        instance.full_clean()
        with transaction.atomic():
            instance.save()
    except ValidationError as refused:
        raise InvalidInput(
            {
                "" if field == "__all__" else field: " ".join(messages)
                for field, messages in refused.message_dict.items()
            }
        ) from refused
    except IntegrityError as refused:
        raise InvalidInput(
            {"": "This cannot be kept beside what is already recorded. Open the page again."}
        ) from refused


def note(by: Viewer, operation: Operation, user_ids: list[int], detail: str) -> None:
    """The access-log row of an account action."""
    log.record(by, operation=operation, kind=RecordKind.ACCOUNT, subjects=user_ids, detail=detail)
