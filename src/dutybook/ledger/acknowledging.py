"""A person says that they have seen what they were told."""

from datetime import datetime

from django.db import transaction

from dutybook.access import log
from dutybook.access.errors import NotFound
from dutybook.access.models import Operation
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.ledger.models import Notice


@transaction.atomic
def acknowledge(*, by: Viewer, now: datetime, notice_id: int) -> None:
    """Acknowledge one of one's own notices; a second time changes nothing.

    Raises `NotFound` for a notice that is none or another's.
    """
    notice = (
        Notice.objects.select_for_update()
        .filter(pk=notice_id, user_id=by.user_id, force_id=by.force_id)
        .first()
    )
    if notice is None:
        raise NotFound("no notice of yours with this number")
    if notice.acknowledged_at is not None:
        return
    notice.acknowledged_at = now
    notice.save(update_fields=["acknowledged_at"])
    log.record(
        by,
        operation=Operation.ALTERATION,
        kind=RecordKind.LEDGER_AGGREGATE,
        subjects=[],
        detail=f"acknowledged notice {notice.pk}",
    )
