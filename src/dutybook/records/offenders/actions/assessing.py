"""Risk levels, ARMS and risk management plans, by outcome only."""

from datetime import date, datetime

from django.db import transaction

from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import Problems, moment_of
from dutybook.ledger.fact_models import choices_of
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.subjects import lock_for_writing
from dutybook.ledger.writes import Saved, keep_first
from dutybook.records.offenders.models import (
    ArmsApplicability,
    ArmsAssessment,
    RiskLevel,
    RiskPlan,
)


@transaction.atomic
def set_risk_level(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    level: str,
    tool: str = "",
    tool_version: str = "",
    reason: str = "",
) -> Saved:
    """The level at which the offender is managed from `at` on, and what it rests on."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = _at(at, now, "the change of level")
    problems.choice("level", level, choices_of("risk_level", "level"))
    problems.choice("tool", tool, ("", *choices_of("risk_level", "tool")))
    problems.length("tool_version", tool_version, 40)
    problems.length("reason", reason, 4000)
    problems.refuse_if_any()
    return keep_first(
        RiskLevel,
        subject,
        by=by,
        now=now,
        at=at,
        level=level,
        tool=tool,
        tool_version=tool_version.strip(),
        reason=reason.strip(),
    )


@transaction.atomic
def assess_arms(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    priority: str = "",
    tool_version: str = "",
) -> Saved:
    """An ARMS assessment was completed: its priority, version, date and assessor, no more."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = _at(at, now, "the assessment")
    problems.choice("priority", priority, ("", *choices_of("arms_assessment", "priority")))
    problems.length("tool_version", tool_version, 40)
    problems.refuse_if_any()
    return keep_first(
        ArmsAssessment,
        subject,
        by=by,
        now=now,
        at=at,
        priority=priority,
        tool_version=tool_version.strip(),
        done_by_id=by.user_id,
    )


@transaction.atomic
def set_arms_applicability(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    state: str,
    other_tool: str = "",
    reason: str = "",
) -> Saved:
    """Whether ARMS applies from `at` on, or another tool does: which one, and why."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = _at(at, now, "the decision")
    problems.choice("state", state, choices_of("arms_applicability", "state"))
    problems.length("other_tool", other_tool, 80)
    if state == "other_tool":
        problems.filled("reason", reason, "Say why another tool is used")
    problems.length("reason", reason, 4000)
    problems.refuse_if_any()
    return keep_first(
        ArmsApplicability,
        subject,
        by=by,
        now=now,
        at=at,
        state=state,
        other_tool=other_tool.strip(),
        reason=reason.strip(),
    )


@transaction.atomic
def make_risk_plan(
    *, by: Viewer, now: datetime, subject_id: int, at: datetime | date, summary: str = ""
) -> Saved:
    """A risk management plan was made, or made anew."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = _at(at, now, "the plan")
    problems.length("summary", summary, 8000)
    problems.refuse_if_any()
    return keep_first(
        RiskPlan,
        subject,
        by=by,
        now=now,
        at=at,
        summary=summary.strip(),
        done_by_id=by.user_id,
    )


def _at(at: datetime | date, now: datetime, what: str) -> Problems:
    problems = Problems()
    problems.moment("at", moment_of(at)[0], now, what=what)
    return problems
