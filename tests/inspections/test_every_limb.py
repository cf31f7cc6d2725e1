"""Every limb's page opens, whichever of its duties is asked for."""

from tests.inspections.conftest import KEY, Answered
from tests.inspections.test_layers import visited
from tests.ledger.scene import NOW, TODAY

from dutybook.inspections.models import Limb
from dutybook.inspections.queries import limb_page


def test_each_duty_of_each_limb_has_its_page(scene: Answered) -> None:
    visited(scene, crew=1)
    for viewer in (scene.chief, scene.auditor, scene.commissioner, scene.manager):
        for limb in Limb.objects.order_by("id"):
            for duty in (None, *limb.duties):
                page = limb_page(viewer, KEY, limb.code, day=TODAY, now=NOW, duty=duty)
                assert page.duty in (duty, *limb.duties, None)
