"""Facts on disk in order of subject, read for a range of subjects at a time.

A table whose Parquet files stand in order of subject and hold every column in the type of the
schema is read where it is; any other is checked, put in order and written to a scratch folder
first (DuckDB does it, within the memory it is given). What is read is checked as it is read.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from dutybook.duties.columns import TABLES, Columns, Facts, IntArray
from dutybook.duties.scale.arrow_columns import from_arrow, readable_as_it_is
from dutybook.duties.scale.pieces import Chunks, joined

BIGGEST_GROUP = 2_000_000
"""A row group of more rows is cut into smaller ones first."""


@dataclass(frozen=True)
class Group:
    """Some rows of one file that are read together, with the columns of the file: the lowest and
    highest subject, and the lowest and highest fact."""

    path: Path
    number: int
    names: tuple[str, ...]
    first: int
    last: int
    facts: tuple[int, int]
    rows: int

    def ends(self, facts_each: int) -> Iterator[tuple[int, int]]:
        """Subjects at which the group may be cut, evenly, and how many facts that leaves."""
        pieces = -(-self.rows // facts_each)
        for piece in range(1, pieces + 1):
            last = self.first + (self.last - self.first) * piece // pieces
            yield last, self.rows // pieces


@dataclass(frozen=True)
class Table:
    """The groups of a table, in order of subject."""

    key: str
    groups: tuple[Group, ...]

    @property
    def rows(self) -> int:
        """How many facts there are, every version counted."""
        return sum(group.rows for group in self.groups)


@dataclass
class Numbers:
    """Fact numbers of whole groups, read once to see that they are unique and kept for the pass
    as long as they take no more than `room` bytes."""

    room: int
    kept: dict[Group, IntArray] = field(default_factory=dict)

    def keep(self, group: Group, numbers: IntArray) -> None:
        """Keeps the numbers of a group if there is room; several threads may do so at once, each
        by its own array more than there is room for."""
        if self.room >= numbers.nbytes:
            self.room -= numbers.nbytes
            self.kept[group] = numbers


@dataclass(frozen=True)
class FactStore:
    """Every table that has any fact. It can be sent to another process that sees the files, which
    then reads all of them for itself."""

    tables: Mapping[str, Table]
    numbers: Numbers = field(default_factory=lambda: Numbers(0))

    def __reduce__(self) -> tuple[Any, ...]:
        return FactStore, (self.tables,)

    def ranges(self, facts_each: int) -> Iterator[tuple[int, int]]:
        """Cuts all subjects into ranges (first, last), ascending, of about so many facts."""
        groups = [group for table in self.tables.values() for group in table.groups]
        if not groups:
            return
        first, rows = min(group.first for group in groups), 0
        for last, more in sorted(end for group in groups for end in group.ends(facts_each)):
            rows += more
            if rows >= facts_each and last >= first:
                yield first, last
                first, rows = last + 1, 0
        last = max(group.last for group in groups)
        if last >= first:
            yield first, last

    def chunks(
        self, first: int, last: int, wanted: Mapping[str, Iterable[str]]
    ) -> dict[str, Chunks]:
        """The `wanted` columns of the tables, for subjects from `first` to `last`, in order of
        subject, time, fact and version, as they were read. Raises DoubtfulError when a value is
        not what it should be.
        """
        return {
            key: self._read(self.tables[key], first, last, tuple(names))
            for key, names in wanted.items()
            if key in self.tables
        }

    def facts(self, first: int, last: int, wanted: Mapping[str, Iterable[str]]) -> Facts:
        """The same, each table in one."""
        read = self.chunks(first, last, wanted)
        return {key: joined(chunks) for key, chunks in read.items()}

    def _read(self, table: Table, first: int, last: int, names: tuple[str, ...]) -> Chunks:
        read = [
            _within(columns, group, first, last)
            for group, columns in self._groups(table, first, last, names)
        ]
        if not read:
            return ({name: np.zeros(0, dtype=np.int64) for name in names},)
        chunks = [_in_order(chunk) for chunk in read if len(chunk["subject_id"])] or read[:1]
        if all(_follows(before, after) for before, after in pairwise(chunks)):
            return chunks
        return (_in_order(joined(chunks)),)

    def _groups(
        self, table: Table, first: int, last: int, names: tuple[str, ...]
    ) -> Iterator[tuple[Group, Columns]]:
        touched = [g for g in table.groups if g.first <= last and g.last >= first]
        kept = self.numbers.kept
        for known, groups in groupby(touched, kept.__contains__):
            needed = tuple(name for name in names if not (known and name == "fact_id"))
            for group, columns in read_groups(table.key, groups, needed):
                yield group, columns | {"fact_id": kept[group]} if known else columns


def table_in_place(key: str, paths: Iterable[Path]) -> Table | None:
    """The table read where it is, or None when it must be put in order first."""
    groups: list[Group] = []
    for path in paths:
        if path.suffix.lower() != ".parquet":
            return None
        try:
            schema = pq.read_schema(path)
            found = groups_of(path) if readable_as_it_is(key, schema) else None
        except (OSError, pa.ArrowException):
            return None  # the full check says what is wrong
        if found is None or any(group.rows > BIGGEST_GROUP for group in found):
            return None
        groups += found
    groups.sort(key=lambda group: (group.first, group.last))
    overlaps = any(after.first < before.last for before, after in pairwise(groups))
    return None if overlaps else Table(key, tuple(groups))


def groups_of(path: Path) -> list[Group] | None:
    """The groups of a Parquet file that have rows; None when it does not say whom they hold."""
    groups = []
    with pq.ParquetFile(path) as file:
        names = file.schema_arrow.names
        for number in range(file.metadata.num_row_groups):
            held = file.metadata.row_group(number)
            if not held.num_rows:
                continue
            subject, fact = (
                held.column(names.index(name)).statistics for name in ("subject_id", "fact_id")
            )
            if not all(known and known.has_min_max for known in (subject, fact)):
                return None
            ends = (subject.min, subject.max, (fact.min, fact.max))
            groups.append(Group(path, number, tuple(names), *ends, held.num_rows))
    return groups


def _follows(before: Columns, after: Columns) -> bool:
    """Whether all of one chunk comes before all of another, by subject and time."""
    ends = before["subject_id"][-1], before["at"][-1]
    return bool(ends < (after["subject_id"][0], after["at"][0]))


def _within(columns: Columns, group: Group, first: int, last: int) -> Columns:
    if group.first >= first and group.last <= last:
        return columns
    subject = columns["subject_id"]
    inside = (subject >= first) & (subject <= last)
    return {name: values[inside] for name, values in columns.items()}


def read_groups(
    key: str, groups: Iterable[Group], names: tuple[str, ...]
) -> Iterator[tuple[Group, Columns]]:
    """The named columns of all rows of each group; a file is opened once for groups of it that
    follow each other. Raises DoubtfulError."""
    for path, held in groupby(groups, lambda group: group.path):
        first, *others = held
        codes = [n for n in names if n in first.names and TABLES[key].columns[n].kind == "code"]
        with pq.ParquetFile(path, memory_map=True, read_dictionary=codes) as file:
            for group in (first, *others):
                yield group, _columns(key, file, group, names)


def _columns(key: str, file: pq.ParquetFile, group: Group, names: tuple[str, ...]) -> Columns:
    same = one_number_for_all(file, group.number)
    held = [name for name in names if name in group.names and name not in same]
    rows = file.read_row_group(group.number, columns=held, use_threads=False)
    return {
        name: np.full(group.rows, same[name], dtype=np.int64)
        if name in same
        else from_arrow(key, name, rows, group.rows)
        for name in names
    }


def one_number_for_all(file: pq.ParquetFile, number: int) -> dict[str, int]:
    """The columns that hold one same flag or whole number in all rows of a group, as the file
    itself says: they need not be read."""
    found = {}
    held = file.metadata.row_group(number)
    for place, name in enumerate(file.schema_arrow.names):
        known = held.column(place).statistics
        if known is None or not known.has_min_max or known.null_count or known.min != known.max:
            continue
        if isinstance(known.min, int) and known.min >= 0:
            found[name] = int(known.min)
    return found


def _in_order(columns: Columns) -> Columns:
    """By subject, time, fact and version; most folders are already."""
    subject, at, fact = columns["subject_id"], columns["at"], columns["fact_id"]
    ahead = subject[1:] > subject[:-1]
    level = subject[1:] == subject[:-1]
    ahead |= level & (at[1:] > at[:-1])
    if ahead.all():
        return columns
    order = np.lexsort((columns["version"], fact, at, subject))
    return {name: values[order] for name, values in columns.items()}
