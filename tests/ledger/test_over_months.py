"""A duty's figures over months: the same as each day's own measure, and nobody named."""

from datetime import date, timedelta

import pytest
from tests.ledger.scene import DAY, NOW, TODAY, make_scene

from dutybook.access.errors import InvalidInput, NotAllowed
from dutybook.access.models import AccessLogRow
from dutybook.ledger.queries import measures
from dutybook.ledger.queries.over_months import DayFigure, figures_over
from dutybook.ledger.queries.trends import MONTHS, month_ends

VISITS = "visit_within_interval"
ENDS = month_ends(TODAY, MONTHS)


@pytest.fixture
def scene(db):
    made = make_scene("wealdmoor")
    for back, level in ((40, "high"), (200, "low"), (500, ""), (20, "very_high")):
        offender = made.offender(level=level)
        made.visit(offender, NOW - back * DAY)
    return made


@pytest.mark.parametrize(
    "duty", [VISITS, "visit_unannounced_in_pairs", "supervisor_review_of_arms"]
)
def test_each_day_is_what_its_own_measure_says(scene, duty):
    over = figures_over(scene.chief, duty, ENDS, now=NOW)
    for day, found in zip(ENDS, over.days, strict=True):
        one = measures(scene.chief, day, duty=duty, now=NOW)
        total = one.total
        assert found == DayFigure(
            day=day,
            numerator=total.numerator,
            denominator=total.denominator,
            late=total.late,
            excused=total.authorised + total.authorised_late,
            unmet=total.unmet + total.in_breach,
            unjudged=total.unknown + total.no_standard,
            oldest_days=one.oldest.overdue_days if one.oldest else None,
        )
    last = measures(scene.chief, ENDS[-1], duty=duty, now=NOW)
    assert over.digest == last.digest
    assert [(row.level, row.by_lateness) for row in over.backlog] == [
        (row.level, row.by_lateness) for row in last.backlog
    ]


def test_nobody_is_named_and_the_reading_is_logged(scene):
    before = AccessLogRow.objects.latest("id").pk
    figures_over(scene.loader, VISITS, ENDS, now=NOW)
    (row,) = AccessLogRow.objects.filter(pk__gt=before)
    assert (row.kind, row.subjects, row.detail) == (
        *("ledger_aggregate", []),
        f"figures of {VISITS} over months",
    )


def test_who_counts_nothing_reads_nothing(scene):
    keeper = scene.viewer("keeper", "administrator")
    with pytest.raises(NotAllowed):
        figures_over(keeper, VISITS, ENDS, now=NOW)
    with pytest.raises(InvalidInput):
        figures_over(scene.chief, "no_such_duty", [date(2026, 10, 31)], now=NOW)


def test_a_supervisor_counts_their_own_teams(scene):
    other = scene.viewer("sergeant_west", "supervisor", team=scene.west)
    days = [TODAY - timedelta(days=1)]
    assert figures_over(scene.chief, VISITS, days, now=NOW).last.denominator == 4
    assert figures_over(other, VISITS, days, now=NOW).last.denominator == 0
