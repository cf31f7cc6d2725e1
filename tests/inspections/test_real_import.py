"""A real published response beside a demonstration: its positions stand, and meet no record."""

from tests.documents.real_documents import REAL_RESPONSE
from tests.inspections.conftest import KEY, Answered
from tests.ledger.scene import NOW, TODAY

from dutybook.access.models import Force
from dutybook.inspections.actions import import_response
from dutybook.inspections.queries import inspection_page

NINE = [1, 2, 4, 5, 6, 8, 10, 15, 16]


def test_the_real_response_stands_beside_the_demonstration_and_meets_nothing(
    scene: Answered,
) -> None:
    scene.visit(scene.offender(), NOW)
    came = import_response(
        content=REAL_RESPONSE.read_bytes(), file_name=REAL_RESPONSE.name, by=scene.loader, now=NOW
    )
    assert (came.recommendations, came.unplaced, came.inspection_key) == (9, 0, KEY)
    assert not Force.objects.get(key=came.force_key).holds_records
    page = inspection_page(scene.liaison, KEY, day=TODAY, now=NOW, force_key=came.force_key)
    answered = [line for line in page.recommendations if line.position]
    assert [line.recommendation.number for line in answered] == NINE
    assert {limb.finding.figures for line in answered for limb in line.limbs} == {()}
