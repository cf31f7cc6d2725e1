"""The rows that a sample is drawn from are the rows that the figure counts, duty by duty."""

from datetime import timedelta

import pytest
from tests.ledger.scene import NOW, TODAY, Scene
from tests.ledger.untidy import load_untidy

from dutybook.ledger import actions
from dutybook.ledger.queries import measures_of, records_in_breach
from dutybook.ledger.queries.populations import population
from dutybook.ledger.recorded import recorded_duties
from dutybook.ledger.subjects import OWNED


@pytest.fixture
def untidy(scene: Scene) -> Scene:
    scene.policy("visit.maximum", 3, unit="months", level="high")
    scene.policy("arms.interval", 12, unit="months")
    scene.policy("supervisor_review.within", 1, unit="months")
    load_untidy(scene, offenders_count=40, seed=41)
    actions.rebuild(by=scene.loader)
    return scene


def test_the_population_of_every_duty_is_its_denominator(untidy: Scene) -> None:
    duties = [duty.key for duty in recorded_duties()]
    for window in (None, 200):
        if window is not None:
            untidy.policy("measure.window_days", window)
        for day in (TODAY, TODAY - timedelta(days=300)):
            figures = measures_of(untidy.auditor, day, duties=duties, now=NOW)
            counted = {duty: len(population(untidy.auditor, duty, day)) for duty in duties}
            assert counted == {duty: figures[duty].total.denominator for duty in duties}
            assert sum(counted.values()) > 500


def test_what_falls_short_is_what_the_figure_does_not_count_as_met(untidy: Scene) -> None:
    """Also of duties owed while something lasts, however long ago they began."""
    untidy.policy("measure.window_days", 60)
    duties = [duty.key for duty in recorded_duties() if duty.subject in OWNED]
    figures = measures_of(untidy.chief, TODAY, duties=duties, now=NOW)
    for duty in duties:
        total = figures[duty].total
        assert len(_short(untidy, duty)) == total.denominator - total.numerator, duty


def _short(scene: Scene, duty: str) -> list[int]:
    found, page = [], ""
    while True:
        read = records_in_breach(scene.chief, duty, TODAY, size=500, page=page)
        found += [one.event for one in read.rows]
        if read.next is None:
            return found
        page = read.next
