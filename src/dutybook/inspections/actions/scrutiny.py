"""Scrutiny: the commissioner's office asks the force about a limb, and the force answers."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer
from dutybook.inspections.actions.layers import log_layer
from dutybook.inspections.actions.reminding import OF_THE_FORCE, OF_THE_OFFICE, holding
from dutybook.inspections.models import Limb, LimbAnswer, LimbQuestion
from dutybook.ledger.answering import people_of
from dutybook.ledger.checks import Problems
from dutybook.ledger.instants import local_day
from dutybook.ledger.reminding import remind

ANSWERED_ALREADY = "This was answered already. What follows it is a new question"


@transaction.atomic
def ask_question(
    *, by: Viewer, now: datetime, limb_id: int, question: str, answer_by: date | None = None
) -> LimbQuestion:
    """The commissioner's office asks the force of its area about a limb."""
    if by.user_id is None or not by.has_role(Role.COMMISSIONERS_OFFICE):
        raise NotAllowed("questions to the force are asked by the commissioner's office")
    limb = Limb.objects.filter(pk=limb_id).first()
    if limb is None:
        raise NotFound("no such limb")
    problems = Problems()
    problems.filled("question", question, "Write the question")
    if answer_by is not None and answer_by < local_day(now):
        problems.add("answer_by", "The day for the answer cannot have passed")
    problems.refuse_if_any()
    made = LimbQuestion.objects.create(
        force_id=by.force_id,
        limb=limb,
        question=question.strip(),
        answer_by=answer_by,
        said_by_id=by.user_id,
        said_at=now,
    )
    _tell(by, "question_asked", made, OF_THE_FORCE, now)
    log_layer(by, made.pk, "question asked")
    return made


@transaction.atomic
def answer_question(*, by: Viewer, now: datetime, question_id: int, answer: str) -> LimbAnswer:
    """The liaison officer or a chief officer answers one question, once."""
    if by.user_id is None or not by.has_role(*OF_THE_FORCE):
        raise NotAllowed("questions are answered by the liaison officer or a chief officer")
    question = LimbQuestion.objects.filter(pk=question_id, force_id=by.force_id).first()
    if question is None:
        raise NotFound("no such question")
    problems = Problems()
    problems.filled("answer", answer, "Write the answer", longest=8000)
    problems.refuse_if_any()
    try:
        with transaction.atomic():
            made = LimbAnswer.objects.create(
                question=question, answer=answer.strip(), said_by_id=by.user_id, said_at=now
            )
    except IntegrityError as error:
        raise InvalidInput({"": ANSWERED_ALREADY}) from error
    _tell(by, "question_answered", question, OF_THE_OFFICE, now)
    log_layer(by, made.pk, "question answered")
    return made


def _tell(
    by: Viewer, code: str, question: LimbQuestion, roles: tuple[Role, ...], now: datetime
) -> None:
    """Tell those whose turn it is, of each question once."""
    limb = question.limb
    remind(
        by.force_id,
        code,
        people=holding(people_of(by.force_id, now), roles),
        now=now,
        inspection=limb.recommendation.inspection.key,
        part=limb.code,
        number=question.pk,
    )
