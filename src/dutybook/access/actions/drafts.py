"""Keeping what somebody typed, so that a lost connection loses nothing."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from dutybook.access import log
from dutybook.access.drafts import DAY, LARGEST, MOST_FIELDS
from dutybook.access.errors import InvalidInput, NotAllowed
from dutybook.access.models import FormDraft, Operation
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer


@transaction.atomic
def keep_draft(*, by: Viewer, now: datetime, place: str, fields: Sequence[Any]) -> FormDraft:
    """Keep a form as it stands; what was kept of it before is replaced.

    `place` is the path of its page, `fields` are pairs of a name and what was typed. The first
    time is logged, every later one is the same act. Raises InvalidInput for what is no form.
    """
    if by.user_id is None:
        raise NotAllowed("a draft is somebody's own")
    if not place.startswith("/") or len(place) > 300 or not _are_fields(fields):
        raise InvalidInput({"": "This is no form that could be kept"})
    FormDraft.objects.filter(user_id=by.user_id, kept_at__lte=now - DAY).delete()
    made, is_new = FormDraft.objects.update_or_create(
        user_id=by.user_id, place=place, defaults={"fields": list(fields), "kept_at": now}
    )
    if is_new:
        log.record(
            by,
            operation=Operation.COLLECTION,
            kind=RecordKind.ACCOUNT,
            subjects=[by.user_id],
            detail="draft of a form kept",
        )
    return made


@transaction.atomic
def drop_draft(*, by: Viewer, place: str) -> None:
    """Forget what was kept of a form, as when it was saved or thrown away; none is no error."""
    FormDraft.objects.filter(user_id=by.user_id, place=place).delete()


@transaction.atomic
def drop_old_drafts(*, now: datetime) -> int:
    """Forget every draft older than a day; gives how many. For the worker."""
    dropped, _ = FormDraft.objects.filter(kept_at__lte=now - DAY).delete()
    return dropped


def _are_fields(fields: Sequence[Any]) -> bool:
    if not isinstance(fields, list) or len(fields) > MOST_FIELDS:
        return False
    pairs = all(
        isinstance(one, list) and len(one) == 2 and all(isinstance(part, str) for part in one)
        for one in fields
    )
    return pairs and sum(len(name) + len(typed) for name, typed in fields) <= LARGEST
