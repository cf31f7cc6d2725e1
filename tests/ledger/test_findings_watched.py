"""A finding that changes is kept and told; while figures are counted again nothing is compared."""

import pytest
from tests.ledger.scene import DAY, NOW, Scene, catch_up

from dutybook.access.roles import Role
from dutybook.access.viewer import operator
from dutybook.inspections.actions.library import load_library
from dutybook.inspections.actions.watching import watch_findings
from dutybook.ledger import actions
from dutybook.ledger.models import Notice, OutboxNote


@pytest.fixture
def watched(scene: Scene) -> Scene:
    """One offender visited on time, and findings looked at once."""
    by = operator("worker", force_id=scene.force.pk, route="worker:findings")
    load_library(by=by)
    scene.viewer("liaison", Role.INSPECTION_LIAISON)
    scene.policy("visit.maximum", 6, unit="months")
    scene.visit(scene.offender(level="high"), NOW - 20 * DAY)
    assert watch_findings(by=by, now=NOW) == 0
    return scene


def test_a_changed_finding_is_noted_once(watched: Scene) -> None:
    by = operator("worker", force_id=watched.force.pk, route="worker:findings")
    kept = OutboxNote.objects.filter(kind="finding").count()
    assert kept > 0
    later = NOW + 300 * DAY
    changed = watch_findings(by=by, now=later)
    assert changed > 0
    assert OutboxNote.objects.filter(kind="finding").count() == kept + changed
    assert Notice.objects.filter(kind="finding").count() == changed  # the liaison alone
    assert watch_findings(by=by, now=later) == 0


def test_nothing_is_compared_while_figures_are_counted_again(watched: Scene) -> None:
    by = operator("worker", force_id=watched.force.pk, route="worker:findings")
    actions.set_policy(
        by=watched.chief, now=NOW, key="visit.maximum", value=1, unit="months",
        from_at=NOW - 900 * DAY, source="Order 9",
    )  # fmt: skip
    later = NOW + 300 * DAY
    assert watch_findings(by=by, now=later) == 0
    catch_up(watched.force.pk, now=later)
    assert watch_findings(by=by, now=later) > 0
