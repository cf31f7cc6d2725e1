"""Offenders of the demonstration whom one force hands to another, and what was answered."""

from datetime import datetime, timedelta
from typing import Any

from dutybook.access.models import User
from dutybook.access.viewer import Viewer, viewer_for
from dutybook.ledger.instants import local_day
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.records.offenders import actions

ROUTE = "demonstration"
SENT: tuple[dict[str, Any], ...] = (
    {"days": 41, "force": "Estuary Police", "reason": "He took a tenancy near his work there."},
    {"days": 6, "force": "Fellside Constabulary", "reason": "He moved in with his sister."},
)
COME: tuple[dict[str, Any], ...] = (
    {
        "days": 19,
        "name": "Osbert Quillspindle",
        "national_register_ref": "NR-90001",
        "force": "Estuary Police",
        "reason": "He has been staying at his mother's house on most nights since October.",
    },
    {
        "days": 30,
        "name": "Jory Mizzlenook",
        "national_register_ref": "NR-90002",
        "force": "Fellside Constabulary",
        "reason": "He means to move here when he finds a flat.",
        "refused": "He still lives there. We take him when he has an address here.",
    },
)


def load_handovers(*, by: Viewer, now: datetime) -> None:
    """Two sent and not answered, one come and not answered, one refused, in the first team."""
    sergeant = viewer_for(
        User.objects.get(force_id=by.force_id, username="sergeant"), now=now, route=ROUTE
    )
    today = local_day(now)
    for one, subject in zip(SENT, _of_a_colleague(sergeant), strict=False):
        actions.send_transfer(
            by=sergeant,
            now=now,
            subject_id=subject.pk,
            sent_on=today - timedelta(days=one["days"]),
            force=one["force"],
            contact="The offender management desk",
            reason=one["reason"],
        )
    team = min(sergeant.team_ids)
    for one in COME:
        made = actions.receive_transfer(
            by=sergeant,
            now=now,
            team_id=team,
            contact="The offender management desk",
            received_on=today - timedelta(days=one["days"]),
            sex="male",
            **{name: one[name] for name in ("name", "national_register_ref", "force", "reason")},
        )
        if "refused" in one:
            actions.answer_arrival(
                by=sergeant,
                now=now,
                subject_id=made.subject_id,
                outcome="refused",
                answered_on=today - timedelta(days=one["days"] - 3),
                note=one["refused"],
            )


def _of_a_colleague(sergeant: Viewer) -> list[Subject]:
    """Two open records of the team that are not those of the manager who signs in."""
    found = Subject.objects.filter(
        kind=SubjectKind.OFFENDER,
        team_id__in=sergeant.team_ids,
        restricted=False,
        owner__isnull=False,
    ).exclude(owner__username="manager")
    return list(found.order_by("pk")[: len(SENT)])
