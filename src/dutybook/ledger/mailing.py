"""Telling people by e-mail that notices wait for them: how many and of what kind, nothing more.

No name, no record, no duty and no level stands in a mail, and nothing in it opens a page without
signing in. What cannot wait is mailed at once, the rest in the morning. A mail that cannot be sent
is tried again, until its notices are too old for it.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q

from dutybook.ledger.instants import LONDON
from dutybook.ledger.models import Notice
from dutybook.ledger.models.reminder import AT_ONCE

MORNING: Final = 7
"""The local hour from which what can wait is mailed."""
TOO_OLD: Final = timedelta(days=3)
"""After this a notice is not mailed any more: its reader has had a newer mail, or none arrives."""

_log = logging.getLogger(__name__)

KINDS: Final = (
    ("breach", "very-high-risk breach", "very-high-risk breaches"),
    ("finding", "finding that changed", "findings that changed"),
    ("escalated", "notice that a colleague left open", "notices that colleagues left open"),
    ("digest", "digest of what became overdue", "digests of what became overdue"),
    ("reminder", "reminder", "reminders"),
)


@dataclass(frozen=True)
class Mail:
    """One message in plain text."""

    to: str
    subject: str
    text: str


Send = Callable[[Mail], object]


def mail_is_set() -> bool:
    """Whether the installation has a mail server."""
    return not settings.EMAIL_BACKEND.endswith("dummy.EmailBackend")


def send_mail(mail: Mail) -> None:
    """By the installation's mail server. Raises OSError when it cannot."""
    EmailMessage(mail.subject, mail.text, to=[mail.to]).send()


def mail_notices(force_id: int, *, now: datetime, address: str, send: Send) -> int:
    """Mail everybody of a force what waits for them and was not mailed yet; gives how many mails
    went. `address` is where the notices are read; `send` raises OSError when it cannot."""
    sent = 0
    for user_id in sorted(_whose(force_id, now)):
        sent += _mail_one(force_id, user_id, now, address, send)
    return sent


def unmailed(force_id: int, now: datetime) -> int:
    """How many notices should have been mailed by now and were not: those made before the last
    morning, and those that could not wait and are an hour old."""
    local = now.astimezone(LONDON)
    morning = local.replace(hour=MORNING, minute=0, second=0, microsecond=0)
    morning -= timedelta(days=1 if local < morning + timedelta(hours=1) else 0)
    held = Notice.objects.filter(
        force_id=force_id,
        mailed_at=None,
        acknowledged_at=None,
        made_at__gt=now - TOO_OLD,
        user__is_active=True,
    ).exclude(user__email="")
    urgent = ~Q(kind__in=("digest", "reminder")) | Q(reminder__code__in=AT_ONCE)
    late = Q(made_at__lt=morning) | (urgent & Q(made_at__lt=now - timedelta(hours=1)))
    return held.filter(late).count()


def _whose(force_id: int, now: datetime) -> set[int]:
    found = Notice.objects.filter(
        force_id=force_id,
        mailed_at=None,
        acknowledged_at=None,
        made_at__gt=now - TOO_OLD,
        user__is_active=True,
    ).exclude(user__email="")
    return set(found.values_list("user_id", flat=True))


@transaction.atomic
def _mail_one(force_id: int, user_id: int, now: datetime, address: str, send: Send) -> int:
    waiting = list(
        Notice.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("user", "reminder")
        .filter(
            force_id=force_id,
            user_id=user_id,
            mailed_at=None,
            acknowledged_at=None,
            made_at__gt=now - TOO_OLD,
        )
        .order_by("id")
    )
    is_morning = now.astimezone(LONDON).hour >= MORNING
    if not waiting or not (is_morning or any(_cannot_wait(one) for one in waiting)):
        return 0
    try:
        send(_mail(waiting, address))
    except OSError as problem:
        _log.warning("a mail of notices could not be sent: %s", type(problem).__name__)
        return 0
    Notice.objects.filter(pk__in=[one.pk for one in waiting]).update(mailed_at=now)
    return 1


def _cannot_wait(notice: Notice) -> bool:
    if notice.reminder is not None:
        return notice.reminder.code in AT_ONCE
    return notice.kind != "digest"


def _mail(waiting: Sequence[Notice], address: str) -> Mail:
    count = len(waiting)
    wait = f"{count} notice waits" if count == 1 else f"{count} notices wait"
    lines = []
    for kind, one, many in KINDS:
        number = sum(notice.kind == kind for notice in waiting)
        if number:
            lines.append(f"- {number} {one if number == 1 else many}")
    text = "\n".join(
        [
            f"{wait} for you in Dutybook:",
            "",
            *lines,
            "",
            f"Sign in to read them: {address}",
            "",
            "This message names nobody and needs no answer.",
            "",
        ]
    )
    return Mail(waiting[0].user.email, f"Dutybook: {wait} for you", text)
