"""What an invented inspector asked the demonstration force for, and what she was given."""

from datetime import datetime, timedelta
from typing import Final

from dutybook.access.models import User
from dutybook.access.viewer import Viewer, viewer_for
from dutybook.inspections.actions import answer_in_room, ask_in_room
from dutybook.inspections.models import AuditSample, Limb
from dutybook.ledger.instants import local_day

ASKED: Final = (
    ("document", "8a", "The forecast of demand, and the minute of the board that took it."),
    ("sample", "10a", "Ten home visits that one officer made alone, with leave or without."),
    ("explanation", None, "How leave is taken back when an officer is away for months."),
)


def ask_and_answer(inspection_key: str, now: datetime) -> None:
    """Three requests: a document given, a sample given, an explanation that nobody gave yet."""
    inspector, liaison = _person("inspector", now), _person("liaison", now)
    limbs = Limb.objects.filter(recommendation__inspection__key=inspection_key)
    made = [
        ask_in_room(
            by=inspector,
            now=now,
            kind=kind,
            what=what,
            limb_id=limbs.get(code=code).pk if code else None,
            wanted_by=local_day(now) + timedelta(days=7),
        )
        for kind, code, what in ASKED
    ]
    answer_in_room(
        by=liaison,
        now=now,
        request_id=made[0].pk,
        words="The forecast covers two years. One of five years is in preparation.",
        reference="Public protection board, June 2026, papers 4 and 4a",
    )
    sample = AuditSample.objects.filter(limb__in=limbs.filter(code="10a")).first()
    if sample is not None:
        answer_in_room(
            by=liaison,
            now=now,
            request_id=made[1].pk,
            words="The auditor drew this sample from every visit of the year.",
            sample_id=sample.pk,
        )


def _person(username: str, now: datetime) -> Viewer:
    return viewer_for(User.objects.get(username=username), now=now, route="demonstration")
