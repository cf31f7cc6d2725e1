"""Limbs through the versions of a response: in order, and only what each version says."""

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

from tests.documents.response.versions import LIMB, RECOMMENDATION, version

from dutybook.documents.response import LimbOverTime, PublishedFigure, over_time, trends_of
from dutybook.documents.response.over_time import Shown, ShownFigure

VISITS = ("visits", "Visits in time")

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
                Shown(1, "Shortfall", (ShownFigure(*VISITS, counted, counts=(17, 3, 80)),)),
                Shown(3, "Shortfall", (ShownFigure(*VISITS, held, counts=None),)),
            ),
        ),
    )


def test_limbs_stand_in_the_order_of_the_recommendations() -> None:
    tenth = replace(RECOMMENDATION, number=10, limbs=(replace(LIMB, key="10a"),))
    found = over_time([(1, version(tenth, RECOMMENDATION))])
    assert [one.code for one in found] == ["8c", "10a"]


def test_nothing_comes_of_nothing() -> None:
    assert over_time([]) == ()


def test_a_figure_given_twice_is_drawn_and_a_release_that_holds_it_back_is_a_gap() -> None:
    fewer = replace(FIGURE, shown=70)
    limbs = [replace(LIMB, numbers=(one,)) for one in (FIGURE, HELD_BACK, fewer)]
    versions = [(n, version(replace(RECOMMENDATION, limbs=(one,)))) for n, one in enumerate(limbs)]
    [limb] = over_time(versions)
    [drawn] = trends_of(limb, {0: "0 (Oct)", 1: "1 (Nov)", 2: "2 (Dec)"})
    assert (drawn.title, drawn.gaps) == ("Visits in time", (1,))
    picture = ElementTree.fromstring(drawn.picture)
    heights = [round(float(one.attrib["height"])) for one in picture.iter() if "rect" in one.tag]
    assert heights == [24, 4, 112, 0, 0, 0, 38, 4, 98]  # of 140 for the hundred records
    assert picture.attrib["aria-labelledby"] == "8c-visits-title 8c-visits-desc"


def test_what_was_given_once_is_not_drawn() -> None:
    limbs = [replace(LIMB, numbers=(one,)) for one in (FIGURE, HELD_BACK)]
    versions = [(n, version(replace(RECOMMENDATION, limbs=(one,)))) for n, one in enumerate(limbs)]
    assert trends_of(over_time(versions)[0], {0: "a", 1: "b"}) == ()
