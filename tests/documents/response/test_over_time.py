"""Limbs through the versions of a response: in order, and only what each version says."""

from dataclasses import replace
from datetime import date

from tests.documents.response.versions import LIMB, RECOMMENDATION, version

from dutybook.documents.response import LimbOverTime, PublishedFigure, over_time
from dutybook.documents.response.over_time import Shown

FIGURE = PublishedFigure(
    *("visits", "Visits in time", "those not overdue", "at the end of the day"),
    *(date(2026, 10, 31), 80, 100, 3, 0),
)
HELD_BACK = PublishedFigure(
    *("visits", "Visits in time", "those not overdue", "at the end of the day"),
    date(2026, 11, 30),
    held_back="a number in it is smaller than 10",
)


def test_a_limb_has_a_line_for_each_version_and_nothing_between() -> None:
    first = replace(RECOMMENDATION, limbs=(replace(LIMB, numbers=(FIGURE,)),))
    second = replace(RECOMMENDATION, limbs=(replace(LIMB, asked="Know", numbers=(HELD_BACK,)),))
    found = over_time([(1, version(first)), (3, version(second))])
    counted = (
        "80 of 100 (those not overdue; at the end of the day); 3 unknown, 0 without a standard"
    )
    held = "Not given: a number in it is smaller than 10"
    assert found == (
        LimbOverTime(
            "8c",
            "Know",
            (
                Shown(1, "Shortfall", (("Visits in time", counted),)),
                Shown(3, "Shortfall", (("Visits in time", held),)),
            ),
        ),
    )


def test_limbs_stand_in_the_order_of_the_recommendations() -> None:
    tenth = replace(RECOMMENDATION, number=10, limbs=(replace(LIMB, key="10a"),))
    found = over_time([(1, version(tenth, RECOMMENDATION))])
    assert [one.code for one in found] == ["8c", "10a"]


def test_nothing_comes_of_nothing() -> None:
    assert over_time([]) == ()
