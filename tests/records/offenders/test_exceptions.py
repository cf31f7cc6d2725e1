"""Visits that were not unannounced and in pairs, with why, and how many visits there were."""

import pytest
from tests.ledger.scene import DAY, NOW, TODAY, Scene

from dutybook.access.errors import InvalidInput
from dutybook.records.offenders import actions
from dutybook.records.offenders.queries import exceptions


def test_exceptions_stand_with_their_reasons_those_without_leave_first(scene: Scene) -> None:
    scene.policy("visit.authoriser_rank", "sergeant")
    one = scene.offender(level="high")
    scene.visit(one, NOW - 80 * DAY)
    scene.visit(one, NOW - 120 * DAY, crew=1, second_confirmed=None)  # before the 90 days
    with_leave = scene.visit(one, NOW - 3 * DAY, announced=True)
    alone = scene.visit(one, NOW - 40 * DAY, crew=1, second_confirmed=None)
    silent = scene.visit(one, NOW - 20 * DAY, announced=None)
    scene.visit(one, NOW - 10 * DAY, outcome="no_reply")
    actions.authorise_visit(
        by=scene.supervisor,
        now=NOW,
        subject_id=one,
        fact_id=with_leave.fact_id,
        rationale="A birth",
        given_at=NOW - 4 * DAY,
    )
    found = exceptions(scene.supervisor, TODAY)
    assert [(row.visit_fact, row.why, row.without_leave) for row in found.rows.rows] == [
        (silent.fact_id, ("unrecorded",), True),
        (alone.fact_id, ("alone",), True),
        (with_leave.fact_id, ("announced",), False),
    ]
    assert (found.exceptions, found.without_leave) == (3, 2)
    assert found.visits >= 4
    first = exceptions(scene.supervisor, TODAY, size=2)
    assert [row.visit_fact for row in first.rows.rows] == [silent.fact_id, alone.fact_id]
    rest = exceptions(scene.supervisor, TODAY, size=2, page=first.rows.next or "")
    assert [row.visit_fact for row in rest.rows.rows] == [with_leave.fact_id]
    with pytest.raises(InvalidInput):
        exceptions(scene.supervisor, TODAY, page="nonsense")


def test_only_who_supervises_the_team_sees_them(scene: Scene) -> None:
    scene.visit(scene.offender(), NOW - 3 * DAY, crew=1, second_confirmed=None)
    assert exceptions(scene.manager, TODAY).exceptions == 0
    assert exceptions(scene.supervisor, TODAY).exceptions == 1
