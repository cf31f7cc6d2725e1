"""People are reminded of days that come near or have passed, of questions, answers and packs."""

from datetime import date, datetime, timedelta

import pytest
from tests.inspections.conftest import KEY, Answered
from tests.ledger.scene import DAY, NOW, TODAY

from dutybook.inspections import actions
from dutybook.inspections.actions.reminding import remind_of_days
from dutybook.inspections.models import Limb, Recommendation
from dutybook.ledger.models import Notice
from dutybook.ledger.queries.notices import own_notices
from dutybook.web.notice_words import reminder_place, reminder_words


@pytest.fixture
def people(scene: Answered) -> Answered:
    """Somebody of each role that is told."""
    for each in ("liaison", "chief", "commissioner"):
        getattr(scene, each)
    return scene


def look(scene: Answered, now: datetime) -> int:
    return remind_of_days(by=scene.loader, now=now)


def told() -> set[tuple[str, str, str]]:
    rows = Notice.objects.filter(kind="reminder").select_related("user", "reminder")
    return {(one.user.display_name, one.reminder.code, one.reminder.part) for one in rows}


def at(day: date) -> datetime:
    return NOW + (day - TODAY)


DEADLINE = date(2027, 4, 30)  # that of recommendations 2 and 5


def test_while_nothing_is_set_nobody_is_reminded_ahead(people: Answered) -> None:
    assert look(people, at(DEADLINE - DAY)) == 0


def test_a_deadline_is_told_ahead_once_and_once_when_it_has_passed(people: Answered) -> None:
    people.policy("reminder.days_before", 30)
    assert look(people, at(DEADLINE - 31 * DAY)) == 0
    asked = Recommendation.objects.filter(deadline=DEADLINE, limbs__isnull=False).distinct()
    numbers = {str(one.number) for one in asked}
    assert numbers == {"2", "5"}
    assert look(people, at(DEADLINE - 30 * DAY)) == 2
    assert look(people, at(DEADLINE - 29 * DAY)) == 0
    soon = {(who, "recommendation_soon", one) for who in ("Liaison", "Chief") for one in numbers}
    assert told() == soon
    assert look(people, at(DEADLINE)) == 0
    assert look(people, at(DEADLINE + DAY)) == 2
    assert look(people, at(DEADLINE + 2 * DAY)) == 0


def test_what_passed_more_than_a_week_ago_is_left_to_its_page(people: Answered) -> None:
    assert look(people, at(DEADLINE + 8 * DAY)) == 0


def test_the_response_is_the_offices_and_the_liaisons(people: Answered) -> None:
    people.policy("reminder.days_before", 10)
    last_day = date(2026, 6, 9)
    look(people, at(last_day - 3 * DAY))
    assert told() == {("Commissioner", "response_soon", ""), ("Liaison", "response_soon", "")}


def test_evidence_that_expires_is_the_liaisons(people: Answered) -> None:
    people.policy("reminder.days_before", 14)
    limb = Limb.objects.get(code="8c")
    made = actions.add_evidence(
        by=people.liaison, now=NOW, limb_id=limb.pk, kind="document", title="An order",
        reference="PP/7", speaks_for=TODAY, expires_on=TODAY + 10 * DAY,
    )  # fmt: skip
    assert look(people, NOW) == 1
    assert told() == {("Liaison", "evidence_soon", "8c")}
    assert look(people, NOW + 11 * DAY) == 1
    assert ("Liaison", "evidence_expired", "8c") in told()
    actions.withdraw_evidence(by=people.liaison, now=NOW, evidence_id=made.pk, reason="Superseded")
    Notice.objects.all().delete()
    assert look(people, NOW + 12 * DAY) == 0


def test_a_promise_is_its_partys(people: Answered) -> None:
    ten = Recommendation.objects.get(number=10)
    given = {
        "now": NOW, "recommendation_id": ten.pk, "promised_in": "board", "what": "Pair visits",
        "owner": "The head of unit", "by_when": TODAY + 5 * DAY,
    }  # fmt: skip
    made = actions.make_commitment(by=people.liaison, party="force", **given)
    actions.make_commitment(by=people.commissioner, party="policing_body", **given)
    assert look(people, NOW + 6 * DAY) == 2
    assert told() == {
        ("Liaison", "promise_late", ""),
        ("Chief", "promise_late", ""),
        ("Commissioner", "promise_late", ""),
    }
    actions.step_commitment(
        by=people.liaison, now=NOW + 6 * DAY, commitment_id=made.pk, kind="moved",
        day=TODAY + 20 * DAY, words="Two officers were ill",
    )  # fmt: skip
    assert look(people, NOW + 21 * DAY) == 1


def test_a_question_goes_to_the_force_and_its_answer_to_the_office(people: Answered) -> None:
    limb = Limb.objects.get(code="10a")
    for _ in range(2):
        asked = actions.ask_question(
            by=people.commissioner, now=NOW, limb_id=limb.pk, question="Why?"
        )
    assert Notice.objects.count() == 4  # two people of each of two questions
    actions.answer_question(by=people.chief, now=NOW, question_id=asked.pk, answer="Illness")
    assert ("Commissioner", "question_answered", "10a") in told()
    [line] = own_notices(people.commissioner, now=NOW).notices.rows
    assert line.reminder is not None
    assert reminder_words(line.reminder) == "The force answered a question about limb 10a"
    assert reminder_place(line.reminder) == "/questions/"


def test_every_reminder_has_words_and_leads_somewhere(people: Answered) -> None:
    people.policy("reminder.days_before", 30)
    for days in (0, 31):
        look(people, at(DEADLINE - timedelta(days=30 - days)))
    lines = own_notices(people.liaison, now=NOW).notices.rows
    assert len(lines) == 4
    for line in lines:
        assert line.reminder is not None
        assert "30 April 2027" in reminder_words(line.reminder)
        assert reminder_place(line.reminder).startswith(f"/inspections/{KEY}/recommendations/")
