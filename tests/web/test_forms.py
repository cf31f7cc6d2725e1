"""What the forms refuse before any action is asked."""

from datetime import UTC, date, datetime

import pytest

from dutybook.access.errors import InvalidInput
from dutybook.web.forms.investigation import ExtendBailForm, OpenBailForm
from dutybook.web.forms.offender import IntervalForm, ReviewForm, RiskForm
from dutybook.web.forms.visit import VisitForm

NOW = datetime(2026, 11, 24, 14, 5, tzinfo=UTC)


def day(name: str, value: date) -> dict[str, str]:
    return {
        f"{name}_day": str(value.day),
        f"{name}_month": str(value.month),
        f"{name}_year": str(value.year),
    }


def visit(**answers: str) -> VisitForm:
    return VisitForm(
        {**day("day", date(2026, 11, 24)), "clock": "13:00", "outcome": "seen", **answers}, now=NOW
    )


def test_a_visit_needs_three_answers_and_presumes_no_others():
    form = visit()
    assert form.is_valid()
    assert form.visit == {
        "at": datetime(2026, 11, 24, 13, 0, tzinfo=UTC),
        "outcome": "seen",
        "announced": None,
        "crew": None,
        "second_confirmed": None,
        "findings": "",
        "officers_view": "",
        "follow_up": "",
        "purposes": [],
        "with_partner": "",
    }
    assert form.second_id is None


def test_a_visit_form_offers_this_minute_and_no_outcome():
    form = VisitForm(now=NOW)
    assert form["day"].value() == date(2026, 11, 24)
    assert f"{form['clock'].value():%H:%M}" == "14:05"
    for unanswered in ("outcome", "announced", "crew", "second_confirmed"):
        assert form[unanswered].value() is None


@pytest.mark.parametrize(
    ("answers", "place", "said"),
    [
        ({"clock": "14:06"}, "#id_clock", "in the future: it is now 14:05"),
        (day("day", date(2026, 11, 25)), "#id_day_day", "cannot be in the future: today is 24"),
        ({"outcome": "vanished"}, "#id_outcome_0", "not one of those listed"),
        ({"outcome": ""}, "#id_outcome_0", "Say what came of it"),
        ({"crew": "1", "second_confirmed": "yes"}, "#id_second_confirmed_0", "no second"),
        ({"day_day": "31", "day_month": "11"}, "#id_day_day", "there is no 31 11 2026"),
    ],
)
def test_a_visit_that_cannot_stand_is_refused_at_its_field(answers, place, said):
    form = visit(**answers)
    assert not form.is_valid()
    assert [at for at, _ in form.problems] == [place]
    assert said in form.problems[0][1]
    assert form["clock"].value() == answers.get("clock", "13:00")


def test_an_actions_refusal_stands_at_the_field_it_names():
    form = visit()
    assert form.is_valid()
    form.refuse(InvalidInput({"at": "Nobody was registered then", "": "Somebody is editing"}))
    assert form.problems == [
        ("#id_clock", "Nobody was registered then"),
        ("", "Somebody is editing"),
    ]


def test_an_unknown_risk_level_is_refused():
    form = RiskForm(
        {"level": "extreme", "reason": "because", **day("day", date(2026, 11, 1))}, now=NOW
    )
    assert not form.is_valid()
    assert form.problems[0][0] == "#id_level_0"


def test_bail_that_ends_before_it_begins_is_refused():
    form = OpenBailForm(
        {**day("first_day", date(2026, 11, 20)), **day("last_day", date(2026, 11, 19))}, now=NOW
    )
    assert not form.is_valid()
    assert form.problems[0][0] == "#id_last_day_day"
    assert "cannot end before it begins" in form.problems[0][1]


def test_bail_may_begin_tomorrow():
    form = OpenBailForm(
        {**day("first_day", date(2026, 11, 25)), **day("last_day", date(2027, 2, 24))}, now=NOW
    )
    assert form.is_valid(), form.errors


@pytest.mark.parametrize("kind", [OpenBailForm, ExtendBailForm])
def test_conditions_without_conditional_bail_are_refused(kind):
    begins = day("first_day", date(2026, 11, 20))
    form = kind(
        {**begins, **day("last_day", date(2027, 2, 24)), "conditions": "No contact"}, now=NOW
    )
    assert not form.is_valid()
    assert form.problems[0][0] == "#id_conditional_0"


def test_an_interval_needs_its_reason_and_sending_back_its_comment():
    plan = IntervalForm({**day("day", date(2026, 11, 1)), "amount": "3", "unit": "months"}, now=NOW)
    assert not plan.is_valid()
    assert plan.problems[0][0] == "#id_reason"
    review = ReviewForm({"outcome": "sent_back"})
    assert not review.is_valid()
    assert review.problems[0][0] == "#id_comment"


@pytest.mark.parametrize("amount", ["0", "-3", "two", "1.5", "99999999999999999999"])
def test_an_interval_is_a_whole_number(amount):
    form = IntervalForm(
        {**day("day", date(2026, 11, 1)), "amount": amount, "unit": "months", "reason": "so"},
        now=NOW,
    )
    assert not form.is_valid()
    assert form.problems == [("#id_amount", "Enter a whole number from 1 to 1000")]
