"""Visits resume where nobody decided in time whether an offender stays reactively managed.

Practice asks for it: undecided by the time that the force set, visiting duties resume. The record
says that the clock did it and why; the doubt stays late, and a supervisor may decide otherwise.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from dutybook.access.models import Operation
from dutybook.access.viewer import Viewer
from dutybook.duties.status import OVERDUE
from dutybook.ledger.models import Entry, SubjectKind
from dutybook.ledger.queries.standing import entries_at
from dutybook.ledger.subjects import lock_for_named
from dutybook.ledger.versions import add_first
from dutybook.ledger.writes import finish
from dutybook.records.offenders.models import Management

DUTY = "reactive_trigger_decided"
REASON = "Nobody decided in time whether the offender stays reactively managed: visits resume"


def resume_undecided(*, by: Viewer, now: datetime) -> int:
    """Manage actively from now on everybody about whom a doubt is overdue; gives how many.

    Each in a transaction of its own, so that one that fails holds up no other. Twice is as good as
    once: of somebody actively managed no decision of this kind is owed.
    """
    return sum(_resume(subject_id, by, now) for subject_id in list(_undecided(by.force_id, now)))


@transaction.atomic
def _resume(subject_id: int, by: Viewer, now: datetime) -> bool:
    """Whether it was still undecided once the record was locked; then visits resume."""
    subject = lock_for_named(by, subject_id, SubjectKind.OFFENDER)
    if not _undecided(by.force_id, now).filter(subject_id=subject_id).exists():
        return False
    active = {"state": "active", "reason": REASON}
    fact = add_first(Management, subject_id=subject_id, at=now, by=by, now=now, **active)
    finish(subject, fact, by=by, operation=Operation.ALTERATION)
    return True


def _undecided(force_id: int, now: datetime) -> QuerySet[Entry, int]:
    """The offenders about whom a doubt is overdue at `now`."""
    late = entries_at(now).filter(force_id=force_id, duty=DUTY, closed_at=None, status=OVERDUE)
    return late.order_by("subject_id").values_list("subject_id", flat=True).distinct()
