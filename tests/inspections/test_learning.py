"""What was learnt, and the actions that follow from it."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from tests.inspections.conftest import Answered
from tests.inspections.test_commitments import made, step
from tests.ledger.scene import DAY, NOW, TODAY, make_scene

from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.inspections import actions
from dutybook.inspections.models import Commitment, Learning
from dutybook.inspections.queries import all_learning, learning_page


def learnt(scene: Answered, **values: Any) -> Learning:
    given = {
        "by": scene.liaison, "now": NOW, "learnt_from": "theme", "title": "Announced visits",
        "ended_on": TODAY, "looked_at": "Thirty visits", "learnt": "Shifts end too early",
        "led_by": "Detective chief inspector",
    }  # fmt: skip
    return actions.record_learning(**given | values)


def test_what_follows_from_a_review_is_followed_to_its_end(scene: Answered) -> None:
    review = learnt(scene)
    follows = {"promised_in": "learning", "learning_id": review.pk}
    first, second = made(scene, **follows), made(scene, **follows)
    step(scene, first, "delivered", TODAY)
    [line] = all_learning(scene.commissioner, now=NOW)
    assert (line.learning, line.promised, line.open) == (review, 2, 1)
    page = learning_page(scene.manager, review.pk, now=NOW)
    assert [one.commitment for one in page.promises] == [second, first]
    assert {one.number for one in page.recommendations} >= {8, 10}
    late = learning_page(scene.manager, review.pk, now=NOW + timedelta(days=31))
    assert [one.state for one in late.promises] == ["late", "delivered"]


def test_the_newest_review_stands_first_and_one_without_actions_says_so(scene: Answered) -> None:
    older = learnt(scene, ended_on=TODAY - timedelta(days=9))
    newer = learnt(scene, by=scene.auditor, learnt_from="case_audits")
    lines = all_learning(scene.liaison, now=NOW)
    assert [one.learning for one in lines] == [newer, older]
    assert [(one.promised, one.open) for one in lines] == [(0, 0), (0, 0)]


def test_those_who_answer_for_the_force_write_it_down(scene: Answered) -> None:
    for other in (scene.manager, scene.commissioner, scene.analyst, scene.loader):
        with pytest.raises(NotAllowed):
            learnt(scene, by=other)
    learnt(scene, by=scene.chief)


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"learnt_from": "gossip"}, "learnt_from"),
        ({"title": ""}, "title"),
        ({"ended_on": TODAY + DAY}, "future"),
        ({"looked_at": " "}, "looked at"),
        ({"learnt": ""}, "learnt"),
        ({"led_by": ""}, "led"),
    ],
)
def test_what_cannot_be_written_down(scene: Answered, values: dict[str, Any], says: str) -> None:
    with pytest.raises(InvalidInput, match=says):
        learnt(scene, **values)
    assert not Learning.objects.exists()


def test_an_action_names_what_it_follows_from_and_only_then(scene: Answered) -> None:
    review = learnt(scene)
    with pytest.raises(InvalidInput, match="learnt from"):
        made(scene, promised_in="learning")
    with pytest.raises(InvalidInput, match="learnt from"):
        made(scene, promised_in="board", learning_id=review.pk)
    elsewhere = make_scene("otherbury")
    other = learnt(Answered(elsewhere.force, elsewhere.east, elsewhere.west))
    with pytest.raises(InvalidInput, match="learnt from"):
        made(scene, promised_in="learning", learning_id=other.pk)
    with pytest.raises(NotFound):
        learning_page(scene.liaison, other.pk, now=NOW)
    one = made(scene)
    fields = {field.attname: getattr(one, field.attname) for field in one._meta.fields}
    unfit = {**fields, "id": None, "promised_in": "learning", "loaded_at": NOW}
    with pytest.raises(IntegrityError), transaction.atomic():
        Commitment.objects.create(**unfit)
