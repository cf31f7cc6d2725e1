"""Dates, levels and numbers in words."""

from datetime import UTC, date, datetime

import pytest

from dutybook.duties.facts import RISK_LEVELS
from dutybook.web import wording


def test_days_and_moments_are_local():
    late = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    assert wording.day(late) == "1 July 2026"
    assert wording.moment(late) == "1 July 2026 at 00:30"
    assert wording.weekday(date(2026, 11, 24)) == "Tuesday 24 November 2026"
    assert wording.day(None) == "not recorded"


@pytest.mark.parametrize("month", range(1, 13))
def test_months_and_weekdays_are_english(month: int) -> None:
    day = date(2026, month, month)
    assert wording.day(day) == f"{month} {day:%B} 2026"
    assert wording.short_day(day) == f"{month} {day:%b} 2026"
    assert wording.weekday(day) == f"{day:%A} {month} {day:%B} 2026"


def test_every_level_has_a_word_and_none_recorded_is_unknown():
    assert set(wording.LEVELS) == set(RISK_LEVELS)
    assert wording.level(None) == wording.level("unknown") == "Level unknown"


@pytest.mark.parametrize(
    ("part", "whole", "said"), [(199, 200, "99%"), (200, 200, "100%"), (0, 0, "none to count")]
)
def test_a_share_is_only_ever_whole_when_it_is(part, whole, said):
    assert wording.share(part, whole) == said


def test_counts_agree_with_their_noun():
    assert wording.count(1, "visit") == "1 visit"
    assert wording.count(1200, "person", "people") == "1,200 people"


def test_an_interval_that_nobody_set_is_unset():
    assert wording.interval(None, "months") == "unset"
    assert wording.interval(1, "months") == "1 month"
