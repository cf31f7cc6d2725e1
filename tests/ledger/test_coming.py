"""What falls due in the weeks ahead, counted by an obvious count of the same entries."""

from datetime import timedelta

from tests.ledger.scene import DAY, NOW, TODAY, Scene
from tests.ledger.untidy import load_untidy

from dutybook.duties.status import OVERDUE
from dutybook.ledger import actions
from dutybook.ledger.instants import day_ends
from dutybook.ledger.queries.boards import team_board
from dutybook.ledger.queries.coming import Capacity
from dutybook.ledger.queries.open_work import WEEKS
from dutybook.ledger.queries.standing import open_on


def test_each_duty_is_counted_by_weeks_as_one_by_one(scene: Scene) -> None:
    scene.policy("visit.maximum", 3, unit="months")
    soon = scene.offender(level="low")
    scene.visit(soon, NOW - timedelta(days=80))
    load_untidy(scene, offenders_count=25, seed=20261126)
    actions.rebuild(by=scene.loader)
    found = {one.duty: one for one in team_board(scene.chief, TODAY).coming}
    expected: dict[str, list[int]] = {}
    for entry in open_on(TODAY).values("duty", "status", "span__due_at"):
        due = entry["span__due_at"]
        if due is None or due > day_ends(TODAY + timedelta(weeks=12)):
            continue
        if entry["status"] == OVERDUE:
            expected.setdefault(entry["duty"], [0, 0, 0, 0])[0] += 1
        elif due > day_ends(TODAY):  # evidence in date may be past its due date and not overdue
            row = expected.setdefault(entry["duty"], [0, 0, 0, 0])
            for place, weeks in enumerate(WEEKS, start=1):
                row[place] += due <= day_ends(TODAY + timedelta(weeks=weeks))
    assert {key: [one.overdue, *one.within] for key, one in found.items()} == expected
    assert any(row[1] for row in expected.values())
    assert NOW.date() == TODAY


def test_a_team_and_a_duty_narrow_it_as_they_narrow_the_matrix(scene: Scene) -> None:
    scene.policy("visit.maximum", 3, unit="months")
    east, west = scene.offender(level="high"), scene.offender(level="high")
    scene.give(west, scene.west)
    key = "visit_within_interval"
    [row] = team_board(scene.chief, TODAY, team=scene.east.pk, duty=key).coming
    assert row.overdue == 1
    assert team_board(scene.chief, TODAY, team=scene.east.pk, duty=key).matrix.total == 1
    [both] = team_board(scene.chief, TODAY, duty=key).coming
    assert both.overdue == 2
    assert team_board(scene.supervisor, TODAY, duty=key).coming == (row,)
    assert east != west


def test_hours_stand_beside_what_falls_due_once_the_force_has_set_both(scene: Scene) -> None:
    scene.policy("visit.maximum", 3, unit="months", level="high")
    late, soon = scene.offender(level="high"), scene.offender(level="high")
    scene.visit(late, NOW - 100 * DAY)
    scene.visit(soon, NOW - 60 * DAY)  # 25 September, so due on 25 December: within eight weeks
    duty = "visit_within_interval"
    assert team_board(scene.supervisor, TODAY, duty=duty).capacity is None
    scene.policy("work.hours_a_week", 30)
    assert team_board(scene.supervisor, TODAY, duty=duty).capacity is None
    scene.policy("work.minutes_each", 90)
    found = team_board(scene.supervisor, TODAY, duty=duty).capacity
    assert found == Capacity(needed=(2, 3, 3), there=(120, 240, 360), people=1)
