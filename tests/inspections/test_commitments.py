"""Promises: whose, by when, what became of them; and the meetings that ask for them."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from tests.inspections.conftest import KEY, Answered
from tests.ledger.scene import NOW, TODAY, make_scene

from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.inspections import actions
from dutybook.inspections.models import (
    AccountMeeting,
    Commitment,
    CommitmentStep,
    Limb,
    Recommendation,
)
from dutybook.inspections.queries import (
    Promise,
    meeting_page,
    meetings,
    promise_page,
    promises,
    recommendation_page,
    xray,
)

LATER = TODAY + timedelta(days=30)
WORDS = {"words": "The board's minute of that day"}


def asked(number: int = 8) -> Recommendation:
    return Recommendation.objects.get(inspection__key=KEY, number=number)


def made(scene: Answered, **values: Any) -> Commitment:
    given: dict[str, Any] = {
        "by": scene.liaison,
        "now": NOW,
        "recommendation_id": asked().pk,
        "party": "force",
        "promised_in": "response",
        "what": "Appoint two managers",
        "owner": "Head of public protection",
        "by_when": LATER,
    }
    return actions.make_commitment(**given | values)


def step(
    scene: Answered, one: Commitment, kind: str, day: date | None = None, **values: Any
) -> Any:
    given = {"by": scene.liaison, "now": NOW, "commitment_id": one.pk, "kind": kind, "day": day}
    return actions.step_commitment(**given | WORDS | values)


def stands(scene: Answered, one: Commitment, now: Any = NOW) -> Promise:
    return promise_page(scene.commissioner, one.pk, now=now).promise


def meeting(scene: Answered, **values: Any) -> AccountMeeting:
    given = {
        "by": scene.deputy, "now": NOW, "title": "Scrutiny", "held_on": TODAY, "attended": "Both",
    }  # fmt: skip
    return actions.record_meeting(**given | values)


def test_a_promise_is_open_until_its_day_and_late_from_the_next(scene: Answered) -> None:
    one = made(scene, by_when=TODAY)
    assert (stands(scene, one).state, stands(scene, one).days_late) == ("open", 0)
    tomorrow = stands(scene, one, NOW + timedelta(days=1))
    assert (tomorrow.state, tomorrow.days_late, tomorrow.due) == ("late", 1, TODAY)


def test_a_promise_moved_says_how_often_and_from_when(scene: Answered) -> None:
    one = made(scene, by_when=TODAY - timedelta(days=3))
    assert stands(scene, one).days_late == 3
    step(scene, one, "moved", LATER)
    step(scene, one, "moved", LATER + timedelta(days=7))
    found = stands(scene, one)
    assert (found.state, found.due, found.moved) == ("open", LATER + timedelta(days=7), 2)
    assert found.commitment.by_when == TODAY - timedelta(days=3)


def test_what_was_delivered_late_stays_late_and_can_be_opened_again(scene: Answered) -> None:
    one = made(scene, by_when=TODAY - timedelta(days=10))
    step(scene, one, "delivered", TODAY - timedelta(days=4))
    found = stands(scene, one, NOW + timedelta(days=90))
    assert (found.state, found.days_late, found.settled_on) == (
        *("delivered", 6),
        TODAY - timedelta(days=4),
    )
    step(scene, one, "moved", LATER)
    assert (stands(scene, one).state, stands(scene, one).due) == ("open", LATER)
    step(scene, one, "dropped")
    assert (stands(scene, one).state, stands(scene, one).days_late) == ("dropped", 0)
    assert [each.kind for each in promise_page(scene.deputy, one.pk, now=NOW).steps] == [
        *("dropped", "moved", "delivered")
    ]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"what": " "}, "what"),
        ({"owner": ""}, "owner"),
        ({"by_when": date(1066, 1, 1)}, "by_when"),
        ({"amount": -1}, "amount"),
        ({"promised_in": "dream"}, "promised_in"),
        ({"promised_in": "board", "meeting_id": 1}, None),
        ({"promised_in": "meeting"}, "meeting_id"),
    ],
)
def test_a_promise_that_cannot_be_says_why(
    scene: Answered, values: dict[str, Any], field: str | None
) -> None:
    if field is None:
        values = {**values, "meeting_id": meeting(scene).pk}
    with pytest.raises(InvalidInput) as refused:
        made(scene, **values)
    assert set(refused.value.problems) == {field or "meeting_id"}
    assert not Commitment.objects.exists()


def test_a_limb_is_one_of_the_recommendation(scene: Answered) -> None:
    other = Limb.objects.get(code="10a")
    with pytest.raises(InvalidInput) as refused:
        made(scene, limb_id=other.pk)
    assert set(refused.value.problems) == {"limb_id"}
    with pytest.raises(NotFound):
        made(scene, recommendation_id=0)


@pytest.mark.parametrize(
    ("kind", "day", "words", "field"),
    [
        ("delivered", None, "x", "day"),
        ("delivered", TODAY + timedelta(days=1), "x", "day"),
        ("moved", None, "x", "day"),
        ("moved", TODAY - timedelta(days=1), "x", "day"),
        ("dropped", None, "  ", "words"),
        ("forgotten", None, "x", "kind"),
    ],
)
def test_a_step_that_cannot_be_says_why(
    scene: Answered, kind: str, day: date | None, words: str, field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        step(scene, made(scene), kind, day, words=words)
    assert set(refused.value.problems) == {field}


def test_each_party_speaks_for_itself(scene: Answered) -> None:
    for other in (scene.supervisor, scene.analyst, scene.auditor, scene.deputy):
        with pytest.raises(NotAllowed):
            made(scene, by=other)
    for party in ("policing_body", "somebody"):
        with pytest.raises(NotAllowed):
            made(scene, party=party)
    own = made(scene, by=scene.deputy, party="policing_body")
    with pytest.raises(NotAllowed):
        step(scene, own, "dropped")
    with pytest.raises(NotAllowed):
        step(scene, made(scene), "dropped", by=scene.deputy)
    with pytest.raises(NotAllowed):
        meeting(scene, by=scene.liaison)


def test_what_the_force_promised_at_a_meeting_is_written_down_by_those_who_heard_it(
    scene: Answered,
) -> None:
    held = meeting(scene)
    heard = {"by": scene.deputy, "promised_in": "meeting", "meeting_id": held.pk}
    first, second = made(scene, **heard), made(scene, **heard, by_when=TODAY)
    step(scene, second, "delivered", TODAY)
    [line] = meetings(scene.chief, now=NOW)
    assert (line.meeting, line.promised, line.open) == (held, 2, 1)
    page = meeting_page(scene.chief, held.pk, now=NOW)
    assert [one.commitment for one in page.promises] == [first, second]
    assert next(one.number for one in page.recommendations) == 1


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"title": ""}, "title"),
        ({"attended": " "}, "attended"),
        ({"held_on": TODAY + timedelta(days=1)}, "held_on"),
    ],
)
def test_a_meeting_was_held_by_somebody(
    scene: Answered, values: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        meeting(scene, **values)
    assert set(refused.value.problems) == {field}


def test_the_list_is_narrowed_and_goes_on_without_a_gap(scene: Answered) -> None:
    late = made(scene, by_when=TODAY - timedelta(days=1))
    kept = made(scene)
    open_one = made(scene, by=scene.deputy, party="policing_body", by_when=LATER)
    soon = made(scene, by_when=TODAY)
    step(scene, kept, "delivered", TODAY)

    def found(**narrowed: Any) -> list[int]:
        page = promises(scene.analyst, now=NOW, **narrowed)
        return [one.commitment.pk for one in page.rows]

    assert found() == [late.pk, soon.pk, open_one.pk, kept.pk]
    assert found(state="late") == [late.pk]
    assert found(state="open") == [soon.pk, open_one.pk]
    assert found(party="policing_body") == [open_one.pk]
    first = promises(scene.analyst, now=NOW, size=3)
    assert first.next is not None
    assert found(page=first.next) == [kept.pk]


def test_a_promise_stands_at_its_recommendation_and_in_its_force_alone(scene: Answered) -> None:
    one = made(scene)
    page = recommendation_page(scene.manager, KEY, 8, day=TODAY, now=NOW)
    assert [each.commitment for each in page.promises] == [one]
    assert recommendation_page(scene.manager, KEY, 10, day=TODAY, now=NOW).promises == ()
    elsewhere = make_scene("south-vale")
    with pytest.raises(NotFound):
        promise_page(elsewhere.chief, one.pk, now=NOW)
    with pytest.raises(NotFound):
        actions.step_commitment(
            by=elsewhere.chief, now=NOW, commitment_id=one.pk, kind="dropped", **WORDS
        )
    assert promises(elsewhere.chief, now=NOW).rows == ()


def test_a_late_promise_stands_among_the_claims_until_it_is_moved(scene: Answered) -> None:
    def cracks() -> list[tuple[str, date | None]]:
        found = xray(scene.liaison, KEY, now=NOW).cracks
        return [(one.what, one.since) for one in found if "promise" in one.what.lower()]

    limb = Limb.objects.get(code="8c")
    for days in (2, 9):
        one = made(scene, limb_id=limb.pk, by_when=TODAY - timedelta(days=days))
    made(scene, limb_id=limb.pk, by_when=TODAY)
    assert cracks() == [("A promise about it is late", TODAY - timedelta(days=9))]
    step(scene, one, "moved", LATER)
    assert cracks() == [("A promise about it is late", TODAY - timedelta(days=2))]


def test_what_was_promised_is_never_changed_and_stays_together(scene: Answered) -> None:
    held = meeting(scene)
    one = made(scene, promised_in="meeting", meeting_id=held.pk)
    step(scene, one, "dropped")
    for model in (AccountMeeting, Commitment, CommitmentStep):
        with (
            pytest.raises(ProgrammingError),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"DELETE FROM {model._meta.db_table}")
    given = {
        "recommendation": asked(), "party": "force", "what": "x", "owner": "x", "by_when": TODAY,
        "said_by_id": scene.liaison.user_id, "said_at": NOW,
    }  # fmt: skip
    south = make_scene("south-vale").force
    for values, named in (
        ({"promised_in": "board", "limb": Limb.objects.get(code="10a")}, "its_recommendation"),
        ({"promised_in": "meeting"}, "names_it"),
        ({"promised_in": "meeting", "meeting": held, "force": south}, "forces_meeting"),
    ):
        with pytest.raises(IntegrityError, match=named), transaction.atomic():
            Commitment.objects.create(**{"force": scene.force, **given, **values})
    with pytest.raises(IntegrityError, match="has_its_day"), transaction.atomic():
        CommitmentStep.objects.create(
            commitment=one, kind="moved", words="x", said_by_id=scene.liaison.user_id, said_at=NOW
        )
