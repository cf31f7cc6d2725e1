"""What a force learnt from a review; what is done about it are promises of its own."""

from datetime import date, datetime

from django.db import transaction

from dutybook.access.errors import NotAllowed
from dutybook.access.viewer import Viewer
from dutybook.inspections.actions.layers import log_layer
from dutybook.inspections.models import Learning, LearntFrom
from dutybook.inspections.parties import may_record_learning
from dutybook.ledger.checks import Problems, moment_of


@transaction.atomic
def record_learning(
    *,
    by: Viewer,
    now: datetime,
    learnt_from: str,
    title: str,
    ended_on: date,
    looked_at: str,
    learnt: str,
    led_by: str,
    kept_where: str = "",
) -> Learning:
    """A review that has ended and what was learnt from it; by those who answer for the force.

    What is done about it are promises, made with `learning_id`.
    """
    if not may_record_learning(by):
        raise NotAllowed("what was learnt is written down by those who answer for the force")
    problems = Problems()
    problems.choice("learnt_from", learnt_from, LearntFrom.values)
    problems.filled("title", title, "Give it a title", longest=200)
    problems.moment("ended_on", moment_of(ended_on)[0], now, what="the end of the review")
    problems.filled("looked_at", looked_at, "Say what was looked at, and how much of it")
    problems.filled("learnt", learnt, "Say what was learnt", longest=8000)
    problems.filled("led_by", led_by, "Name who led the review", longest=160)
    problems.length("kept_where", kept_where, 300)
    problems.refuse_if_any()
    made = Learning.objects.create(
        force_id=by.force_id,
        learnt_from=learnt_from,
        title=title.strip(),
        ended_on=ended_on,
        looked_at=looked_at.strip(),
        learnt=learnt.strip(),
        led_by=led_by.strip(),
        kept_where=kept_where.strip(),
        said_by_id=by.user_id,
        said_at=now,
    )
    log_layer(by, made.pk, "learning recorded")
    return made
