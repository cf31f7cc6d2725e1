"""Facts read in chunks, cut into pieces of whole subjects that stay near the processor."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

import numpy as np

from dutybook.duties.columns import Columns, Facts, IntArray

Chunks: TypeAlias = Sequence[Columns]
"""The rows of one table, some after others; all in order of subject, with the same columns."""


def joined(chunks: Chunks) -> Columns:
    """The chunks as one."""
    if len(chunks) == 1:
        return chunks[0]
    return {name: np.concatenate([chunk[name] for chunk in chunks]) for name in chunks[0]}


def in_pieces(tables: Mapping[str, Chunks], size: int) -> list[Facts]:
    """The facts of all tables, about `size` at a time, all of a subject's together, in order of
    subject. A piece is copied only where it lies across the border of two chunks.
    """
    rows = {key: _rows(chunks) for key, chunks in tables.items()}
    pieces = sum(rows.values()) // size
    cuts: IntArray = np.zeros(0, dtype=np.int64)
    if pieces > 1:
        longest = max(rows, key=lambda key: rows[key])
        places = np.arange(1, pieces) * rows[longest] // pieces
        cuts = np.unique(_subjects_at(tables[longest], places))
    cut = {key: _cut(chunks, cuts) for key, chunks in tables.items()}
    return [{key: cut[key][piece] for key in tables} for piece in range(len(cuts) + 1)]


def _rows(chunks: Chunks) -> int:
    return sum(len(chunk["subject_id"]) for chunk in chunks)


def _subjects_at(chunks: Chunks, places: IntArray) -> IntArray:
    """The subjects of the rows at `places`, which ascend."""
    starts = np.cumsum([0, *(len(chunk["subject_id"]) for chunk in chunks)])
    ends = np.searchsorted(places, starts)
    return np.concatenate(
        [
            chunk["subject_id"][places[first:last] - start]
            for chunk, start, (first, last) in zip(chunks, starts, pairwise(ends), strict=False)
        ]
    )


def _cut(chunks: Chunks, cuts: IntArray) -> list[Columns]:
    """The rows before each cut, and those after the last."""
    parts: list[list[Columns]] = [[] for _ in range(len(cuts) + 1)]
    for chunk in chunks:
        subject = chunk["subject_id"]
        places = [0, *np.searchsorted(subject, cuts).tolist(), len(subject)]
        for part, (first, last) in zip(parts, pairwise(places), strict=True):
            if last > first:
                part.append({name: values[first:last] for name, values in chunk.items()})
    nothing = {name: values[:0] for name, values in chunks[0].items()}
    return [joined(part) if part else nothing for part in parts]
