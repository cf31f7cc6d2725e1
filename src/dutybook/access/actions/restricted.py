"""Opening one restricted record to one person, and closing it again."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from dutybook.access import log
from dutybook.access.actions.keeping import save
from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import Operation, RestrictedGrant, User
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer


@transaction.atomic
def open_restricted(
    *,
    by: Viewer,
    kind: RecordKind,
    subject_id: int,
    user_id: int,
    reason: str,
    until_at: datetime | None = None,
    now: datetime,
) -> RestrictedGrant:
    """Let `user_id` reach the restricted subject from `now` on.

    Only somebody whose own role reaches restricted records of the kind may, and never for
    themselves. The calling room has already shown that `by` may see this very subject: subjects
    are not known here. Raises InvalidInput, NotAllowed, NotFound.
    """
    _require_keeper(by, kind)
    if user_id == by.user_id:
        raise NotAllowed("nobody opens a restricted record to themselves")
    user = User.objects.select_for_update().filter(pk=user_id, force_id=by.force_id).first()
    if user is None or not user.is_active:
        raise InvalidInput({"user": "Choose one of the force's people."})
    if until_at is not None and until_at <= now:
        raise InvalidInput({"until_at": "The end must be in the future."})
    held = RestrictedGrant.objects.filter(
        Q(until_at__isnull=True) | Q(until_at__gt=now), user=user, subject_id=subject_id
    )
    if held.exists():
        raise InvalidInput({"user": "The record is already open to this person."})
    grant = RestrictedGrant(
        user=user,
        subject_id=subject_id,
        reason=reason.strip(),
        granted_by_id=by.user_id,
        from_at=now,
        until_at=until_at,
    )
    save(grant)
    _note(by, kind, subject_id, f"restricted record opened to user {user.pk}")
    return grant


@transaction.atomic
def end_restricted(
    *, by: Viewer, kind: RecordKind, subject_id: int, user_id: int, now: datetime
) -> None:
    """Close the restricted subject to `user_id` from `now` on.

    The calling room has shown that `by` may see the subject. Raises NotAllowed, NotFound.
    """
    _require_keeper(by, kind)
    ended = RestrictedGrant.objects.filter(
        Q(until_at__isnull=True) | Q(until_at__gt=now),
        user_id=user_id,
        user__force_id=by.force_id,
        subject_id=subject_id,
    ).update(until_at=now)
    if not ended:
        raise NotFound("no such grant")
    _note(by, kind, subject_id, f"restricted record closed to user {user_id}")


def _require_keeper(by: Viewer, kind: RecordKind) -> None:
    if not any(allowed.restricted and allowed.write for allowed, _team in by.permissions(kind)):
        raise NotAllowed("only a role that reaches restricted records opens them to others")


def _note(by: Viewer, kind: RecordKind, subject_id: int, detail: str) -> None:
    log.record(by, operation=Operation.ALTERATION, kind=kind, subjects=[subject_id], detail=detail)
