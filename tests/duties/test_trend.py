"""A trend from one pass says of each day what the measure of that day says."""

from datetime import date, timedelta

import numpy as np
import pytest
from benchmarks.ledger_million_facts import KNOWN_AT, policies
from benchmarks.synthetic_facts import make_facts

from dutybook.duties.catalogue import CATALOGUE
from dutybook.duties.columns import NULL
from dutybook.duties.evaluate import evaluate
from dutybook.duties.holidays import ENGLAND_AND_WALES
from dutybook.duties.measures import measure
from dutybook.duties.trend import DUE, NO_STANDARD, OVERDUE, STOPPED, UNKNOWN, stock_on

DAYS = [date(2018, 1, 31) + timedelta(days=61 * step) for step in range(40)]


@pytest.mark.parametrize("key", ["visit_within_interval", "arms_reassessment"])
def test_each_day_is_as_the_measure_of_that_day(key: str) -> None:
    duty = CATALOGUE[key]
    ledger = evaluate(
        duty, make_facts(4_000, 3), policies(), ENGLAND_AND_WALES, force_id=1, known_at=KNOWN_AT
    )
    trend = stock_on(ledger, DAYS)
    assert trend.counts.sum() > 1_000
    for place, day in enumerate(DAYS):
        found = measure(duty, ledger, day, policies=policies(), by=["level", "team"])
        said = {
            (
                len(ledger.levels) if cell.level is None else ledger.levels.index(cell.level),
                NULL if cell.team_id is None else cell.team_id,
            ): (cell.numerator, cell.unmet, cell.unknown, cell.no_standard)
            for cell in found.cells
        }
        counts = trend.counts[place]
        for level in range(len(ledger.levels) + 1):
            for column, team in enumerate(trend.teams):
                each = counts[level, column]
                met = (each[DUE] + each[STOPPED], each[OVERDUE], each[UNKNOWN], each[NO_STANDARD])
                assert tuple(met) == said.get((level, team), (0, 0, 0, 0)), (day, level, team)


def test_days_must_ascend_and_none_is_none() -> None:
    duty = CATALOGUE["visit_within_interval"]
    nothing = evaluate(duty, {}, policies(), ENGLAND_AND_WALES, force_id=1, known_at=KNOWN_AT)
    assert stock_on(nothing, DAYS).counts.shape == (len(DAYS), 5, 0, 5)
    assert not np.any(stock_on(nothing, []).counts)
    with pytest.raises(ValueError, match="must ascend"):
        stock_on(nothing, DAYS[::-1])
