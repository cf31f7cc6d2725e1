"""A folder of fact tables, one Parquet or CSV file each, read into columns and checked.

DuckDB reads, converts and sorts. A table without a file is empty. Anything that cannot be
understood is refused, naming the file, the row, the column and what to do: a row that was left
out silently would read as something that never happened.
"""

import csv
import difflib
import glob
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

import duckdb
import numpy as np

from dutybook.duties.columns import COMMON_NAMES, NULL, Column, Columns, IntArray
from dutybook.duties.facts import TABLES
from dutybook.duties.scale.column_sql import (
    SHAPES,
    ColumnSql,
    accepts,
    column_sql,
    day_alone_sql,
)
from dutybook.duties.scale.errors import InputError

LONGEST_HEADER: Final = 10_000
Progress: TypeAlias = Callable[[str, int, int], None]
"""Told what is being done, how many steps are done, and how many there are."""

SUFFIXES: Final = (".parquet", ".csv")
NEEDED: Final = ("fact_id", "subject_id", "at", "recorded_at")
"""Common columns every file must have; `version` may be left out (1), `withdrawn` (false), and
`day_only` (true where `at` is a day without a time)."""

_DEFAULTS: Final = {"version": "1", "withdrawn": "0"}


def read_facts(folder: Path, progress: Progress) -> dict[str, Columns]:
    """Every declared fact table from `folder`, sorted by subject, time, fact and version.

    Raises InputError for a folder or file that cannot be read or understood.
    """
    files = _files(folder)
    facts: dict[str, Columns] = {}
    with duckdb.connect(":memory:", config={"autoinstall_known_extensions": False}) as duck:
        duck.execute("SET TimeZone = 'Europe/London'")
        for done, table in enumerate(TABLES):
            progress(f"reading {table}", done, len(TABLES))
            facts[table] = (
                _read_table(duck, table, files[table]) if table in files else _empty(table)
            )
    progress("reading facts", len(TABLES), len(TABLES))
    _refuse_shared_ids(folder, facts)
    return facts


def _files(folder: Path) -> dict[str, Path]:
    """The file of each table that has one."""
    if not folder.is_dir():
        raise InputError(folder, "there is no such folder", "Name the folder that holds the facts")
    files: dict[str, Path] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() not in SUFFIXES or path.name.startswith("."):
            continue
        if path.stem not in TABLES:
            near = difflib.get_close_matches(path.stem, TABLES, n=1)
            hint = f" (did you mean {near[0]}?)" if near else ""
            raise InputError(
                path,
                f"there is no fact table {path.stem!r}{hint}",
                "Rename the file to the table it holds, or move it out of the folder",
            )
        if path.stem in files:
            raise InputError(
                path, f"{files[path.stem].name} holds the same table", "Keep one of the two"
            )
        files[path.stem] = path
    if not files:
        raise InputError(
            folder,
            "it holds no .parquet or .csv file",
            "Name the folder that holds the facts, one file per fact table",
        )
    return files


def _empty(table: str) -> Columns:
    return {name: np.empty(0, dtype=np.int64) for name in TABLES[table].columns}


def _read_table(duck: duckdb.DuckDBPyConnection, table: str, path: Path) -> Columns:
    source = _source(duck, path)
    parts = _parts(table, path, dict(zip(source.columns, map(str, source.types), strict=True)))
    kept = [f'coalesce({sql}, {NULL})::BIGINT AS "{name}"' for name, sql in parts.values.items()]
    try:
        _refuse_bad_values(table, path, source, parts)
        ordered = source.project(", ".join(kept)).order('subject_id, "at", fact_id, version')
        read = ordered.fetchnumpy()
    except duckdb.Error as error:
        raise _unreadable(path, error) from None
    columns = {name: np.ascontiguousarray(read[name], dtype=np.int64) for name in parts.values}
    _refuse_repeated_versions(path, columns)
    return columns


class _Parts:
    """The SQL of one table's columns: what is kept, and how what the file gives is understood."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.read: dict[str, ColumnSql] = {}


def _source(duck: duckdb.DuckDBPyConnection, path: Path) -> duckdb.DuckDBPyRelation:
    if path.stat().st_size == 0:
        raise InputError(path, "the file is empty", "Write at least its header, or remove the file")
    name = glob.escape(str(path))
    if path.suffix.lower() == ".csv":
        columns = dict.fromkeys(_header(path), "VARCHAR")
    try:
        if path.suffix.lower() == ".parquet":
            return duck.read_parquet(name)
        return duck.read_csv(
            name,
            auto_detect=False,
            header=True,
            columns=columns,
            sep=",",
            quotechar='"',
            escapechar='"',
            encoding="utf-8",
        )
    except duckdb.Error as error:
        raise _unreadable(path, error) from None


def _header(path: Path) -> list[str]:
    """The column names of a CSV file. Raises InputError unless the first line holds such."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            first = lines.readline(LONGEST_HEADER + 1)  # never the whole of a file without lines
        if len(first) > LONGEST_HEADER:
            raise csv.Error(f"its first line is longer than {LONGEST_HEADER:,} characters")
        names = next(csv.reader([first]), [])
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


