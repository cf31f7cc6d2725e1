"""The columns of a ledger in Parquet, to and from those in memory.

Instants are UTC timestamps, what is chosen from a list stands by its name, and what is not
recorded is null. A span names its entry by the entry's own key: duty, subject, what opened it,
and the condition.
"""

from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from dutybook.duties.columns import NULL, Columns, IntArray
from dutybook.duties.ledger import (
    AUTHORISATION,
    BASIS_HOW,
    CLOSED_WHY,
    ENTRY_COLUMNS,
    SPAN_COLUMNS,
    WHY_EMPTY,
    Ledger,
)

INSTANTS: Final = frozenset(
    (
        *("opened_at", "met_at", "met_recorded_at", "closed_at", "authorised_at"),
        *("from_at", "until_at", "due_at", "basis_from"),
    )
)
NAMED: Final = {
    "closed_why": CLOSED_WHY,
    "authorisation": AUTHORISATION,
    "basis_how": BASIS_HOW,
    "why_empty": WHY_EMPTY,
}
KEY: Final = ("subject_id", "opened_by", "condition")
"""What, beside the duty, names an entry."""

_TIMESTAMP: Final = pa.timestamp("us", tz="UTC")
_NAME: Final = pa.dictionary(pa.int32(), pa.string())
_SPAN_NAMES: Final = (*KEY, *SPAN_COLUMNS[1:])


def _type(name: str) -> pa.DataType:
    if name in INSTANTS:
        return _TIMESTAMP
    return _NAME if name in NAMED or name == "level" else pa.int64()


def _schema(names: tuple[str, ...]) -> pa.Schema:
    fields = [pa.field("duty", _NAME, nullable=False), pa.field("force_id", pa.int64())]
    return pa.schema([*fields, *(pa.field(name, _type(name)) for name in names)])


ENTRIES: Final = _schema(ENTRY_COLUMNS)
SPANS: Final = _schema(_SPAN_NAMES)


def entries_table(ledger: Ledger) -> pa.Table:
    """The entries as they are written."""
    return _table(ledger, ledger.entries, ENTRY_COLUMNS, ENTRIES)


def spans_table(ledger: Ledger) -> pa.Table:
    """The spans as they are written, in order of entry."""
    whose = ledger.spans["entry"]
    columns = {name: ledger.entries[name][whose] for name in KEY} | ledger.spans
    return _table(ledger, columns, _SPAN_NAMES, SPANS)


def _table(ledger: Ledger, columns: Columns, names: tuple[str, ...], schema: pa.Schema) -> pa.Table:
    rows = len(columns[names[0]])
    duty = pa.DictionaryArray.from_arrays(np.zeros(rows, dtype=np.int32), [ledger.duty])
    force = pa.array(np.full(rows, ledger.force_id, dtype=np.int64))
    values = [_to_arrow(name, columns[name], ledger.levels) for name in names]
    return pa.Table.from_arrays([duty, force, *values], schema=schema)


def _choices(name: str, levels: tuple[str, ...]) -> tuple[str, ...] | None:
    return levels if name == "level" else NAMED.get(name)


def _to_arrow(name: str, values: IntArray, levels: tuple[str, ...]) -> pa.Array:
    empty = values == NULL
    choices = _choices(name, levels)
    if choices is not None:
        places = pa.array(np.where(empty, 0, values).astype(np.int32), mask=empty)
        return pa.DictionaryArray.from_arrays(places, pa.array(choices, type=pa.string()))
    kept = pa.array(values, mask=empty)
    return kept.cast(_TIMESTAMP) if name in INSTANTS else kept


def entries_of(table: pa.Table, levels: tuple[str, ...]) -> Columns:
    """The entries of one duty from a table as it was written."""
    return {name: _from_arrow(name, table[name], levels) for name in ENTRY_COLUMNS}


def spans_of(table: pa.Table, levels: tuple[str, ...]) -> Columns:
    """The spans of one duty from a table as it was written: a new key begins a new entry."""
    key = [_from_arrow(name, table[name], levels) for name in KEY]
    begins = np.ones(len(table), dtype=np.bool_)
    begins[1:] = np.any([column[1:] != column[:-1] for column in key], axis=0)
    found = {name: _from_arrow(name, table[name], levels) for name in SPAN_COLUMNS[1:]}
    return {"entry": np.cumsum(begins) - 1} | found


def _from_arrow(name: str, column: pa.ChunkedArray, levels: tuple[str, ...]) -> IntArray:
    choices = _choices(name, levels)
    if choices is not None:
        names = column.cast(pa.string())
        places = pc.index_in(names, value_set=pa.array(choices, type=pa.string()))
        column = pc.if_else(names.is_valid(), places, None)
    kept = column.cast(pa.int64()).fill_null(NULL)
    return np.array(kept.to_numpy(), dtype=np.int64)
