"""Work lists, matrices, boards and breaches over a small scene whose every figure is known.

Today is 24 November 2026. The force visits high every three months and low every twelve:

| offender | level | last seen | due | stands |
|---|---|---|---|---|
| ann | high | 1 August | 1 November | 23 days overdue |
| bea | low | 1 October 2025 | 1 October 2026 | 54 days overdue |
| cat | very high | 1 November | no standard for the level | no standard |
| dan | high | 1 November | 1 February 2027 | due |
| eve | not recorded | 1 November | | level unknown |
"""

from datetime import UTC, date, datetime

import pytest
from tests.ledger.scene import DAY, NOW, TODAY, Scene

from dutybook.access.errors import InvalidInput
from dutybook.access.models import AccessLogRow
from dutybook.ledger.queries import measures, records_in_breach, work_list
from dutybook.ledger.queries.boards import CARRIED_LEVELS, team_board
from dutybook.ledger.queries.review_queue import review_queue

DUTY = "visit_within_interval"
SEEN = {
    "ann": ("high", date(2026, 8, 1)),
    "bea": ("low", date(2025, 10, 1)),
    "cat": ("very_high", date(2026, 11, 1)),
    "dan": ("high", date(2026, 11, 1)),
    "eve": ("", date(2026, 11, 1)),
}


@pytest.fixture
def people(scene: Scene) -> dict[str, int]:
    scene.policy("visit.maximum", 3, unit="months", level="high")
    scene.policy("visit.maximum", 12, unit="months", level="low")
    ids = {}
    for name, (level, seen) in SEEN.items():
        ids[name] = scene.offender(
            name=name, level=level, registered_at=date(2025, 9, 1), now=NOW - 440 * DAY
        )
        scene.visit(ids[name], datetime(seen.year, seen.month, seen.day, 11, tzinfo=UTC))
    return ids


def _order(scene: Scene, **narrowed: object) -> list[str]:
    return [one.label for one in work_list(scene.manager, TODAY, duty=DUTY, **narrowed).rows]


def test_the_most_dangerous_is_first_and_no_standard_never_sinks(
    scene: Scene, people: dict[str, int]
) -> None:
    assert _order(scene) == ["cat", "eve", "ann", "dan", "bea"]
    assert _order(scene, order="due") == ["bea", "cat", "eve", "ann", "dan"]


def test_the_rule_is_the_forces_and_a_long_lateness_is_pinned(
    scene: Scene, people: dict[str, int]
) -> None:
    scene.policy("list.pin_after_days", 50)
    assert _order(scene)[0] == "bea"
    scene.policy("list.dangerous_first", "lateness_then_level")
    assert _order(scene)[:2] == ["bea", "cat"]
    scene.policy("list.dangerous_first", "unseen_then_level", from_at=NOW, recorded_at=NOW)
    assert _order(scene)[:2] == ["bea", "ann"]


def test_a_row_says_how_late_and_how_long_unseen(scene: Scene, people: dict[str, int]) -> None:
    rows = {one.label: one for one in work_list(scene.manager, TODAY, duty=DUTY).rows}
    ann = rows["ann"]
    assert (ann.status, ann.days_overdue, ann.days_since_done, ann.level) == (
        *("overdue", 23, 115),
        "high",
    )
    assert (rows["cat"].status, rows["cat"].due_at) == ("no_standard_set", None)
    assert (rows["eve"].status, rows["eve"].level) == ("unknown", "unknown")
    assert rows["dan"].days_overdue == 0


def test_the_matrix_counts_each_open_entry_once(scene: Scene, people: dict[str, int]) -> None:
    found = team_board(scene.supervisor, TODAY, duty=DUTY).matrix
    counts = {
        (row.level, column): count
        for row in found.rows
        for column, count in zip(found.columns, row.counts, strict=True)
        if count
    }
    assert counts == {
        ("very_high", "no_standard_set"): 1,
        ("high", "8–28"): 1,
        ("high", "not_overdue"): 1,
        ("low", "29–91"): 1,
        ("unknown", "unknown"): 1,
    }
    assert found.total == 5
    for (row, column), count in counts.items():
        opened = work_list(scene.supervisor, TODAY, scope="team", duty=DUTY, row=row, column=column)
        assert len(opened.rows) == count, (row, column)


def test_the_oldest_is_the_one_longest_past_due(scene: Scene, people: dict[str, int]) -> None:
    found = team_board(scene.supervisor, TODAY, duty=DUTY).oldest
    assert found is not None
    assert (found.label, found.days_overdue) == ("bea", 54)
    assert team_board(scene.supervisor, date(2025, 12, 1), duty=DUTY).oldest is None


