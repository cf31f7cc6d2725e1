"""A recommendation certified as a whole, once each limb is, and what un-proves it."""

from typing import Any

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from tests.inspections.conftest import KEY, Answered
from tests.inspections.test_layers import answer, proposal, visited
from tests.ledger.scene import DAY, NOW, TODAY, make_scene

from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import RoleGrant
from dutybook.access.roles import Role
from dutybook.access.viewer import viewer_for
from dutybook.inspections import actions
from dutybook.inspections.actions.watching import watch_findings
from dutybook.inspections.models import (
    Certification,
    Limb,
    Recommendation,
    WholeCertification,
    WholeProposal,
    WholeWithdrawal,
)
from dutybook.inspections.queries import (
    recommendation_page,
    response_document,
    whole_page,
    xray,
)
from dutybook.ledger.models import Notice

CODES = ("10a", "10b", "10c", "10d")
AGAINST = {"reason": "Before the order", "public_reason": "Made before new orders."}


def proposed(scene: Answered, number: int = 10) -> int:
    recommendation = Recommendation.objects.get(inspection__key=KEY, number=number)
    given = {"by": scene.liaison, "now": NOW, "recommendation_id": recommendation.pk}
    return actions.propose_whole(**given, claim="All of it is done").pk


def answered(scene: Answered, number: int, **values: Any) -> WholeCertification:
    given = {"by": scene.chief, "now": NOW, "proposal_id": number, "outcome": "certified"}
    return actions.answer_whole(**given | AGAINST | values)


def every_limb(scene: Answered) -> None:
    for code in CODES:
        answer(scene, proposal(scene, code), **AGAINST)


def test_each_limb_is_certified_first(scene: Answered) -> None:
    number = proposed(scene)
    answer(scene, proposal(scene, "10a"), **AGAINST)
    with pytest.raises(InvalidInput) as refused:
        answered(scene, number)
    assert refused.value.problems == {
        "outcome": "Certify each limb first. Not certified: 10b, 10c, 10d"
    }
    assert not WholeCertification.objects.exists()
    answered(scene, number, outcome="declined", public_reason="")
    assert whole_page(scene.analyst, KEY, 10, now=NOW).certification is None


def test_what_stood_is_frozen_with_it(scene: Answered) -> None:
    visited(scene, crew=1)
    every_limb(scene)
    made = answered(scene, proposed(scene))
    assert (made.all_shown, made.day) == (False, TODAY)
    assert [one["code"] for one in made.limbs] == list(CODES)
    first = made.limbs[0]
    standing = Certification.objects.get(proposal__limb__code="10a")
    assert (first["certification"], first["finding"]) == (standing.pk, "not_shown")
    assert first["figures"] == standing.figures
    page = whole_page(scene.analyst, KEY, 10, now=NOW)
    assert page.certification == made
    assert page.not_holding == CODES
    assert {one.certified_by for one in page.limbs} == {"Chief"}
    line = recommendation_page(scene.analyst, KEY, 10, day=TODAY, now=NOW).line
    assert line.whole is not None
    assert (line.whole.certified_on, line.whole.public_reason) == (
        *(TODAY,),
        "Made before new orders.",
    )


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({"reason": ""}, {"reason"}),
        ({"public_reason": " "}, {"public_reason"}),
        ({"outcome": "declined", "reason": ""}, {"reason"}),
        ({"outcome": "perhaps"}, {"outcome"}),
    ],
)
def test_against_the_records_needs_both_reasons(
    scene: Answered, values: dict[str, Any], fields: set[str]
) -> None:
    every_limb(scene)
    number = proposed(scene)
    with pytest.raises(InvalidInput) as refused:
        answered(scene, number, **values)
    assert set(refused.value.problems) == fields


def test_one_proposes_and_another_certifies(scene: Answered) -> None:
    every_limb(scene)
    number = proposed(scene)
    for other in (scene.liaison, scene.deputy, scene.supervisor):
        with pytest.raises(NotAllowed):
            answered(scene, number, by=other)
    liaison = scene.users["liaison"]
    RoleGrant.objects.create(
        user=liaison, force=scene.force, role=Role.CHIEF_OFFICER, from_at=NOW - DAY
    )
    both = viewer_for(liaison, now=NOW, route="test")
    with pytest.raises(NotAllowed, match="prepared"):
        answered(scene, number, by=both)
    with pytest.raises(NotAllowed):
        actions.propose_whole(
            by=scene.chief, now=NOW, recommendation_id=Recommendation.objects.first().pk, claim="x"
        )
    elsewhere = make_scene("south-vale")
    with pytest.raises(NotFound):
        answered(scene, number, by=elsewhere.chief)
    answered(scene, number)
    with pytest.raises(InvalidInput, match="already"):
        answered(scene, number)


