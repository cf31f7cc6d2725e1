"""Leave for a visit asked of a supervisor there and then, and answered in that person's name."""

from datetime import datetime

from django.db import transaction

from dutybook.access.errors import InvalidInput, NotFound
from dutybook.access.models import Operation
from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import Problems
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.subjects import check_supervises, lock_for_writing
from dutybook.ledger.writes import Saved, finish
from dutybook.records.offenders.actions.answering import standing
from dutybook.records.offenders.models import LeaveRefusal, LeaveRequest, Visit
from dutybook.records.offenders.queries.leave import may_give_leave, unanswered_leave


@transaction.atomic
def ask_leave(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    fact_id: int,
    asked_of_id: int,
    reason: str,
    said_given_at: datetime | None = None,
) -> Saved:
    """Ask a supervisor for leave for a visit, or say that they gave it at `said_given_at`.

    Nothing is authorised by it: the one asked answers, by `authorise_visit` or `refuse_leave`.
    Raises `InvalidInput` for somebody who may not give leave, and for asking one person twice.
    """
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = Problems()
    problems.filled("reason", reason, "Say why it was announced, or made by one person")
    if said_given_at is not None:
        problems.moment("said_given_at", said_given_at, now, what="the leave")
    if asked_of_id not in {one.user_id for one in may_give_leave(by, subject.team_id, now=now)}:
        problems.add("asked_of", "Choose a supervisor of the team whose rank suffices")
    problems.refuse_if_any()
    visit = standing(Visit, subject_id, fact_id)
    if LeaveRequest.objects.filter(visit_fact=fact_id, asked_of_id=asked_of_id).exists():
        raise InvalidInput({"asked_of": "They were asked already"})
    LeaveRequest.objects.create(
        subject=subject,
        visit_fact=visit.fact_id,
        asked_of_id=asked_of_id,
        reason=reason.strip(),
        said_given_at=said_given_at,
        recorded_by_id=_person(by),
        recorded_at=now,
    )
    return finish(subject, None, by=by, operation=Operation.COLLECTION)


@transaction.atomic
def refuse_leave(
    *, by: Viewer, now: datetime, subject_id: int, request_id: int, reason: str
) -> Saved:
    """The one asked says that they gave no leave: the visit stays as it was made.

    Raises `NotFound` for anybody else's request, or one that was answered.
    """
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    check_supervises(by, subject, "say that no leave was given")
    asked = unanswered_leave(by).filter(pk=request_id, subject_id=subject_id).first()
    if asked is None:
        raise NotFound("no leave with this number is asked of you")
    problems = Problems()
    problems.filled("reason", reason, "Say why not, and what follows")
    problems.refuse_if_any()
    LeaveRefusal.objects.create(
        request=asked, reason=reason.strip(), recorded_by_id=_person(by), recorded_at=now
    )
    return finish(subject, None, by=by, operation=Operation.COLLECTION)


def _person(by: Viewer) -> int:
    """Who asks or answers: a person, since a command has no rank and made no visit."""
    if by.user_id is None:
        raise InvalidInput({"": "Only a person asks for leave or answers"})
    return by.user_id
