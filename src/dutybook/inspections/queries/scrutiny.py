"""What the commissioner's office asked the force, and what waits for its answer."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db.models import Count, Q, QuerySet

from dutybook.access.consulting import consultation
from dutybook.access.errors import NotFound
from dutybook.access.viewer import Viewer
from dutybook.inspections.models import Limb, LimbQuestion
from dutybook.inspections.queries.choosing import check_may_read
from dutybook.ledger.instants import local_day

MOST: Final = 200


@dataclass(frozen=True)
class Asked:
    """One question with its answer; `answered_at` is None while it waits.

    `days` is how long the answer took, or how long the question has waited; `days_late` how far
    past the day that was asked for.
    """

    number: int
    inspection: str
    code: str
    title: str
    question: str
    asked_by: str
    asked_at: datetime
    answer_by: date | None
    answer: str
    answered_by: str
    answered_at: datetime | None
    days: int
    days_late: int


@dataclass(frozen=True)
class Scrutiny:
    """What waits, the oldest first, and what was answered, the newest first."""

    waiting: tuple[Asked, ...]
    answered: tuple[Asked, ...]


@dataclass(frozen=True)
class Questions:
    """How many questions were asked about a limb, and how many of them wait."""

    asked: int
    waiting: int


@consultation
def scrutiny(viewer: Viewer, *, now: datetime, inspection: str = "", code: str = "") -> Scrutiny:
    """The questions to the viewer's force (the newest 200), perhaps about one limb only."""
    check_may_read(viewer)
    questions = LimbQuestion.objects.filter(force_id=viewer.force_id)
    if inspection and code:
        questions = questions.filter(
            limb__code=code, limb__recommendation__inspection__key=inspection
        )
    found = _asked(questions, now)
    waiting = [one for one in found if one.answered_at is None]
    answered = [one for one in found if one.answered_at is not None]
    return Scrutiny(tuple(reversed(waiting)), tuple(answered))


def with_questions(limbs: "QuerySet[Limb]", force_id: int) -> "QuerySet[Limb]":
    """The limbs with `asked_so_far` and `waiting`, the questions to one force about each."""
    own = Q(questions__force_id=force_id)
    return limbs.annotate(
        asked_so_far=Count("questions", filter=own),
        waiting=Count("questions", filter=own & Q(questions__answer=None)),
    )


@consultation
def question_of(viewer: Viewer, question_id: int, *, now: datetime) -> Asked:
    """One question to the viewer's force. Raises NotFound."""
    check_may_read(viewer)
    found = LimbQuestion.objects.filter(pk=question_id, force_id=viewer.force_id)
    for one in _asked(found, now):
        return one
    raise NotFound("no such question")


def _asked(found: "QuerySet[LimbQuestion]", now: datetime) -> list[Asked]:
    rows = found.select_related(
        "said_by", "limb__recommendation__inspection", "answer__said_by"
    ).order_by("-id")[:MOST]
    return [_line(one, local_day(now)) for one in rows]


def _line(one: LimbQuestion, today: date) -> Asked:
    answer = getattr(one, "answer", None)
    until = local_day(answer.said_at) if answer else today
    late = (until - one.answer_by).days if one.answer_by else 0
    return Asked(
        number=one.pk,
        inspection=one.limb.recommendation.inspection.key,
        code=one.limb.code,
        title=one.limb.title,
        question=one.question,
        asked_by=one.said_by.display_name,
        asked_at=one.said_at,
        answer_by=one.answer_by,
        answer=answer.answer if answer else "",
        answered_by=answer.said_by.display_name if answer else "",
        answered_at=answer.said_at if answer else None,
        days=(until - local_day(one.said_at)).days,
        days_late=max(late, 0),
    )