def test_one_proposal_waits_and_one_without_limbs_cannot_be_made(scene: Answered) -> None:
    proposed(scene)
    with pytest.raises(InvalidInput, match="already"):
        proposed(scene)
    with pytest.raises(InvalidInput, match="no limbs"):
        proposed(scene, number=3)


def test_it_is_withdrawn_and_certified_anew(scene: Answered) -> None:
    every_limb(scene)
    first = answered(scene, proposed(scene))
    given = {"by": scene.chief, "now": NOW, "certification_id": first.pk}
    with pytest.raises(InvalidInput):
        actions.withdraw_whole(**given, reason=" ")
    with pytest.raises(NotAllowed):
        actions.withdraw_whole(**given | {"by": scene.liaison}, reason="x")
    actions.withdraw_whole(**given, reason="One was not")
    with pytest.raises(InvalidInput, match="already"):
        actions.withdraw_whole(**given, reason="Again")
    assert recommendation_page(scene.chief, KEY, 10, day=TODAY, now=NOW).line.whole is None
    second = answered(scene, proposed(scene))
    assert whole_page(scene.chief, KEY, 10, now=NOW).certification == second


def test_a_limb_taken_back_un_proves_the_whole(scene: Answered) -> None:
    every_limb(scene)
    answered(scene, proposed(scene))
    limb = Certification.objects.get(proposal__limb__code="10b")
    actions.withdraw_certification(
        by=scene.chief, now=NOW, certification_id=limb.pk, reason="Not so"
    )
    page = whole_page(scene.chief, KEY, 10, now=NOW)
    assert page.limbs[1].certified_at is None
    un_proved = [one for one in xray(scene.liaison, KEY, now=NOW).cracks if one.gravity == 4]
    assert [dict(one.limbs).keys() for one in un_proved if "any more" in one.what] == [{"10b"}]


def test_whoever_certified_the_whole_is_told_when_a_limb_moves(scene: Answered) -> None:
    visited(scene, crew=2)
    every_limb(scene)
    watch_findings(by=scene.loader, now=NOW)
    other = scene.viewer("second_chief", Role.CHIEF_OFFICER, rank="chief_constable")
    answered(scene, proposed(scene), by=other)
    visited(scene, crew=1)
    watch_findings(by=scene.loader, now=NOW + DAY)
    told = set(Notice.objects.filter(kind="finding").values_list("user_id", flat=True))
    assert {other.user_id, scene.chief.user_id} <= told


def test_the_public_reads_that_the_whole_is_certified_and_what_is_not_shown(
    scene: Answered,
) -> None:
    visited(scene, crew=1)
    every_limb(scene)
    answered(scene, proposed(scene))
    document = response_document(scene.commissioner, KEY, day=TODAY, now=NOW)
    [layer] = next(one.layers for one in document.recommendations if one.number == 10)
    assert (layer.layer, layer.says, layer.on) == (
        *("Certification by the force", "Certified"),
        TODAY,
    )
    assert layer.words == (
        "Made before new orders. The records do not fully show now: 10a, 10b, 10c, 10d."
    )


def test_nothing_of_it_is_ever_changed(scene: Answered) -> None:
    every_limb(scene)
    made = answered(scene, proposed(scene))
    actions.withdraw_whole(by=scene.chief, now=NOW, certification_id=made.pk, reason="x")
    for model in (WholeProposal, WholeCertification, WholeWithdrawal):
        with (
            pytest.raises(ProgrammingError),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"DELETE FROM {model._meta.db_table}")
    limb = Limb.objects.get(code="10a")
    with pytest.raises(IntegrityError, match="by_another"), transaction.atomic():
        WholeCertification.objects.create(
            proposal=WholeProposal.objects.create(
                force=scene.force, recommendation=limb.recommendation, claim="x",
                said_by_id=scene.chief.user_id, said_at=NOW,
            ),
            proposed_by_id=scene.chief.user_id, outcome="certified", all_shown=True, day=TODAY,
            said_by_id=scene.chief.user_id, said_at=NOW,
        )  # fmt: skip
