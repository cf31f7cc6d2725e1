"""Reactive management: its conditions looked at one by one, what puts it in doubt, the decision."""

from datetime import date, datetime

from django.db import transaction

from dutybook.access.errors import InvalidInput
from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import Problems, moment_of
from dutybook.ledger.fact_models import choices_of
from dutybook.ledger.instants import day_ends
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.subjects import check_supervises, lock_for_writing
from dutybook.ledger.versions import add_first
from dutybook.ledger.writes import Saved, keep_first
from dutybook.records.offenders.actions.answering import standing
from dutybook.records.offenders.models import (
    Management,
    ReactiveEvidence,
    ReactiveTrigger,
    RiskReview,
)


@transaction.atomic
def look_at_condition(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    condition: str,
    holds: bool | None,
    evidence: str = "",
    until: date | None = None,
) -> Saved:
    """One condition was looked at. One that holds says on what evidence, and until when it counts:
    the last day before it must be looked at again.
    """
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = Problems()
    problems.moment("at", moment_of(at)[0], now, what="the day")
    problems.choice("condition", condition, choices_of("reactive_evidence", "condition"))
    problems.length("evidence", evidence, 4000)
    if holds is None:
        problems.add("holds", "Say whether the condition holds")
    if holds:
        problems.filled("evidence", evidence, "Say on what evidence it holds")
        if until is None:
            problems.add("until", "Say until when that counts: without a day it evidences nothing")
    problems.refuse_if_any()
    if until is not None and day_ends(until) <= moment_of(at)[0]:
        raise InvalidInput({"until": "Choose a day after the one on which it was looked at"})
    return keep_first(
        ReactiveEvidence,
        subject,
        by=by,
        now=now,
        at=at,
        condition=condition,
        holds=holds,
        evidence=evidence.strip(),
        until=day_ends(until) if holds and until else None,
        done_by_id=by.user_id,
    )


@transaction.atomic
def decide_doubt(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    fact_id: int,
    decision: str,
    rationale: str,
) -> Saved:
    """Decide whether the offender stays reactively managed; visits that resume do so at once."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    check_supervises(by, subject, "decide this")
    problems = Problems()
    problems.choice("decision", decision, choices_of("risk_review", "decision"))
    problems.filled("rationale", rationale, "Give the reasons")
    problems.length("rationale", rationale, 4000)
    problems.refuse_if_any()
    trigger = standing(ReactiveTrigger, subject_id, fact_id)
    if decision == "visits_resume":
        add_first(
            Management,
            subject_id=subject.pk,
            at=now,
            by=by,
            now=now,
            state="active",
            reason=rationale.strip(),
        )
    return keep_first(
        RiskReview,
        subject,
        by=by,
        now=now,
        at=now,
        of_fact=trigger.fact_id,
        of_version=trigger.version,
        decision=decision,
        rationale=rationale.strip(),
    )
