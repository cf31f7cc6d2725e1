"""The plan as a whole in each of its versions."""

from datetime import timedelta
from typing import Any

import pytest
from tests.ledger.scene import DAY, NOW, TODAY, Scene

from dutybook.records.offenders import actions
from dutybook.records.offenders.queries.plans import Interval, plans


@pytest.fixture
def subject(scene: Scene) -> int:
    return scene.offender()


def do(scene: Scene, subject: int) -> dict[str, Any]:
    return {"by": scene.manager, "now": NOW, "subject_id": subject}


def planned(scene: Scene, subject: int, days_ago: int, summary: str) -> None:
    actions.make_risk_plan(**do(scene, subject), at=NOW - days_ago * DAY, summary=summary)


def agreed(scene: Scene, subject: int, days_ago: int, what: str, due_in: int) -> int:
    made = actions.agree_action(
        **do(scene, subject), at=NOW - days_ago * DAY, what=what, agreed_in="plan",
        done_by_whom="police", due_on=TODAY + timedelta(days=due_in),
    )  # fmt: skip
    assert made.fact_id is not None
    return made.fact_id


def test_an_action_stands_under_every_plan_in_which_it_was_open(scene: Scene, subject: int) -> None:
    planned(scene, subject, 100, "First")
    agreed(scene, subject, 90, "See his employer", -10)
    planned(scene, subject, 50, "Second")
    done = agreed(scene, subject, 40, "Read the devices", 20)
    actions.end_action(**do(scene, subject), fact_id=done, outcome="done", rationale="Read")
    second, first = plans(subject, now=NOW)
    assert (first.number, first.summary, second.summary) == (1, "First", "Second")
    assert (first.until, second.until) == (TODAY - 50 * DAY, None)
    assert [one.what for one in first.actions] == ["See his employer"]
    assert [(one.what, one.outcome, one.is_late) for one in second.actions] == [
        ("See his employer", None, True), ("Read the devices", "done", False),
    ]  # fmt: skip
    assert second.made_by == "Manager"


def test_what_had_ended_before_a_plan_is_not_in_it(scene: Scene, subject: int) -> None:
    planned(scene, subject, 100, "First")
    done = agreed(scene, subject, 90, "See his employer", 10)
    actions.end_action(**do(scene, subject), fact_id=done, outcome="done", rationale="Seen")
    later = {**do(scene, subject), "now": NOW + DAY}
    actions.make_risk_plan(**later, at=NOW + DAY, summary="Second")
    second, first = plans(subject, now=NOW + DAY)
    assert (len(first.actions), second.actions) == (1, ())


def test_the_interval_is_the_one_that_was_set_under_the_plan(scene: Scene, subject: int) -> None:
    planned(scene, subject, 100, "First")
    planned(scene, subject, 50, "Second")
    actions.set_visit_plan(
        **do(scene, subject), at=NOW - 20 * DAY, amount=42, unit="days", reason="A new partner"
    )
    second, first = plans(subject, now=NOW)
    assert first.interval is None
    assert second.interval == Interval(42, "days", "A new partner")


def test_without_a_plan_there_is_none_and_it_takes_three_statements(
    scene: Scene, subject: int, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(3):
        assert plans(subject, now=NOW) == ()