def _parts(table: str, path: Path, types: dict[str, str]) -> _Parts:
    declared = TABLES[table].columns
    for name in types:
        if name not in declared:
            near = difflib.get_close_matches(name, declared, n=1)
            hint = f" (did you mean {near[0]}?)" if near else ""
            raise InputError(
                path,
                f"{table} has no such column{hint}",
                f"Use only: {', '.join(declared)}",
                column=name,
            )
    parts = _Parts()
    for name, column in declared.items():
        if name in types:
            parts.read[name] = _column(path, column, types[name])
            parts.values[name] = parts.read[name].value
        elif name in NEEDED or (column.required and name not in COMMON_NAMES):
            raise InputError(path, "the column is missing", f"Add it: {column.doc}", column=name)
        else:
            parts.values[name] = _DEFAULTS.get(name, "NULL")
    for name, default in _DEFAULTS.items():
        parts.values[name] = f"coalesce({parts.values[name]}, {default})"
    day_alone = f"CASE WHEN {day_alone_sql(types['at'])} THEN 1 ELSE 0 END"
    parts.values["day_only"] = f"coalesce({parts.values['day_only']}, {day_alone})"
    return parts


def _column(path: Path, column: Column, file_type: str) -> ColumnSql:
    if not accepts(column, file_type):
        raise InputError(
            path,
            f"the column is of type {file_type}",
            f"Write {SHAPES[column.kind]}",
            column=column.name,
        )
    return column_sql(column, file_type)


def _refuse_bad_values(
    table: str, path: Path, source: duckdb.DuckDBPyRelation, parts: _Parts
) -> None:
    """Names the first row and column whose value cannot be understood, or is missing."""
    declared = TABLES[table].columns
    bad = {
        name: f"({sql.given} AND ({sql.value}) IS NULL)"
        + (f" OR NOT {sql.given}" if _must_be_given(declared[name]) else "")
        for name, sql in parts.read.items()
    }
    anywhere = " OR ".join(f"({condition})" for condition in bad.values())
    if not source.filter(anywhere).aggregate("count(*)").fetchall()[0][0]:
        return
    shown = [f"left({sql.raw}::VARCHAR, 60)" for sql in parts.read.values()]
    wrong = [f"({condition})" for condition in bad.values()]
    numbered = source.project("*, row_number() OVER () AS row_in_file").filter(anywhere)
    first = numbered.order("row_in_file").limit(1)
    found = first.project(", ".join(["row_in_file", *shown, *wrong])).fetchall()[0]
    names = list(bad)
    place = next(i for i in range(len(names)) if found[1 + len(names) + i])
    raise _bad_value(path, declared[names[place]], found[0], found[1 + place])


def _must_be_given(column: Column) -> bool:
    return column.required and column.name not in ("version", "withdrawn", "day_only")


def _bad_value(path: Path, column: Column, row: int, value: str | None) -> InputError:
    choices = getattr(column, "choices", None)
    wanted = f"one of {', '.join(choices)}" if choices else SHAPES[column.kind]
    problem = f"{value!r} is not {wanted}" if value else f"nothing stands there; it needs {wanted}"
    csv_note = " (rows are counted without the header)" if path.suffix.lower() == ".csv" else ""
    return InputError(path, problem, f"Correct that row{csv_note}", row=row, column=column.name)


def _refuse_repeated_versions(path: Path, columns: Columns) -> None:
    order = np.lexsort((columns["version"], columns["fact_id"]))
    fact, version = columns["fact_id"][order], columns["version"][order]
    repeated = np.flatnonzero((fact[1:] == fact[:-1]) & (version[1:] == version[:-1]))
    if len(repeated):
        first = repeated[0]
        raise InputError(
            path,
            f"fact {fact[first]} has version {version[first]} twice",
            "Give each correction of a fact the next version number",
            column="version",
        )


def _refuse_shared_ids(folder: Path, facts: dict[str, Columns]) -> None:
    """A fact_id names one fact of one table, so that an entry's key names one fact."""
    owned: list[IntArray] = [np.unique(columns["fact_id"]) for columns in facts.values()]
    every = np.sort(np.concatenate(owned))
    shared = every[1:][every[1:] == every[:-1]]
    if len(shared):
        tables = [table for table, ids in zip(facts, owned, strict=True) if shared[0] in ids]
        raise InputError(
            folder,
            f"fact_id {shared[0]} is used in {' and in '.join(tables)}",
            "Number facts once across all tables",
            column="fact_id",
        )
