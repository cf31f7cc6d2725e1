"""R1: the intervals during which a duty applies to a subject."""

import numpy as np

from dutybook.duties.calendar import end_of_local_day, local_day
from dutybook.duties.columns import IntArray
from dutybook.duties.compiled import compiled
from dutybook.duties.kernel.shapes import ALWAYS, CONDITION, NEVER, NULL, Marks, Rules

BEGINS, BEGUN_BY, ENDS = range(3)
"""Columns of an interval; one that has no end yet ends NEVER."""


@compiled
def touches(end: int, begin: int) -> bool:
    """Reading (b): a day's last instant touches the next day's first."""
    if begin - end > 1:
        return False
    return begin <= end or end_of_local_day(local_day(end)) == end


@compiled
def find_intervals(intervals: IntArray, marks: Marks, start: int, stop: int, rules: Rules) -> int:
    """Fill `intervals` from the condition marks of one subject, and answer how many there are.

    The duty applies while all its conditions hold. Intervals that touch are one, and each is
    named by the fact that made it begin (reading w). One without length is kept: what happens at
    that very instant is inside it.
    """
    every = (1 << rules.conditions) - 1
    held = rules.held_before
    count = 0
    if held == every:
        intervals[0, BEGINS] = ALWAYS
        intervals[0, BEGUN_BY] = NULL
        intervals[0, ENDS] = NEVER
        count = 1
    for row in range(start, stop):
        if marks.kind[row] != CONDITION:
            continue
        bit = 1 << marks.x[row]
        holds = held | bit if marks.y[row] == 1 else held & ~bit
        if holds == every and held != every:
            if count > 0 and touches(intervals[count - 1, ENDS], marks.at[row]):
                intervals[count - 1, ENDS] = NEVER
            else:
                intervals[count, BEGINS] = marks.at[row]
                intervals[count, BEGUN_BY] = marks.fact[row]
                intervals[count, ENDS] = NEVER
                count += 1
        elif holds != every and held == every:
            intervals[count - 1, ENDS] = marks.at[row]
        held = holds
    return count


@compiled
def join_periods(subject: IntArray, begins: IntArray, ends: IntArray) -> tuple[IntArray, IntArray]:
    """For each period, in order of subject and beginning, the first of those it is joined to by
    touching or overlapping, and when it joins: at its beginning, or at the end it touches."""
    head = np.arange(len(subject))
    joined_at = begins.copy()
    reaches = NEVER
    for row in range(len(subject)):
        end = NEVER if ends[row] == NULL else ends[row]
        if row > 0 and subject[row] == subject[row - 1] and touches(reaches, begins[row]):
            head[row] = head[row - 1]
            joined_at[row] = min(begins[row], reaches)
            reaches = max(reaches, end)
        else:
            reaches = end
    return head, joined_at
