"""What a fact table is made of: typed columns, kept as int64 arrays.

Instants are microseconds since the Unix epoch, UTC. `NULL` stands for "not recorded" in every
kind of column. A choice is kept as its index in its declared order.
"""

from collections.abc import Iterable, Mapping
from typing import ClassVar, TypeAlias

import numpy as np
import numpy.typing as npt

NULL = -(2**63)

IntArray: TypeAlias = npt.NDArray[np.int64]
BoolArray: TypeAlias = npt.NDArray[np.bool_]
Columns: TypeAlias = dict[str, IntArray]
Facts: TypeAlias = Mapping[str, Columns]
"""Table key to columns: every version of every fact, in any order."""


class Column:
    """One column of a fact table; `required` means NULL is not allowed in it."""

    kind: ClassVar[str] = "column"

    def __init__(self, doc: str, *, required: bool = False) -> None:
        self.doc = doc
        self.required = required
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def encode(self, value: object) -> int:
        """A Python value as the kept integer; None is NULL.

        Raises ValueError when the column cannot hold the value.
        """
        if value is None:
            if self.required:
                raise ValueError(f"{self.name} must be recorded")
            return NULL
        if isinstance(value, bool | int | np.integer):
            return int(value)
        raise ValueError(f"{self.name} cannot be {value!r}: a whole number is needed")

    def problem(self, values: IntArray) -> BoolArray:
        """True where a value is one this column may not hold."""
        if self.required:
            return values == NULL
        return np.zeros(len(values), dtype=np.bool_)


class Instant(Column):
    """A moment: microseconds since the Unix epoch, UTC."""

    kind = "instant"


class Whole(Column):
    """A whole number, zero or more."""

    kind = "whole"

    def problem(self, values: IntArray) -> BoolArray:
        return super().problem(values) | ((values < 0) & (values != NULL))


class Flag(Column):
    """Yes (1), no (0) or not recorded (NULL)."""

    kind = "flag"

    def problem(self, values: IntArray) -> BoolArray:
        return super().problem(values) | ((values != NULL) & (values != 0) & (values != 1))


class Ref(Column):
    """The fact_id of another fact."""

    kind = "ref"


class Code(Column):
    """One of a fixed list of choices, kept as the choice's place in the list."""

    kind = "code"

    def __init__(self, doc: str, *choices: str, required: bool = False) -> None:
        super().__init__(doc, required=required)
        if len(choices) < 2 or len(set(choices)) != len(choices):
            raise ValueError("a code needs at least two different choices")
        self.choices = choices

    def encode(self, value: object) -> int:
        if isinstance(value, str):
            if value not in self.choices:
                raise ValueError(
                    f"{self.name} cannot be {value!r}: use one of {', '.join(self.choices)}"
                )
            return self.choices.index(value)
        return super().encode(value)

    def problem(self, values: IntArray) -> BoolArray:
        outside = (values < 0) | (values >= len(self.choices))
        return super().problem(values) | ((values != NULL) & outside)


COMMON: tuple[Column, ...] = (
    Whole("identity of the fact, the same in all its versions", required=True),
    Whole("1 for the first version; a correction or withdrawal adds one", required=True),
    Whole("who or what the fact is about", required=True),
    Instant("when it was true; for a fact known to the day, any moment of that day", required=True),
    Flag("1 when only the day of `at` is known", required=True),
    Instant("when this version was keyed", required=True),
    Flag("1 when this version withdraws the fact", required=True),
)
COMMON_NAMES = ("fact_id", "version", "subject_id", "at", "day_only", "recorded_at", "withdrawn")
for _column, _name in zip(COMMON, COMMON_NAMES, strict=True):
    _column.name = _name

TABLES: dict[str, type["FactTable"]] = {}
"""Every declared fact table by its key."""


class FactTable:
    """Base of every fact table; a subclass's docstring and columns are its data dictionary.

    A subclass names its `key` and its `subject` (the kind of thing `subject_id` identifies), and
    is registered in `TABLES` when it is declared. Columns it declares follow the common ones.
    """

    key: ClassVar[str] = ""
    subject: ClassVar[str] = ""
    columns: ClassVar[dict[str, Column]] = {}

    def __init_subclass__(cls) -> None:
        if not cls.key or not cls.subject or not cls.__doc__:
            raise TypeError(f"{cls.__name__} needs a key, a subject and a docstring")
        if cls.key in TABLES:
            raise TypeError(f"fact table {cls.key!r} is declared twice")
        own = {name: value for name, value in vars(cls).items() if isinstance(value, Column)}
        cls.columns = {column.name: column for column in COMMON} | own
        TABLES[cls.key] = cls


def code(table: str, column: str, choice: str) -> int:
    """The integer kept for a choice. Raises KeyError or ValueError when there is none such."""
    found = TABLES[table].columns[column]
    if not isinstance(found, Code):
        raise ValueError(f"{table}.{column} is not a code")
    return found.encode(choice)


def columns_from_rows(table: str, rows: Iterable[Mapping[str, object]]) -> Columns:
    """Rows as the columns of a table; choices may be given by name, and what is left out of a row
    is `version` 1, `day_only` and `withdrawn` 0, `recorded_at` the row's `at`, else NULL.

    Raises ValueError naming the row and column at fault.
    """
    declared = TABLES[table].columns
    kept: dict[str, list[int]] = {name: [] for name in declared}
    for number, row in enumerate(rows):
        unknown = row.keys() - declared.keys()
        if unknown:
            raise ValueError(f"{table} row {number}: no such column {', '.join(sorted(unknown))}")
        filled = {"version": 1, "day_only": 0, "withdrawn": 0, "recorded_at": row.get("at"), **row}
        for name, column in declared.items():
            try:
                kept[name].append(column.encode(filled.get(name)))
            except ValueError as error:
                raise ValueError(f"{table} row {number}: {error}") from None
    return {name: np.array(values, dtype=np.int64) for name, values in kept.items()}


def as_known(columns: Columns, known_at: int) -> Columns:
    """R8: of each fact the newest version recorded by `known_at`, the withdrawn ones left out."""
    return newest(known_versions(columns, known_at))


def known_versions(columns: Columns, known_at: int) -> Columns:
    """Every version recorded by `known_at`, withdrawals included."""
    keep = columns["recorded_at"] <= known_at
    if keep.all():
        return columns
    return {name: values[keep] for name, values in columns.items()}


def newest(columns: Columns) -> Columns:
    """Of each fact the version with the highest number, unless that one withdraws the fact."""
    version = columns["version"]
    withdrawn = columns["withdrawn"]
    if len(version) == 0 or (version.max() == 1 and not withdrawn.any()):
        return columns
    fact = columns["fact_id"]
    order = np.lexsort((version, fact))
    last = np.ones(len(order), dtype=np.bool_)
    last[:-1] = fact[order][1:] != fact[order][:-1]
    rows = order[last]
    rows = np.sort(rows[withdrawn[rows] == 0])
    return {name: values[rows] for name, values in columns.items()}
