"""Work on an offender with other agencies: their level, their meetings, what each side asks."""

from datetime import date, datetime

from django.db import transaction

from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import Problems, moment_of
from dutybook.ledger.fact_models import choices_of
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.subjects import lock_for_writing
from dutybook.ledger.writes import Saved, keep_first
from dutybook.records.offenders.actions.answering import standing
from dutybook.records.offenders.models import (
    JointAnswer,
    JointRequest,
    MappaLevel,
    MappaMeeting,
)
from dutybook.records.offenders.models.joint_work import CATEGORIES, PARTNERS


@transaction.atomic
def set_mappa_level(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    state: str,
    category: int | None = None,
    lead: str = "",
    reason: str = "",
) -> Saved:
    """The level and category at which the arrangements hold him from `at` on; `lead` is the agency
    and post that leads."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = _at(at, now, "the decision")
    problems.choice("state", state, choices_of("mappa_level", "state"))
    if category is not None and category not in CATEGORIES:
        problems.add("category", "Choose a category from 1 to 4, or leave it open")
    problems.length("lead", lead, 120)
    problems.length("reason", reason, 4000)
    problems.refuse_if_any()
    values = {"state": state, "category": category, "lead": lead.strip(), "reason": reason.strip()}
    return keep_first(MappaLevel, subject, by=by, now=now, at=at, **values)


@transaction.atomic
def hold_meeting(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    minutes_at: str,
    note: str = "",
) -> Saved:
    """The agencies met about him; what they asked of anybody is recorded as actions."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = _at(at, now, "the meeting")
    problems.filled("minutes_at", minutes_at, "Give the reference of the minutes", longest=200)
    problems.length("note", note, 4000)
    problems.refuse_if_any()
    values = {"minutes_at": minutes_at.strip(), "note": note.strip()}
    return keep_first(MappaMeeting, subject, by=by, now=now, at=at, **values)


@transaction.atomic
def request_jointly(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    direction: str,
    partner: str,
    note: str,
    who: str = "",
) -> Saved:
    """One agency asked the other something about him: from then its answer is awaited."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = _at(at, now, "the request")
    problems.choice("direction", direction, choices_of("joint_request", "direction"))
    problems.choice("partner", partner, PARTNERS)
    problems.length("who", who, 120)
    problems.filled("note", note, "Say what was asked")
    problems.refuse_if_any()
    values = {"direction": direction, "partner": partner, "who": who.strip(), "note": note.strip()}
    return keep_first(JointRequest, subject, by=by, now=now, at=at, **values)


@transaction.atomic
def answer_jointly(
    *, by: Viewer, now: datetime, subject_id: int, fact_id: int, answer: str
) -> Saved:
    """What was asked was answered, by whichever side was asked."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = Problems()
    problems.filled("answer", answer, "Say what was answered")
    problems.refuse_if_any()
    request = standing(JointRequest, subject_id, fact_id)
    return keep_first(
        JointAnswer,
        subject,
        by=by,
        now=now,
        at=now,
        of_fact=request.fact_id,
        of_version=request.version,
        answer=answer.strip(),
    )


def _at(at: datetime | date, now: datetime, what: str) -> Problems:
    problems = Problems()
    problems.moment("at", moment_of(at)[0], now, what=what)
    return problems
