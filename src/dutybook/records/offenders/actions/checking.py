"""Searches of databases, and what they mean: the second is never taken for the first."""

from datetime import date, datetime

from django.db import transaction

from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import Problems, moment_of
from dutybook.ledger.fact_models import choices_of
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.subjects import lock_for_writing
from dutybook.ledger.writes import Saved, keep_first
from dutybook.records.offenders.actions.answering import standing
from dutybook.records.offenders.models import DatabaseAssessment, DatabaseCheck, OtherAssessment
from dutybook.records.offenders.models.database_assessment import EFFECTS


@transaction.atomic
def record_check(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    system: str,
    result: str = "",
) -> Saved:
    """A database was searched for the offender. What was found is to be assessed."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = Problems()
    problems.moment("at", moment_of(at)[0], now, what="the search")
    problems.choice("system", system, choices_of("database_check", "system"))
    problems.length("result", result, 4000)
    problems.refuse_if_any()
    values = {"system": system, "result": result.strip(), "done_by_id": by.user_id}
    return keep_first(DatabaseCheck, subject, by=by, now=now, at=at, **values)


@transaction.atomic
def assess_check(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    fact_id: int,
    effect: str,
    assessment: str,
) -> Saved:
    """What a search found was read, and what it means for the risk. One search at a time."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = Problems()
    problems.choice("effect", effect, EFFECTS)
    problems.filled("assessment", assessment, "Say what was found and what it means")
    problems.length("assessment", assessment, 4000)
    problems.refuse_if_any()
    check = standing(DatabaseCheck, subject_id, fact_id)
    return keep_first(
        DatabaseAssessment,
        subject,
        by=by,
        now=now,
        at=now,
        of_fact=check.fact_id,
        of_version=check.version,
        system=check.system,
        effect=effect,
        assessment=assessment.strip(),
        done_by_id=by.user_id,
    )


@transaction.atomic
def assess_otherwise(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    tool: str,
    tool_version: str = "",
    band: str = "",
    reason: str = "",
) -> Saved:
    """An assessment by another tool than ARMS: by its outcome, and why ARMS does not apply."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = Problems()
    problems.moment("at", moment_of(at)[0], now, what="the assessment")
    problems.filled("tool", tool, "Name the tool that was used")
    problems.length("tool", tool, 80)
    problems.length("tool_version", tool_version, 40)
    problems.length("band", band, 40)
    problems.length("reason", reason, 4000)
    problems.refuse_if_any()
    return keep_first(
        OtherAssessment,
        subject,
        by=by,
        now=now,
        at=at,
        tool=tool.strip(),
        tool_version=tool_version.strip(),
        band=band.strip(),
        reason=reason.strip(),
        done_by_id=by.user_id,
    )
