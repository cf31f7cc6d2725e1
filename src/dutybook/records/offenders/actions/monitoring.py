"""Monitoring of an offender's devices, and the looks at what it reported."""

from datetime import date, datetime

from django.db import transaction

from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import Problems, moment_of
from dutybook.ledger.fact_models import choices_of
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.subjects import lock_for_writing
from dutybook.ledger.writes import Saved, keep_first
from dutybook.records.offenders.actions.triggering import ask_to_decide
from dutybook.records.offenders.models import Monitoring, MonitoringCheck


@transaction.atomic
def set_monitoring(
    *, by: Viewer, now: datetime, subject_id: int, at: datetime | date, state: str, note: str
) -> Saved:
    """Whether devices are monitored from `at` on: which, by what means, under which order."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = Problems()
    problems.moment("at", moment_of(at)[0], now, what="the day")
    problems.choice("state", state, choices_of("monitoring", "state"))
    problems.filled("note", note, "Say which devices, and by what means or why no more")
    problems.refuse_if_any()
    return keep_first(Monitoring, subject, by=by, now=now, at=at, state=state, note=note.strip())


@transaction.atomic
def check_monitoring(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    concern: bool | None,
    findings: str,
) -> Saved:
    """Somebody looked at what was reported; what gives concern asks at once what it means."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = Problems()
    problems.moment("at", moment_of(at)[0], now, what="the look")
    problems.filled("findings", findings, "Say what was found")
    if concern is None:
        problems.add("concern", "Say whether anything gives concern")
    problems.refuse_if_any()
    if concern:
        ask_to_decide(subject, by=by, now=now, at=at, kind="intelligence", note=findings.strip())
    return keep_first(
        MonitoringCheck,
        subject,
        by=by,
        now=now,
        at=at,
        concern=concern,
        findings=findings.strip(),
        done_by_id=by.user_id,
    )
