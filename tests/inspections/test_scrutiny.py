"""The commissioner's office asks about a limb; the force answers, once, and both are dated."""

from datetime import timedelta
from typing import Any

import pytest
from tests.inspections.conftest import KEY, Answered
from tests.ledger.scene import DAY, NOW, TODAY, make_scene

from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import AccessLogRow
from dutybook.access.roles import Role
from dutybook.inspections.actions import answer_question, ask_question
from dutybook.inspections.models import Limb, LimbAnswer, LimbQuestion
from dutybook.inspections.queries import limb_page, question_of, scrutiny
from dutybook.inspections.queries.scrutiny import Questions


@pytest.fixture
def limb(scene: Answered) -> int:
    return Limb.objects.get(recommendation__inspection__key=KEY, code="10a").pk


def ask(scene: Answered, limb: int, **other: Any) -> int:
    given = {"question": "Why announced?", "now": NOW - 20 * DAY, **other}
    return ask_question(by=scene.commissioner, limb_id=limb, **given).pk


def test_a_question_waits_until_the_force_answers(scene: Answered, limb: int) -> None:
    number = ask(scene, limb, answer_by=TODAY - timedelta(days=6))
    [waiting] = scrutiny(scene.commissioner, now=NOW).waiting
    assert (waiting.code, waiting.days, waiting.days_late) == ("10a", 20, 6)
    answer_question(by=scene.liaison, now=NOW - DAY, question_id=number, answer="With probation")
    found = scrutiny(scene.commissioner, now=NOW)
    [answered] = found.answered
    assert found.waiting == ()
    assert (answered.answer, answered.days, answered.days_late) == ("With probation", 19, 5)
    logged = AccessLogRow.objects.latest("id")
    assert (logged.operation, logged.detail) == ("alteration", "question answered")


def test_the_page_of_a_limb_says_how_many_were_asked_and_wait(scene: Answered, limb: int) -> None:
    first = ask(scene, limb, question="The first?")
    ask(scene, limb, question="The second?", now=NOW - DAY)
    answer_question(by=scene.chief, now=NOW, question_id=first, answer="So")
    page = limb_page(scene.analyst, KEY, "10a", day=TODAY, now=NOW)
    assert page.questions == Questions(asked=2, waiting=1)
    nothing = limb_page(scene.analyst, KEY, "10b", day=TODAY, now=NOW)
    assert nothing.questions == Questions(asked=0, waiting=0)
    found = scrutiny(scene.analyst, now=NOW, inspection=KEY, code="10b")
    assert (found.waiting, found.answered) == ((), ())


def test_who_asks_and_who_answers(scene: Answered, limb: int) -> None:
    for somebody in (scene.liaison, scene.chief, scene.analyst, scene.manager):
        with pytest.raises(NotAllowed):
            ask_question(by=somebody, now=NOW, limb_id=limb, question="Why?")
    number = ask(scene, limb)
    for somebody in (scene.commissioner, scene.analyst, scene.manager):
        with pytest.raises(NotAllowed):
            answer_question(by=somebody, now=NOW, question_id=number, answer="Because")
    answer_question(by=scene.chief, now=NOW, question_id=number, answer="Because")
    with pytest.raises(InvalidInput, match="answered already"):
        answer_question(by=scene.liaison, now=NOW, question_id=number, answer="And more")
    assert LimbAnswer.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"question": " "}, "question"),
        ({"question": "x" * 4001}, "question"),
        ({"answer_by": TODAY - timedelta(days=30)}, "answer_by"),
    ],
)
def test_a_question_that_asks_nothing_is_refused(
    scene: Answered, limb: int, wrong: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        ask(scene, limb, **wrong)
    assert set(refused.value.problems) == {field}
    assert LimbQuestion.objects.count() == 0


def test_another_force_reads_and_answers_nothing(scene: Answered, limb: int) -> None:
    number = ask(scene, limb)
    other = make_scene("south-vale")
    liaison = other.viewer("their_liaison", Role.INSPECTION_LIAISON)
    assert scrutiny(liaison, now=NOW).waiting == ()
    with pytest.raises(NotFound):
        question_of(liaison, number, now=NOW)
    with pytest.raises(NotFound):
        answer_question(by=liaison, now=NOW, question_id=number, answer="Ours?")
