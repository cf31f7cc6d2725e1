"""What is done for a child at risk: decided, told to children's social care, answered by them."""

from datetime import date, datetime
from typing import TypeVar

from django.db import transaction

from dutybook.access.errors import InvalidInput
from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import Problems, moment_of
from dutybook.ledger.fact_models import FactVersion, choices_of
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.subjects import lock_for_writing
from dutybook.ledger.versions import newest_version
from dutybook.ledger.writes import Saved, keep_first
from dutybook.records.safeguarding.models import (
    ChildAtRisk,
    SafetyDecision,
    SocialCareAnswer,
    SocialCareTold,
)

TELL = "tell_social_care"
Fact = TypeVar("Fact", bound=FactVersion)


@transaction.atomic
def decide_safeguarding(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    fact_id: int,
    decision: str,
    rationale: str,
    protected_at_once: str = "",
) -> Saved:
    """What is to be done about what was learnt (`fact_id`), with the reasons.

    `protected_at_once` says what was done before anybody was told, in an emergency.
    """
    subject = lock_for_writing(by, subject_id, SubjectKind.CHILD)
    problems = Problems()
    problems.choice("decision", decision, choices_of("safeguarding_decision", "decision"))
    problems.filled("rationale", rationale, "Give the reasons")
    problems.length("protected_at_once", protected_at_once, 4000)
    problems.refuse_if_any()
    learnt = _standing(ChildAtRisk, subject_id, fact_id)
    return keep_first(
        SafetyDecision,
        subject,
        by=by,
        now=now,
        at=now,
        of_fact=learnt.fact_id,
        of_version=learnt.version,
        decision=decision,
        rationale=rationale.strip(),
        protected_at_once=protected_at_once.strip(),
    )


@transaction.atomic
def tell_social_care(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    fact_id: int,
    at: datetime | date,
    told: str,
    reference: str = "",
) -> Saved:
    """Children's social care was told, as was decided (`fact_id`)."""
    subject = lock_for_writing(by, subject_id, SubjectKind.CHILD)
    problems = _at(at, now)
    problems.filled("told", told, "Say who was told", longest=200)
    problems.length("reference", reference, 80)
    problems.refuse_if_any()
    decision = _standing(SafetyDecision, subject_id, fact_id)
    if decision.decision != TELL:
        raise InvalidInput({"fact": "It was decided to tell nobody. Decide anew first"})
    return keep_first(
        SocialCareTold,
        subject,
        by=by,
        now=now,
        at=at,
        of_fact=decision.fact_id,
        of_version=decision.version,
        told=told.strip(),
        reference=reference.strip(),
    )


@transaction.atomic
def answer_of_social_care(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    fact_id: int,
    at: datetime | date,
    answer: str,
) -> Saved:
    """Children's social care answered what it was told (`fact_id`): what it will do."""
    subject = lock_for_writing(by, subject_id, SubjectKind.CHILD)
    problems = _at(at, now)
    problems.filled("answer", answer, "Say what they will do")
    problems.refuse_if_any()
    told = _standing(SocialCareTold, subject_id, fact_id)
    return keep_first(
        SocialCareAnswer,
        subject,
        by=by,
        now=now,
        at=at,
        of_fact=told.fact_id,
        of_version=told.version,
        answer=answer.strip(),
    )


def _at(at: datetime | date, now: datetime) -> Problems:
    problems = Problems()
    problems.moment("at", moment_of(at)[0], now, what="the day")
    return problems


def _standing(model: type[Fact], subject_id: int, fact_id: int) -> Fact:
    """The fact's newest version. Raises `NotFound`, or `InvalidInput` when it is withdrawn."""
    fact = newest_version(model, subject_id, fact_id)
    if fact.withdrawn:
        raise InvalidInput({"fact": "This was withdrawn and cannot be answered"})
    return fact
