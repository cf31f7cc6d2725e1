"""Reminding people of something that no record says by itself; each thing once."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction

from dutybook.ledger.instants import local_day
from dutybook.ledger.models import Notice, Reminder


@transaction.atomic
def settle(code: str, *, user_id: int, number: int, now: datetime) -> None:
    """What somebody was reminded of is done: their notice of it waits no longer."""
    waiting = Notice.objects.filter(
        user_id=user_id, reminder__code=code, reminder__number=number, acknowledged_at=None
    )
    waiting.update(acknowledged_at=now)


@transaction.atomic
def remind(
    force_id: int,
    code: str,
    *,
    people: Collection[int],
    now: datetime,
    inspection: str = "",
    part: str = "",
    number: int | None = None,
    day: date | None = None,
) -> bool:
    """Tell these people of one thing, unless it was told before; gives whether it was told now."""
    made, is_new = Reminder.objects.get_or_create(
        force_id=force_id,
        code=code,
        inspection=inspection,
        part=part,
        number=number,
        day=day,
        defaults={"made_at": now},
    )
    if is_new:
        Notice.objects.bulk_create(
            Notice(
                force_id=force_id,
                user_id=user,
                kind="reminder",
                reminder=made,
                made_at=now,
                day=local_day(now),
            )
            for user in sorted(set(people))
        )
    return is_new
