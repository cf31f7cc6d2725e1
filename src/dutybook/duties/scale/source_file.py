"""One file of facts as DuckDB reads it: its columns, and everything in it that is wrong.

A row that was left out silently would read as something that never happened, so whatever cannot
be understood is told, with file, row and column.
"""

import csv
import difflib
import glob
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import duckdb

from dutybook.duties.columns import COMMON_NAMES, NULL, Column
from dutybook.duties.facts import TABLES
from dutybook.duties.scale.column_sql import (
    SHAPES,
    ColumnSql,
    accepts,
    column_sql,
    day_alone_sql,
    has_offset_sql,
)
from dutybook.duties.scale.errors import InputError, Problem

NEEDED: Final = ("fact_id", "subject_id", "at", "recorded_at")
"""Common columns every file must have; `version` may be left out (1), `withdrawn` (false), and
`day_only` (true where `at` is a day without a time)."""

MOST_TOLD: Final = 1_000
"""So many problems of one column are told one by one; of the rest it is told how many they are."""

_DEFAULTS: Final = {"version": "1", "withdrawn": "0"}


@dataclass(frozen=True)
class SourceFile:
    """`values` is SQL for every declared column as the kept integer or NULL; `read` is how the
    columns that the file has are understood; `zoned` says of columns of timestamps whether they
    have a time zone."""

    table: str
    path: Path
    rows: duckdb.DuckDBPyRelation
    values: dict[str, str]
    read: dict[str, ColumnSql]
    zoned: dict[str, bool]

    def kept(self) -> duckdb.DuckDBPyRelation:
        """Every declared column as a kept integer, NULL as the number that stands for it."""
        each = (f'coalesce({sql}, {NULL})::BIGINT AS "{name}"' for name, sql in self.values.items())
        return self.rows.project(", ".join(each))


@dataclass(frozen=True)
class Room:
    """How many bytes of memory DuckDB may use, and the folder for what does not fit in them."""

    memory: int
    folder: Path


def connected(room: Room) -> duckdb.DuckDBPyConnection:
    """DuckDB in memory, reading local times as those of Europe/London, with nothing to fetch."""
    duck = duckdb.connect(":memory:", config={"autoinstall_known_extensions": False})
    duck.execute("SET TimeZone = 'Europe/London'")
    duck.execute(f"SET memory_limit = '{room.memory // (1 << 20)}MiB'")
    duck.execute(f"SET temp_directory = '{str(room.folder).replace(chr(39), chr(39) * 2)}'")
    return duck


def source_file(duck: duckdb.DuckDBPyConnection, table: str, path: Path) -> SourceFile:
    """A file opened, its columns known and of a type that can be read. Raises InputError."""
    try:
        rows = _opened(duck, path)
        types = dict(zip(rows.columns, map(str, rows.types), strict=True))
    except duckdb.Error as error:
        raise _unreadable(path, error) from None
    problems = list(_column_problems(table, path, types))
    if problems:
        raise InputError.of(problems)
    read = {name: column_sql(TABLES[table].columns[name], kind) for name, kind in types.items()}
    values = {
        name: read[name].value if name in read else _DEFAULTS.get(name, "NULL")
        for name in TABLES[table].columns
    }
    for name, default in _DEFAULTS.items():
        values[name] = f"coalesce({values[name]}, {default})"
    day_alone = f"CASE WHEN {day_alone_sql(types['at'])} THEN 1 ELSE 0 END"
    values["day_only"] = f"coalesce({values['day_only']}, {day_alone})"
    timestamps = {name: kind for name, kind in types.items() if kind.startswith("TIMESTAMP")}
    zoned = {name: "TIME ZONE" in kind for name, kind in timestamps.items()}
    return SourceFile(table, path, rows, values, read, zoned)


def value_problems(file: SourceFile) -> list[Problem]:
    """Every value of a file that cannot be understood, or is missing, by row and column.

    Raises InputError when the rows cannot be read at all.
    """
    declared = TABLES[file.table].columns
    try:
        found = [problem for name in file.read for problem in _problems_in(file, declared[name])]
    except duckdb.Error as error:
        raise _unreadable(file.path, error) from None
    return sorted(found, key=lambda one: one.row or 0)


def _opened(duck: duckdb.DuckDBPyConnection, path: Path) -> duckdb.DuckDBPyRelation:
    if path.stat().st_size == 0:
        raise InputError(path, "the file is empty", "Write at least its header, or remove the file")
    name = glob.escape(str(path))
    if path.suffix.lower() == ".parquet":
        return duck.read_parquet(name)
    return duck.read_csv(
        name,
        auto_detect=False,
        header=True,
        columns=dict.fromkeys(_header(path), "VARCHAR"),
        sep=",",
        quotechar='"',
        escapechar='"',
        encoding="utf-8",
    )


