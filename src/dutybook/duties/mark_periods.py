"""The marks of *each period* (R11): when each begins, is extended and ends."""

import numpy as np

from dutybook.duties.columns import NULL, Facts, IntArray
from dutybook.duties.gather import at_first, at_last, known, possible, qualifying, until_last
from dutybook.duties.gathered import Gathered
from dutybook.duties.kernel import shapes
from dutybook.duties.kernel.intervals import ends_of_periods, first_of_joined
from dutybook.duties.parts import Period
from dutybook.duties.staircase import Choice, chosen


def add_periods(
    marks: Gathered, period: Period, facts: Facts, known_at: int, choice: Choice | None
) -> None:
    """Periods that end early are due when they do; until then they are due as planned.

    Where the force chooses the reading, the choice in force when the first of the periods that
    touch began counts for all of them, so that none is lost when it changes.
    """
    found = possible(known(facts, period.table, known_at), period.where).newest
    begins, planned = at_first(found), until_last(found, period.until)
    planned = np.where((planned != NULL) & (planned < begins), begins, planned)
    order = np.lexsort((found["fact_id"], begins, found["subject_id"]))
    subject, begins, planned = found["subject_id"][order], begins[order], planned[order]
    ends = ends_of_periods(subject, begins, planned, *early_ends(period, facts, known_at))
    rows = chosen(choice, begins[first_of_joined(subject, begins, ends)])
    columns = {name: values[order[rows]] for name, values in found.items()}
    begins, planned, ends = begins[rows], planned[rows], ends[rows]
    kind = shapes.WHOLE_PERIOD if period.whole else shapes.PERIOD
    marks.add(columns, begins, shapes.RANK_BEGINS, kind, x=planned, y=ends)
    if period.whole:
        # After what begins at that instant, before what ends at it.
        marks.add(columns, begins - 1, shapes.RANK_MEETING, shapes.BEGINS_NEXT, y=ends)


def early_ends(period: Period, facts: Facts, known_at: int) -> tuple[IntArray, IntArray]:
    """Subject and instant of what ends periods early, in order of both."""
    if period.ended_by is None:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    found = qualifying(known(facts, period.ended_by.table, known_at), period.ended_by.where)
    at = at_last(found.newest)
    order = np.lexsort((at, found.newest["subject_id"]))
    return found.newest["subject_id"][order], at[order]
