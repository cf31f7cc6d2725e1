"""Who owns a limb, what it rests on, what was frozen counted again, and where claims part."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from tests.inspections.conftest import KEY, Answered
from tests.inspections.test_layers import PAIRS, answer, limb, proposal, visited
from tests.ledger.scene import DAY, NOW, TODAY, make_scene

from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import RoleGrant
from dutybook.inspections import actions
from dutybook.inspections.actions.watching import watch_findings
from dutybook.inspections.models import LimbEvidence, Ownership, Recommendation
from dutybook.inspections.queries import (
    basis_page,
    inspections,
    recommendation_page,
    replay,
    xray,
)
from dutybook.inspections.queries.basis import canonical
from dutybook.inspections.queries.inspection_pages import Owners
from dutybook.ledger.models import Notice
from dutybook.records.offenders import actions as offenders

OWNERS = {
    "senior_owner": "Assistant chief constable",
    "delivery_owner": "Head of public protection",
    "board": "Public protection board",
    "minute": "12 November 2026, item 4",
}
DOCUMENT = {"kind": "document", "title": "Order of June", "reference": "PP/7", "speaks_for": TODAY}


def add(scene: Answered, **values: Any) -> LimbEvidence:
    given = {"by": scene.liaison, "now": NOW, "limb_id": limb(), **DOCUMENT} | values
    return actions.add_evidence(**given)


def cracks(scene: Answered, code: str = PAIRS) -> list[str]:
    found = xray(scene.liaison, KEY, now=NOW)
    return [one.what for one in found.cracks if code in dict(one.limbs)]


def test_owners_are_named_and_the_ones_before_stay(scene: Answered) -> None:
    given = {"by": scene.liaison, "now": NOW, "limb_id": limb()}
    assert any("No senior owner" in one for one in cracks(scene))
    actions.own_limb(**given, **OWNERS)
    actions.own_limb(**given, **{**OWNERS, "senior_owner": "Deputy chief constable"})
    page = basis_page(scene.analyst, KEY, PAIRS, now=NOW)
    assert page.owner is not None
    assert (page.owner.senior_owner, len(page.ownerships)) == ("Deputy chief constable", 2)
    assert not any("No senior owner" in one for one in cracks(scene))
    for name in OWNERS:
        with pytest.raises(InvalidInput) as refused:
            actions.own_limb(**given, **{**OWNERS, name: " "})
        assert set(refused.value.problems) == {name}


def test_a_recommendation_as_a_whole_has_owners_of_its_own(scene: Answered) -> None:
    asked = Recommendation.objects.get(inspection__key=KEY, number=10)
    given = {"by": scene.liaison, "now": NOW, "recommendation_id": asked.pk}

    def owner(day: date = TODAY) -> Owners | None:
        return recommendation_page(scene.analyst, KEY, 10, day=day, now=NOW).owner

    assert owner() is None
    actions.own_recommendation(**given, **OWNERS)
    actions.own_recommendation(**given, **{**OWNERS, "board": "Chief officers"})
    found = owner()
    assert found is not None
    assert found == Owners(**{**OWNERS, "board": "Chief officers"})
    assert owner(TODAY - timedelta(days=1)) is None
    assert basis_page(scene.analyst, KEY, PAIRS, now=NOW).owner is None  # limbs have their own
    for other in (scene.analyst, scene.manager, scene.deputy):
        with pytest.raises(NotAllowed):
            actions.own_recommendation(**{**given, "by": other}, **OWNERS)
    with pytest.raises(NotFound):
        actions.own_recommendation(**{**given, "recommendation_id": 0}, **OWNERS)
    with pytest.raises(InvalidInput):
        actions.own_recommendation(**given, **{**OWNERS, "minute": " "})
    with pytest.raises(IntegrityError), transaction.atomic():
        Ownership.objects.create(
            force=scene.force, said_by_id=scene.liaison.user_id, said_at=NOW, **OWNERS
        )


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"kind": "rumour"}, "kind"),
        ({"title": ""}, "title"),
        ({"reference": ""}, "reference"),
        ({"kind": "attestation"}, "attested_by"),
        ({"speaks_for": TODAY + timedelta(days=1)}, "speaks_for"),
        ({"expires_on": TODAY - timedelta(days=1)}, "expires_on"),
    ],
)
def test_evidence_says_what_it_is(scene: Answered, values: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        add(scene, **values)
    assert set(refused.value.problems) == {field}


def test_only_those_who_answer_for_it_keep_evidence(scene: Answered) -> None:
    made = add(scene)
    for other in (scene.analyst, scene.manager, scene.deputy, scene.supervisor):
        with pytest.raises(NotAllowed):
            add(scene, by=other)
    with pytest.raises(NotFound):
        actions.withdraw_evidence(
            by=make_scene("south-vale").liaison, now=NOW, evidence_id=made.pk, reason="x"
        )
    given = {"by": scene.chief, "now": NOW, "evidence_id": made.pk}
    actions.withdraw_evidence(**given, reason="Another order")
    with pytest.raises(InvalidInput, match="withdrawn already"):
        actions.withdraw_evidence(**given, reason="Again")
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        LimbEvidence.objects.update(title="Another")


def test_figures_are_frozen_as_evidence(scene: Answered) -> None:
    visited(scene, crew=2)
    made = add(scene, kind="figures", title="Visits in pairs", reference="")
    [figure] = [one for one in made.figures if one["duty"] == "visit_unannounced_in_pairs"]
    assert (figure["shown"], figure["of"]) == (1, 1)
    with pytest.raises(InvalidInput, match="No figure"):
        add(scene, kind="figures", limb_id=limb("4a"), reference="")


def test_what_was_frozen_comes_out_again_to_the_byte_whatever_was_keyed_since(
    scene: Answered,
) -> None:
    visited(scene, crew=2)
    made = answer(scene, proposal(scene))
    later = NOW + 3 * DAY
    subject = scene.offender(level="high")
    scene.visit(subject, NOW - 20 * DAY, crew=1, second_confirmed=None, now=later)
    offenders.set_risk_level(
        by=scene.manager, now=later, subject_id=subject, at=NOW - 30 * DAY, level="low"
    )
    found = replay(scene.chief, KEY, PAIRS, made.pk, now=later)
    assert found.same_bytes
    assert canonical(made.figures) == canonical([row.again for row in found.rows])
    now = xray(scene.liaison, KEY, now=later)
    assert any("Certified; the records say" in one.what for one in now.cracks)


def test_a_figure_that_was_not_so_does_not_come_out_the_same(scene: Answered) -> None:
    visited(scene, crew=2)
    made = answer(scene, proposal(scene))
    made.figures[0]["shown"] += 1  # as if it had been frozen so; the row itself cannot be changed
    found = replay(scene.chief, KEY, PAIRS, made.pk, now=NOW)
    assert found.same_bytes
    assert canonical(made.figures) != canonical([row.again for row in found.rows])


def test_who_counts_one_team_replays_nothing(scene: Answered) -> None:
    visited(scene, crew=2)
    made = answer(scene, proposal(scene))
    with pytest.raises(NotAllowed):
        replay(scene.supervisor, KEY, PAIRS, made.pk, now=NOW)
    with pytest.raises(NotFound):
        replay(make_scene("south-vale").chief, KEY, PAIRS, made.pk, now=NOW)
    with pytest.raises(NotFound):
        replay(scene.chief, KEY, "10b", made.pk, now=NOW)


def test_a_certification_without_evidence_and_with_expired_evidence_is_seen(
    scene: Answered,
) -> None:
    visited(scene, crew=2)
    answer(scene, proposal(scene))
    assert "Certified; no item of evidence is kept for it" in cracks(scene)
    add(scene, speaks_for=TODAY - timedelta(days=90), expires_on=TODAY - timedelta(days=2))
    assert "Certified; all its evidence has expired" in cracks(scene)
    add(scene, expires_on=TODAY + timedelta(days=9))
    assert cracks(scene) == [
        "Certified; its records are untested",
        "No senior owner, delivery owner and board are named",
        "Evidence expires within 30 days: Order of June",
    ]


def test_what_is_un_proved_says_since_when(scene: Answered) -> None:
    visited(scene, crew=2)
    answer(scene, proposal(scene))
    watch_findings(by=scene.loader, now=NOW)
    subject = scene.offender(level="high")
    scene.visit(subject, NOW - DAY, crew=1, second_confirmed=None, now=NOW)
    watch_findings(by=scene.loader, now=NOW + timedelta(hours=1))
    found = xray(scene.liaison, KEY, now=NOW + 3 * DAY)
    [first, *_rest] = found.cracks
    assert ([code for code, _ in first.limbs], first.what, first.since) == (
        [PAIRS],
        "Certified; the records say: shortfall",
        TODAY,
    )


def test_what_the_force_claims_and_the_records_do_not_show_is_seen(
    scene: Answered, imported: object
) -> None:
    visited(scene, crew=1)
    given = {"by": scene.liaison, "now": NOW, **scene.position(PAIRS)}
    actions.map_position(state="self_certified", **given)
    first, *others = cracks(scene)
    assert first == "Claimed complete; the records say: not shown"
    assert "Self-certified; who signed is not stated" in others
    actions.map_position(state="in_progress", **given)
    assert "In progress; no end date is given" in cracks(scene)


def test_the_list_says_what_waits(scene: Answered) -> None:
    visited(scene, crew=2)
    answer(scene, proposal(scene))
    watch_findings(by=scene.loader, now=NOW)
    [line] = inspections(scene.chief, now=NOW)
    assert (line.unproved, line.proposals, line.questions, line.released_on) == ((), (), 0, None)
    assert line.days_left < 0
    proposal(scene, "10b")
    actions.ask_question(by=scene.deputy, now=NOW, limb_id=limb(), question="Why?")
    visited(scene, crew=1)
    watch_findings(by=scene.loader, now=NOW + timedelta(hours=1))
    [line] = inspections(scene.chief, now=NOW)
    assert (line.unproved, line.proposals, line.questions) == ((PAIRS,), ("10b",), 1)
    [other] = inspections(make_scene("south-vale").chief, now=NOW)
    assert (other.unproved, other.proposals, other.questions) == ((), (), 0)


def test_whoever_certified_is_told_also_when_they_are_no_chief_officer_any_more(
    scene: Answered,
) -> None:
    visited(scene, crew=2)
    answer(scene, proposal(scene))
    watch_findings(by=scene.loader, now=NOW)
    RoleGrant.objects.filter(user_id=scene.chief.user_id).update(until_at=NOW + timedelta(hours=1))
    visited(scene, crew=1)
    watch_findings(by=scene.loader, now=NOW + timedelta(hours=2))
    told = Notice.objects.filter(kind="finding", user_id=scene.chief.user_id)
    assert [notice.note.about for notice in told] == [f"{KEY}/{PAIRS}"]
