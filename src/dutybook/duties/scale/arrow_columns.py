"""Columns of a Parquet file as the kept integers, checked as they are read."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from dutybook.duties.columns import NULL, TABLES, Code, Column, IntArray
from dutybook.duties.scale.source_file import NEEDED, must_be_given

UTC = pa.timestamp("us", tz="UTC")
DEFAULTS = {"version": 1, "withdrawn": 0, "day_only": 0}


class DoubtfulError(Exception):
    """Something in a file is not what it should be; the full check says what and where."""


def readable_as_it_is(table: str, schema: pa.Schema) -> bool:
    """Whether a file has every column that is needed and no other, each in a type of the schema
    that is read without conversion."""
    declared = TABLES[table].columns
    if any(name not in declared for name in schema.names):
        return False
    for name, column in declared.items():
        if name in schema.names:
            if not _fits(column, schema.field(name).type):
                return False
        elif name in NEEDED or must_be_given(column):
            return False
    return True


def _fits(column: Column, kind: pa.DataType) -> bool:
    if column.kind == "instant":
        return bool(pa.types.is_timestamp(kind) and kind.unit == "us" and kind.tz)
    if column.kind == "flag":
        return bool(pa.types.is_boolean(kind))
    if column.kind == "code":
        plain = kind.value_type if pa.types.is_dictionary(kind) else kind
        return bool(pa.types.is_string(plain) or pa.types.is_large_string(plain))
    return bool(pa.types.is_signed_integer(kind))


def from_arrow(table: str, name: str, rows: pa.Table, count: int) -> IntArray:
    """One column of `rows` as int64. Raises DoubtfulError."""
    column = TABLES[table].columns[name]
    if name not in rows.column_names:
        return np.full(count, DEFAULTS.get(name, NULL), dtype=np.int64)
    held = rows[name].combine_chunks()
    if isinstance(held, pa.ChunkedArray):
        held = pa.concat_arrays(held.chunks) if held.num_chunks else pa.array([], held.type)
    if held.null_count and must_be_given(column):
        raise DoubtfulError(f"{table}.{name} is empty somewhere")
    empty = DEFAULTS.get(name, NULL)
    if isinstance(column, Code) and not pa.types.is_integer(held.type):
        return _codes(table, column, held, empty)
    if pa.types.is_timestamp(held.type):
        held = held.view(pa.int64())
    elif not pa.types.is_int64(held.type):
        held = held.cast(pa.int64())
    values = _filled(held, empty)
    if column.kind == "whole" and (values < 0).any() and (values[values < 0] != NULL).any():
        raise DoubtfulError(f"{table}.{name} is below zero somewhere")
    return values


def _filled(held: pa.Array, empty: int) -> IntArray:
    if held.null_count:
        held = held.fill_null(empty)
    values: IntArray = held.to_numpy(zero_copy_only=False)
    return values


def _codes(table: str, column: Code, held: pa.Array, empty: int) -> IntArray:
    if not pa.types.is_dictionary(held.type):
        held = held.dictionary_encode()
    names = [str(name).strip() if name is not None else "" for name in held.dictionary.to_pylist()]
    known = {choice: place for place, choice in enumerate(column.choices)}
    places = [known.get(name, empty if name == "" else -1) for name in names]
    if -1 in places or (column.required and "" in names):
        raise DoubtfulError(f"{table}.{column.name} holds what is no choice")
    index = held.indices
    if index.null_count:
        index = pc.fill_null(index, len(places))
    look_up = np.array([*places, empty], dtype=np.int64)
    found: IntArray = look_up[index.to_numpy(zero_copy_only=False)]
    return found
