"""What records show of a limb: figures made by hand, down to the record in breach."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from tests.inspections.conftest import KEY, Answered
from tests.ledger.scene import DAY, NOW, TODAY

from dutybook.access.roles import Role
from dutybook.documents.response.oscal import SHOWN
from dutybook.duties.figures import Beside, Cell, Measure
from dutybook.inspections.actions import ImportResult, map_position
from dutybook.inspections.findings import WORDS, Figure, Finding, contradicts, finding
from dutybook.inspections.queries import LimbPage, inspection_page, limb_page
from dutybook.ledger.instants import day_ends
from dutybook.records.offenders import actions as offenders

PAIRS = "visit_unannounced_in_pairs"


def limb(scene: Answered, code: str, viewer: Any = None, **more: Any) -> LimbPage:
    return limb_page(viewer or scene.liaison, KEY, code, **{"day": TODAY, "now": NOW, **more})


def figures(page: LimbPage) -> list[tuple[int, int, int, int]]:
    return [(one.shown, one.of, one.unknown, one.no_standard) for one in page.line.finding.figures]


@pytest.fixture
def visits(scene: Answered) -> dict[str, int]:
    """Five visits: two as asked, one announced, one of which nobody wrote how, one with leave."""
    scene.policy("visit.authoriser_rank", "sergeant")
    subject = scene.offender(level="high")
    made = {}
    for days, (name, values) in enumerate(
        {
            "paired": {},
            "also paired": {},
            "announced": {"announced": True},
            "not said": {"announced": None, "crew": None, "second_confirmed": None},
            "with leave": {"crew": 1, "second_confirmed": None},
        }.items()
    ):
        fact = scene.visit(subject, NOW - (30 - days) * DAY, **values).fact_id
        assert fact is not None
        made[name] = fact
    offenders.authorise_visit(
        by=scene.supervisor,
        now=NOW,
        subject_id=subject,
        fact_id=made["with leave"],
        rationale="a short-notice risk",
        given_at=NOW - 27 * DAY,
    )
    return made


def test_10a_counts_events_as_asked_and_leads_to_each_that_is_not(
    scene: Answered, visits: dict[str, int]
) -> None:
    page = limb(scene, "10a")
    assert figures(page) == [(2, 5, 1, 0)]
    assert (page.line.finding.state, page.line.finding.day) == (Finding.SHORTFALL, TODAY)
    assert page.rows is not None
    assert {row.event: row.status for row in page.rows.rows} == {
        visits["announced"]: "in_breach",
        visits["not said"]: "unknown",
        visits["with leave"]: "authorised",
    }


def test_10b_counts_leave_among_what_did_not_comply(
    scene: Answered, visits: dict[str, int]
) -> None:
    scene.policy("visit.authorisation_assessed_within", 2, unit="months")
    page = limb(scene, "10b")
    assert figures(page)[0] == (1, 3, 1, 0)
    assert page.line.finding.state is Finding.SHORTFALL


def test_a_day_before_shows_what_stood_then(scene: Answered, visits: dict[str, int]) -> None:
    day = (NOW - 29 * DAY).date()
    assert figures(limb(scene, "10a", day=day)) == [(2, 2, 0, 0)]
    assert limb(scene, "10a", day=day).line.finding.state is Finding.FULLY_SHOWN
    before = limb(scene, "10a", day=date(2026, 10, 1))
    assert before.line.finding.state is Finding.NO_RECORDS_YET


def test_what_was_known_then_is_told_apart_from_what_is_known_now(scene: Answered) -> None:
    subject = scene.offender(level="high")
    visited = datetime(2026, 10, 20, 10, tzinfo=UTC)
    scene.visit(subject, visited, now=datetime(2026, 11, 9, 10, tzinfo=UTC))
    day = date(2026, 10, 31)
    assert figures(limb(scene, "10a", day=day)) == [(1, 1, 0, 0)]
    then = limb(scene, "10a", day=day, known_at=day_ends(day))
    assert figures(then) == [(0, 0, 0, 0)]
    assert then.rows is None
    assert then.line.finding.figures[0].measure.known_at < NOW.timestamp() * 1_000_000


def test_8d_is_shown_as_far_as_the_weakest_of_its_three_duties(scene: Answered) -> None:
    scene.policy("supervisor_review.within", 1, unit="months")
    subject = scene.offender(level="high")
    visit = scene.visit(subject, NOW - 60 * DAY).fact_id
    offenders.review(
        by=scene.supervisor,
        now=NOW - 50 * DAY,
        subject_id=subject,
        what="visit",
        fact_id=visit,
        outcome="agreed",
    )
    page = limb(scene, "8d")
    assert sorted(figures(page)) == [(0, 0, 0, 0), (0, 0, 0, 0), (1, 1, 0, 0)]
    assert page.line.finding.state is Finding.NO_RECORDS_YET
    offenders.assess_arms(
        by=scene.manager, now=NOW - 59 * DAY, subject_id=subject, at=NOW - 60 * DAY
    )
    assert limb(scene, "8d").line.finding.state is Finding.NOT_SHOWN


def test_a_standard_left_unset_is_never_met(scene: Answered) -> None:
    scene.offender(level="high")
    page = limb(scene, "8c")
    assert page.line.finding.state is Finding.NO_STANDARD_SET
    for one in page.line.finding.figures:
        assert one.shown == 0
        assert one.no_standard == one.of


def test_the_oldest_item_is_named_for_those_who_may_see_it(scene: Answered) -> None:
    scene.policy("visit.maximum", 3, unit="months")
    oldest = scene.offender(registered_at=date(2024, 12, 1), level="high")
    scene.offender(registered_at=date(2026, 1, 1), now=NOW - 300 * DAY, level="high")
    [measure] = [
        one.measure
        for one in limb(scene, "8c").line.finding.figures
        if one.measure.duty == "visit_within_interval"
    ]
    assert measure.oldest is not None
    assert measure.oldest.subject_id == oldest
    [hidden] = [
        one.measure
        for one in limb(scene, "8c", scene.commissioner).line.finding.figures
        if one.measure.duty == "visit_within_interval"
    ]
    assert hidden.oldest is None
    assert hidden.total == measure.total
    assert limb(scene, "8c", scene.commissioner).rows is None


def test_what_is_not_from_records_has_no_figure(scene: Answered) -> None:
    page = inspection_page(scene.liaison, KEY, day=TODAY, now=NOW)
    lines = [one for line in page.recommendations for one in line.limbs]
    for one in lines:
        if not one.limb.duties:
            assert (one.finding.state, one.finding.figures) == (Finding.NOT_FROM_RECORDS, ())
        else:
            assert one.finding.state is Finding.NO_RECORDS_YET
            assert all(figure.of == 0 for figure in one.finding.figures)


def test_a_team_counts_its_own_and_says_so(scene: Answered, visits: dict[str, int]) -> None:
    western = scene.viewer("westerner", Role.OFFENDER_MANAGER, team=scene.west)
    page = limb(scene, "10a", western)
    assert page.choice.counts_team_only
    assert page.line.finding.state is Finding.NONE_IN_YOUR_TEAM


def test_a_claim_against_the_records_is_said_to_be_one(
    scene: Answered, visits: dict[str, int], imported: ImportResult
) -> None:
    assert not limb(scene, "10a").is_contradicted
    map_position(**scene.position("10a"), state="self_certified", by=scene.liaison, now=NOW)
    assert limb(scene, "10a").is_contradicted
    map_position(**scene.position("10a"), state="in_progress", by=scene.liaison, now=NOW)
    assert not limb(scene, "10a").is_contradicted


def _figure(shown: int, of: int, no_standard: int = 0) -> Figure:
    cell = Cell(None, None, None, shown, of, *[0] * 9)
    beside = Beside(0, 0, 0, 0)
    measure = Measure(
        *("d", "t", "flow", "c", TODAY, "w", None, (), 0, "x", 1, cell, (), beside, (), None, None)
    )
    return Figure(measure, "c", shown, of, 0, no_standard)


@pytest.mark.parametrize(
    ("parts", "state"),
    [
        ([], Finding.NO_RECORDS_YET),
        ([(0, 0)], Finding.NO_RECORDS_YET),
        ([(3, 3)], Finding.FULLY_SHOWN),
        ([(3, 3), (0, 0)], Finding.NO_RECORDS_YET),
        ([(3, 3), (2, 3)], Finding.SHORTFALL),
        ([(2, 3), (0, 0)], Finding.SHORTFALL),
        ([(3, 3), (0, 2)], Finding.NOT_SHOWN),
        ([(0, 2, 2)], Finding.NO_STANDARD_SET),
        ([(1, 3, 2)], Finding.SHORTFALL),
        ([(0, 2, 2), (0, 1)], Finding.NOT_SHOWN),
    ],
)
def test_the_finding_is_that_of_the_weakest_figure(
    parts: list[tuple[int, ...]], state: Finding
) -> None:
    assert finding([_figure(*one) for one in parts]) is state
    assert contradicts(state) == (
        state in (Finding.SHORTFALL, Finding.NOT_SHOWN, Finding.NO_STANDARD_SET)
    )


@pytest.mark.parametrize(
    ("parts", "below", "state"),
    [
        ([(94, 100)], 95, Finding.MATERIAL_SHORTFALL),
        ([(95, 100)], 95, Finding.SHORTFALL),
        ([(99, 100), (1, 100)], 50, Finding.MATERIAL_SHORTFALL),
        ([(0, 100)], 95, Finding.NOT_SHOWN),
        ([(100, 100)], 100, Finding.FULLY_SHOWN),
        ([(1, 100)], None, Finding.SHORTFALL),
    ],
)
def test_a_shortfall_is_material_only_by_the_forces_policy(
    parts: list[tuple[int, ...]], below: int | None, state: Finding
) -> None:
    assert finding([_figure(*one) for one in parts], material_below=below) is state


def test_what_is_material_is_fixed_beforehand(scene: Answered) -> None:
    scene.policy("visit.maximum", 6, unit="months")
    for days in (20, 20, 20, 400):
        scene.visit(scene.offender(level="low"), NOW - days * DAY, now=NOW)
    day = (NOW - 3 * DAY).date()
    before = limb(scene, "10a", day=day).line.finding
    scene.policy("finding.material_below", 95, from_at=NOW - 100 * DAY, recorded_at=NOW)
    assert limb(scene, "10a", day=day).line.finding == before
    assert limb(scene, "10a").line.finding.material_below == 95


def test_what_oscal_calls_satisfied_is_what_is_fully_shown() -> None:
    assert WORDS[Finding.FULLY_SHOWN] == SHOWN
