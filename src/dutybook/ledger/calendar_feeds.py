"""A person makes the address of their calendar, makes it anew, or stops it."""

import hashlib
from datetime import datetime

from django.db import transaction

from dutybook.access import log
from dutybook.access.errors import NotAllowed
from dutybook.access.models import Operation
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.ledger.models import CalendarFeed


def digest_of(secret: str) -> str:
    """What is kept of the secret in an address."""
    return hashlib.sha256(secret.encode()).hexdigest()


@transaction.atomic
def make_feed(*, by: Viewer, now: datetime, secret: str) -> None:
    """From now on `secret` opens the calendar of `by`, and what opened it before no longer does."""
    _keep(by, now, digest_of(secret), "calendar feed made")


@transaction.atomic
def stop_feed(*, by: Viewer, now: datetime) -> None:
    """No address opens the calendar of `by` any more."""
    _keep(by, now, "", "calendar feed stopped")


def _keep(by: Viewer, now: datetime, digest: str, detail: str) -> None:
    if by.user_id is None:
        raise NotAllowed("a calendar is a person's")
    CalendarFeed.objects.create(user_id=by.user_id, digest=digest, made_at=now)
    log.record(
        by,
        operation=Operation.ALTERATION,
        kind=RecordKind.ACCOUNT,
        subjects=[by.user_id],
        detail=detail,
    )
