"""Passwords: an administrator's temporary one, and the person's own."""

from dataclasses import replace

from django.db import transaction

from dutybook.access.actions.accounts import check_password_rules
from dutybook.access.actions.keeping import kept_user, note, require_account_keeper
from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import Operation, User
from dutybook.access.viewer import Viewer


@transaction.atomic
def set_password(*, by: Viewer, user_id: int, password: str) -> User:
    """Give a person a temporary password; they must choose their own before anything else opens.

    All their sessions end. Raises InvalidInput (`password`), NotAllowed, NotFound.
    """
    require_account_keeper(by)
    user = kept_user(by, user_id)
    if user.pk == by.user_id:
        raise NotAllowed("your own password is changed with the present one")
    check_password_rules(user, password, field="password")
    user.set_password(password)
    user.must_change_password = True
    user.save(update_fields=["password", "must_change_password"])
    note(replace(by, force_id=user.force_id), Operation.ALTERATION, [user.pk], "password set")
    return user


@transaction.atomic
def change_own_password(*, by: Viewer, current: str, new: str, again: str) -> User:
    """Choose a new password, knowing the present one.

    Raises InvalidInput on `current`, `new` or `again`. The caller keeps the session at hand
    (`sign_in.change_password` does).
    """
    user = User.objects.select_for_update().filter(pk=by.user_id).first()
    if user is None:
        raise NotFound("no such account")
    if not user.check_password(current):
        raise InvalidInput({"current": "This is not your present password."})
    if new != again:
        raise InvalidInput({"again": "The two new passwords differ. Type the same one twice."})
    if new == current:
        raise InvalidInput({"new": "Choose a password other than the present one."})
    check_password_rules(user, new, field="new")
    user.set_password(new)
    user.must_change_password = False
    user.save(update_fields=["password", "must_change_password"])
    note(by, Operation.ALTERATION, [user.pk], "own password changed")
    return user
