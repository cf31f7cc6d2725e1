"""Conditions on one fact: yes, no, or unknown when what they ask was not recorded.

Each condition answers for a whole column at once with an int8 array of `YES`, `NO`, `UNKNOWN`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import numpy as np
import numpy.typing as npt

from dutybook.duties.columns import NULL, TABLES, Code, Column, Columns, Flag

NO, YES, UNKNOWN = 0, 1, 2
Answers: TypeAlias = npt.NDArray[np.int8]


class Condition(Protocol):
    """What every condition can do."""

    def answers(self, table: str, columns: Columns) -> Answers:
        """YES, NO or UNKNOWN for every row of `columns`."""

    def problems(self, table: str) -> Iterator[str]:
        """What is wrong with asking this of `table`, in words."""


def _column(table: str, name: str) -> Column | None:
    declared = TABLES.get(table)
    return declared.columns.get(name) if declared else None


def _flag(table: str, name: str) -> str:
    assert isinstance(_column(table, name), Flag)
    return name


def _settle(known: npt.NDArray[np.bool_], holds: npt.NDArray[np.bool_]) -> Answers:
    answers = holds.astype(np.int8)
    answers[~known] = UNKNOWN
    return answers


@dataclass(frozen=True)
class Is:
    """The column holds one of the named choices."""

    column: str
    choices: tuple[str, ...]

    def __init__(self, column: str, *choices: str) -> None:
        object.__setattr__(self, "column", column)
        object.__setattr__(self, "choices", choices)

    def answers(self, table: str, columns: Columns) -> Answers:
        found = _column(table, self.column)
        assert isinstance(found, Code)
        values = columns[self.column]
        holds = np.zeros(len(values), dtype=np.bool_)
        for choice in self.choices:
            holds |= values == found.encode(choice)
        return _settle(values != NULL, holds)

    def problems(self, table: str) -> Iterator[str]:
        found = _column(table, self.column)
        if not isinstance(found, Code):
            yield f"{table}.{self.column} is not a code"
        else:
            for choice in self.choices:
                if choice not in found.choices:
                    yield f"{table}.{self.column} has no choice {choice!r}"
        if not self.choices:
            yield f"no choice of {table}.{self.column} is named"


@dataclass(frozen=True)
class Yes:
    """The flag says yes."""

    column: str

    def answers(self, table: str, columns: Columns) -> Answers:
        values = columns[_flag(table, self.column)]
        return _settle(values != NULL, values == 1)

    def problems(self, table: str) -> Iterator[str]:
        if not isinstance(_column(table, self.column), Flag):
            yield f"{table}.{self.column} is not a flag"


@dataclass(frozen=True)
class No:
    """The flag says no."""

    column: str

    def answers(self, table: str, columns: Columns) -> Answers:
        values = columns[_flag(table, self.column)]
        return _settle(values != NULL, values == 0)

    def problems(self, table: str) -> Iterator[str]:
        yield from Yes(self.column).problems(table)


@dataclass(frozen=True)
class AtLeast:
    """The column holds this number or more (for a code: this choice or a later one)."""

    column: str
    least: int | str

    def answers(self, table: str, columns: Columns) -> Answers:
        found = _column(table, self.column)
        assert found is not None
        values = columns[self.column]
        return _settle(values != NULL, values >= found.encode(self.least))

    def problems(self, table: str) -> Iterator[str]:
        found = _column(table, self.column)
        if found is None or found.kind not in ("whole", "code"):
            yield f"{table}.{self.column} is neither a number nor a code"
            return
        try:
            found.encode(self.least)
        except ValueError as error:
            yield f"{table}: {error}"


@dataclass(frozen=True)
class AllOf:
    """Every part holds; no as soon as one part says no, else unknown if one is unknown."""

    parts: tuple[Condition, ...]

    def __init__(self, *parts: Condition) -> None:
        object.__setattr__(self, "parts", parts)

    def answers(self, table: str, columns: Columns) -> Answers:
        each = np.stack([part.answers(table, columns) for part in self.parts])
        settled = np.where((each == UNKNOWN).any(axis=0), UNKNOWN, YES)
        return np.where((each == NO).any(axis=0), NO, settled).astype(np.int8)

    def problems(self, table: str) -> Iterator[str]:
        yield from _part_problems(self.parts, table)


@dataclass(frozen=True)
class AnyOf:
    """At least one part holds; yes as soon as one says yes, else unknown if one is unknown."""

    parts: tuple[Condition, ...]

    def __init__(self, *parts: Condition) -> None:
        object.__setattr__(self, "parts", parts)

    def answers(self, table: str, columns: Columns) -> Answers:
        each = np.stack([part.answers(table, columns) for part in self.parts])
        settled = np.where((each == UNKNOWN).any(axis=0), UNKNOWN, NO)
        return np.where((each == YES).any(axis=0), YES, settled).astype(np.int8)

    def problems(self, table: str) -> Iterator[str]:
        yield from _part_problems(self.parts, table)


def _part_problems(parts: tuple[Condition, ...], table: str) -> Iterator[str]:
    if not parts:
        yield "a condition made of parts has none"
    for part in parts:
        yield from part.problems(table)
