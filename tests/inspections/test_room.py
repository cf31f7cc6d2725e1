"""The inspector's room: let in to a day, reading only, asking and being answered on record."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from tests.inspections.conftest import KEY, Answered
from tests.inspections.test_reality import sample
from tests.ledger.scene import DAY, NOW, TODAY, make_scene

from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import AccessLogRow, RoleGrant
from dutybook.access.roles import Role
from dutybook.access.viewer import viewer_for
from dutybook.inspections import actions
from dutybook.inspections.models import Limb, RoomAnswer, RoomRequest
from dutybook.inspections.queries import (
    case_page,
    inspection_page,
    packs,
    request_of,
    room,
    sample_page,
)
from dutybook.ledger.models import Notice


def ask(scene: Answered, **values: Any) -> RoomRequest:
    given = {"by": scene.inspector, "now": NOW, "kind": "document", "what": "The forecast"}
    return actions.ask_in_room(**given | values)


def give(scene: Answered, request: RoomRequest, **values: Any) -> RoomAnswer:
    given = {"by": scene.liaison, "now": NOW + DAY, "words": "Here it is"}
    return actions.answer_in_room(**given | values, request_id=request.pk)


def told(scene: Answered) -> set[tuple[str, str]]:
    rows = Notice.objects.filter(kind="reminder").select_related("user", "reminder")
    return {(one.user.display_name, one.reminder.code) for one in rows}


def test_what_is_asked_is_told_to_the_force_and_what_is_given_to_who_asked(
    scene: Answered,
) -> None:
    scene.liaison, scene.chief  # noqa: B018 - makes their accounts
    limb = Limb.objects.get(code="8a")
    asked = ask(scene, limb_id=limb.pk, wanted_by=TODAY + 3 * DAY)
    assert told(scene) == {("Liaison", "room_asked"), ("Chief", "room_asked")}
    [line] = room(scene.inspector, now=NOW).page.rows
    assert (line.request, line.answers, line.is_late) == (asked, (), False)
    assert room(scene.liaison, now=NOW + 4 * DAY).page.rows[0].is_late
    give(scene, asked, reference="Board of June, paper 4")
    give(scene, asked, words="And its annex")
    assert ("Inspector", "room_answered") in told(scene)
    [line] = room(scene.inspector, now=NOW + 5 * DAY).page.rows
    assert [one.words for one in line.answers] == ["Here it is", "And its annex"]
    assert not line.is_late
    assert room(scene.inspector, now=NOW).waiting == 0
    with pytest.raises(ProgrammingError), transaction.atomic():
        RoomAnswer.objects.update(words="x")


def test_each_word_is_logged(scene: Answered) -> None:
    asked = ask(scene)
    made = give(scene, asked)
    rows = list(AccessLogRow.objects.order_by("-id").values_list("detail", "subjects")[:2])
    assert rows == [
        ("answered in the inspectors room", [made.pk]),
        ("asked in the inspectors room", [asked.pk]),
    ]


def test_an_inspector_reads_figures_and_changes_nothing(scene: Answered) -> None:
    scene.offender(level="high")
    assert inspection_page(scene.inspector, KEY, day=TODAY, now=NOW).recommendations
    assert not packs(scene.inspector, now=NOW).page.rows
    limb = Limb.objects.get(code="8c")
    for refused in (
        lambda: actions.ask_for_pack(
            by=scene.inspector, now=NOW, unit="offender_management", day=TODAY, defer=print
        ),
        lambda: actions.verify_limb(
            by=scene.inspector, now=NOW, limb_id=limb.pk, outcome="true", checked="x",
            checked_on=TODAY,
        ),
        lambda: sample(scene, by=scene.inspector),
        lambda: give(scene, ask(scene), by=scene.inspector),
    ):  # fmt: skip
        with pytest.raises(NotAllowed):
            refused()


def test_a_sample_that_was_given_is_read_and_not_graded(scene: Answered) -> None:
    scene.offender(level="high")
    drawn = sample(scene, size=1)
    [case] = sample_page(scene.inspector, drawn.pk, now=NOW).cases
    assert case.label is None  # it was drawn, and given to nobody
    with pytest.raises(NotFound):
        case_page(scene.inspector, drawn.pk, 1)
    give(scene, ask(scene, kind="sample"), sample_id=drawn.pk)
    assert sample_page(scene.inspector, drawn.pk, now=NOW).cases[0].label == "Invented 00001"
    before = AccessLogRow.objects.latest("id").pk
    page = case_page(scene.inspector, drawn.pk, 1)
    assert not page.may_audit
    logged = AccessLogRow.objects.filter(pk__gt=before)
    assert {(row.kind, tuple(row.subjects)) for row in logged} == {
        ("case_audit", ()),
        ("offender", (page.line.case.subject_id,)),
    }
    with pytest.raises(NotAllowed):
        actions.audit_case(
            by=scene.inspector, now=NOW, case_id=case.case.pk, answers=["yes", "yes"],
            reality="agrees", grade="good", found="As recorded",
        )  # fmt: skip


def test_after_the_last_day_nothing_opens(scene: Answered) -> None:
    user = scene.user("inspector", Role.INSPECTOR)
    RoleGrant.objects.filter(user=user).update(until_at=NOW + DAY)
    assert [one.name for one in room(scene.liaison, now=NOW).let_in] == ["Inspector"]
    assert room(scene.liaison, now=NOW + DAY).let_in == ()
    gone = viewer_for(user, now=NOW + DAY, route="test")
    for refused in (lambda: room(gone, now=NOW + DAY), lambda: ask(scene, by=gone)):
        with pytest.raises(NotAllowed):
            refused()


def test_the_room_is_for_who_inspects_and_who_answers(scene: Answered) -> None:
    asked = ask(scene)
    for by in (scene.manager, scene.supervisor, scene.analyst, scene.commissioner, scene.loader):
        with pytest.raises(NotAllowed):
            room(by, now=NOW)
        with pytest.raises(NotAllowed):
            ask(scene, by=by)
        with pytest.raises(NotAllowed):
            give(scene, asked, by=by)
    with pytest.raises(NotAllowed):
        give(scene, asked, by=scene.auditor)
    other = make_scene("thornwick")
    assert room(other.liaison, now=NOW).page.rows == ()
    for absent in (
        lambda: request_of(other.liaison, asked.pk),
        lambda: give(scene, asked, by=other.liaison),
    ):
        with pytest.raises(NotFound):
            absent()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"kind": "tea"}, "kind"),
        ({"what": "  "}, "what"),
        ({"wanted_by": TODAY - DAY}, "wanted_by"),
        ({"limb_id": 999_999}, "limb_id"),
    ],
)
def test_what_asks_for_nothing_is_refused(
    scene: Answered, values: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        ask(scene, **values)
    assert field in refusal.value.problems


def test_an_answer_says_something_and_names_a_sample_that_is_there(scene: Answered) -> None:
    asked = ask(scene)
    for values, field in (({"words": ""}, "words"), ({"sample_id": 999}, "sample_id")):
        with pytest.raises(InvalidInput) as refusal:
            give(scene, asked, **values)
        assert field in refusal.value.problems


def test_the_room_is_by_pages(scene: Answered) -> None:
    made = [ask(scene, now=NOW + timedelta(minutes=number)) for number in range(3)]
    first = room(scene.inspector, now=NOW, size=2)
    assert [line.request for line in first.page.rows] == made[:0:-1]
    assert first.waiting == 3
    rest = room(scene.inspector, now=NOW, size=2, page=first.page.next or "")
    assert [line.request for line in rest.page.rows] == made[:1]


def test_the_database_lets_nobody_inspect_until_further_notice(scene: Answered) -> None:
    user = scene.user("inspector", Role.INSPECTOR)
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleGrant.objects.filter(user=user).update(until_at=None)
