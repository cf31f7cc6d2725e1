"""What the records show of a limb: a finding from figures, and from nothing else.

The states are those of a finding; none of them says that the force is right or wrong, and none of
them is closure. A shortfall is called *material* only by a dated policy fixed beforehand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dutybook.duties.figures import Cell, Measure
from dutybook.inspections.models.limb import Counted


class Finding(StrEnum):
    """What the records show, best first; then what they cannot show."""

    FULLY_SHOWN = "fully_shown"
    SHORTFALL = "shortfall"
    MATERIAL_SHORTFALL = "material_shortfall"
    NOT_SHOWN = "not_shown"
    NO_STANDARD_SET = "no_standard_set"
    NO_RECORDS_YET = "no_records_yet"
    NONE_IN_YOUR_TEAM = "none_in_your_team"
    NOT_FOR_YOUR_ROLE = "not_for_your_role"
    NO_RECORDS_HERE = "no_records_here"
    NOT_FROM_RECORDS = "not_from_records"


WORDS = {
    Finding.FULLY_SHOWN: "Fully shown",
    Finding.SHORTFALL: "Shortfall",
    Finding.MATERIAL_SHORTFALL: "Material shortfall",
    Finding.NOT_SHOWN: "Not shown",
    Finding.NO_STANDARD_SET: "No standard set",
    Finding.NO_RECORDS_YET: "No records of this kind yet",
    Finding.NONE_IN_YOUR_TEAM: "Nothing to count in your team",
    Finding.NOT_FOR_YOUR_ROLE: "Not for your role",
    Finding.NO_RECORDS_HERE: "No records of this force here",
    Finding.NOT_FROM_RECORDS: "Not from records",
}


WORST_FIRST = (
    Finding.NOT_SHOWN,
    Finding.MATERIAL_SHORTFALL,
    Finding.SHORTFALL,
    Finding.NO_STANDARD_SET,
    Finding.FULLY_SHOWN,
    *(one for one in Finding if one not in list(Finding)[:5]),
)
"""What falls short, then what is shown, then what the records cannot show."""


@dataclass(frozen=True)
class Figure:
    """One duty's figures as one limb reads them.

    `shown` of `of`; `unknown` and `no_standard` are inside `of` and never inside `shown`. `left`
    says in words what else stands in `of`. `recorded` says whether the records that the duty
    reads are kept here at all: where they are not, nothing can be shown. `held_back` says why its
    numbers are not shown to whoever reads the page, None where they are; `is_bare` leaves out what
    stands beside them (exceptions, the oldest, what could have been gamed).
    """

    measure: Measure
    counts: str
    shown: int
    of: int
    unknown: int
    no_standard: int
    recorded: bool = True
    held_back: str | None = None
    is_bare: bool = False

    @property
    def share(self) -> float | None:
        """`shown` over `of`; None when nothing was counted, which is neither 0 nor 1."""
        return self.shown / self.of if self.of else None


def figure(measure: Measure, counted: str, *, recorded: bool = True) -> Figure:
    """Read a duty's figures for a limb.

    A limb that asks that what does not comply be authorised (10b) counts, of the events that do
    not meet the condition or whose answer nobody recorded, those authorised beforehand.
    """
    total = measure.total
    if counted == Counted.AUTHORISED:
        return Figure(
            measure=measure,
            counts="of events that did not comply or whose answer is not recorded, "
            "those authorised beforehand",
            shown=total.authorised,
            of=_not_met(total),
            unknown=total.unknown,
            no_standard=total.no_standard,
            recorded=recorded,
        )
    return Figure(
        measure=measure,
        counts=measure.counts,
        shown=total.numerator,
        of=total.denominator,
        unknown=total.unknown,
        no_standard=total.no_standard,
        recorded=recorded,
    )


def _not_met(total: Cell) -> int:
    return total.denominator - total.numerator


def finding(figures: Sequence[Figure], *, material_below: int | None = None) -> Finding:
    """The finding that several duties give together: the limb is shown as far as its weakest.

    A shortfall is material where less than `material_below` per cent is shown, by the force's own
    policy; while none is set no shortfall is called material.

    A duty of which nothing was counted is no record of the kind, and keeps the limb from being
    fully shown by the others; a figure in which some but not all entries have no standard is a
    shortfall, since what has no standard is never counted as met.
    """
    states = {_of_one(each, material_below) for each in figures}
    worst_first = (
        *(Finding.NOT_SHOWN, Finding.NO_STANDARD_SET),
        *(Finding.MATERIAL_SHORTFALL, Finding.SHORTFALL),
        *(Finding.NO_RECORDS_YET, Finding.FULLY_SHOWN),
    )
    return next((state for state in worst_first if state in states), Finding.NO_RECORDS_YET)


def _of_one(one: Figure, material_below: int | None) -> Finding:
    if not one.of:
        return Finding.NO_RECORDS_YET
    if one.no_standard == one.of:
        return Finding.NO_STANDARD_SET
    if one.shown == one.of:
        return Finding.FULLY_SHOWN
    if not one.shown:
        return Finding.NOT_SHOWN
    if material_below is not None and one.shown * 100 < one.of * material_below:
        return Finding.MATERIAL_SHORTFALL
    return Finding.SHORTFALL


def contradicts(state: Finding) -> bool:
    """Whether a claim of completion stands against what the records show."""
    return state in (
        *(Finding.SHORTFALL, Finding.MATERIAL_SHORTFALL),
        *(Finding.NOT_SHOWN, Finding.NO_STANDARD_SET),
    )


@dataclass(frozen=True)
class LimbFinding:
    """A limb's finding with the figures that it rests on and their day.

    `material_below` is the share in per cent below which the force's policy of that day calls a
    shortfall material; None while no policy does.
    """

    state: Finding
    figures: tuple[Figure, ...]
    day: date
    material_below: int | None = None

    @property
    def words(self) -> str:
        return WORDS[self.state]


def frozen_figures(found: LimbFinding) -> list[dict[str, str | int]]:
    """The figures of a finding as a certification keeps them, one object for each duty.

    The same facts, as known at the same moment, give the same objects again, to the byte.
    """
    return [
        {
            "duty": one.measure.duty,
            "definition_version": one.measure.definition_version,
            "digest": one.measure.digest,
            "shown": one.shown,
            "of": one.of,
            "unknown": one.unknown,
            "no_standard": one.no_standard,
        }
        for one in found.figures
    ]
