"""Nobody can read a few people off what was published, however they subtract it.

The attacker keeps every release, knows how the figures are made, and solves for what is not
printed: whatever is a sum of printed numbers with any factors is known to them. Nothing small that
means people may be among it, on one day or between two.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dutybook.inspections.suppression import Counts, held_back, parts, series_of, why_held_back

SMALLEST = 10
DUTY = "visit_unannounced_in_pairs"
ATOMS = 5


@dataclass(frozen=True)
class Truth:
    """What really happened by one day: events by what became of each."""

    met: int
    authorised: int
    in_breach: int
    unknown: int
    no_standard: int

    @property
    def atoms(self) -> tuple[int, ...]:
        return (self.met, self.authorised, self.in_breach, self.unknown, self.no_standard)

    @property
    def figures(self) -> dict[tuple[str, str], Counts]:
        """What two limbs read of it: 10a what complied, 10b what was authorised of the rest."""
        rest = sum(self.atoms) - self.met
        return {
            ("10a", DUTY): Counts(self.met, self.met + rest, self.unknown, self.no_standard),
            ("10b", DUTY): Counts(self.authorised, rest, self.unknown, self.no_standard),
        }


# The printed numbers, and what stands for people, as sums of the five atoms.
PRINTED = {
    "10a": [(1, 0, 0, 0, 0), (1, 1, 1, 1, 1), (0, 0, 0, 1, 0), (0, 0, 0, 0, 1)],
    "10b": [(0, 1, 0, 0, 0), (0, 1, 1, 1, 1), (0, 0, 0, 1, 0), (0, 0, 0, 0, 1)],
}
MEANS_PEOPLE = [
    *((1, 0, 0, 0, 0), (0, 1, 0, 0, 0), (0, 0, 1, 0, 0), (0, 0, 0, 1, 0), (0, 0, 0, 0, 1)),
    *((1, 1, 1, 1, 1), (0, 1, 1, 1, 1), (0, 1, 1, 0, 0), (0, 0, 1, 1, 0), (0, 0, 1, 0, 1)),
]


def released(days: list[Truth], smallest: int) -> list[set[str]]:
    """The limbs whose figure each release prints, one release a day, by the product's own rule."""
    before, printed = series_of(()), []
    for day in days:
        withheld = held_back(day.figures, before, smallest)
        out = {} if DUTY in withheld else day.figures
        for series, counts in out.items():
            before.setdefault(series, []).append(counts)
        printed.append({limb for limb, _ in out})
    return printed


def found_out(days: list[Truth], printed: list[set[str]], smallest: int) -> Iterator[str]:
    """What the attacker knows that is small: by solving all printed numbers together."""
    known = [
        _at(number, form, len(days))
        for number, limbs in enumerate(printed)
        for limb in sorted(limbs)
        for form in PRINTED[limb]
    ]
    truth = np.concatenate([day.atoms for day in days])
    for form in MEANS_PEOPLE:
        for late in range(len(days)):
            wanted = [_at(late, form, len(days))]
            wanted += [wanted[0] - _at(early, form, len(days)) for early in range(late)]
            for one in wanted:
                value = abs(int(one @ truth))
                if 0 < value < smallest and _solved(known, one):
                    yield f"{form} on day {late}: {value}"


def _at(day: int, form: tuple[int, ...], days: int) -> np.ndarray:
    row = np.zeros(days * ATOMS, dtype=int)
    row[day * ATOMS : (day + 1) * ATOMS] = form
    return row


def _solved(known: list[np.ndarray], wanted: np.ndarray) -> bool:
    if not known:
        return False
    matrix = np.array(known)
    rank = np.linalg.matrix_rank(matrix)
    return bool(np.linalg.matrix_rank(np.vstack([matrix, wanted])) == rank)


counts = st.one_of(st.integers(0, 14), st.sampled_from([0, 30, 31, 39, 40, 55, 300, 310, 311]))
truths = st.builds(Truth, counts, counts, counts, counts, counts)


@settings(max_examples=400, deadline=None)
@given(st.lists(truths, min_size=1, max_size=5))
def test_the_attacker_learns_no_few_from_any_run_of_releases(days: list[Truth]) -> None:
    assert list(found_out(days, released(days, SMALLEST), SMALLEST)) == []


def test_every_earlier_release_counts_and_not_the_last_alone() -> None:
    days = [Truth(number, 0, 40, 0, 0) for number in (300, 400, 304, 420)]
    assert [bool(limbs) for limbs in released(days, SMALLEST)] == [True, True, False, True]


def test_the_attacker_is_no_straw_man() -> None:
    """Without the rule each of these is found out, so that the test above means something."""
    rest_of_two = [Truth(300, 0, 2, 30, 40)]  # 372 of which 300, 30 and 40: two in breach
    assert list(found_out(rest_of_two, [{"10a"}], SMALLEST))
    between = [Truth(300, 0, 40, 0, 0), Truth(303, 0, 40, 0, 0)]  # three visits in a week
    assert list(found_out(between, [{"10a"}, {"10a"}], SMALLEST))
    beside = [Truth(300, 30, 40, 0, 0), Truth(340, 33, 40, 0, 0)]  # each limb withheld once
    assert list(found_out(beside, [{"10b"}, {"10a"}], SMALLEST))
    skipped = [Truth(300, 0, 40, 0, 0), Truth(400, 0, 40, 0, 0), Truth(304, 0, 40, 0, 0)]
    assert list(found_out(skipped, [{"10a"}, {"10a"}, {"10a"}], SMALLEST))


@pytest.mark.parametrize(
    ("numbers", "why"),
    [
        (Counts(300, 340, 0, 0), None),
        (Counts(300, 305, 0, 0), "smaller than 10"),
        (Counts(300, 372, 30, 40), "smaller than 10"),  # two are left by subtraction
        (Counts(0, 40, 0, 0), None),  # nobody is nobody
        (Counts(4, 4, 0, 0), "smaller than 10"),
        (Counts(303, 343, 0, 0), "an earlier release"),
        (Counts(320, 360, 0, 0), None),
    ],
)
def test_a_figure_is_held_back_with_the_reason(numbers: Counts, why: str | None) -> None:
    found = why_held_back(numbers, [Counts(310, 350, 0, 0), Counts(360, 400, 0, 0)], SMALLEST)
    assert (found is None) if why is None else (why in (found or ""))


def test_the_parts_are_every_number_that_subtraction_gives() -> None:
    assert list(parts(Counts(300, 372, 30, 40))) == [300, 372, 30, 40, 72, 42, 32, 2]


def test_what_one_limb_withholds_no_other_gives_away() -> None:
    figures = Truth(300, 3, 40, 0, 0).figures  # 10a is safe by itself, 10b is not
    assert why_held_back(figures["10a", DUTY], (), SMALLEST) is None
    assert set(held_back(figures, {}, SMALLEST)) == {DUTY}
