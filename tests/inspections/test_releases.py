"""The public sees what one person prepared and another tested and approved, as it was approved."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError, ProgrammingError
from tests.documents.response.versions import RECOMMENDATION, version
from tests.inspections.conftest import KEY, Answered
from tests.inspections.test_layers import answer, proposal, visited
from tests.ledger.scene import DAY, NOW, TODAY, make_scene

from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import AccessLogRow
from dutybook.documents.response import Changed
from dutybook.inspections.actions import (
    ImportResult,
    approve_release,
    assure_limb,
    audit_case,
    comment_as_policing_body,
    draw_sample,
    make_commitment,
    map_position,
    prepare_release,
    record_inspectorate_status,
    step_commitment,
    verify_limb,
    write_questions,
)
from dutybook.inspections.models import AuditCase, Limb, Recommendation, Release
from dutybook.inspections.queries import (
    draft_page,
    inspections,
    release_changes,
    release_document,
    releases_page,
    response_document,
)
from dutybook.inspections.queries.response_beside import (
    ASSURANCE,
    CERTIFICATION,
    CHECK,
    INSPECTORATE,
    POSITION,
)
from dutybook.inspections.queries.response_documents import DRAFT


def prepare(scene: Answered, *, page: str = "<p>a page</p>", **other: Any) -> int:
    forms = {"html": page.encode(), "pdf": b"%PDF", **other.pop("forms", {})}
    given = {"by": scene.commissioner, "now": NOW, "figures_on": TODAY, **other}
    return prepare_release(inspection_key=KEY, forms=forms, **given).pk


def approve(scene: Answered, draft: int, **other: Any) -> Release:
    given = {"by": scene.deputy, "now": NOW + DAY, "tested_for_harm": True, **other}
    return approve_release(draft_id=draft, **given)


def test_a_release_is_what_was_prepared_and_a_disclosure(scene: Answered) -> None:
    draft = prepare(scene)
    assert not Release.objects.exists()
    assert draft_page(scene.deputy, KEY) == "<p>a page</p>"
    made = approve(scene, draft)
    assert (made.number, made.page, bytes(made.pdf)) == (1, "<p>a page</p>", b"%PDF")
    assert (made.prepared_by_id, made.approved_by_id) == (
        scene.commissioner.user_id,
        scene.deputy.user_id,
    )
    logged = AccessLogRow.objects.latest("id")
    assert (logged.operation, logged.disclosed_to) == ("disclosure", "the public")
    with pytest.raises(NotFound):
        draft_page(scene.deputy, KEY)


def test_nobody_approves_what_they_prepared(scene: Answered) -> None:
    draft = prepare(scene)
    with pytest.raises(InvalidInput, match="somebody else"):
        approve(scene, draft, by=scene.commissioner)
    row = {"inspection_key": KEY, "inspection_title": "t", "force_key": "w", "force_name": "W"}
    row |= {"is_demonstration": True, "number": 1, "page": "p", "pdf": b"p", "figures_on": TODAY}
    with pytest.raises(IntegrityError, match="approved_by_another"), transaction.atomic():
        Release.objects.create(prepared_by_id=1, approved_by_id=1, released_at=NOW, **row)


def test_only_the_policing_bodys_office_approves_and_only_its_own(scene: Answered) -> None:
    draft = prepare(scene, by=scene.liaison)
    for by in (scene.liaison, scene.chief, scene.analyst, scene.loader):
        with pytest.raises(NotAllowed):
            approve(scene, draft, by=by)
    with pytest.raises(NotFound):
        approve(scene, draft, by=make_scene("otherbury").commissioner)
    for by in (scene.analyst, scene.manager, scene.loader):
        with pytest.raises(NotAllowed):
            prepare(scene, by=by)
    approve(scene, draft)


def test_it_is_tested_for_harm_and_a_correction_says_what_it_corrects(scene: Answered) -> None:
    with pytest.raises(InvalidInput) as refused:
        approve(scene, prepare(scene), tested_for_harm=False)
    assert set(refused.value.problems) == {"tested_for_harm"}
    approve(scene, prepare(scene))
    later = prepare(scene, page="<p>corrected</p>", now=NOW + 2 * DAY)
    with pytest.raises(InvalidInput) as refused:
        approve(scene, later, now=NOW + 3 * DAY)
    assert set(refused.value.problems) == {"correction_note"}
    made = approve(scene, later, now=NOW + 3 * DAY, correction_note="a figure of 10a")
    assert made.number == 2
    lines = releases_page(scene.analyst, KEY).releases
    assert [(one.number, one.correction_note) for one in lines] == [(2, "a figure of 10a"), (1, "")]


def test_an_old_draft_does_not_take_the_public_page_back(scene: Answered) -> None:
    old, new = prepare(scene, page="old"), prepare(scene, page="new")
    approve(scene, new)
    for draft in (old, new):
        with pytest.raises(InvalidInput, match="prepare it anew"):
            approve(scene, draft, correction_note="x", now=NOW + 2 * DAY)
    assert [one.page for one in Release.objects.all()] == ["new"]


def test_what_the_next_release_changes_is_told_before_it_is_approved(scene: Answered) -> None:
    """Against the draft that waits; where none does, against the document as it would be today."""
    looked = {"day": TODAY, "now": NOW + 2 * DAY}
    assert release_changes(scene.deputy, KEY, **looked).changes is None
    approve(scene, prepare(scene, forms={"json": version().encode()}))
    today = release_changes(scene.deputy, KEY, **looked)
    assert today.draft is None
    assert any(one.place == "Recommendation 10" for one in today.changes or ())
    other = version(replace(RECOMMENDATION, end="1 March 2027"))
    prepare(scene, forms={"json": other.encode()}, now=NOW + 2 * DAY)
    found = release_changes(scene.deputy, KEY, **looked)
    assert found.changes == (
        Changed("Recommendation 8", "To be done by", "no end date given", "1 March 2027"),
    )
    with pytest.raises(NotAllowed):
        release_changes(scene.manager, KEY, **looked)


@pytest.mark.parametrize("table", ["release", "releasedraft", "importedresponse"])
def test_what_was_published_is_never_changed(scene: Answered, table: str) -> None:
    approve(scene, prepare(scene))
    for statement in ("UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {}"):
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement.format(f"inspections_{table}"))


def test_the_response_says_draft_until_it_is_released(
    scene: Answered, imported: ImportResult
) -> None:
    draft = response_document(scene.commissioner, KEY, day=TODAY, now=NOW)
    assert draft.provenance == DRAFT
    final = release_document(scene.commissioner, KEY, day=TODAY, now=NOW)
    assert (final.provenance, final.response_published) == (None, TODAY)
    assert final.force == scene.force.name


def test_a_comment_goes_out_only_once_adopted(scene: Answered, imported: ImportResult) -> None:
    ten = Recommendation.objects.get(number=10)
    given = {"recommendation_id": ten.pk, "by": scene.commissioner, "now": NOW}

    def said() -> str | None:
        document = response_document(scene.commissioner, KEY, day=TODAY, now=NOW)
        return next(one for one in document.recommendations if one.number == 10).commissioner_action

    comment_as_policing_body(action="Drafted only.", **given)
    assert said() is None
    comment_as_policing_body(action="Asked in June.", adopt=True, **given)
    assert said() == "Asked in June."
    comment_as_policing_body(action="A second thought.", **given)
    assert said() == "Asked in June."


def test_promises_go_out_in_the_words_checked_for_publication_and_as_they_stood(
    scene: Answered,
) -> None:
    def promised(day: Any = TODAY) -> list[tuple[str, str]]:
        document = response_document(scene.commissioner, KEY, day=day, now=NOW)
        found = next(one for one in document.recommendations if one.number == 8).promises
        return [(one.what, one.stands) for one in found]

    given: dict[str, Any] = {
        "by": scene.liaison, "recommendation_id": Recommendation.objects.get(number=8).pk,
        "party": "force", "promised_in": "board", "owner": "Jane Roe", "by_when": TODAY,
    }  # fmt: skip
    make_commitment(now=NOW, what="Not for the public", **given)
    assert promised() == []
    made = make_commitment(
        now=NOW - 9 * DAY, what="Ask Jane Roe", public_words="Two managers", **given
    )
    assert promised() == [("Two managers", "not due yet")]
    step_commitment(
        by=scene.liaison, now=NOW, commitment_id=made.pk, kind="delivered",
        day=TODAY, words="A contract",
    )  # fmt: skip
    assert promised() == [("Two managers", "delivered")]
    assert promised(TODAY - DAY) == [("Two managers", "not due yet")]
    assert promised(TODAY - 10 * DAY) == []


def test_every_layer_goes_out_and_of_a_certification_only_what_was_checked_for_it(
    scene: Answered, imported: ImportResult
) -> None:
    def said() -> dict[str, tuple[str, str | None]]:
        document = response_document(scene.commissioner, KEY, day=TODAY, now=NOW)
        limbs = [limb for one in document.recommendations for limb in one.limbs]
        found = next(limb.layers for limb in limbs if limb.key == "10a")
        return {one.layer: (one.says, one.words) for one in found}

    nobody_else = "No document of the inspectorate says otherwise."
    assert said() == {INSPECTORATE: ("Open", nobody_else)}
    visited(scene, crew=1)
    given = {"now": NOW, "limb_id": Limb.objects.get(code="10a").pk}
    map_position(by=scene.liaison, now=NOW, state="claims_complete", **scene.position("10a"))
    verify_limb(by=scene.liaison, outcome="true", checked="Secret file", checked_on=TODAY, **given)
    assure_limb(by=scene.deputy, view="not_assured", reasons="Alone too often.", **given)
    answer(
        scene, proposal(scene), reason="A name: Jane Roe", public_reason="Before new orders.",
    )  # fmt: skip
    assert said() == {
        POSITION: ("Claims complete", "The records show: not shown."),
        CHECK: ("Found true", None),
        CERTIFICATION: (
            "Certified",
            "The records then showed: not shown. Before new orders.",
        ),
        ASSURANCE: ("Not assured", "Alone too often."),
        INSPECTORATE: ("Open", nobody_else),
    }
    visited(scene, crew=2)
    assert str(said()[CERTIFICATION][1]).endswith("They now show: shortfall.")
    record_inspectorate_status(
        by=scene.liaison, status="closed", document="Letter of the inspectorate.",
        document_date=TODAY, effective_on=TODAY, **given,
    )  # fmt: skip
    assert said()[INSPECTORATE][0] == "Closed"
    text = str(response_document(scene.commissioner, KEY, day=TODAY, now=NOW))
    assert "Jane Roe" not in text
    assert "Secret file" not in text
    before = response_document(scene.commissioner, KEY, day=TODAY - DAY, now=NOW)
    assert "Alone too often" not in str(before)


def test_a_test_of_the_records_goes_out_in_words_that_count_nobody(scene: Answered) -> None:
    def tested(code: str = "8c", day: Any = TODAY) -> str | None:
        document = response_document(scene.commissioner, KEY, day=day, now=NOW)
        limbs = [limb for one in document.recommendations for limb in one.limbs]
        return next(limb.tested for limb in limbs if limb.key == code)

    for level in ("high", "low"):
        scene.offender(level=level)
    assert (tested(), tested("15a")) == ("Records untested.", None)
    asked = write_questions(by=scene.auditor, now=NOW, title="Visits", questions=["Made?"])
    sample = draw_sample(
        by=scene.auditor, now=NOW, limb_id=Limb.objects.get(code="8c").pk, size=2, seed=1,
        duty="visit_within_interval", questions_id=asked.pk,
    )  # fmt: skip
    assert tested() == "Records untested."
    for place, reality, said in (
        (1, "agrees", "are being read"),
        (2, "disagrees", "Not every"),
    ):
        audit_case(
            by=scene.auditor, now=NOW, case_id=AuditCase.objects.get(sample=sample, place=place).pk,
            answers=["yes"], reality=reality, grade="good", found="x",
        )  # fmt: skip
        words = tested()
        assert words is not None
        assert said in words
        assert not any(number in words.split() for number in ("1", "2"))
    assert tested(day=TODAY - DAY) == "Records untested."


@pytest.mark.parametrize(
    ("smallest", "shown"),
    [(None, None), (1, "1 of 3"), (2, "not published"), (3, "not published")],
)
def test_small_numbers_are_held_back_in_anything_public(
    scene: Answered, imported: ImportResult, smallest: int | None, shown: str | None
) -> None:
    subject = scene.offender()
    for days, announced in ((3, False), (4, True), (5, True)):
        scene.visit(subject, NOW - days * DAY, announced=announced)
    if smallest is not None:
        scene.policy("publication.smallest_count", smallest)
    document = response_document(scene.commissioner, KEY, day=TODAY, now=NOW)
    [limb] = [limb for one in document.recommendations for limb in one.limbs if limb.key == "10a"]
    assert limb.finding == "Shortfall"
    if shown is None:
        assert limb.figures is None
    else:
        assert shown in (limb.figures or "")


def test_the_list_says_what_waits_for_approval_and_how_late_it_came(scene: Answered) -> None:
    [line] = inspections(scene.deputy, now=NOW)
    assert (line.to_approve, line.released_on, line.days_late) == (False, None, 0)
    draft = prepare(scene)
    [line] = inspections(scene.deputy, now=NOW)
    assert (line.to_approve, line.released_on) == (True, None)
    approve(scene, draft)
    [line] = inspections(scene.deputy, now=NOW + DAY)
    late = (TODAY + DAY - date(2026, 6, 9)).days
    assert (line.to_approve, line.released_on, line.days_late) == (False, TODAY + DAY, late)
    again = prepare(scene, now=NOW + 2 * DAY)
    approve(scene, again, now=NOW + 3 * DAY, correction_note="A figure")
    [line] = inspections(scene.deputy, now=NOW + 3 * DAY)
    assert (line.released_on, line.days_late) == (TODAY + DAY, late)  # the first one counts


def test_the_list_counts_promises_past_their_day(scene: Answered) -> None:
    about = Recommendation.objects.get(number=10).pk
    make_commitment(
        by=scene.liaison, now=NOW, recommendation_id=about, party="force", promised_in="board",
        what="Pair visits", owner="The head of unit", by_when=TODAY,
    )  # fmt: skip
    assert inspections(scene.deputy, now=NOW)[0].late_promises == 0
    assert inspections(scene.deputy, now=NOW + DAY)[0].late_promises == 1
