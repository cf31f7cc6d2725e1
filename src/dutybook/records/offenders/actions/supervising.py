"""What only a supervisor does: authorise a visit, review somebody else's work. Never in bulk."""

from datetime import datetime

from django.db import transaction

from dutybook.access.errors import NotAllowed
from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import Problems
from dutybook.ledger.fact_models import FactVersion, choices_of
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.subjects import check_supervises, lock_for_writing
from dutybook.ledger.writes import Saved, keep_first
from dutybook.records.offenders.actions.answering import standing, workers
from dutybook.records.offenders.models import (
    ArmsAssessment,
    AuthorisationAssessment,
    RiskPlan,
    SupervisorReview,
    Visit,
    VisitAuthorisation,
)
from dutybook.records.offenders.queries.leave import least_rank, suffices

REVIEWED: dict[str, type[FactVersion]] = {
    "arms": ArmsAssessment,
    "plan": RiskPlan,
    "visit": Visit,
}


@transaction.atomic
def authorise_visit(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    fact_id: int,
    rationale: str,
    given_at: datetime | None = None,
) -> Saved:
    """Give leave for a visit that was announced or not made in pairs.

    `given_at` (default now) is when leave was given: at or before the visit it counts as
    authorised, after it as authorised late. The rank must suffice by `visit.authoriser_rank`;
    while that is unset the authorisation is kept and the visit reads *no standard set*. Nobody
    authorises their own visit.
    """
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    check_supervises(by, subject, "authorise a visit")
    given_at = given_at or now
    problems = Problems()
    problems.moment("given_at", given_at, now, what="the authorisation")
    problems.filled("rationale", rationale, "Say why this visit was authorised")
    problems.refuse_if_any()
    visit = standing(Visit, subject_id, fact_id)
    if by.user_id in workers(Visit, visit):
        raise NotAllowed("nobody authorises their own visit")
    _check_rank(by, now)
    return keep_first(
        VisitAuthorisation,
        subject,
        by=by,
        now=now,
        at=given_at,
        of_fact=visit.fact_id,
        of_version=visit.version,
        rank=by.rank or "",
        rationale=rationale.strip(),
    )


@transaction.atomic
def assess_authorisation(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    fact_id: int,
    outcome: str,
    comment: str = "",
) -> Saved:
    """Say whether a decision to authorise a visit was sound. Never by whoever gave it.

    Raises `NotAllowed` for the authoriser, `InvalidInput` where a decision that was not sound is
    left without a word on what follows.
    """
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    check_supervises(by, subject, "assess a decision to authorise")
    problems = Problems()
    problems.choice("outcome", outcome, choices_of("authorisation_assessment", "outcome"))
    problems.length("comment", comment, 4000)
    if outcome == "not_sound":
        problems.filled("comment", comment, "Say why, and what follows")
    problems.refuse_if_any()
    given = standing(VisitAuthorisation, subject_id, fact_id)
    if by.user_id in workers(VisitAuthorisation, given):
        raise NotAllowed("nobody assesses their own decision to authorise")
    return keep_first(
        AuthorisationAssessment,
        subject,
        by=by,
        now=now,
        at=now,
        of_fact=given.fact_id,
        of_version=given.version,
        outcome=outcome,
        comment=comment.strip(),
        authoriser_id=given.recorded_by_id,
    )


@transaction.atomic
def review(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    what: str,
    fact_id: int,
    outcome: str,
    comment: str = "",
) -> Saved:
    """Review one assessment, plan or visit of somebody else's; sending back needs a comment."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    check_supervises(by, subject, "review this")
    problems = Problems()
    problems.choice("what", what, REVIEWED)
    problems.choice("outcome", outcome, choices_of("supervisor_review", "outcome"))
    problems.length("comment", comment, 4000)
    if outcome == "sent_back":
        problems.filled("comment", comment, "Say what is to be done")
    problems.refuse_if_any()
    model = REVIEWED[what]
    reviewed = standing(model, subject_id, fact_id)
    if by.user_id in workers(model, reviewed):
        raise NotAllowed("a supervisor does not review their own work")
    return keep_first(
        SupervisorReview,
        subject,
        by=by,
        now=now,
        at=now,
        of_fact=reviewed.fact_id,
        of_version=reviewed.version,
        what=what,
        outcome=outcome,
        comment=comment.strip(),
        author_id=getattr(reviewed, "done_by_id", None) or reviewed.recorded_by_id,
    )


def _check_rank(by: Viewer, now: datetime) -> None:
    least = least_rank(by.force_id, now)
    if not suffices(by.rank, least):
        needed = str(least).replace("_", " ")
        raise NotAllowed(f"the force lets nobody below {needed} authorise a visit")
