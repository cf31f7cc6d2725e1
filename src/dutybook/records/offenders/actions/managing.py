"""Where an offender is, how they are managed, and how often they are to be visited."""

from datetime import date, datetime
from functools import cache

from django.db import transaction

from dutybook.access.errors import InvalidInput
from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import Problems, moment_of
from dutybook.ledger.fact_models import choices_of
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.registry import source_of, sources
from dutybook.ledger.subjects import check_supervises, lock_for_writing
from dutybook.ledger.writes import Saved, keep_correction, keep_first
from dutybook.records.offenders.models import CommunityStatus, Management, Registration, VisitPlan

LONGEST_INTERVAL = 1_000
NOT_WITHDRAWN = frozenset({"visit", "allocation"})
"""Visits have an action of their own, and whose a record is goes by decisions that are undone."""
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


@cache
def withdrawable() -> frozenset[str]:
    """The fact tables of an offender whose facts `withdraw_fact` takes back."""
    return frozenset(one.table for one in sources(SubjectKind.OFFENDER)) - NOT_WITHDRAWN


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
    if table not in withdrawable():
        raise InvalidInput({"table": f"Choose one of: {', '.join(sorted(withdrawable()))}"})
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
