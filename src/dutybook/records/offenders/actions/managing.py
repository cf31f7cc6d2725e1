"""Where an offender is, how they are managed, and how often they are to be visited."""

from datetime import date, datetime

from django.db import transaction

from dutybook.access.errors import InvalidInput
from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import Problems, moment_of
from dutybook.ledger.fact_models import choices_of
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.registry import source_of
from dutybook.ledger.subjects import check_supervises, lock_for_writing
from dutybook.ledger.writes import Saved, keep_correction, keep_first
from dutybook.records.offenders.models import CommunityStatus, Management, Registration, VisitPlan

LONGEST_INTERVAL = 1_000
WITHDRAWABLE = frozenset(
    {
        "registration",
        "community_status",
        "risk_level",
        "management",
        "visit_plan",
        "visit_authorisation",
        "arms_applicability",
        "arms_assessment",
        "risk_plan",
        "supervisor_review",
        "authorisation_assessment",
        "entry_attempt",
        "warrant_decision",
        "whereabouts",
        "missing_plan",
        "missing_review",
        "other_assessment",
        "database_check",
        "database_assessment",
        "reactive_evidence",
        "reactive_trigger",
        "risk_review",
        "relevant_date",
        "notification",
        "notifiable_change",
        "residence",
        "foreign_travel",
        "travel_return",
        "notification_breach",
        "breach_recorded",
        "breach_decision",
        "plan_action",
        "plan_action_end",
        "risk_trigger",
        "risk_trigger_decision",
        "mappa_level",
        "mappa_meeting",
        "joint_request",
        "joint_answer",
        "order_decision",
        "monitoring",
        "monitoring_check",
        "disclosure_request",
        "disclosure_decision",
        "further_offence",
        "further_offence_review",
    }
)
"""Fact tables whose facts `withdraw_fact` takes back; visits have an action of their own."""
SUPERVISORS_OWN = frozenset(
    {
        "visit_authorisation",
        "supervisor_review",
        "authorisation_assessment",
        "risk_review",
        "further_offence_review",
    }
)
"""What a supervisor decided, only a supervisor of the team takes back."""


@transaction.atomic
def set_registration(
    *, by: Viewer, now: datetime, subject_id: int, at: datetime | date, state: str
) -> Saved:
    """Notification requirements began to hold, or ended."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = _at(at, now, "the change")
    problems.choice("state", state, choices_of("registration", "state"))
    problems.refuse_if_any()
    return keep_first(Registration, subject, by=by, now=now, at=at, state=state)


@transaction.atomic
def set_community_status(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    state: str,
    note: str = "",
) -> Saved:
    """Where the offender is from `at` on; `transferred` comes by `answer_transfer` alone."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = _at(at, now, "the change")
    problems.choice("state", state, choices_of("community_status", "state"))
    if state == "transferred":
        problems.add("state", "Record the transfer, and its acceptance by the other force")
    problems.length("note", note, 500)
    problems.refuse_if_any()
    return keep_first(
        CommunityStatus, subject, by=by, now=now, at=at, state=state, note=note.strip()
    )


@transaction.atomic
def set_management(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    state: str,
    reason: str = "",
) -> Saved:
    """Managed actively or reactively from `at` on; going reactive needs its reason."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = _at(at, now, "the decision")
    problems.choice("state", state, choices_of("management", "state"))
    if state == "reactive":
        problems.filled("reason", reason, "Say on what the decision rests")
    problems.length("reason", reason, 4000)
    problems.refuse_if_any()
    return keep_first(
        Management, subject, by=by, now=now, at=at, state=state, reason=reason.strip()
    )


@transaction.atomic
def set_visit_plan(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    amount: int | None,
    unit: str = "",
    reason: str,
) -> Saved:
    """The interval between visits in the offender's own plan from `at` on, and its reason.

    Without an amount the plan sets none from then on. The force's maximum still counts beside it:
    the shorter of the two does.
    """
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = _at(at, now, "the plan")
    problems.filled("reason", reason, "Say why this interval")
    if amount is None:
        unit = ""
    else:
        if not 1 <= amount <= LONGEST_INTERVAL:
            problems.add("amount", f"Enter a whole number from 1 to {LONGEST_INTERVAL}")
        problems.choice("unit", unit, choices_of("visit_plan", "unit"))
    problems.refuse_if_any()
    return keep_first(
        VisitPlan, subject, by=by, now=now, at=at, amount=amount, unit=unit, reason=reason.strip()
    )


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
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    if table not in WITHDRAWABLE:
        raise InvalidInput({"table": f"Choose one of: {', '.join(sorted(WITHDRAWABLE))}"})
    if table in SUPERVISORS_OWN:
        check_supervises(by, subject, "take back a supervisor's decision")
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


def _at(at: datetime | date, now: datetime, what: str) -> Problems:
    problems = Problems()
    problems.moment("at", moment_of(at)[0], now, what=what)
    return problems