def test_breaches_are_what_the_measure_counts_and_does_not_count_as_met(
    scene: Scene, people: dict[str, int]
) -> None:
    total = measures(scene.supervisor, TODAY, duty=DUTY, now=NOW).total
    found = records_in_breach(scene.supervisor, DUTY, TODAY).rows
    assert (total.numerator, total.denominator) == (1, 5)
    assert {one.label: one.status for one in found} == {
        "ann": "overdue",
        "bea": "overdue",
        "cat": "no_standard_set",
        "eve": "unknown",
    }
    # Very high without a standard, an unknown level, high and late, low and late.
    assert [one.label for one in found] == ["cat", "eve", "ann", "bea"]
    late = records_in_breach(scene.supervisor, DUTY, TODAY, status="overdue", level="high").rows
    assert [one.label for one in late] == ["ann"]


@pytest.mark.parametrize("window", [None, 60, 200])
def test_breaches_of_events_follow_the_window(
    scene: Scene, people: dict[str, int], window: int | None
) -> None:
    for days in (300, 100, 20):
        at = datetime(2026, 11, 24, 9, tzinfo=UTC).timestamp() - days * 86_400
        scene.visit(people["dan"], datetime.fromtimestamp(at, UTC), announced=True)
    if window is not None:
        scene.policy("measure.window_days", window)
    total = measures(scene.analyst, TODAY, duty="visit_unannounced_in_pairs", now=NOW).total
    found = records_in_breach(scene.analyst, "visit_unannounced_in_pairs", TODAY).rows
    assert len(found) == total.denominator - total.numerator
    assert len(found) == {None: 3, 60: 1, 200: 2}[window]


def test_pages_follow_one_another_without_a_gap(scene: Scene, people: dict[str, int]) -> None:
    seen, page = [], ""
    while True:
        found = work_list(scene.manager, TODAY, duty=DUTY, page=page, size=2)
        seen += [one.label for one in found.rows]
        if found.next is None:
            break
        page = found.next
    assert seen == _order(scene)
    for wrong in ("x", "1.2", "1.2.3.4.99999999999999999999", "1.2.3.4.5.6"):
        with pytest.raises(InvalidInput):
            work_list(scene.manager, TODAY, page=wrong)


def test_the_board_shares_out_by_name_and_the_queue_waits_for_the_supervisor(
    scene: Scene, people: dict[str, int]
) -> None:
    board = team_board(scene.supervisor, TODAY, duty=DUTY)
    [carried] = board.carried
    assert (carried.owner, carried.subjects, carried.open_entries) == ("Manager", 5, 5)
    assert (carried.overdue, carried.without_date) == (2, 2)
    assert sum(carried.by_level) == 5
    assert (carried.points, carried.unweighed, board.full_load) == (None, 5, None)
    queue = review_queue(scene.supervisor, TODAY)
    assert {one.what for one in queue.rows} == {"visit"}
    assert queue.rows[0].label == "cat"
    assert review_queue(scene.manager, TODAY).rows == ()
    assert review_queue(scene.supervisor, TODAY, what="arms").rows == ()
    with pytest.raises(InvalidInput):
        review_queue(scene.supervisor, TODAY, what="everything")


def test_every_list_logs_each_record_it_showed_and_no_other(
    scene: Scene, people: dict[str, int]
) -> None:
    before = AccessLogRow.objects.latest("id").pk
    work_list(scene.manager, TODAY, duty=DUTY, row="high")
    [row] = AccessLogRow.objects.filter(pk__gt=before)
    assert (row.operation, row.kind) == ("consultation", "offender")
    assert row.username == "north-vale-manager"
    assert row.subjects == sorted([people["ann"], people["dan"]])


def test_a_load_is_weighed_by_the_points_that_the_force_gave_to_levels(
    scene: Scene, people: dict[str, int]
) -> None:
    scene.policy("load.points", 5, unit="", level="very_high")
    scene.policy("load.points", 3, unit="", level="high")
    scene.policy("load.points", 1, unit="", level="low")
    scene.policy("load.points_full", 6, unit="")
    board = team_board(scene.supervisor, TODAY, duty=DUTY)
    [carried] = board.carried
    levels = [SEEN[name][0] for name in people]
    assert carried.by_level == tuple(
        levels.count("" if name == "unknown" else name) for name in CARRIED_LEVELS
    )
    worth = {"very_high": 5, "high": 3, "low": 1}
    assert carried.points == sum(worth.get(level, 0) for level in levels)
    assert carried.unweighed == sum(level not in worth for level in levels)
    assert board.full_load == 6


def test_points_for_every_level_count_where_a_level_has_none_of_its_own(
    scene: Scene, people: dict[str, int]
) -> None:
    scene.policy("load.points", 2, unit="")
    scene.policy("load.points", 7, unit="", level="high")
    [carried] = team_board(scene.supervisor, TODAY, duty=DUTY).carried
    levels = [SEEN[name][0] for name in people if SEEN[name][0]]
    assert carried.points == sum(7 if level == "high" else 2 for level in levels)
