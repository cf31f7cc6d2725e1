"""What named people say of printed words: never a program's, never merged, never overwritten."""

from datetime import date
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError, ProgrammingError
from tests.inspections.conftest import KEY, Answered
from tests.ledger.scene import NOW, TODAY, make_scene

from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import AccessLogRow
from dutybook.inspections.actions import (
    ImportResult,
    comment_as_policing_body,
    judge_narrower,
    map_position,
    reply_to_judgement,
)
from dutybook.inspections.findings import Finding
from dutybook.inspections.models import (
    ForceState,
    Limb,
    NarrowerJudgement,
    PolicingBodyComment,
    Position,
    PositionState,
)
from dutybook.inspections.queries import (
    inspection_page,
    limb_page,
    recommendation_page,
    response_document,
)
from dutybook.ledger.models import Notice

ENOUGH: dict[str, dict[str, Any]] = {
    "not_accepted": {"reasons": "cost"},
    "not_applicable": {"reasons": "no such unit"},
    "deferred": {
        "reasons": "a new law",
        "end_date": date(2027, 3, 1),
        "interim_control": "weekly calls",
    },
}


@pytest.fixture(autouse=True)
def answered(imported: ImportResult) -> None:
    """Every test here is about a response that has come in."""


def test_an_import_maps_nothing(scene: Answered) -> None:
    assert not PositionState.objects.exists()
    page = limb_page(scene.liaison, KEY, "10a", day=TODAY, now=NOW)
    assert (page.line.state, page.states) == (None, ())
    assert page.position is not None
    assert page.position.words


@pytest.mark.parametrize("state", ForceState.values)
def test_each_state_is_a_named_persons(scene: Answered, state: str) -> None:
    given = {**scene.position("10a"), "state": state, "now": NOW, **ENOUGH.get(state, {})}
    for by in (scene.loader, scene.analyst, scene.commissioner, scene.manager):
        with pytest.raises(NotAllowed):
            map_position(by=by, **given)
    made = map_position(by=scene.liaison, **given)
    assert (made.mapped_by_id, made.mapped_at) == (scene.liaison.user_id, NOW)
    logged = AccessLogRow.objects.latest("id")
    assert (logged.operation, logged.subjects) == ("alteration", [made.pk])
    for name in ENOUGH.get(state, {}):
        empty = None if name == "end_date" else " "
        with pytest.raises(InvalidInput) as refused:
            map_position(by=scene.liaison, **{**given, name: empty})
        assert set(refused.value.problems) == {name}


def test_an_unknown_state_is_refused_here_and_by_the_database(scene: Answered) -> None:
    place = scene.position("10a")
    for state in ("closed", "compliant", ""):
        with pytest.raises(InvalidInput):
            map_position(by=scene.liaison, now=NOW, state=state, **place)
        with pytest.raises(IntegrityError, match="position_state_known"), transaction.atomic():
            PositionState.objects.create(
                state=state, mapped_by_id=scene.liaison.user_id, mapped_at=NOW, **place
            )
    with pytest.raises(IntegrityError, match="mapped_by"), transaction.atomic():
        PositionState.objects.create(state="in_progress", mapped_at=NOW, **place)
    for name, rule in (("reasons", "has_reasons"), ("end_date", "is_bounded")):
        row = {**place, "state": "deferred", **ENOUGH["deferred"]}
        row[name] = None if name == "end_date" else ""
        with pytest.raises(IntegrityError, match=rule), transaction.atomic():
            PositionState.objects.create(mapped_by_id=scene.liaison.user_id, mapped_at=NOW, **row)


def test_a_self_certification_without_a_name_reads_signatory_not_stated(scene: Answered) -> None:
    map_position(**scene.position("10a"), state="self_certified", by=scene.liaison, now=NOW)
    page = limb_page(scene.liaison, KEY, "10a", day=TODAY, now=NOW)
    assert page.line.state is not None
    assert page.line.state.signatory == ""
    ongoing = Position.objects.get(recommendation__number=2)
    assert ongoing.end == "no end date given"
    certified = Position.objects.get(recommendation__number=6)
    assert "Farthingale" in certified.signatory
    with pytest.raises(InvalidInput):
        map_position(
            **scene.position("10a"),
            state="self_certified",
            signatory="x" * 201,
            by=scene.liaison,
            now=NOW,
        )


def test_the_newest_reading_stands_and_the_earlier_ones_stay(scene: Answered) -> None:
    for state in ("in_progress", "claims_complete"):
        map_position(**scene.position("10a"), state=state, by=scene.liaison, now=NOW)
    page = limb_page(scene.liaison, KEY, "10a", day=TODAY, now=NOW)
    assert page.line.state is not None
    assert page.line.state.state == "claims_complete"
    assert [one.state for one in page.states] == ["claims_complete", "in_progress"]
    other = limb_page(scene.liaison, KEY, "10b", day=TODAY, now=NOW)
    assert other.line.state is None


