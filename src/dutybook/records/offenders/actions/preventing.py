"""Disclosure to those who must know, and what follows a serious further offence."""

from datetime import date, datetime

from django.db import transaction

from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import Problems, moment_of
from dutybook.ledger.fact_models import choices_of
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.subjects import check_supervises, lock_for_writing
from dutybook.ledger.writes import Saved, keep_first
from dutybook.records.offenders.actions.answering import standing
from dutybook.records.offenders.actions.triggering import ask_to_decide
from dutybook.records.offenders.models import (
    DisclosureDecision,
    DisclosureRequest,
    FurtherOffence,
    OffenceReview,
)
from dutybook.records.offenders.models.disclosure import ROUTES


@transaction.atomic
def ask_disclosure(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    route: str,
    reference: str = "",
    note: str = "",
) -> Saved:
    """Somebody asked to be told, as under the Child Sex Offender Disclosure Scheme."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = _at(at, now, "the request")
    problems.choice("route", route, ROUTES)
    problems.length("reference", reference, 80)
    problems.length("note", note, 4000)
    problems.refuse_if_any()
    values = {"route": route, "reference": reference.strip(), "note": note.strip()}
    return keep_first(DisclosureRequest, subject, by=by, now=now, at=at, **values)


@transaction.atomic
def decide_disclosure(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    decision: str,
    rationale: str,
    told: str = "",
) -> Saved:
    """Whether to disclose, with the reasons: for the plan, and for the oldest request waiting."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = _at(at, now, "the decision")
    problems.choice("decision", decision, choices_of("disclosure_decision", "decision"))
    problems.filled("rationale", rationale, "Give the reasons")
    problems.length("told", told, 200)
    if decision == "disclose" and not told.strip():
        problems.add("told", "Say who is to be told")
    if decision == "do_not_disclose" and told.strip():
        problems.add("told", "Leave this empty: nobody is to be told")
    problems.refuse_if_any()
    values = {"decision": decision, "rationale": rationale.strip(), "told": told.strip()}
    return keep_first(DisclosureDecision, subject, by=by, now=now, at=at, **values)


@transaction.atomic
def charge_further_offence(
    *, by: Viewer, now: datetime, subject_id: int, at: datetime | date, note: str
) -> Saved:
    """The offender is charged with a serious further offence: a review is to be commissioned."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = _at(at, now, "the charge")
    problems.filled("note", note, "Say with what the offender is charged")
    problems.refuse_if_any()
    ask_to_decide(subject, by=by, now=now, at=at, kind="arrest", note=note.strip())
    return keep_first(FurtherOffence, subject, by=by, now=now, at=at, note=note.strip())


@transaction.atomic
def commission_review(
    *, by: Viewer, now: datetime, subject_id: int, fact_id: int, note: str
) -> Saved:
    """A supervisor records that the review of how the offender was managed is commissioned."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    check_supervises(by, subject, "commission a review")
    problems = Problems()
    problems.filled("note", note, "Say who reviews, and by when")
    problems.refuse_if_any()
    offence = standing(FurtherOffence, subject_id, fact_id)
    return keep_first(
        OffenceReview,
        subject,
        by=by,
        now=now,
        at=now,
        of_fact=offence.fact_id,
        of_version=offence.version,
        note=note.strip(),
    )


def _at(at: datetime | date, now: datetime, what: str) -> Problems:
    problems = Problems()
    problems.moment("at", moment_of(at)[0], now, what=what)
    return problems
