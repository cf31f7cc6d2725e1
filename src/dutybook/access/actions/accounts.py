"""Making, changing, closing and reopening accounts."""

from dataclasses import replace
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from dutybook.access.actions.keeping import (
    kept_user,
    note,
    require_account_keeper,
    require_another_administrator,
    save,
)
from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import Operation, RestrictedGrant, RoleGrant, User
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer, in_force


@transaction.atomic
def create_user(
    *,
    by: Viewer,
    force_id: int,
    username: str,
    display_name: str,
    rank: str | None,
    password: str | None,
    email: str = "",
    must_change_password: bool = True,
) -> User:
    """Add an account without roles; its owner chooses a password of their own at first sign-in.

    `rank` is None for police staff. Without a `password` nobody signs in until one is set.
    `must_change_password=False` is for the demonstration force, whose passwords are printed.
    Raises InvalidInput, NotAllowed, NotFound (another force).
    """
    require_account_keeper(by)
    if not by.is_operator and force_id != by.force_id:
        raise NotFound("no such force")
    user = add_user(
        force_id=force_id,
        username=username,
        display_name=display_name,
        rank=rank,
        password=password,
        email=email,
        must_change_password=must_change_password,
    )
    note(replace(by, force_id=force_id), Operation.COLLECTION, [user.pk], "account created")
    return user


@transaction.atomic
def change_user(
    *, by: Viewer, user_id: int, display_name: str, rank: str | None, email: str | None = None
) -> User:
    """Change what a person is called, their rank, and where mail goes (None: where it went).

    Raises InvalidInput, NotAllowed, NotFound.
    """
    require_account_keeper(by)
    user = kept_user(by, user_id)
    user.display_name = display_name.strip()
    user.rank = rank or None
    if email is not None:
        user.email = email.strip()
    save(user)
    note(replace(by, force_id=user.force_id), Operation.ALTERATION, [user.pk], "account changed")
    return user


@transaction.atomic
def deactivate(*, by: Viewer, user_id: int, now: datetime) -> User:
    """Close an account: it holds no role from `now` on and its sessions open nothing.

    What was allocated to the person stays theirs on record and shows as unowned. Nobody closes
    their own account, and a force keeps at least one administrator. Raises InvalidInput,
    NotAllowed, NotFound.
    """
    require_account_keeper(by)
    user = kept_user(by, user_id)
    if user.pk == by.user_id:
        raise NotAllowed("nobody closes their own account")
    held = RoleGrant.objects.filter(in_force(now), user=user)
    if held.filter(role=Role.ADMINISTRATOR).exists():
        require_another_administrator(user, now)
    user.is_active = False
    save(user)
    for grants in (RoleGrant.objects, RestrictedGrant.objects):
        grants.filter(in_force(now), user=user).update(until_at=now)
        grants.filter(user=user, from_at__gt=now).update(until_at=F("from_at"))
    note(replace(by, force_id=user.force_id), Operation.ALTERATION, [user.pk], "account closed")
    return user


@transaction.atomic
def reactivate(*, by: Viewer, user_id: int) -> User:
    """Reopen a closed account, without any role. Raises NotAllowed, NotFound."""
    require_account_keeper(by)
    user = kept_user(by, user_id)
    user.is_active = True
    save(user)
    note(replace(by, force_id=user.force_id), Operation.ALTERATION, [user.pk], "account reopened")
    return user


def add_user(
    *,
    force_id: int,
    username: str,
    display_name: str,
    rank: str | None,
    password: str | None,
    must_change_password: bool,
    email: str = "",
) -> User:
    """A saved account with a checked password, or one that cannot sign in yet; the caller has
    decided who may and logs it."""
    user = User(
        username=username.strip().lower(),
        display_name=display_name.strip(),
        rank=rank or None,
        force_id=force_id,
        email=email.strip(),
        must_change_password=must_change_password,
    )
    if password is not None:
        check_password_rules(user, password, field="password")
    user.set_password(password)  # None makes one that no password matches
    save(user)
    return user


def check_password_rules(user: User, password: str, *, field: str) -> None:
    """Raise InvalidInput on `field` if the installation's rules refuse the password."""
    try:
        validate_password(password, user)
    except ValidationError as refused:
        raise InvalidInput({field: " ".join(refused.messages)}) from refused
