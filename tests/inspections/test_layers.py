"""Five layers of a limb, each by whose it is, each kept, none derived; certified by another."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from tests.inspections.conftest import KEY, Answered
from tests.ledger.scene import DAY, NOW, TODAY, make_scene

from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import AccessLogRow, RoleGrant
from dutybook.access.roles import Role
from dutybook.access.viewer import viewer_for
from dutybook.inspections import actions
from dutybook.inspections.findings import Finding
from dutybook.inspections.models import Certification, Limb, Verification
from dutybook.inspections.queries import LimbPage, limb_page
from dutybook.inspections.queries.layers import Layers

PAIRS = "10a"
"""The limb on visits unannounced and in pairs; one visit by two decides it."""


def limb(code: str = PAIRS) -> int:
    return Limb.objects.get(code=code).pk


def page(scene: Answered, code: str = PAIRS, on: date = TODAY) -> LimbPage:
    return limb_page(scene.liaison, KEY, code, day=on, now=NOW)


def visited(scene: Answered, *, crew: int) -> None:
    subject = scene.offender(level="high")
    scene.visit(subject, NOW - 10 * DAY, crew=crew, second_confirmed=True if crew > 1 else None)


def proposal(scene: Answered, code: str = PAIRS) -> int:
    made = actions.propose_certification(
        by=scene.liaison, now=NOW, limb_id=limb(code), claim="It is done", evidence="An order"
    )
    return made.pk


def answer(scene: Answered, number: int, outcome: str = "certified", **more: Any) -> Certification:
    given = {"by": scene.chief, "now": NOW, "proposal_id": number, "outcome": outcome} | more
    return actions.answer_proposal(**given)


def test_each_layer_is_written_by_whose_it_is_and_none_moves_another(scene: Answered) -> None:
    given = {"now": NOW, "limb_id": limb()}
    checked = {"outcome": "partly", "checked": "Twenty visits", "checked_on": TODAY}
    viewed = {"view": "not_assured", "reasons": "Nothing was explained"}
    said = {
        "status": "closed",
        "document": "A letter",
        "document_date": TODAY,
        "effective_on": TODAY,
    }
    everybody = {scene.liaison, scene.chief, scene.deputy, scene.analyst, scene.manager}
    for action, values, allowed in (
        (actions.verify_limb, checked, scene.liaison),
        (actions.assure_limb, viewed, scene.deputy),
        (actions.record_inspectorate_status, said, scene.liaison),
    ):
        for other in everybody - {allowed}:
            with pytest.raises(NotAllowed):
                action(by=other, **given, **values)  # type: ignore[operator]
        before = page(scene).line.finding
        action(by=allowed, **given, **values)  # type: ignore[operator]
        assert page(scene).line.finding == before
    layers = page(scene).layers
    assert layers.verification is not None
    assert layers.assurance is not None
    assert layers.status is not None
    assert (layers.verification.code, layers.assurance.code, layers.status.code) == (
        "partly",
        "not_assured",
        "closed",
    )
    assert page(scene, "10b").layers.said == ()


def test_later_words_stand_and_earlier_ones_stay(scene: Answered) -> None:
    for days, outcome in ((3, "true"), (1, "not_true")):
        actions.verify_limb(
            by=scene.liaison,
            now=NOW - days * DAY,
            limb_id=limb(),
            outcome=outcome,
            checked="Visits",
            checked_on=TODAY - timedelta(days=days),
        )
    layers = page(scene).layers
    assert [one.code for one in layers.rows] == ["not_true", "true"]
    assert [one.says for one in layers.said] == ["Found not true", "Found true"]
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Verification.objects.update(outcome="true")


def test_the_inspectorates_status_goes_by_the_day_it_takes_effect(scene: Answered) -> None:
    for status, days in (("reopened", 2), ("closed", 30)):
        actions.record_inspectorate_status(
            by=scene.liaison,
            now=NOW,
            limb_id=limb(),
            status=status,
            document="A letter",
            document_date=TODAY - timedelta(days=days),
            effective_on=TODAY - timedelta(days=days),
        )
    status = page(scene).layers.status
    assert status is not None
    assert status.code == "reopened"  # keyed first, and later in effect


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"status": "fine"}, "status"),
        ({"document": " "}, "document"),
        ({"document_date": TODAY + timedelta(days=2)}, "document_date"),
    ],
)
def test_a_status_rests_on_a_document(scene: Answered, values: dict[str, Any], field: str) -> None:
    given = {
        "status": "closed",
        "document": "A letter",
        "document_date": TODAY,
        "effective_on": TODAY,
    }
    with pytest.raises(InvalidInput) as refused:
        actions.record_inspectorate_status(
            by=scene.liaison, now=NOW, limb_id=limb(), **{**given, **values}
        )
    assert set(refused.value.problems) == {field}


def test_what_the_records_fully_show_is_certified_and_frozen(scene: Answered) -> None:
    visited(scene, crew=2)
    assert page(scene).line.finding.state is Finding.FULLY_SHOWN
    made = answer(scene, proposal(scene))
    assert (made.finding, made.day) == ("fully_shown", TODAY)
    [figure] = [one for one in made.figures if one["duty"] == "visit_unannounced_in_pairs"]
    assert (figure["shown"], figure["of"]) == (1, 1)
    assert len(figure["digest"]) == 64
    assert figure["definition_version"] >= 1
    assert page(scene).layers.certification == made
    assert not page(scene).layers.is_unproven


def test_a_new_breach_un_proves_it_the_same_day(scene: Answered) -> None:
    visited(scene, crew=2)
    made = answer(scene, proposal(scene))
    visited(scene, crew=1)
    found = page(scene)
    assert found.layers.is_unproven
    assert found.layers.certified_as == "Fully shown"
    assert found.line.finding.state is Finding.SHORTFALL
    made.refresh_from_db()
    assert made.finding == "fully_shown"  # what was frozen stays


def test_certifying_against_the_records_needs_both_forms_of_the_reason(scene: Answered) -> None:
    visited(scene, crew=1)
    number = proposal(scene)
    with pytest.raises(InvalidInput) as refused:
        answer(scene, number)
    assert set(refused.value.problems) == {"reason", "public_reason"}
    made = answer(scene, number, reason="Before the order", public_reason="Before an order")
    assert made.finding == "not_shown"
    assert page(scene).layers.is_unproven


def test_nobody_certifies_what_they_prepared(scene: Answered) -> None:
    person = scene.user("both", Role.INSPECTION_LIAISON)
    RoleGrant.objects.create(
        user=person, force=scene.force, role=Role.CHIEF_OFFICER, team=None, from_at=NOW - DAY
    )
    both = viewer_for(person, now=NOW, route="test")
    made = actions.propose_certification(
        by=both, now=NOW, limb_id=limb(), claim="It is done", evidence="An order"
    )
    with pytest.raises(NotAllowed, match="prepared"):
        answer(scene, made.pk, by=both, reason="x", public_reason="x")
    with pytest.raises(IntegrityError, match="certification_by_another"), transaction.atomic():
        Certification.objects.create(
            proposal=made,
            proposed_by_id=person.pk,
            outcome="declined",
            reason="x",
            finding="not_shown",
            day=TODAY,
            said_by_id=person.pk,
            said_at=NOW,
        )


def test_declined_withdrawn_and_proposed_again_with_all_of_it_kept(scene: Answered) -> None:
    visited(scene, crew=2)
    first = proposal(scene)
    with pytest.raises(InvalidInput, match="waits"):
        proposal(scene)
    with pytest.raises(InvalidInput) as refused:
        answer(scene, first, "declined")
    assert set(refused.value.problems) == {"reason"}
    answer(scene, first, "declined", reason="Not yet")
    with pytest.raises(InvalidInput, match="answered already"):
        answer(scene, first, "declined", reason="Not yet")
    made = answer(scene, proposal(scene))
    taken = {"by": scene.chief, "now": NOW, "certification_id": made.pk}
    actions.withdraw_certification(reason="A solo visit came to light", **taken)
    with pytest.raises(InvalidInput, match="withdrawn already"):
        actions.withdraw_certification(reason="Again", **taken)
    layers = page(scene).layers
    assert layers.certification is None
    assert sorted(one.says for one in layers.said) == [
        "certified",
        "declined",
        "proposed",
        "proposed",
        "withdrawn",
    ]


def test_only_a_chief_officer_of_the_force_answers(scene: Answered) -> None:
    number = proposal(scene)
    for other in (scene.liaison, scene.deputy, scene.supervisor):
        with pytest.raises(NotAllowed):
            answer(scene, number, by=other, reason="x", public_reason="x")
    with pytest.raises(NotFound):
        answer(scene, number, by=make_scene("south-vale").chief, reason="x", public_reason="x")


def test_everything_said_is_in_the_log(scene: Answered) -> None:
    before = AccessLogRow.objects.count()
    number = proposal(scene)
    answer(scene, number, reason="x", public_reason="x")
    rows = AccessLogRow.objects.order_by("id")[before:]
    changes = [row.detail for row in rows if row.operation == "alteration"]
    assert changes == ["certification proposed", "proposal certified"]


def test_what_was_answered_or_withdrawn_later_had_not_been_on_the_day(scene: Answered) -> None:
    def layers(day: date) -> Layers:
        return limb_page(scene.analyst, KEY, PAIRS, day=day, now=NOW + 5 * DAY).layers

    number = proposal(scene)
    made = answer(scene, number, now=NOW + DAY, reason="x", public_reason="x")
    actions.withdraw_certification(
        by=scene.chief, now=NOW + 2 * DAY, certification_id=made.pk, reason="It was not so"
    )
    before, asked, certified, taken = (layers(TODAY + days * DAY) for days in (-1, 0, 1, 2))
    assert (before.waiting, before.said) == (None, ())
    assert asked.waiting is not None
    assert (asked.waiting.pk, asked.certification) == (number, None)
    assert (certified.waiting, certified.certification) == (None, made)
    assert taken.certification is None
    assert [len(one.said) for one in (before, asked, certified, taken)] == [0, 1, 2, 3]
