"""Attempts to enter, and what they count as (s. 96B Sexual Offences Act 2003)."""

from datetime import datetime

import pytest
from tests.ledger.scene import DAY, NOW, TODAY, Scene

from dutybook.access.errors import InvalidInput
from dutybook.ledger.queries import subject_entries
from dutybook.records.offenders import actions
from dutybook.records.offenders.models import EntryAttempt


def attempt(scene: Scene, offender: int, at: datetime, outcome: str = "not_entered") -> str:
    made = actions.attempt_entry(
        by=scene.manager,
        now=NOW,
        subject_id=offender,
        at=at,
        outcome=outcome,
        place="1 Invented Row",
        grounds="Last notified address",
    )
    return EntryAttempt.objects.get(fact_id=made.fact_id).failure


def considered(scene: Scene, offender: int) -> list[str]:
    rows = subject_entries(scene.manager, offender, TODAY, also_closed=True)
    return [one.status for one in rows if one.duty == "warrant_considered"]


def test_a_warrant_is_considered_after_the_second_failed_attempt(
    scene: Scene, offender: int
) -> None:
    assert attempt(scene, offender, NOW - 5 * DAY) == "first"
    assert considered(scene, offender) == []
    assert attempt(scene, offender, NOW - 4 * DAY) == "second"
    assert len(considered(scene, offender)) == 1
    assert attempt(scene, offender, NOW - 3 * DAY) == "later"
    actions.decide_warrant(
        by=scene.manager,
        now=NOW,
        subject_id=offender,
        at=NOW - 2 * DAY,
        decision="do_not_apply",
        rationale="He has written and named a day",
    )
    rows = subject_entries(scene.manager, offender, TODAY, also_closed=True)
    answered = [one.met_at for one in rows if one.duty == "warrant_considered"]
    assert len(answered) == 2
    assert None not in answered


def test_being_seen_begins_the_count_anew(scene: Scene, offender: int) -> None:
    attempt(scene, offender, NOW - 9 * DAY)
    scene.visit(offender, NOW - 8 * DAY)
    assert attempt(scene, offender, NOW - 7 * DAY) == "first"
    assert attempt(scene, offender, NOW - 6 * DAY, "entered") == ""
    assert attempt(scene, offender, NOW - 5 * DAY) == "first"


def test_two_routine_calls_that_nobody_answered_are_no_attempt(scene: Scene, offender: int) -> None:
    for days in (5, 4):
        scene.visit(offender, NOW - days * DAY, outcome="no_reply")
    assert attempt(scene, offender, NOW - 3 * DAY) == "first"
    assert considered(scene, offender) == []


@pytest.mark.parametrize("state", ["custody", "hospital", "abroad"])
def test_nobody_is_attempted_where_he_is_not(scene: Scene, offender: int, state: str) -> None:
    actions.set_community_status(
        by=scene.manager, now=NOW, subject_id=offender, at=NOW - 6 * DAY, state=state
    )
    with pytest.raises(InvalidInput) as refused:
        attempt(scene, offender, NOW - 5 * DAY)
    assert "this was no attempt to enter" in refused.value.problems["at"]
    assert not EntryAttempt.objects.exists()


def test_a_plan_that_nobody_owns_does_not_meet_the_duty(scene: Scene, offender: int) -> None:
    def made() -> list[str]:
        rows = subject_entries(scene.manager, offender, TODAY, also_closed=True)
        return [one.status for one in rows if one.duty == "missing_plan_made" and one.met_at]

    given = {"by": scene.manager, "now": NOW, "subject_id": offender}
    actions.set_whereabouts(at=NOW - 2 * DAY, state="not_found", note="Gone", **given)
    actions.plan_to_find(at=NOW - DAY, steps="Ask", mine=False, **given)
    assert made() == []
    actions.plan_to_find(at=NOW, steps="Ask", mine=True, **given)
    assert len(made()) == 1
