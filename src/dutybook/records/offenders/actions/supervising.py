"""What only a supervisor does: authorise a visit, review somebody else's work. Never in bulk."""

from datetime import datetime

from django.db import transaction

from dutybook.access.errors import InvalidInput, NotAllowed
from dutybook.access.viewer import Viewer
from dutybook.duties.facts import RANKS
from dutybook.ledger.checks import Problems
from dutybook.ledger.fact_models import FactVersion, choices_of
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.policies import policies_of, value_in_force
from dutybook.ledger.subjects import check_supervises, lock_for_writing
from dutybook.ledger.versions import newest_version
from dutybook.ledger.writes import Saved, keep_first
from dutybook.records.offenders.models import (
    ArmsAssessment,
    RiskPlan,
    SupervisorReview,
    Visit,
    VisitAuthorisation,
)

AUTHORISER_RANK = "visit.authoriser_rank"
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
    visit = _standing(Visit, subject_id, fact_id)
    if by.user_id in _workers(Visit, visit):
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
    reviewed = _standing(model, subject_id, fact_id)
    workers = _workers(model, reviewed)
    if by.user_id in workers:
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


def _standing(model: type[FactVersion], subject_id: int, fact_id: int) -> FactVersion:
    """The fact's newest version. Raises `NotFound`, or `InvalidInput` when it is withdrawn."""
    fact = newest_version(model, subject_id, fact_id)
    if fact.withdrawn:
        raise InvalidInput({"fact": "This was withdrawn and cannot be answered"})
    return fact


def _workers(model: type[FactVersion], fact: FactVersion) -> set[int]:
    """Everybody who did, keyed or corrected it."""
    versions = model.objects.filter(fact_id=fact.fact_id).values_list(
        "recorded_by_id", "done_by_id"
    )
    return {person for row in versions for person in row if person is not None}


def _check_rank(by: Viewer, now: datetime) -> None:
    least = value_in_force(policies_of(by.force_id), AUTHORISER_RANK, now)
    if least is None:
        return
    if by.rank is None or RANKS.index(by.rank) < RANKS.index(str(least)):
        needed = str(least).replace("_", " ")
        raise NotAllowed(f"the force lets nobody below {needed} authorise a visit")