def _header(path: Path) -> list[str]:
    """The column names of a CSV file. Raises InputError unless the first line holds such."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            names = next(csv.reader(lines), [])
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(
            path, f"it cannot be read as a CSV file (UTF-8, commas): {error}", "Export it again"
        ) from None
    for name in names:
        if not re.fullmatch(r"[A-Za-z0-9_]{1,64}", name) or names.count(name) > 1:
            raise InputError(
                path,
                f"its first line is not a header of different column names ({name[:40]!r})",
                "Begin the file with the names of its columns, with commas between them",
                row=0,
            )
    return names


def _unreadable(path: Path, error: duckdb.Error) -> InputError:
    told = str(error).split("Possible fixes")[0].split("\n\n")[0]
    first_lines = " ".join(told.split())[:300]
    kind = "a CSV file (UTF-8, commas)" if path.suffix.lower() == ".csv" else "a Parquet file"
    return InputError(path, f"it cannot be read as {kind}: {first_lines}", "Export it again")


def _column_problems(table: str, path: Path, types: dict[str, str]) -> Iterator[Problem]:
    """Columns that mean nothing, are of a type that cannot be read, or are missing."""
    declared = TABLES[table].columns
    for name, file_type in types.items():
        if name not in declared:
            near = difflib.get_close_matches(name, declared, n=1)
            hint = f" (did you mean {near[0]}?)" if near else ""
            remedy = f"Use only: {', '.join(declared)}"
            yield Problem(path, f"{table} has no such column{hint}", remedy, column=name)
        elif not accepts(declared[name], file_type):
            remedy = f"Write {SHAPES[declared[name].kind]}"
            yield Problem(path, f"the column is of type {file_type}", remedy, column=name)
    for name, column in declared.items():
        if name not in types and (name in NEEDED or must_be_given(column)):
            remedy = f"Add it: {column.doc}"
            yield Problem(path, "the column is missing", remedy, column=name)


def must_be_given(column: Column) -> bool:
    return column.required and (column.name not in COMMON_NAMES or column.name in NEEDED)


def _problems_in(file: SourceFile, column: Column) -> Iterator[Problem]:
    sql = file.read[column.name]
    wrong = f"({sql.given} AND ({sql.value}) IS NULL)"
    if must_be_given(column):
        wrong += f" OR NOT {sql.given}"
    yield from _told(file, column, wrong, lambda value: _bad_value(column, value))
    offset = has_offset_sql(column, sql)
    if offset is not None:
        yield from _mixed_offsets(file, column, offset)


def _mixed_offsets(file: SourceFile, column: Column, offset: str) -> Iterator[Problem]:
    """Times of one column, some of which say their offset from UTC: one of the two is a slip."""
    said = file.rows.project(f"({offset}) AS said").filter("said IS NOT NULL")
    if said.aggregate("count(DISTINCT said)").fetchall()[0][0] < 2:
        return
    first = said.limit(1).fetchall()[0][0]
    how = "says no offset from UTC, as others do" if first else "says its offset, as others do not"
    remedy = "Write all times of a column with an offset (Z or +01:00), or all without"
    otherwise = f"coalesce(({offset}) <> {first}, FALSE)"
    yield from _told(file, column, otherwise, lambda value: (f"{value!r} {how}", remedy))


def _told(
    file: SourceFile, column: Column, wrong: str, say: Callable[[str | None], tuple[str, str]]
) -> Iterator[Problem]:
    count = file.rows.filter(wrong).aggregate("count(*)").fetchall()[0][0]
    if not count:
        return
    raw = file.read[column.name].raw
    numbered = file.rows.project("*, row_number() OVER () AS row_in_file").filter(wrong)
    shown = numbered.project(f"row_in_file, left({raw}::VARCHAR, 60)").order("row_in_file")
    for row, value in shown.limit(MOST_TOLD).fetchall():
        problem, remedy = say(value)
        yield Problem(file.path, problem, remedy, row=row, column=column.name)
    if count > MOST_TOLD:
        told = f"{count - MOST_TOLD} more rows have such a value"
        yield Problem(file.path, told, "Correct them too", column=column.name)


def _bad_value(column: Column, value: str | None) -> tuple[str, str]:
    choices = getattr(column, "choices", None)
    wanted = f"one of {', '.join(choices)}" if choices else SHAPES[column.kind]
    problem = f"{value!r} is not {wanted}"
    if not (value and value.strip()):
        problem = f"nothing stands there; it needs {wanted}"
    return problem, "Correct that row (a header is not counted)"
