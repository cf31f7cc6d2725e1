"""Whole-number tables in and out of PostgreSQL as numpy columns, by COPY in binary form.

Every column is a bigint that is never null (the engine's `NULL` stands for null), so that each row
has one fixed width and no row is ever visited in Python. It runs on Django's own connection, and
so inside the caller's transaction: what was written a moment ago is read.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from django.db.backends.utils import CursorWrapper
from psycopg import sql

from dutybook.duties.facts import Columns

_SIGNATURE = b"PGCOPY\n\xff\r\n\0"
_HEADER = len(_SIGNATURE) + 8
_TRAILER = b"\xff\xff"
_ROWS_AT_ONCE = 100_000


def _row_type(width: int) -> np.dtype[np.void]:
    """One row on the wire: the number of fields, then for each its length and its value."""
    return np.dtype(
        [("fields", ">i2"), ("pairs", np.dtype([("length", ">i4"), ("value", ">i8")]), (width,))]
    )


def read_columns(
    cursor: CursorWrapper,
    query: sql.Composable,
    names: Sequence[str],
    parameters: Mapping[str, Any] | Sequence[Any],
) -> Columns:
    """Run a SELECT of bigints that are never null, and give its columns by name.

    Raises ValueError when the query returns other columns than it promised.
    """
    statement = sql.SQL("COPY ({}) TO STDOUT (FORMAT BINARY)").format(query)
    with cursor.cursor.copy(statement, parameters) as copy:
        wire = b"".join(bytes(block) for block in copy)
    kind = _row_type(len(names))
    body = wire[_HEADER : len(wire) - len(_TRAILER)]
    if not wire.startswith(_SIGNATURE) or len(body) % kind.itemsize:
        raise ValueError("the database sent rows of another shape than was asked for")
    rows = np.frombuffer(body, dtype=kind)
    if len(rows) and not (
        (rows["fields"] == len(names)).all() and (rows["pairs"]["length"] == 8).all()
    ):
        raise ValueError("the database sent a null or a number that is not a bigint")
    values = rows["pairs"]["value"].astype("=i8")
    return {name: np.ascontiguousarray(values[:, place]) for place, name in enumerate(names)}


def write_columns(cursor: CursorWrapper, table: Sequence[str], columns: Columns) -> None:
    """Append columns of bigints to a table (schema and name) whose columns bear the same names."""
    names = list(columns)
    count = len(columns[names[0]])
    kind = _row_type(len(names))
    statement = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT BINARY)").format(
        sql.Identifier(*table), sql.SQL(", ").join(map(sql.Identifier, names))
    )
    with cursor.cursor.copy(statement) as copy:
        copy.write(_SIGNATURE + bytes(8))
        for start in range(0, count, _ROWS_AT_ONCE):
            part = slice(start, min(start + _ROWS_AT_ONCE, count))
            rows = np.empty(part.stop - start, dtype=kind)
            rows["fields"] = len(names)
            rows["pairs"]["length"] = 8
            for place, name in enumerate(names):
                rows["pairs"]["value"][:, place] = columns[name][part]
            copy.write(rows.tobytes())
        copy.write(_TRAILER)
