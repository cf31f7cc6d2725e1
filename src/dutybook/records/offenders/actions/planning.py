"""What is to be done about the risk: each action, whose it is, its day, and how it ended."""

from datetime import date, datetime

from django.db import transaction

from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import Problems, moment_of
from dutybook.ledger.fact_models import choices_of
from dutybook.ledger.instants import day_ends, local_day
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.subjects import lock_for_writing
from dutybook.ledger.writes import Saved, keep_first
from dutybook.records.offenders.actions.answering import standing
from dutybook.records.offenders.models import PlanAction, PlanActionEnd
from dutybook.records.offenders.models.plan_action import AGREED_IN, DONE_BY


@transaction.atomic
def agree_action(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    what: str,
    agreed_in: str,
    done_by_whom: str,
    due_on: date,
    who: str = "",
) -> Saved:
    """Something is to be done by the end of `due_on`; whoever manages the offender follows it."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = Problems()
    moment = moment_of(at)[0]
    problems.moment("at", moment, now, what="the day")
    problems.filled("what", what, "Say what is to be done", longest=400)
    problems.choice("agreed_in", agreed_in, AGREED_IN)
    problems.choice("done_by_whom", done_by_whom, DONE_BY)
    problems.length("who", who, 120)
    if moment.tzinfo is not None and due_on < local_day(moment):
        problems.add("due_on", "It cannot be due before it was agreed")
    problems.refuse_if_any()
    return keep_first(
        PlanAction,
        subject,
        by=by,
        now=now,
        at=at,
        what=what.strip(),
        agreed_in=agreed_in,
        done_by_whom=done_by_whom,
        who=who.strip(),
        due=day_ends(due_on),
    )


@transaction.atomic
def end_action(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    fact_id: int,
    outcome: str,
    rationale: str,
) -> Saved:
    """It is done, or needed no more: what was done, or why it is not."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = Problems()
    problems.choice("outcome", outcome, choices_of("plan_action_end", "outcome"))
    problems.filled("rationale", rationale, "Say what was done, or why it is needed no more")
    problems.refuse_if_any()
    action = standing(PlanAction, subject_id, fact_id)
    return keep_first(
        PlanActionEnd,
        subject,
        by=by,
        now=now,
        at=now,
        of_fact=action.fact_id,
        of_version=action.version,
        outcome=outcome,
        rationale=rationale.strip(),
    )
