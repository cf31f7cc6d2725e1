"""Small folders of facts and policies, written as other programs would write them."""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from dutybook.duties.facts import TABLES
from dutybook.duties.scale.policy_file import FORMAT

Rows = Sequence[Mapping[str, Any]]

_ARROW = {
    "instant": pa.timestamp("us", tz="UTC"),
    "flag": pa.bool_(),
    "whole": pa.int64(),
    "ref": pa.int64(),
    "code": pa.string(),
}


def fact(number: int, subject: int, at: str, **cells: Any) -> dict[str, Any]:
    """One row; it is keyed an hour into 2025-12-01 unless `recorded_at` says otherwise."""
    held = {"fact_id": number, "subject_id": subject, "at": at}
    return held | {"recorded_at": "2025-12-01T01:00Z"} | cells


IN_PAIRS = {"announced": False, "crew": 2, "second_confirmed": True}
CORRECTED = {"version": 2, "recorded_at": "2025-12-05T09:00Z"}

A_FORCE: Mapping[str, Rows] = {
    "registration": [
        fact(1, 1, "2025-01-10T00:00Z", state="registered"),
        fact(2, 2, "2025-01-10T00:00Z", state="registered"),
    ],
    "risk_level": [
        fact(3, 1, "2025-01-10T00:00Z", level="medium", tool="arms"),
        fact(4, 2, "2025-01-10T00:00Z", level="very_high", tool=None),
    ],
    "visit": [
        fact(5, 1, "2025-02-01T10:30Z", outcome="seen", **IN_PAIRS),
        fact(6, 1, "2025-06-01T09:30Z", outcome="no_reply", **IN_PAIRS | {"crew": 1}),
        fact(7, 2, "2025-02-01T12:00Z", outcome="seen", **IN_PAIRS | {"announced": True}),
        fact(7, 2, "2025-02-01T12:00Z", outcome="seen", **IN_PAIRS, **CORRECTED),
    ],
    "allocation": [fact(8, 1, "2025-01-10T00:00Z", team_id=70, owner_id=None)],
}


def policies(*settings: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """A policy file's content; every setting counts from 2020 unless it says otherwise."""
    usual = {"from": "2020-01-01", "recorded_at": "2020-01-01"}
    numbered = [
        {"policy_id": number} | usual | dict(one) for number, one in enumerate(settings, start=1)
    ]
    return {"format": FORMAT, "force_id": 9, "policies": numbered} | more


VISITS_SET = policies(
    {"key": "visit.first", "value": 30, "unit": "days"},
    {"key": "visit.maximum", "value": 6, "unit": "months", "level": "medium"},
    {"key": "visit.maximum", "value": 1, "unit": "months", "level": "very_high"},
    {"key": "visit.authoriser_rank", "value": "inspector"},
)


def write_policies(path: Path, content: Any) -> Path:
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def write_csv(folder: Path, tables: Mapping[str, Rows], *, backwards: bool = False) -> Path:
    """One CSV file a table, its columns and rows in reverse order when `backwards`."""
    folder.mkdir(exist_ok=True)
    for table, rows in tables.items():
        names = list(dict.fromkeys(name for row in rows for name in row))
        ordered = rows[::-1] if backwards else rows
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, names[::-1] if backwards else names)
            writer.writeheader()
            writer.writerows(_texts(row) for row in ordered)
    return folder


def write_parquet(folder: Path, tables: Mapping[str, Rows]) -> Path:
    """One Parquet file a table, each column of its own type."""
    folder.mkdir(exist_ok=True)
    for table, rows in tables.items():
        names = list(dict.fromkeys(name for row in rows for name in row))
        columns = {name: _arrow(table, name, [row.get(name) for row in rows]) for name in names}
        pq.write_table(pa.table(columns), folder / f"{table}.parquet")
    return folder


def _texts(row: Mapping[str, Any]) -> dict[str, Any]:
    words = {True: "true", False: "no", None: ""}
    return {
        name: words[value] if value is None or isinstance(value, bool) else value
        for name, value in row.items()
    }


def _arrow(table: str, name: str, values: Iterable[Any]) -> pa.Array:
    kind = _ARROW[TABLES[table].columns[name].kind]
    if pa.types.is_timestamp(kind):
        return pa.array([value.replace("Z", "+00:00") for value in values]).cast(kind)
    return pa.array(values, type=kind)
