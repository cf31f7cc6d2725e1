"""Grading a suspect, acting on it, and ending the investigation."""

from datetime import date, datetime

from django.db import transaction

from dutybook.access.errors import InvalidInput
from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import Problems, moment_of
from dutybook.ledger.fact_models import choices_of
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.registry import source_of
from dutybook.ledger.subjects import lock_for_writing
from dutybook.ledger.writes import Saved, keep_correction, keep_first
from dutybook.records.investigations.models import Enforcement, Grade, InvestigationEnd

WITHDRAWABLE = {
    "referral": SubjectKind.SUSPECT,
    "grade": SubjectKind.SUSPECT,
    "enforcement": SubjectKind.SUSPECT,
    "investigation_end": SubjectKind.SUSPECT,
    "bail_segment": SubjectKind.BAIL,
    "bail_end": SubjectKind.BAIL,
    "bail_check": SubjectKind.BAIL,
}
"""Fact tables whose facts `withdraw_fact` takes back, with the kind of subject each is about."""


@transaction.atomic
def grade(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    level: str,
    tool_version: str = "",
) -> Saved:
    """The grade that the prioritisation tool gave, from `at` on: its outcome and version only."""
    subject = lock_for_writing(by, subject_id, SubjectKind.SUSPECT)
    problems = _at(at, now, "the grading")
    problems.choice("level", level, choices_of("grade", "level"))
    problems.length("tool_version", tool_version, 40)
    problems.refuse_if_any()
    return keep_first(
        Grade,
        subject,
        by=by,
        now=now,
        at=at,
        level=level,
        tool_version=tool_version.strip(),
        done_by_id=by.user_id,
    )


@transaction.atomic
def enforce(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    kind: str,
    note: str = "",
) -> Saved:
    """Action was taken towards the suspect."""
    subject = lock_for_writing(by, subject_id, SubjectKind.SUSPECT)
    problems = _at(at, now, "the action")
    problems.choice("kind", kind, choices_of("enforcement", "kind"))
    problems.length("note", note, 4000)
    if kind == "other":
        problems.filled("note", note, "Say what was done")
    problems.refuse_if_any()
    return keep_first(Enforcement, subject, by=by, now=now, at=at, kind=kind, note=note.strip())


@transaction.atomic
def end_investigation(
    *, by: Viewer, now: datetime, subject_id: int, at: datetime | date, reason: str
) -> Saved:
    """The investigation of this suspect ended; what was owed on it ceases."""
    return _end_or_reopen("ended", by, now, subject_id, at, reason)


@transaction.atomic
def reopen_investigation(
    *, by: Viewer, now: datetime, subject_id: int, at: datetime | date, reason: str
) -> Saved:
    """The investigation was opened again."""
    return _end_or_reopen("reopened", by, now, subject_id, at, reason)


@transaction.atomic
def withdraw_fact(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    table: str,
    fact_id: int,
    seen_version: int,
    reason: str,
) -> Saved:
    """Withdraw a fact keyed in error; `table` is the engine's name for its kind."""
    if table not in WITHDRAWABLE:
        raise InvalidInput({"table": f"Choose one of: {', '.join(WITHDRAWABLE)}"})
    subject = lock_for_writing(by, subject_id, WITHDRAWABLE[table])
    return keep_correction(
        source_of(table).model,
        subject,
        by=by,
        now=now,
        fact_id=fact_id,
        seen_version=seen_version,
        reason=reason,
        withdrawn=True,
    )


def _end_or_reopen(
    state: str, by: Viewer, now: datetime, subject_id: int, at: datetime | date, reason: str
) -> Saved:
    subject = lock_for_writing(by, subject_id, SubjectKind.SUSPECT)
    problems = _at(at, now, "the decision")
    problems.filled("reason", reason, "Say why")
    problems.refuse_if_any()
    return keep_first(
        InvestigationEnd, subject, by=by, now=now, at=at, state=state, reason=reason.strip()
    )


def _at(at: datetime | date, now: datetime, what: str) -> Problems:
    problems = Problems()
    problems.moment("at", moment_of(at)[0], now, what=what)
    return problems
