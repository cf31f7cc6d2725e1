"""The questions forms ask: what they accept, and what they say when an answer cannot stand."""

from datetime import UTC, date, datetime, time

import pytest
from django.core.exceptions import ValidationError

from dutybook.web.forms.base import DatedForm, local_moment
from dutybook.web.forms.fields import ClockField, DayField, YesNoField

NOW = datetime(2026, 11, 24, 14, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["31", "2", "2026"], "there is no 31 2 2026"),
        (["", "2", "2026"], "must include a day"),
        (["1", "", ""], "must include a month and a year"),
        (["1", "1", "26"], "a year of four figures"),
        (["+1", "1", "2026"], "there is no +1 1 2026"),
        (["1", "1", "20260"], "there is no 1 1 20260"),
        (["١", "1", "2026"], "must be a day that exists"),
        (["one", "1", "2026"], "there is no one 1 2026"),
    ],
)
def test_day_that_cannot_stand_is_refused_in_words(typed, said):
    with pytest.raises(ValidationError) as refused:
        DayField(label="Day", missing="Enter the day", what="the day").clean(typed)
    assert said in refused.value.messages[0]


def test_day_left_empty():
    with pytest.raises(ValidationError) as refused:
        DayField(label="Day", missing="Enter the day").clean(["", "", ""])
    assert refused.value.messages == ["Enter the day"]
    assert DayField(label="Day").clean(["", " ", None]) is None


def test_day_that_exists():
    assert DayField(label="Day").clean(["29", " 2 ", "2024"]) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("14:05", time(14, 5)),
        ("1405", time(14, 5)),
        ("14.05", time(14, 5)),
        ("2:05pm", time(14, 5)),
        ("2pm", time(14, 0)),
        ("12:30 AM", time(0, 30)),
        ("9:07", time(9, 7)),
    ],
)
def test_times_as_people_type_them(typed, found):
    assert ClockField(label="Time").clean(typed) == found


@pytest.mark.parametrize(
    "typed", ["24:00", "12:60", "9", "13pm", "noon", "1:5", "99:99:99", "-1:00"]
)
def test_time_that_does_not_exist_is_refused(typed):
    with pytest.raises(ValidationError) as refused:
        ClockField(label="Time").clean(typed)
    assert "such as 14:05" in refused.value.messages[0]


def test_an_unanswered_question_is_neither_yes_nor_no():
    field = YesNoField(label="Announced?")
    assert [field.clean(each) for each in ("yes", "no", "", None)] == [True, False, None, None]


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        # skipped at 01:00 on 29 March 2026: 01:30 does not exist, the later reading is 02:30
        ((date(2026, 3, 29), time(1, 30)), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
        # repeated on 25 October 2026: the later of the two is in winter time
        ((date(2026, 10, 25), time(1, 30)), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
        ((date(2026, 7, 1), time(12, 0)), datetime(2026, 7, 1, 11, 0, tzinfo=UTC)),
    ],
)
def test_local_times_become_the_later_instant(moment, expected):
    assert local_moment(*moment) == expected


def test_a_dated_form_offers_today_and_refuses_tomorrow():
    class Form(DatedForm):
        day_label = "Done on"

    fresh = Form(now=NOW)
    assert fresh["day"].value() == date(2026, 11, 24)
    late = Form({"day_day": "25", "day_month": "11", "day_year": "2026"}, now=NOW)
    assert not late.is_valid()
    assert late.problems == [
        ("#id_day_day", "The day cannot be in the future: today is 24 November 2026")
    ]
    assert late["day"].value() == ["25", "11", "2026"]
