"""A folder of facts checked whole: one report of every problem, by file, row and column."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import duckdb

from dutybook.duties.scale.errors import InputError, Problem
from dutybook.duties.scale.source_file import (
    MOST_TOLD,
    Room,
    SourceFile,
    connected,
    source_file,
    value_problems,
)


def refuse_problems(files: Mapping[str, tuple[Path, ...]], room: Room) -> None:
    """Reads every value of every file. Raises one InputError that tells everything found."""
    problems: list[Problem] = []
    with connected(room) as duck:
        opened = list(_opened(duck, files, problems))
        problems.extend(_mixed_zones(opened))
        for file in opened:
            problems.extend(_values(file))
        if not problems:
            problems.extend(identity_problems(duck, opened))
    if problems:
        raise InputError.of(problems)


def _opened(
    duck: duckdb.DuckDBPyConnection,
    files: Mapping[str, tuple[Path, ...]],
    problems: list[Problem],
) -> Iterator[SourceFile]:
    for table, paths in files.items():
        for path in paths:
            try:
                yield source_file(duck, table, path)
            except InputError as error:
                problems.extend(error.problems)


def _mixed_zones(opened: Iterable[SourceFile]) -> Iterator[Problem]:
    """Parts of one table of which some hold times with a zone and others without."""
    first: dict[tuple[str, str], SourceFile] = {}
    for file in opened:
        for name in file.zoned:
            before = first.setdefault((file.table, name), file)
            if before.zoned[name] != file.zoned[name]:
                has, had = ("a", "no") if file.zoned[name] else ("no", "a")
                told = f"its times have {has} time zone, those of {before.path.name} have {had}"
                yield Problem(file.path, told, "Write all parts of a table alike", column=name)


def _values(file: SourceFile) -> Iterable[Problem]:
    try:
        return value_problems(file)
    except InputError as error:
        return error.problems


def identity_problems(
    duck: duckdb.DuckDBPyConnection, opened: Iterable[SourceFile]
) -> Iterator[Problem]:
    """Versions that stand twice, and fact numbers that name facts of two tables: an entry's key
    must name one fact."""
    duck.execute(
        "CREATE TEMP TABLE ids (place INT, part INT, nth BIGINT, fact BIGINT, version BIGINT)"
    )
    paths: list[Path] = []
    tables: list[str] = []
    for part, file in enumerate(opened):
        if file.table not in tables:
            tables.append(file.table)
        paths.append(file.path)
        place = tables.index(file.table)
        numbered = file.kept().project(
            f"{place}, {part}, row_number() OVER () AS nth, fact_id, version"
        )
        numbered.insert_into("ids")
    twice = duck.sql(
        "SELECT part, nth, fact, version FROM ids "
        "QUALIFY row_number() OVER (PARTITION BY place, fact, version ORDER BY part, nth) > 1 "
        "ORDER BY part, nth"
    )
    for part, row, fact, version in twice.limit(MOST_TOLD).fetchall():
        told = f"fact {fact} has version {version} twice"
        remedy = "Give each correction of a fact the next version number"
        yield Problem(paths[part], told, remedy, row=row, column="version")
    shared = duck.sql(
        "WITH owner AS (SELECT fact, min(place) AS first FROM ids GROUP BY fact) "
        "SELECT part, nth, fact, first, place FROM ids JOIN owner USING (fact) "
        "WHERE place <> first ORDER BY part, nth"
    )
    for part, row, fact, first, place in shared.limit(MOST_TOLD).fetchall():
        told = f"fact_id {fact} is used in {tables[first]} and in {tables[place]}"
        yield Problem(
            paths[part], told, "Number facts once across all tables", row=row, column="fact_id"
        )
