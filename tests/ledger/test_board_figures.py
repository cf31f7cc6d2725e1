"""The figures that a board takes from one reading, against entries counted one by one.

Untidy records of every kind in both teams, some of them restricted: what a viewer may count has the
restricted ones in it, whom they may see has not.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

import pytest
from tests.ledger.scene import TODAY, Scene
from tests.ledger.untidy import load_untidy

from dutybook.access.viewer import Viewer
from dutybook.duties.figures import LATENESS_BANDS
from dutybook.duties.status import NO_STANDARD_SET, OVERDUE, STATUSES, UNKNOWN
from dutybook.ledger import actions
from dutybook.ledger.models import Subject
from dutybook.ledger.queries import unset_policies
from dutybook.ledger.queries.boards import CARRIED_LEVELS, TeamBoard, team_board
from dutybook.ledger.queries.filters import LEVELS
from dutybook.ledger.queries.standing import level_name, open_on
from dutybook.ledger.subjects import PERSONS

DUTY = "visit_within_interval"
_COLUMNS = (
    *("id", "duty", "subject_id", "status", "overdue_days", "span__level", "span__due_at"),
    *("subject__kind", "subject__owner_id", "subject__team_id", "subject__restricted"),
    "subject__beneath_id",
)


@pytest.fixture
def untidy(scene: Scene) -> Scene:
    scene.policy("visit.maximum", 3, unit="months")
    people = load_untidy(scene, offenders_count=30, seed=20261201)
    actions.rebuild(by=scene.loader)
    Subject.objects.filter(pk__in=people[::5]).update(restricted=True)
    return scene


def entries() -> list[dict[str, Any]]:
    return list(open_on(TODAY).values(*_COLUMNS))


def countable(viewer: Viewer) -> list[dict[str, Any]]:
    """What is open in the viewer's teams, or for whoever has none in the force."""
    return [
        one
        for one in entries()
        if not viewer.team_ids or one["subject__team_id"] in viewer.team_ids
    ]


def visible(viewer: Viewer, scene: Scene) -> list[dict[str, Any]]:
    """Of those the ones about people whom the viewer may see."""
    may_restricted = {scene.supervisor.user_id, scene.chief.user_id}
    return [
        one
        for one in countable(viewer)
        if one["subject__kind"] in PERSONS
        and (not one["subject__restricted"] or viewer.user_id in may_restricted)
    ]


def matrix_by_hand(found: Iterable[dict[str, Any]]) -> Counter[tuple[str, str]]:
    cells: Counter[tuple[str, str]] = Counter()
    columns = {UNKNOWN: "unknown", NO_STANDARD_SET: "no_standard_set",
               STATUSES.index("stopped"): "stopped"}  # fmt: skip
    for one in found:
        column = columns.get(one["status"], "not_overdue")
        if one["status"] == OVERDUE:
            column = next(
                name
                for name, first, last in LATENESS_BANDS
                if first <= one["overdue_days"] and (last is None or one["overdue_days"] <= last)
            )
        cells[level_name(one["duty"], one["span__level"]) or "not_by_level", column] += 1
    return cells


def in_matrix(board: TeamBoard) -> Counter[tuple[str, str]]:
    return Counter(
        {
            (row.level, column): count
            for row in board.matrix.rows
            for column, count in zip(board.matrix.columns, row.counts, strict=True)
            if count
        }
    )


def test_the_matrix_counts_what_may_be_counted(untidy: Scene) -> None:
    for viewer in (untidy.chief, untidy.supervisor, untidy.manager, untidy.analyst):
        found = [one for one in countable(viewer) if one["subject__kind"] in PERSONS]
        assert in_matrix(team_board(viewer, TODAY)) == matrix_by_hand(found)
        of_duty = [one for one in found if one["duty"] == DUTY]
        assert in_matrix(team_board(viewer, TODAY, duty=DUTY)) == matrix_by_hand(of_duty)
        assert found
        assert of_duty or viewer.team_ids


def test_who_carries_what_is_among_those_who_may_be_seen(untidy: Scene) -> None:
    serving = (untidy.manager.user_id, untidy.east.pk)  # and nobody else owns anything
    for viewer in (untidy.chief, untidy.supervisor, untidy.analyst):
        own = [
            one
            for one in visible(viewer, untidy)
            if (one["subject__owner_id"], one["subject__team_id"]) == serving
        ]
        [carried] = team_board(viewer, TODAY).carried
        highest: dict[int, list[int]] = defaultdict(list)
        for one in own:
            level = one["span__level"]
            highest[one["subject__beneath_id"] or one["subject_id"]] += (
                [] if level is None else [level]
            )
        levels = Counter(LEVELS[max(known)] if known else "unknown" for known in highest.values())
        assert carried.by_level == tuple(levels[name] for name in CARRIED_LEVELS)
        assert (carried.subjects, carried.open_entries) == (len(highest), len(own))
        assert carried.overdue == sum(one["status"] == OVERDUE for one in own)
        dateless = sum(one["status"] in (NO_STANDARD_SET, UNKNOWN) for one in own)
        assert (carried.without_date, carried.overdue > 0) == (dateless, True)


def test_the_oldest_is_among_those_who_may_be_seen(untidy: Scene) -> None:
    for viewer in (untidy.chief, untidy.supervisor, untidy.analyst):
        late = [one for one in visible(viewer, untidy) if one["status"] == OVERDUE]
        first = min(late, key=lambda one: (one["span__due_at"], one["id"]))
        found = team_board(viewer, TODAY).oldest
        assert found is not None
        assert (found.subject_id, found.duty) == (first["subject_id"], first["duty"])


def test_what_is_unset_counts_every_team_and_duty_however_it_is_narrowed(untidy: Scene) -> None:
    for viewer in (untidy.chief, untidy.supervisor, untidy.analyst):
        expected = unset_policies(viewer, TODAY)
        assert team_board(viewer, TODAY).unset == expected
        assert team_board(viewer, TODAY, team=untidy.west.pk, duty=DUTY).unset == expected
        assert any(one.subjects for one in expected)


def test_a_team_that_the_viewer_does_not_reach_gives_nothing(untidy: Scene) -> None:
    board = team_board(untidy.supervisor, TODAY, team=untidy.west.pk)
    assert (board.matrix.total, board.carried, board.oldest, board.coming) == (0, (), None, ())
    assert team_board(untidy.chief, TODAY, team=untidy.west.pk).matrix.total > 0
