"""R10: conditions of events that look back over a window which the force sets."""

import numpy as np

from dutybook.duties.calendar import dues_after
from dutybook.duties.columns import NULL, Columns, Facts, IntArray
from dutybook.duties.gather import Known, at_first, at_last, first_recorded, known, qualifying
from dutybook.duties.holidays import Holidays
from dutybook.duties.language import Duty, Event, Preceded
from dutybook.duties.policy import Policies
from dutybook.duties.staircase import NO_PART, part_at_events


def look_back(
    duty: Duty,
    entries: Columns,
    spans: Columns,
    facts: Facts,
    policies: Policies,
    holidays: Holidays,
    known_at: int,
) -> None:
    """Write into `entries` whether each event was preceded as its condition asks.

    The last that came before counts: any earlier one is older still. `spans` has one row for each
    entry. `policies` are those known.
    """
    asked = duty.condition
    if not isinstance(asked, Preceded) or not len(entries["opened_by"]):
        return
    at, fact, recorded, row = _last_before(asked, entries, facts, known_at)
    part, steps = part_at_events(duty, asked.within, entries, spans, policies)
    answers = np.full(len(row), NULL, dtype=np.int64)
    answers[row < 0] = 0
    judged = np.flatnonzero((row >= 0) & (part != NO_PART))
    window = steps.parts[part[judged]]
    ends = dues_after(
        at[row[judged]],
        np.ascontiguousarray(window[:, 0]),
        np.ascontiguousarray(window[:, 1]),
        holidays.as_known(known_at),
    )
    answers[judged] = ends >= entries["opened_at"][judged]
    entries["answer"][:] = answers
    met = np.flatnonzero(answers == 1)
    entries["met_at"][met] = entries["opened_at"][met]
    entries["met_by"][met] = fact[row[met]]
    entries["met_recorded_at"][met] = np.maximum(
        recorded[row[met]], _keyed(duty, entries["opened_by"][met], facts, known_at)
    )


def _last_before(
    asked: Preceded, entries: Columns, facts: Facts, known_at: int
) -> tuple[IntArray, IntArray, IntArray, IntArray]:
    """What is looked for (when, which fact, when keyed), and for each entry the row of the last at
    the event or before it, by time and fact; -1 where there is none."""
    kinds = [qualifying(known(facts, one.table, known_at), one.where) for one in asked.events]
    subject, at, fact = (
        np.concatenate([column(kind.newest) for kind in kinds])
        for column in (lambda rows: rows["subject_id"], at_last, lambda rows: rows["fact_id"])
    )
    recorded = np.concatenate(
        [first_recorded(kind, one.where) for kind, one in zip(kinds, asked.events, strict=True)]
    )
    whose = np.concatenate((subject, entries["subject_id"]))
    when = np.concatenate((at, entries["opened_at"]))
    which = np.concatenate((fact, entries["opened_by"]))
    is_entry = np.arange(len(whose)) >= len(subject)
    order = np.lexsort((which, is_entry, when, whose))
    # Places in this order ascend, so the last fact so far is the largest place of one so far.
    place = np.where(is_entry[order], -1, np.arange(len(order)))
    last = np.maximum.accumulate(place)
    found = np.where(last < 0, -1, order[last])
    same = (found >= 0) & (whose[found] == whose[order])
    row = np.full(len(entries["opened_by"]), -1, dtype=np.int64)
    mine = is_entry[order]
    row[order[mine] - len(subject)] = np.where(same, found, -1)[mine]
    return at, fact, recorded, row


def _keyed(duty: Duty, events: IntArray, facts: Facts, known_at: int) -> IntArray:
    """When each event was first keyed as it stands (reading r)."""
    fact: list[IntArray] = []
    recorded: list[IntArray] = []
    for opens in duty.openings:
        assert isinstance(opens, Event)
        found: Known = qualifying(known(facts, opens.table, known_at), opens.where)
        fact.append(found.newest["fact_id"])
        recorded.append(first_recorded(found, opens.where, at_first))
    ids = np.concatenate(fact)
    order = np.argsort(ids)
    place = order[np.searchsorted(ids[order], events)]
    return np.concatenate(recorded)[place]
