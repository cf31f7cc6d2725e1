"""Two versions of a response: what each says where they differ, and nothing where they do not."""

import json
from dataclasses import replace
from datetime import date

from tests.documents.response.versions import LIMB, RECOMMENDATION, version

from dutybook.documents.reading.model import Passage
from dutybook.documents.response import (
    Changed,
    PublishedFigure,
    ResponseLayer,
    ResponsePromise,
    compare,
)


def test_a_version_differs_in_nothing_from_itself() -> None:
    assert compare(version(), version()) == ()


def test_every_difference_says_where_it_is_and_both_wordings() -> None:
    limb = replace(LIMB, finding="Fully shown", figures="Visits: 100 of 100.")
    words = (Passage("paragraph", "We did it."), Passage("item", "All of it."))
    later = replace(RECOMMENDATION, position=words, end=None, limbs=(limb,))
    assert compare(version(), version(later)) == (
        Changed(
            "Recommendation 8", "The force's position", "We review it.", "We did it.\nAll of it."
        ),
        Changed("Recommendation 8, part 8c", "What the records show", "Shortfall", "Fully shown"),
        Changed(
            "Recommendation 8, part 8c", "Figures", "Visits: 80 of 100.", "Visits: 100 of 100."
        ),
        Changed("Recommendation 8", "To be done by", "no end date given", ""),
    )


def test_a_figure_differs_by_its_numbers_and_not_by_its_day() -> None:
    numbers = PublishedFigure(
        *("visits", "Visits in time", "those not overdue", "at the end of the day"),
        *(date(2026, 10, 31), 80, 100, 3, 0),
    )

    def released(number: PublishedFigure) -> str:
        limb = replace(LIMB, figures=f"{number.day}: {number.shown}", numbers=(number,))
        return version(replace(RECOMMENDATION, limbs=(limb,)))

    later = replace(numbers, day=date(2026, 11, 30))
    assert compare(released(numbers), released(later)) == ()
    [better] = compare(released(numbers), released(replace(later, shown=90)))
    assert better == Changed(
        "Recommendation 8, part 8c",
        "Visits in time",
        "80 of 100 (those not overdue; at the end of the day); 3 unknown, 0 without a standard",
        "90 of 100 (those not overdue; at the end of the day); 3 unknown, 0 without a standard",
    )
    held = replace(later, shown=None, of=None, unknown=None, no_standard=None, held_back="few")
    [one] = compare(released(numbers), released(held))
    assert one.after == "Not given: few"


def test_a_promise_and_a_test_of_the_records_are_told() -> None:
    given = ("Two more managers", "The force", date(2026, 9, 30), date(2026, 9, 30))
    first = replace(RECOMMENDATION, promises=(ResponsePromise(*given, "late", amount=1_000),))
    kept = replace(RECOMMENDATION, promises=(ResponsePromise(*given, "delivered"),))
    assert compare(version(first), version(kept)) == (
        Changed(
            "Recommendation 8",
            "Promise: Two more managers",
            "The force, £1,000, by 30 September 2026: late",
            "The force, by 30 September 2026: delivered",
        ),
    )
    tested = replace(RECOMMENDATION, limbs=(replace(LIMB, tested="Records untested."),))
    [change] = compare(version(), version(tested))
    assert (change.what, change.after) == (
        "Records tested against their files",
        "Records untested.",
    )


def test_what_somebody_says_of_a_part_is_told() -> None:
    said = ResponseLayer("The commissioner's assurance", "Assured", date(2026, 9, 1), "Seen.")
    spoken = replace(RECOMMENDATION, limbs=(replace(LIMB, layers=(said,)),))
    [word] = compare(version(), version(spoken))
    assert (word.what, word.after) == (
        "The commissioner's assurance",
        "Assured, 1 September 2026. Seen.",
    )


def test_a_release_made_before_promises_were_published_is_compared() -> None:
    before = json.loads(version())
    for one in before["recommendations"]:
        del one["promises"]
        for limb in one["limbs"]:
            del limb["tested"], limb["layers"]
    assert compare(json.dumps(before), version()) == ()


def test_what_is_new_and_what_is_gone_are_told() -> None:
    other = replace(RECOMMENDATION, number=10, limbs=())
    gained = compare(version(), version(RECOMMENDATION, other))
    assert {(one.place, one.before) for one in gained} == {("Recommendation 10", "")}
    lost = compare(version(RECOMMENDATION, other), version())
    assert {(one.place, one.after) for one in lost} == {("Recommendation 10", "")}
    assert [one.what for one in gained] == [one.what for one in lost]
