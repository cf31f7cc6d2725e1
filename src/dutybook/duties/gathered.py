"""Marks of every kind, until they are put in the kernel's order."""

import numpy as np

from dutybook.duties.columns import NULL, Columns, IntArray
from dutybook.duties.kernel.order import in_order
from dutybook.duties.kernel.shapes import Marks


class Gathered:
    """Blocks of marks, one after another; a column of a block may be one number for all."""

    def __init__(self) -> None:
        self.blocks: list[tuple[IntArray | int, ...]] = []
        self.starts = [0]

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
        subject, fact = columns["subject_id"], columns["fact_id"]
        self.blocks.append((subject, at, rank, fact, kind, recorded, x, y))
        self.starts.append(self.starts[-1] + len(at))

    def in_order(self) -> Marks:
        """All marks by subject, instant, rank and fact (R7)."""
        marks = np.empty((len(Marks._fields), self.starts[-1]), dtype=np.int64)
        for block, start, stop in zip(self.blocks, self.starts, self.starts[1:], strict=False):
            for column, values in enumerate(block):
                marks[column, start:stop] = values
        return in_order(marks, np.array(self.starts, dtype=np.int64))
