"""The commissioner's office is shown no count of a few, whatever page it opens."""

import re
from typing import Any

import pytest
from tests.inspections.conftest import KEY, Answered
from tests.inspections.test_layers import visited
from tests.ledger.scene import NOW, TODAY

from dutybook.inspections.findings import Figure
from dutybook.inspections.queries import inspection_page, limb_page, xray
from dutybook.ledger.queries.small_counts import NO_SMALLEST, SMALL, why_held_back
from dutybook.ledger.queries.trends import months_of
from dutybook.records.workforce.queries import provision

PAIRS = "visit_unannounced_in_pairs"


def figure(scene: Answered, viewer: Any) -> Figure:
    page = limb_page(viewer, KEY, "10a", day=TODAY, now=NOW)
    return next(one for one in page.line.finding.figures if one.measure.duty == PAIRS)


def test_while_no_smallest_count_is_set_the_office_is_shown_no_number(scene: Answered) -> None:
    visited(scene, crew=1)
    seen = figure(scene, scene.commissioner)
    assert (seen.held_back, seen.is_bare) == (NO_SMALLEST, True)
    own = figure(scene, scene.chief)
    assert (own.held_back, own.is_bare) == (None, False)


def test_a_count_of_a_few_is_held_back_and_the_finding_stays(scene: Answered) -> None:
    scene.policy("publication.smallest_count", 3, unit="")
    for crew in (1, 2, 2, 2):
        visited(scene, crew=crew)
    seen = figure(scene, scene.commissioner)
    assert seen.held_back == SMALL.format(smallest=3)
    lines = [
        inspection_page(viewer, KEY, day=TODAY, now=NOW).recommendations
        for viewer in (scene.chief, scene.commissioner)
    ]
    found = [[one.finding.state for line in of for one in line.limbs] for of in lines]
    assert found[0] == found[1]


def test_what_is_no_count_of_a_few_is_shown(scene: Answered) -> None:
    scene.policy("publication.smallest_count", 3, unit="")
    for crew in (1, 1, 1, 2, 2, 2):
        visited(scene, crew=crew)
    seen = figure(scene, scene.commissioner)
    assert (seen.held_back, seen.shown, seen.of) == (None, 3, 6)


def test_screening_and_months_are_held_back_too(scene: Answered) -> None:
    visited(scene, crew=1)
    assert provision(scene.chief, TODAY).held_back is None
    assert provision(scene.commissioner, TODAY).held_back == NO_SMALLEST
    scene.policy("publication.smallest_count", 3, unit="")
    assert provision(scene.commissioner, TODAY).held_back is None  # nobody is owed any
    duty = "visit_within_interval"
    counts = [month.open for month in months_of(scene.chief, duty, TODAY, now=NOW)]
    assert 1 in counts
    for month in months_of(scene.commissioner, duty, TODAY, now=NOW):
        for count in (month.open, month.due, month.overdue, month.unknown, month.no_standard):
            assert count == 0 or count >= 3


def test_where_claims_do_not_hold_counts_no_case_for_the_office(
    scene: Answered, imported: object
) -> None:
    visited(scene, crew=1)
    for crack in xray(scene.commissioner, KEY, now=NOW).cracks:
        assert not re.search(r"\d+ of \d+", crack.what)


@pytest.mark.parametrize(
    ("counts", "smallest", "expected"),
    [
        ((0, 12), 10, None),
        ((0, 9), 10, SMALL.format(smallest=10)),
        ((12, -3), 10, SMALL.format(smallest=10)),
        ((0, 12), None, NO_SMALLEST),
    ],
)
def test_nought_and_many_are_shown_and_a_few_are_not(
    scene: Answered, counts: tuple[int, ...], smallest: int | None, expected: str | None
) -> None:
    assert why_held_back(scene.commissioner, counts, smallest) == expected
    assert why_held_back(scene.chief, counts, smallest) is None
