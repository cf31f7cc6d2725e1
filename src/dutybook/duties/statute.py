"""Figures set by law: the same for every force, dated, and no policy of any force.

A figure that changed keeps its predecessors, each from its own day, so that an old date is judged
by the law as it then stood.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias, get_args

from dutybook.duties.policy import UNITS, Unit

StatuteUnit: TypeAlias = Unit | Literal["months_beginning_with", "months_beginning_next_day"]
STATUTE_UNITS: tuple[str, ...] = (
    *UNITS,
    *get_args(Literal["months_beginning_with", "months_beginning_next_day"]),
)
"""How law may count (R9), in the kernel's numbering; the first of them a force may use too.

`months_beginning_with` counts the day itself and ends the day before the same day of the last
month, or with that month where it has no such day; `months_beginning_next_day` is the same from
the day after (the bail clock).
"""


@dataclass(frozen=True)
class Figure:
    """So many units, in force from the local day `since` until the next figure's."""

    amount: int
    unit: StatuteUnit
    since: date


@dataclass(frozen=True)
class Statute:
    """An allowance set by law: `source` says which provision, `figures` the amounts over time."""

    source: str
    figures: tuple[Figure, ...]

    def problems(self) -> Iterator[str]:
        """What is wrong with it, in words."""
        if not self.source.strip():
            yield "a figure set by law says where"
        if not self.figures:
            yield f"{self.source}: no figure is given"
        days = [figure.since for figure in self.figures]
        if days != sorted(set(days)):
            yield f"{self.source}: figures stand in order of day, one for each day"
        for figure in self.figures:
            yield from _figure_problems(self.source, figure.amount, figure.unit)

    @property
    def in_words(self) -> str:
        """The figure now in force, in words."""
        return amount_in_words(self.figures[-1].amount, self.figures[-1].unit)


@dataclass(frozen=True)
class Floor:
    """R5: the least that is left after a stop, counted from its end as the source counts."""

    amount: int
    unit: StatuteUnit
    source: str

    def problems(self) -> Iterator[str]:
        """What is wrong with it, in words."""
        if not self.source.strip():
            yield "a floor says where it comes from"
        yield from _figure_problems(self.source, self.amount, self.unit)


def _figure_problems(source: str, amount: int, unit: str) -> Iterator[str]:
    if unit not in STATUTE_UNITS:
        yield f"{source}: {unit!r} is not one of {', '.join(STATUTE_UNITS)}"
    if amount < (1 if "beginning" in unit else 0):
        yield f"{source}: {amount} {unit} cannot be counted"


_IN_WORDS = {
    "days_beginning_with": "{} beginning with that day",
    "months_beginning_with": "{} beginning with that day",
    "months_beginning_next_day": "{} beginning with the next day",
}


def amount_in_words(amount: int, unit: str) -> str:
    """`3`, `days_beginning_with` as "3 days beginning with that day"."""
    noun = unit.split("_beginning")[0].replace("_", " ")
    counted = f"{amount} {noun.removesuffix('s') if amount == 1 else noun}"
    return _IN_WORDS.get(unit, "{}").format(counted)
