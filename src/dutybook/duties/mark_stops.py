"""The marks of what stops the clock (R5): stops that overlap or touch are one.

Those of one kind are one stop, which ends once and has one floor; those of several kinds are one
stretch in which the clock stands, with the floor of each where it ends.
"""

from typing import NamedTuple

import numpy as np

from dutybook.duties.columns import NULL, TABLES, BoolArray, Columns, Facts, IntArray
from dutybook.duties.gather import at_first, known, qualifying, state_changes, until_last
from dutybook.duties.gathered import Gathered
from dutybook.duties.kernel import shapes
from dutybook.duties.kernel.intervals import ends_of_periods, first_of_joined
from dutybook.duties.language import Duty, Holds, Period, Stop
from dutybook.duties.mark_periods import early_ends
from dutybook.duties.statute import STATUTE_UNITS


class Stops(NamedTuple):
    """Stops of one kind or several: each from `begins` up to `ends`, NEVER when it has no end.

    `amount` and `unit` are its floor's, NULL when it has none.
    """

    subject: IntArray
    fact: IntArray
    begins: IntArray
    ends: IntArray
    amount: IntArray
    unit: IntArray


def add_stops(marks: Gathered, duty: Duty, facts: Facts, known_at: int) -> None:
    """Where clocks are held and released, and where the floor of a stop begins to count."""
    if not duty.stops:
        return
    kinds = [_joined(_stops_of(stop, facts, known_at)) for stop in duty.stops]
    stops = Stops(*(np.concatenate(columns) for columns in zip(*kinds, strict=True)))
    floors = (stops.amount != NULL) & (stops.ends != shapes.NEVER)
    _add(marks, stops, floors, stops.ends, shapes.RANK_STOP_FLOORS, shapes.STOP_FLOORS)
    stands = _joined(stops)
    every = np.ones(len(stands.begins), dtype=np.bool_)
    _add(marks, stands, every, stands.begins, shapes.RANK_STOP_BEGINS, shapes.STOP_BEGINS)
    ends = stands.ends != shapes.NEVER
    _add(marks, stands, ends, stands.ends, shapes.RANK_STOP_ENDS, shapes.STOP_ENDS)


def _joined(stops: Stops) -> Stops:
    """Those that overlap or touch as one, in order of subject and beginning; those without
    length left out."""
    rows = np.lexsort((stops.fact, stops.begins, stops.subject))
    rows = rows[stops.ends[rows] > stops.begins[rows]]
    stops = Stops(*(column[rows] for column in stops))
    first = first_of_joined(stops.subject, stops.begins, stops.ends)
    until = stops.ends.copy()
    np.maximum.at(until, first, stops.ends)
    kept = first == np.arange(len(first))
    return Stops(*(column[kept] for column in stops._replace(ends=until)))


def _add(
    marks: Gathered, stops: Stops, rows: BoolArray, at: IntArray, rank: int, kind: int
) -> None:
    columns: Columns = {
        "subject_id": stops.subject[rows],
        "fact_id": stops.fact[rows],
        "recorded_at": at[rows],
    }
    marks.add(columns, at[rows], rank, kind, x=stops.amount[rows], y=stops.unit[rows])


def _stops_of(stop: Stop, facts: Facts, known_at: int) -> Stops:
    if isinstance(stop.during, Holds):
        subject, fact, begins, ends = _states(stop.during, facts, known_at)
    else:
        subject, fact, begins, ends = _periods(stop.during, facts, known_at)
    amount, unit = NULL, NULL
    if stop.floor is not None:
        amount, unit = stop.floor.amount, STATUTE_UNITS.index(stop.floor.unit)
    size = len(subject)
    floor = (np.full(size, amount, dtype=np.int64), np.full(size, unit, dtype=np.int64))
    return Stops(subject, fact, begins, ends, *floor)


def _states(
    holds: Holds, facts: Facts, known_at: int
) -> tuple[IntArray, IntArray, IntArray, IntArray]:
    """From each beginning of the state to its end, which is the next change."""
    found = known(facts, holds.table, known_at).newest
    kind = TABLES[holds.table].columns[holds.column]
    wanted = [kind.encode(value) for value in holds.values]
    rows, at, begins = state_changes(found, np.isin(found[holds.column], wanted), False)
    subject, fact = found["subject_id"][rows], found["fact_id"][rows]
    ends = np.full(len(at), shapes.NEVER, dtype=np.int64)
    goes_on = begins[:-1] & (subject[1:] == subject[:-1])
    ends[:-1][goes_on] = at[1:][goes_on]
    return subject[begins], fact[begins], at[begins], ends[begins]


def _periods(
    period: Period, facts: Facts, known_at: int
) -> tuple[IntArray, IntArray, IntArray, IntArray]:
    """Each period that plainly stops the clock, to its end as planned or early."""
    found = qualifying(known(facts, period.table, known_at), period.where).newest
    begins = at_first(found)
    order = np.lexsort((found["fact_id"], begins, found["subject_id"]))
    subject, fact, begins = found["subject_id"][order], found["fact_id"][order], begins[order]
    planned = until_last(found, period.until)[order]
    early = early_ends(period, facts, known_at)
    return subject, fact, begins, ends_of_periods(subject, begins, planned, *early)
