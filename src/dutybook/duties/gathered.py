"""Marks of every kind, until they are put in the kernel's order."""

import numpy as np

from dutybook.duties.columns import NULL, Columns, IntArray
from dutybook.duties.kernel.shapes import Marks

COLUMNS = Marks._fields


class Gathered:
    """Blocks of marks, one after another."""

    def __init__(self) -> None:
        self.blocks: list[tuple[IntArray, ...]] = []

    def add(
        self,
        columns: Columns,
        at: IntArray,
        rank: int | IntArray,
        kind: int | IntArray,
        *,
        x: IntArray | int = NULL,
        y: IntArray | int = NULL,
        recorded: IntArray | None = None,
    ) -> None:
        """One mark for each row of `columns`."""
        if not len(at):
            return
        recorded = columns["recorded_at"] if recorded is None else recorded
        block = (columns["subject_id"], at, rank, columns["fact_id"], kind, recorded, x, y)
        self.blocks.append(tuple(_column(values, len(at)) for values in block))

    def in_order(self) -> Marks:
        """All marks by subject, instant, rank and fact (R7)."""
        if not self.blocks:
            return Marks(*(np.zeros(0, dtype=np.int64) for _ in COLUMNS))
        columns = [np.concatenate(parts) for parts in zip(*self.blocks, strict=True)]
        subject, at, rank, fact = columns[:4]
        order = np.lexsort((fact, rank, at, subject))
        return Marks(*(values[order] for values in columns))


def _column(values: IntArray | int, length: int) -> IntArray:
    if isinstance(values, int):
        return np.full(length, values, dtype=np.int64)
    return values
