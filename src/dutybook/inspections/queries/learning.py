"""What was learnt, and how much of what is to be done about it is open."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from dutybook.access.consulting import consultation
from dutybook.access.errors import NotFound
from dutybook.access.viewer import Viewer
from dutybook.inspections.models import Commitment, Learning, Recommendation
from dutybook.inspections.queries.choosing import check_may_read
from dutybook.inspections.queries.commitments import Promise, recommendations_known, standing_of
from dutybook.ledger.instants import local_day


@dataclass(frozen=True)
class LearningLine:
    """One review, with how many actions followed from it and how many of them are open."""

    learning: Learning
    promised: int
    open: int


@dataclass(frozen=True)
class LearningPage:
    """One review with its actions, and the recommendations about which more may be promised."""

    learning: Learning
    promises: tuple[Promise, ...]
    recommendations: tuple[Recommendation, ...]


@consultation
def all_learning(viewer: Viewer, *, now: datetime) -> tuple[LearningLine, ...]:
    """What the viewer's force learnt, the newest first."""
    check_may_read(viewer)
    found = Learning.objects.filter(force_id=viewer.force_id).order_by("-ended_on", "-id")
    promised: Counter[int] = Counter()
    still_open: Counter[int] = Counter()
    made = Commitment.objects.filter(force_id=viewer.force_id, learning__isnull=False)
    for one in standing_of(made, local_day(now)):
        promised[one.commitment.learning_id] += 1
        still_open[one.commitment.learning_id] += one.settled_on is None
    return tuple(LearningLine(one, promised[one.pk], still_open[one.pk]) for one in found)


@consultation
def learning_page(viewer: Viewer, learning_id: int, *, now: datetime) -> LearningPage:
    """One review of the viewer's force. Raises `NotFound`."""
    check_may_read(viewer)
    found = Learning.objects.filter(pk=learning_id, force_id=viewer.force_id)
    learning = found.select_related("said_by").first()
    if learning is None:
        raise NotFound("no such learning")
    promises = standing_of(Commitment.objects.filter(learning=learning), local_day(now))
    return LearningPage(learning, promises, recommendations_known())