def test_narrower_than_asked_is_a_reasoned_judgement(scene: Answered) -> None:
    given = {**scene.position("10b"), "is_narrower": True, "now": NOW}
    with pytest.raises(InvalidInput):
        judge_narrower(by=scene.liaison, reasons=" ", **given)
    with pytest.raises(NotAllowed):
        judge_narrower(by=scene.loader, reasons="silent on leave", **given)
    judge_narrower(by=scene.liaison, reasons="silent on leave", **given)
    page = limb_page(scene.liaison, KEY, "10b", day=TODAY, now=NOW)
    assert page.line.judgement is not None
    assert page.line.judgement.judged_by_id == scene.liaison.user_id
    judge_narrower(by=scene.chief, reasons="it says so", **{**given, "is_narrower": False})
    assert NarrowerJudgement.objects.count() == 2


def test_the_office_judges_and_the_force_replies_before_it_goes_out(scene: Answered) -> None:
    scene.liaison, scene.chief, scene.commissioner  # noqa: B018 - makes their accounts
    given = {**scene.position("10b"), "is_narrower": True, "now": NOW}
    with pytest.raises(NotAllowed):
        judge_narrower(by=scene.manager, reasons="silent on leave", **given)
    judged = judge_narrower(by=scene.commissioner, reasons="Silent on leave.", **given)
    assert told("narrower_judged") == {"Liaison", "Chief"}
    assert "The force was told and has not replied." in layer_of(scene, "10b")
    reply = {"judgement_id": judged.pk, "now": NOW}
    for other in (scene.commissioner, scene.manager):
        with pytest.raises(NotAllowed):
            reply_to_judgement(by=other, words="No", **reply)
    with pytest.raises(NotFound):
        reply_to_judgement(by=make_scene("otherbury").liaison, words="No", **reply)
    with pytest.raises(InvalidInput, match="write the reply"):
        reply_to_judgement(by=scene.liaison, words=" ", **reply)
    reply_to_judgement(by=scene.liaison, words="Leave is asked for since June.", **reply)
    assert told("narrower_replied") == {"Commissioner"}
    with pytest.raises(InvalidInput, match="replied to this judgement"):
        reply_to_judgement(by=scene.chief, words="And again", **reply)
    said = layer_of(scene, "10b")
    assert said == "Silent on leave. The force replies: Leave is asked for since June."
    judge_narrower(by=scene.chief, reasons="It says so now", **{**given, "is_narrower": False})
    assert layer_of(scene, "10b") == ""


def layer_of(scene: Answered, code: str) -> str:
    """What the published response says of how wide the claim is; empty for nothing."""
    document = response_document(scene.commissioner, KEY, day=TODAY, now=NOW)
    [limb] = [one for each in document.recommendations for one in each.limbs if one.key == code]
    said = [one.words for one in limb.layers if one.layer == "How wide the force's claim is"]
    return str(said[0]) if said else ""


def told(code: str) -> set[str]:
    found = Notice.objects.filter(reminder__code=code)
    return set(found.values_list("user__display_name", flat=True))


def test_a_limb_is_judged_on_its_own_position_and_by_its_own_force(scene: Answered) -> None:
    wrong = {**scene.position("10a"), "limb_id": Limb.objects.get(code="8a").pk}
    with pytest.raises(NotFound):
        map_position(**wrong, state="in_progress", by=scene.liaison, now=NOW)
    stranger = make_scene("otherbury").chief
    with pytest.raises(NotFound):
        map_position(**scene.position("10a"), state="in_progress", by=stranger, now=NOW)


def test_the_layers_stand_apart(scene: Answered) -> None:
    """What the force says, how that is read, what records show and what the office says."""
    map_position(**scene.position("10a"), state="self_certified", by=scene.liaison, now=NOW)
    line = limb_page(scene.liaison, KEY, "10a", day=TODAY, now=NOW).line
    assert line.state is not None
    assert line.finding.state is Finding.NO_RECORDS_YET
    ten = line.limb.recommendation_id
    for by in (scene.liaison, scene.chief, scene.loader):
        with pytest.raises(NotAllowed):
            comment_as_policing_body(recommendation_id=ten, action="x", by=by, now=NOW)
    comment_as_policing_body(
        recommendation_id=ten, action="Asked in June.", by=scene.commissioner, now=NOW
    )
    page = recommendation_page(scene.commissioner, KEY, 10, day=TODAY, now=NOW)
    assert page.comment is not None
    assert (page.comment.action, page.comment.is_adopted) == ("Asked in June.", False)
    after = limb_page(scene.liaison, KEY, "10a", day=TODAY, now=NOW).line
    assert (after.state, after.finding, after.judgement) == (line.state, line.finding, None)
    assert PolicingBodyComment.objects.get().written_by_id == scene.commissioner.user_id
    with pytest.raises(InvalidInput):
        comment_as_policing_body(recommendation_id=ten, action=" ", by=scene.commissioner, now=NOW)


def test_nothing_makes_a_recommendation_closed(scene: Answered) -> None:
    """Only the inspectorate closes one: no state, judgement or finding is a word for it."""
    words = {*ForceState.values, *Finding}
    assert not {word for word in words if "clos" in word}
    page = inspection_page(scene.liaison, KEY, day=TODAY, now=NOW)
    assert not hasattr(page.recommendations[0].recommendation, "closed")


@pytest.mark.parametrize(
    "table", ["positionstate", "narrowerjudgement", "policingbodycomment", "position"]
)
def test_what_was_said_is_never_unsaid(scene: Answered, table: str) -> None:
    for statement in ("UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {}"):
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement.format(f"inspections_{table}"))
