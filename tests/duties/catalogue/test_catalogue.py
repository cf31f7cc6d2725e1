"""The catalogue: what every duty says of itself, its policies, and its reviews."""

from dataclasses import replace
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path

import pytest

from dutybook.duties import catalogue
from dutybook.duties.catalogue import (
    CATALOGUE,
    TOPICS,
    duties_serving,
    limbs_served,
    review_notices,
    reviews_past,
)
from dutybook.duties.catalogue.limbs import LIMBS, Limb
from dutybook.duties.catalogue.settings import POLICY_KEYS
from dutybook.duties.language import Duty, Reading

FOLDER = Path(catalogue.__file__).parent
EVERY_DUTY = pytest.mark.parametrize("duty", CATALOGUE.values(), ids=CATALOGUE)


@EVERY_DUTY
def test_a_duty_stands_in_the_file_named_like_it(duty: Duty) -> None:
    topics = {path.parent.name for path in FOLDER.glob(f"*/{duty.key}.py")}
    assert len(topics) == 1
    topic = import_module(f"dutybook.duties.catalogue.{topics.pop()}")
    assert duty in TOPICS[topic.TITLE]
    assert import_module(f"{topic.__name__}.{duty.key}").DUTY is duty


def test_every_file_of_a_duty_is_in_the_catalogue() -> None:
    """A duty that is written and forgotten in its topic's list would be owed by nobody."""
    written = {
        path.stem for path in FOLDER.glob("*/*.py") if "\nDUTY = " in path.read_text("utf-8")
    }
    assert written == set(CATALOGUE)
    assert sum(map(len, TOPICS.values())) == len(CATALOGUE)


@EVERY_DUTY
def test_nobody_is_said_to_have_checked_a_duty_who_has_not(duty: Duty) -> None:
    assert duty.drafted_by == "Dutybook project"
    assert duty.checked == "not yet checked by a practitioner"


@EVERY_DUTY
def test_every_policy_is_described_and_its_choices_are_the_duty_s(duty: Duty) -> None:
    for key in duty.policies:
        described = POLICY_KEYS[key]
        if isinstance(duty.opens, Reading) and duty.opens.policy == key:
            assert described.choices == tuple(option.name for option in duty.opens.options)
            assert described.kind == "choice"
        elif duty.authorised_by and duty.authorised_by.least_rank == key:
            assert described.kind == "rank"
        else:
            assert described.kind == "allowance"


def test_no_policy_is_described_that_no_duty_reads() -> None:
    assert set(POLICY_KEYS) == {key for duty in CATALOGUE.values() for key in duty.policies}


def test_every_limb_a_duty_names_is_a_limb() -> None:
    known = {limb.key for limb in LIMBS}
    assert len(known) == len(LIMBS) == 23
    assert {limb for duty in CATALOGUE.values() for limb in duty.limbs} <= known


@pytest.mark.parametrize("limb", LIMBS, ids=lambda limb: limb.key)
def test_a_limb_is_served_or_says_why_it_cannot_be(limb: Limb) -> None:
    assert duties_serving(limb.key) or limb.beyond


def test_duties_serving_a_limb_stand_in_the_order_of_the_catalogue() -> None:
    serving = [duty.key for duty in duties_serving("8d")]
    assert serving == [key for key in CATALOGUE if key.startswith("supervisor_review_of")]
    assert duties_serving("16z") == ()


def test_the_table_of_limbs_names_every_duty_that_serves_one() -> None:
    told = limbs_served()
    assert [one["key"] for one in told] == [limb.key for limb in LIMBS]
    assert {key for one in told for key in one["duties"]} == {
        duty.key for duty in CATALOGUE.values() if duty.limbs
    }
    assert all(one["duties"] or one["beyond"] for one in told)


def test_a_review_is_announced_thirty_days_ahead_and_past_after_its_day() -> None:
    duty = replace(next(iter(CATALOGUE.values())), review_date=date(2027, 4, 30))
    days = {before: duty.review_date - timedelta(days=before) for before in (31, 30, 0, -1)}
    assert {b: len(review_notices(day, [duty])) for b, day in days.items()} == {
        31: 0,
        30: 1,
        0: 1,
        -1: 0,
    }
    assert {b: len(reviews_past(day, [duty])) for b, day in days.items()} == {
        31: 0,
        30: 0,
        0: 0,
        -1: 1,
    }


def test_no_review_is_past_and_those_soon_due_are_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Fails the build once a duty's source has gone unread past its review date."""
    today = date.today()  # noqa: DTZ011  a build happens on a day; either side of midnight will do
    with capsys.disabled():
        for notice in review_notices(today):
            print(f"\nNOTICE {notice}")  # noqa: T201  a warning would fail the build too soon
    assert reviews_past(today) == []
