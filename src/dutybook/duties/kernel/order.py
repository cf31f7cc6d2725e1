"""Putting marks in order, and whether ledger rows are, each in one pass over memory."""

import numpy as np

from dutybook.duties.columns import BoolArray, IntArray
from dutybook.duties.compiled import compiled, in_place
from dutybook.duties.kernel.shapes import DROPPED, Marks, Records

SUBJECT, AT, RANK, FACT = range(4)
"""The places of the columns that marks are ordered by, in that order."""


@in_place
def comes_before(marks: IntArray, one: int, other: int) -> bool:
    """R7, subject by subject: whether mark `one` is taken before mark `other`."""
    for column in range(FACT + 1):
        if marks[column, one] < marks[column, other]:
            return True
        if marks[column, one] > marks[column, other]:
            return False
    return False


@compiled
def unordered_blocks(marks: IntArray, starts: IntArray) -> BoolArray:
    """Which blocks are not in order; block i is `marks[:, starts[i]:starts[i + 1]]`."""
    found = np.zeros(len(starts) - 1, dtype=np.bool_)
    for block in range(len(found)):
        for row in range(starts[block] + 1, starts[block + 1]):
            if comes_before(marks, row, row - 1):
                found[block] = True
                break
    return found


@compiled
def merged(marks: IntArray, starts: IntArray) -> IntArray:
    """Blocks that are each in order, as one; equal marks stay in the order of their blocks."""
    result = np.empty_like(marks)
    heads = starts[:-1].copy()
    row = 0
    while row < marks.shape[1]:
        best, second = -1, -1
        for block in range(len(heads)):
            if heads[block] == starts[block + 1]:
                continue
            if best < 0 or comes_before(marks, heads[block], heads[best]):
                best, second = block, best
            elif second < 0 or comes_before(marks, heads[block], heads[second]):
                second = block
        # Whatever comes before the head of the next best block is taken from this one at once.
        while heads[best] < starts[best + 1]:
            head = heads[best]
            if second >= 0 and best < second and comes_before(marks, heads[second], head):
                break
            if second >= 0 and best > second and not comes_before(marks, head, heads[second]):
                break
            for column in range(len(marks)):
                result[column, row] = marks[column, head]
            heads[best] += 1
            row += 1
    return result


@in_place
def is_tidy(entries: Records, spans: Records) -> bool:
    """Whether every entry is made, and entries and spans stand in the ledger's order."""
    for row in range(len(entries)):
        one = entries[row]
        if one.closed_why == DROPPED:
            return False
        if row == 0 or one.subject_id != entries[row - 1].subject_id:
            continue
        before = entries[row - 1]
        if one.opened_at < before.opened_at or (
            one.opened_at == before.opened_at
            and (
                one.opened_by < before.opened_by
                or (one.opened_by == before.opened_by and one.condition < before.condition)
            )
        ):
            return False
    ordered = True
    for row in range(1, len(spans)):
        ordered &= spans[row].entry >= spans[row - 1].entry
    return ordered


def in_order(marks: IntArray, starts: IntArray) -> Marks:
    """Marks of all blocks by subject, instant, rank and fact."""
    for block in np.flatnonzero(unordered_blocks(marks, starts)):
        rows = slice(starts[block], starts[block + 1])
        order = np.lexsort(marks[FACT::-1, rows])
        marks[:, rows] = marks[:, rows][:, order]
    return Marks(*(merged(marks, starts) if len(starts) > 2 else marks))
