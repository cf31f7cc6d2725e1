"""Whether fact numbers and versions are unique, for millions of facts, without sorting them."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from dutybook.duties.columns import IntArray
from dutybook.duties.compiled import compiled
from dutybook.duties.scale.arrow_columns import DoubtfulError
from dutybook.duties.scale.fact_store import Numbers, Table, read_groups
from dutybook.duties.scale.threads import cores

Bits: TypeAlias = npt.NDArray[np.uint64]

BITS_A_FACT = 64
"""Numbers that lie further apart than this on average are left to a slower look."""


class Identities:
    """Sets of fact numbers between `lowest` and `highest`, one bit each; every one of `takers`
    threads has its own set of the present table."""

    def __init__(self, lowest: int, highest: int, takers: int) -> None:
        self.lowest = lowest
        words = (highest - lowest) // 64 + 1
        self.earlier = np.zeros(words, dtype=np.uint64)
        self.here = np.zeros((takers, words), dtype=np.uint64)
        self.later: list[list[tuple[IntArray, IntArray]]] = [[] for _ in range(takers)]

    def unique(self, taker: int, fact: IntArray, version: IntArray) -> bool:
        """Takes some facts of the present table: False when one is of an earlier table too, or
        this taker has taken its first version before."""
        if not _take(self.earlier, self.here[taker], fact - self.lowest, version):
            return False
        corrected = version != 1
        if corrected.any():
            self.later[taker].append((fact[corrected], version[corrected]))
        return True

    def next_table(self) -> bool:
        """Ends the present table: False when two takers have taken one first version, or a later
        version of a fact stands twice."""
        whole, *others = self.here
        for other in others:
            if (whole & other).any():
                return False
            whole |= other
        later = [pair for taken in self.later for pair in taken]
        for fact, _ in later:
            _mark(whole, fact - self.lowest)
        self.earlier |= whole
        self.here[:] = 0
        self.later = [[] for _ in self.later]
        pairs = [np.concatenate(each) for each in zip(*later, strict=True)]
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


def are_unique(tables: Iterable[Table], numbers: Numbers) -> bool:
    """Whether no fact number names facts of two tables and no version stands twice; False too
    when only a slower look can tell. What is read is given to `numbers` to keep."""
    held = [table for table in tables if table.rows]
    ends = [end for table in held for group in table.groups if group.rows for end in group.facts]
    if not ends or max(ends) - min(ends) > BITS_A_FACT * sum(table.rows for table in held):
        return not ends
    takers = cores()
    identities = Identities(min(ends), max(ends), takers)
    with ThreadPoolExecutor(takers) as pool:

        def is_unique(table: Table) -> bool:
            taken = pool.map(
                lambda taker: _take_share(identities, taker, table, numbers), range(takers)
            )
            return all(list(taken)) and identities.next_table()

        return all(is_unique(table) for table in held)


def _take_share(identities: Identities, taker: int, table: Table, numbers: Numbers) -> bool:
    """Takes every so-many-th group of a table, as many as there are takers."""
    share = table.groups[taker :: len(identities.here)]
    try:
        for group, read in read_groups(table.key, share, ("fact_id", "version")):
            if not identities.unique(taker, read["fact_id"], read["version"]):
                return False
            numbers.keep(group, read["fact_id"])
    except DoubtfulError:
        return False
    return True
