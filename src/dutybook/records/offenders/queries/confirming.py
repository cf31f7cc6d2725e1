"""Visits of which somebody else said that I was there, and I have not said so yet."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from dutybook.access.consulting import consultation
from dutybook.access.viewer import Viewer
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.queries import looks
from dutybook.ledger.versions import standing
from dutybook.records.offenders.models import Visit

MOST = 50


@dataclass(frozen=True)
class ToConfirm:
    """One visit that names me as the second visitor: whom, when, and who recorded it."""

    subject_id: int
    fact_id: int
    label: str
    at: datetime
    day_only: bool
    outcome: str
    recorded_by: str | None


@consultation
def visits_to_confirm(viewer: Viewer) -> tuple[ToConfirm, ...]:
    """Visits that name the viewer as the second visitor and wait for their word, newest first.

    Whoever was there knows whom they visited: need-to-know is that the visit names them. Logged.
    """
    found = unconfirmed(viewer).order_by("-at", "-fact_id")
    rows = tuple(
        ToConfirm(*row)
        for row in found.values_list(
            *("subject_id", "fact_id", "subject__label", "at", "day_only", "outcome"),
            "done_by__display_name",
        )[:MOST]
    )
    if rows:
        looks.log_subjects(
            viewer,
            {(SubjectKind.OFFENDER, one.subject_id) for one in rows},
            detail="visits to confirm",
        )
    return rows


def unconfirmed(viewer: Viewer) -> QuerySet[Visit]:
    """Visits that name the viewer as the second visitor and wait for their word."""
    return standing(Visit).filter(
        second_id=viewer.user_id or 0,
        subject__force_id=viewer.force_id,
        second_confirmed=None,
    )
