"""The marks of what evidences the conditions of a *while* duty (R13)."""

import numpy as np

from dutybook.duties.columns import NULL, Facts, IntArray
from dutybook.duties.gather import (
    Known,
    at_first,
    at_last,
    first_recorded,
    known,
    qualifying,
    until_last,
)
from dutybook.duties.gathered import Gathered
from dutybook.duties.kernel import shapes
from dutybook.duties.kernel.intervals import ends_of_periods
from dutybook.duties.parts import Event, Evidence


def add_evidence(
    marks: Gathered, place: int, condition: Evidence, facts: Facts, known_at: int
) -> None:
    """Evidence begins: known only to the day, it counts from that day's first instant. What had
    expired by its date evidences nothing."""
    early = _ends_early(condition, facts, known_at)
    for event in condition.events:
        found = _in_date(qualifying(known(facts, event.table, known_at), event.where), condition)
        columns = found.newest
        begins = at_first(columns)
        planned = until_last(columns, condition.expires) if condition.expires else None
        order = np.lexsort((columns["fact_id"], begins, columns["subject_id"]))
        until = np.empty_like(begins)
        until[order] = ends_of_periods(
            columns["subject_id"][order],
            begins[order],
            np.full(len(order), NULL) if planned is None else planned[order],
            *early,
        )
        counts = until >= begins
        recorded = first_recorded(found, event.where, at_first, _filled(condition))
        marks.add(
            {name: values[counts] for name, values in columns.items()},
            begins[counts],
            shapes.RANK_MEETING,
            shapes.EVIDENCE + place,
            x=columns[event.names][counts] if event.names else NULL,
            y=until[counts],
            recorded=recorded[counts],
        )


def _filled(condition: Evidence) -> str | None:
    """The column that must be filled for a fact to evidence anything."""
    return None if condition.open_ended else condition.expires


def _in_date(found: Known, condition: Evidence) -> Known:
    """The facts of which it is recorded how long they count."""
    column = _filled(condition)
    return found if column is None else found.keep(found.newest[column] != NULL)


def _ends_early(condition: Evidence, facts: Facts, known_at: int) -> tuple[IntArray, IntArray]:
    """Subject and instant of what ends evidence early, in order of both."""
    ended_by: Event | None = condition.ended_by
    if ended_by is None:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    found = qualifying(known(facts, ended_by.table, known_at), ended_by.where).newest
    at = at_last(found)
    order = np.lexsort((at, found["subject_id"]))
    return found["subject_id"][order], at[order]
