"""R1: the intervals during which a duty applies to a subject."""

import numpy as np

from dutybook.duties.calendar import end_of_local_day, local_day
from dutybook.duties.columns import IntArray
from dutybook.duties.compiled import compiled, in_place
from dutybook.duties.kernel.shapes import ALWAYS, CONDITION, NEVER, NULL, Marks, Rules

BEGINS, BEGUN_BY, ENDS = range(3)
"""Columns of an interval; one that has no end yet ends NEVER."""


@in_place
def touches(end: int, begin: int) -> bool:
    """Reading (b): a day's last instant touches the next day's first."""
    if begin - end > 1:
        return False
    return begin <= end or end_of_local_day(local_day(end)) == end


@in_place
def _begun(intervals: IntArray, count: int, begins: int, begun_by: int) -> int:
    """Add an interval after the first `count`, and answer how many there are now."""
    intervals[count, BEGINS] = begins
    intervals[count, BEGUN_BY] = begun_by
    intervals[count, ENDS] = NEVER
    return count + 1


@in_place
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
        count = _begun(intervals, count, ALWAYS, NULL)
    for row in range(start, stop):
        if marks.kind[row] != CONDITION:
            continue
        bit = 1 << marks.x[row]
        holds = held | bit if marks.y[row] == 1 else held & ~bit
        if holds == every and held != every:
            if count > 0 and touches(intervals[count - 1, ENDS], marks.at[row]):
                intervals[count - 1, ENDS] = NEVER
            else:
                count = _begun(intervals, count, marks.at[row], marks.fact[row])
        elif holds != every and held == every:
            intervals[count - 1, ENDS] = marks.at[row]
        held = holds
    return count


@compiled
def ends_of_periods(
    subject: IntArray,
    begins: IntArray,
    planned: IntArray,
    early_subject: IntArray,
    early_at: IntArray,
) -> IntArray:
    """R11: when each period ends, early or as planned (NULL: not known); NEVER if not known.

    Periods are in order of subject and beginning, what ends them early in order of both.
    """
    ends = np.empty_like(begins)
    early = 0
    for row in range(len(subject)):
        while early < len(early_at) and (
            early_subject[early] < subject[row]
            or (early_subject[early] == subject[row] and early_at[early] < begins[row])
        ):
            early += 1
        ends[row] = NEVER if planned[row] == NULL else planned[row]
        if early < len(early_at) and early_subject[early] == subject[row]:
            ends[row] = min(ends[row], early_at[early])
    return ends


@compiled
def first_of_joined(subject: IntArray, begins: IntArray, ends: IntArray) -> IntArray:
    """For each period, in order, the first of those it is joined to by touching or overlapping."""
    first = np.arange(len(subject))
    reaches = ends.copy()
    for row in range(1, len(subject)):
        if subject[row] == subject[row - 1] and touches(reaches[row - 1], begins[row]):
            first[row] = first[row - 1]
            reaches[row] = max(reaches[row - 1], ends[row])
    return first
