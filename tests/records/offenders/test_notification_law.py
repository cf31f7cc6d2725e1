"""Worked legal examples of Part 2 of the Sexual Offences Act 2003, each as a person would count."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutybook.records.offenders.notification_law.counting import (
    Spell,
    last_day_of_months,
    last_of_days,
)
from dutybook.records.offenders.notification_law.indefinite_review import HeldOrder, review_date
from dutybook.records.offenders.notification_law.notifying import (
    Notified,
    advance_notice,
    change_last_day,
    initial_last_day,
    periodic_last_day,
    qualifying_day,
    travel_last_day,
)
from dutybook.records.offenders.notification_law.period import (
    Disposal,
    Matter,
    Term,
    longest,
    notification_period,
)

ADULT = date(1980, 6, 1)
CONVICTED = date(2020, 3, 10)


@pytest.mark.parametrize(
    ("disposal", "term", "last"),
    [
        (Disposal.LIFE, None, None),
        (Disposal.INDETERMINATE, None, None),
        (Disposal.HOSPITAL_RESTRICTED, None, None),
        (Disposal.IMPRISONMENT, Term(30), None),
        (Disposal.IMPRISONMENT, Term(29, 30), date(2030, 3, 9)),
        (Disposal.IMPRISONMENT, Term(6, 1), date(2030, 3, 9)),
        (Disposal.IMPRISONMENT, Term(6), date(2027, 3, 9)),
        (Disposal.IMPRISONMENT, Term(0, 184), date(2027, 3, 9)),
        (Disposal.IMPRISONMENT, Term(0, 185), date(2030, 3, 9)),
        (Disposal.HOSPITAL, None, date(2027, 3, 9)),
        (Disposal.CAUTION, None, date(2022, 3, 9)),
        (Disposal.CONDITIONAL_DISCHARGE, Term(18), date(2021, 9, 9)),
        (Disposal.OTHER, None, date(2025, 3, 9)),
    ],
)
def test_each_row_of_the_table(disposal: Disposal, term: Term | None, last: date | None) -> None:
    found = notification_period(Matter(CONVICTED, disposal, ADULT, term))
    assert found is not None
    assert found.last_day == last
    assert found.working


@pytest.mark.parametrize(
    ("disposal", "term", "last"),
    [
        (Disposal.IMPRISONMENT, Term(12), date(2025, 3, 9)),
        (Disposal.IMPRISONMENT, Term(6), date(2023, 9, 9)),
        (Disposal.OTHER, None, date(2022, 9, 9)),
        (Disposal.CAUTION, None, date(2021, 3, 9)),
        (Disposal.CONDITIONAL_DISCHARGE, Term(12), date(2021, 3, 9)),
        (Disposal.IMPRISONMENT, Term(30), None),
    ],
)
def test_finite_periods_are_halved_under_18(
    disposal: Disposal, term: Term | None, last: date | None
) -> None:
    young = date(2002, 3, 11)  # 18 on the day after the relevant date
    found = notification_period(Matter(CONVICTED, disposal, young, term))
    assert found is not None
    assert found.last_day == last
    eighteen = notification_period(Matter(CONVICTED, disposal, date(2002, 3, 10), term))
    halved = disposal is not Disposal.CONDITIONAL_DISCHARGE and last is not None
    assert (eighteen != found) is halved


def test_what_is_not_recorded_decides_nothing() -> None:
    assert notification_period(Matter(CONVICTED, Disposal.IMPRISONMENT, ADULT)) is None
    assert notification_period(Matter(CONVICTED, Disposal.CAUTION, None)) is None
    assert notification_period(Matter(CONVICTED, Disposal.LIFE, None)) is not None
    with pytest.raises(ValueError, match="months or days"):
        Term(0)


def test_of_several_matters_the_one_that_ends_last_counts() -> None:
    caution = notification_period(Matter(date(2024, 1, 1), Disposal.CAUTION, ADULT))
    prison = notification_period(Matter(date(2020, 1, 1), Disposal.IMPRISONMENT, ADULT, Term(6)))
    life = notification_period(Matter(date(2001, 1, 1), Disposal.LIFE, ADULT))
    assert caution is not None
    assert prison is not None
    assert life is not None
    assert longest([caution, prison]) == prison
    assert longest([caution, life, prison]) == life
    assert longest([]) is None


@pytest.mark.parametrize(
    ("beginning", "months", "last"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 28)),
        (date(2023, 2, 28), 12, date(2024, 2, 27)),
        (date(2024, 3, 1), 12, date(2025, 2, 28)),
        (date(2023, 3, 1), 12, date(2024, 2, 29)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
    ],
)
def test_years_beginning_with_a_day(beginning: date, months: int, last: date) -> None:
    assert last_day_of_months(beginning, months) == last


def test_three_days_beginning_with_monday_end_on_wednesday() -> None:
    assert change_last_day(date(2026, 3, 2)) == date(2026, 3, 4)


def test_days_in_custody_are_left_out() -> None:
    monday = date(2026, 3, 2)
    tuesday_to_friday = Spell(date(2026, 3, 3), date(2026, 3, 6))
    assert initial_last_day(monday, [tuesday_to_friday]) == date(2026, 3, 8)
    assert initial_last_day(monday, [Spell(monday)]) is None


def test_seven_days_in_any_twelve_months_make_a_qualifying_period() -> None:
    spring = Spell(date(2025, 4, 1), date(2025, 4, 3))
    summer = Spell(date(2025, 7, 1), date(2025, 7, 3))
    next_spring = Spell(date(2026, 3, 31), date(2026, 4, 2))
    today = date(2026, 6, 1)
    assert qualifying_day([spring, summer, next_spring], today) == date(2026, 3, 31)
    late = Spell(date(2026, 4, 2), date(2026, 4, 2))
    assert qualifying_day([spring, summer, late], today) is None
    assert qualifying_day([Spell(date(2026, 5, 20))], today) == date(2026, 5, 26)
    assert qualifying_day([Spell(date(2026, 5, 27))], today) is None


@pytest.mark.parametrize(
    ("happened", "stands", "notify_by", "say_not_by"),
    [
        (date(2026, 5, 8), True, None, None),
        (date(2026, 5, 12), True, None, None),
        (date(2026, 5, 7), False, date(2026, 5, 9), None),
        (date(2026, 5, 13), False, date(2026, 5, 15), date(2026, 5, 15)),
        (None, False, None, date(2026, 5, 15)),
    ],
)
def test_notice_given_in_advance(
    happened: date | None, stands: bool, notify_by: date | None, say_not_by: date | None
) -> None:
    judged = advance_notice(date(2026, 5, 10), happened)
    assert (judged.stands, judged.notify_by, judged.say_it_did_not_by) == (
        stands,
        notify_by,
        say_not_by,
    )


def test_the_anniversary_moves_with_a_change_but_not_with_bank_details() -> None:
    first, moved, bank = date(2025, 1, 20), date(2025, 6, 3), date(2025, 9, 9)
    told = [(first, Notified.INITIAL)]
    assert periodic_last_day(told, has_residence=True) == date(2026, 1, 20)
    told += [(bank, Notified.REGULATIONS_2012)]
    assert periodic_last_day(told, has_residence=True) == date(2026, 1, 20)
    told += [(moved, Notified.CHANGE)]
    assert periodic_last_day(told, has_residence=True) == date(2026, 6, 3)
    assert periodic_last_day(told, has_residence=False) == date(2025, 6, 10)
    assert periodic_last_day([], has_residence=True) is None


def test_the_anniversary_of_29_february_is_28_february() -> None:
    told = [(date(2024, 2, 29), Notified.PERIODIC)]
    assert periodic_last_day(told, has_residence=True) == date(2025, 2, 28)


def test_whoever_is_inside_when_it_falls_due_has_three_days_after_release() -> None:
    told = [(date(2025, 1, 20), Notified.PERIODIC)]
    inside = Spell(date(2026, 1, 2), date(2026, 2, 10))
    assert periodic_last_day(told, has_residence=True, spells=[inside]) == date(2026, 2, 13)
    out_again = Spell(date(2026, 1, 2), date(2026, 1, 19))
    assert periodic_last_day(told, has_residence=True, spells=[out_again]) == date(2026, 1, 20)
    assert periodic_last_day(told, has_residence=True, spells=[Spell(date(2026, 1, 2))]) is None


def test_travel_is_told_seven_days_before() -> None:
    assert travel_last_day(date(2026, 8, 20)) == date(2026, 8, 13)


def test_an_order_stands_in_the_way_of_a_review() -> None:
    day = date(2029, 1, 1)
    found = review_date(
        first_notified=date(2013, 5, 1),
        under_18=False,
        refused=None,
        orders=[HeldOrder("shpo", date(2013, 5, 1)), HeldOrder("sro", date(2013, 5, 1))],
        day=day,
    )
    assert found.from_day == date(2028, 5, 1)
    assert len(found.blocks) == 1
    assert not found.open_on(day)


@pytest.mark.parametrize(
    ("under_18", "refused", "from_day"),
    [
        (False, None, date(2028, 5, 1)),
        (True, None, date(2021, 5, 1)),
        (False, date(2028, 6, 2), date(2036, 6, 2)),
    ],
)
def test_when_a_review_may_be_asked_for(
    under_18: bool, refused: date | None, from_day: date
) -> None:
    found = review_date(
        first_notified=date(2013, 5, 1),
        under_18=under_18,
        refused=refused,
        orders=[],
        day=from_day,
    )
    assert found.from_day == from_day
    assert found.open_on(from_day)
    assert not found.open_on(from_day - timedelta(days=1))


def test_no_review_before_the_sections_were_in_force() -> None:
    found = review_date(
        first_notified=date(1997, 9, 1),
        under_18=True,
        refused=None,
        orders=[],
        day=date(2026, 1, 1),
    )
    assert found.from_day == date(2012, 7, 30)


days = st.dates(date(2020, 1, 1), date(2021, 12, 31))
spells = st.builds(
    lambda first, length: Spell(first, first + timedelta(days=length)), days, st.integers(0, 40)
)


@given(days, st.integers(1, 20), st.lists(spells, max_size=4))
def test_days_are_counted_one_by_one(beginning: date, count: int, left_out: list[Spell]) -> None:
    counted = 0
    day = beginning - timedelta(days=1)
    while counted < count:
        day += timedelta(days=1)
        counted += not any(one.first <= day <= (one.last or day) for one in left_out)
    assert last_of_days(beginning, count, left_out) == day
