"""A folder of invented facts for the benchmarks: subjects with 200 facts each, seeded.

Each subject is registered once, allocated to a team, given 19 levels and visited 179 times over
about ten years; one visit in ten finds nobody. No two facts of a subject fall on the same minute,
and fact numbers lie scattered, as where a whole force keys into one system. Nobody here is a
person.
"""

from pathlib import Path
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from dutybook.duties.columns import IntArray
from dutybook.duties.facts import TABLES, Code

MINUTE: Final = 60_000_000
BEGINS: Final = 1_420_070_400_000_000
"""1 January 2015."""
EACH: Final = 200
LEVELS: Final = 19
"""Fact 0 registers a subject, 1 gives its first level, 2 its team; later levels are spread among
its visits."""
TEAMS: Final = 40
SUBJECTS_AT_ONCE: Final = 10_000
UTC: Final = pa.timestamp("us", tz="UTC")


def write_visit_facts(
    folder: Path, subjects: int, seed: int = 11, *, shuffled: bool = False
) -> int:
    """Writes `registration`, `risk_level` and `visit` as Parquet and says how many facts."""
    folder.mkdir(parents=True)
    random = np.random.default_rng(seed)
    prime = _prime_above(subjects * EACH + EACH)
    tables = ("registration", "risk_level", "allocation", "visit")
    writers = {name: pq.ParquetWriter(folder / f"{name}.parquet", _schema(name)) for name in tables}
    for first in range(1, subjects + 1, SUBJECTS_AT_ONCE):
        count = min(SUBJECTS_AT_ONCE, subjects + 1 - first)
        for name, table in _made(random, first, count, prime).items():
            rows = table.take(random.permutation(len(table))) if shuffled else table
            writers[name].write_table(rows, row_group_size=250_000)
    for writer in writers.values():
        writer.close()
    return subjects * EACH


def _prime_above(number: int) -> int:
    """Multiplying by one number modulo a prime scatters numbers and repeats none."""
    while any(number % divisor == 0 for divisor in range(2, int(number**0.5) + 1)):
        number += 1
    return number


def _schema(name: str) -> pa.Schema:
    chosen = {"registration": "state", "risk_level": "level", "visit": "outcome"}.get(name)
    common = [("fact_id", pa.int64()), ("version", pa.int64()), ("subject_id", pa.int64()),
              ("at", UTC), ("day_only", pa.bool_()), ("recorded_at", UTC),
              ("withdrawn", pa.bool_())]  # fmt: skip
    own = (chosen, pa.dictionary(pa.int8(), pa.string())) if chosen else ("team_id", pa.int64())
    return pa.schema([*common, own])


def _made(random: np.random.Generator, first: int, count: int, prime: int) -> dict[str, pa.Table]:
    gaps = random.integers(1, 2 * 10 * 365 * 1_440 // EACH, (count, EACH))
    at = BEGINS + np.cumsum(gaps, axis=1) * MINUTE
    at += random.integers(0, 60 * 24, (count, 1)) * MINUTE
    recorded = at + random.integers(1, 3 * 1_440, at.shape) * MINUTE
    subject = np.repeat(np.arange(first, first + count), EACH).reshape(at.shape)
    number = (subject * EACH + np.arange(EACH)) * 48_271 % prime
    is_level = np.zeros(at.shape, dtype=np.bool_)
    is_level[:, 1] = True
    places = np.argsort(random.random((count, EACH - 3)), axis=1)[:, : LEVELS - 1] + 3
    np.put_along_axis(is_level, places, True, axis=1)
    is_visit = ~is_level
    is_visit[:, [0, 2]] = False
    is_first, is_team = np.zeros((2, *at.shape), dtype=np.bool_)
    is_first[:, 0] = True
    is_team[:, 2] = True
    made = {}
    for name, rows in (
        ("registration", is_first), ("risk_level", is_level),
        ("allocation", is_team), ("visit", is_visit),
    ):  # fmt: skip
        cells = (number[rows], subject[rows], at[rows], recorded[rows])
        made[name] = _table(name, *cells, _choices(random, name, int(rows.sum())))
    return made


def _choices(random: np.random.Generator, name: str, count: int) -> IntArray:
    if name == "risk_level":
        return random.choice(4, count, p=(0.45, 0.3, 0.2, 0.05))
    if name == "visit":
        return np.where(random.random(count) < 0.9, 0, random.integers(1, 5, count))
    if name == "allocation":
        return random.integers(1, TEAMS + 1, count)
    return np.zeros(count, dtype=np.int64)


def _table(
    name: str, number: IntArray, subject: IntArray, at: IntArray, recorded: IntArray, code: IntArray
) -> pa.Table:
    schema = _schema(name)
    kind = TABLES[name].columns[schema.names[-1]]
    no = np.zeros(len(number), dtype=np.bool_)
    own = pa.array(code)
    if isinstance(kind, Code):
        own = pa.DictionaryArray.from_arrays(pa.array(code.astype(np.int8)), list(kind.choices))
    columns = [
        *(pa.array(number), pa.array(np.ones(len(number), dtype=np.int64)), pa.array(subject)),
        *(pa.array(at).cast(UTC), pa.array(no), pa.array(recorded).cast(UTC), pa.array(no)),
        own,
    ]
    return pa.Table.from_arrays(columns, schema=schema)
