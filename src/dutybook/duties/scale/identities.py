"""Whether fact numbers and versions are unique, for millions of facts, without sorting them."""

from collections.abc import Iterable
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from dutybook.duties.columns import IntArray
from dutybook.duties.compiled import compiled
from dutybook.duties.scale.fact_store import Table

Bits: TypeAlias = npt.NDArray[np.uint64]

BITS_A_FACT = 64
"""Numbers that lie further apart than this on average are left to a slower look."""


class Identities:
    """Sets of fact numbers between `lowest` and `highest`, one bit each."""

    def __init__(self, lowest: int, highest: int) -> None:
        self.lowest = lowest
        words = (highest - lowest) // 64 + 1
        self.earlier = np.zeros(words, dtype=np.uint64)
        self.here = np.zeros(words, dtype=np.uint64)
        self.later: list[tuple[IntArray, IntArray]] = []

    def unique(self, fact: IntArray, version: IntArray) -> bool:
        """Takes some facts of the present table: False when one is of an earlier table too, or
        its first version has been taken before."""
        if not _take(self.earlier, self.here, fact - self.lowest, version):
            return False
        corrected = version != 1
        if corrected.any():
            self.later.append((fact[corrected], version[corrected]))
        return True

    def next_table(self) -> bool:
        """Ends the present table: False when a later version of a fact in it stands twice."""
        for fact, _ in self.later:
            _mark(self.here, fact - self.lowest)
        self.earlier |= self.here
        self.here[:] = 0
        pairs = [np.concatenate(each) for each in zip(*self.later, strict=True)]
        self.later = []
        return not pairs or len(np.unique(np.stack(pairs), axis=1)[0]) == len(pairs[0])


@compiled
def _take(earlier: Bits, here: Bits, place: IntArray, version: IntArray) -> bool:
    for row in range(len(place)):
        word = place[row] >> 6
        bit = np.uint64(1) << np.uint64(place[row] & 63)
        if earlier[word] & bit:
            return False
        if version[row] == 1:
            if here[word] & bit:
                return False
            here[word] |= bit
    return True


@compiled
def _mark(here: Bits, place: IntArray) -> None:
    for row in range(len(place)):
        here[place[row] >> 6] |= np.uint64(1) << np.uint64(place[row] & 63)


def are_unique(tables: Iterable[Table]) -> bool:
    """Whether no fact number names facts of two tables and no version stands twice; False too
    when only a slower look can tell."""
    held = [table for table in tables if table.rows]
    ends = [end for table in held for group in table.groups if group.rows for end in group.facts]
    if not ends or max(ends) - min(ends) > BITS_A_FACT * sum(table.rows for table in held):
        return not ends
    identities = Identities(min(ends), max(ends))
    return all(_table_is_unique(identities, table) for table in held)


def _table_is_unique(identities: Identities, table: Table) -> bool:
    for path in dict.fromkeys(group.path for group in table.groups):
        with pq.ParquetFile(path, memory_map=True) as file:
            names = [name for name in ("fact_id", "version") if name in file.schema_arrow.names]
            for batch in file.iter_batches(batch_size=1 << 18, columns=names):
                if any(column.null_count for column in batch.columns):
                    return False
                fact, *version = (column.cast(pa.int64()).to_numpy() for column in batch.columns)
                if not identities.unique(fact, version[0] if version else np.ones_like(fact)):
                    return False
    return identities.next_table()
