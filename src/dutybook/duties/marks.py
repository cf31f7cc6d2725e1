"""From a duty and the facts known, the marks that the kernel passes over."""

import numpy as np

from dutybook.duties.columns import NULL, TABLES, Code, Columns, Facts, IntArray
from dutybook.duties.conditions import UNKNOWN
from dutybook.duties.gather import (
    Known,
    at_first,
    at_last,
    first_recorded,
    known,
    level_instants,
    qualifying,
    state_changes,
    until_last,
)
from dutybook.duties.gathered import Gathered
from dutybook.duties.kernel import shapes
from dutybook.duties.kernel.shapes import Marks
from dutybook.duties.language import Duty, Event, Period, Preceded, Reading
from dutybook.duties.mark_evidence import add_evidence
from dutybook.duties.mark_periods import add_periods
from dutybook.duties.mark_stops import add_stops
from dutybook.duties.policy import UNITS, Policies
from dutybook.duties.staircase import Choice, chosen


def marks_of(duty: Duty, facts: Facts, policies: Policies, known_at: int) -> Marks:
    """The marks of every subject in `facts`, as known at `known_at`, in the kernel's order.

    `policies` are those known; only the choice of reading is taken from them here.
    """
    marks = Gathered()
    _add_conditions(marks, duty, facts, known_at)
    _add_allocation(marks, facts, known_at)
    _add_levels(marks, duty, facts, known_at)
    _add_plan(marks, duty, facts, known_at)
    if duty.form == "each_event":
        for event in duty.openings:
            if isinstance(event, Event):
                _add_events(marks, duty, event, facts, known_at)
    elif duty.opens is not None:
        _add_openings(marks, duty, facts, policies, known_at)
    for event in duty.meetings:
        _add_meetings(marks, duty, event, facts, known_at)
    for place, condition in enumerate(duty.conditions):
        add_evidence(marks, place, condition, facts, known_at)
    add_stops(marks, duty, facts, known_at)
    return marks.in_order()


def _add_conditions(marks: Gathered, duty: Duty, facts: Facts, known_at: int) -> None:
    for place, condition in enumerate(duty.applies):
        found = known(facts, condition.table, known_at).newest
        kind = TABLES[condition.table].columns[condition.column]
        wanted = [kind.encode(value) for value in condition.values]
        rows, at, holds = state_changes(
            found, np.isin(found[condition.column], wanted), condition.before
        )
        columns = {name: found[name][rows] for name in ("subject_id", "fact_id", "recorded_at")}
        rank = np.where(holds, shapes.RANK_APPLIES_BEGINS, shapes.RANK_APPLIES_ENDS)
        marks.add(columns, at, rank, shapes.CONDITION, x=place, y=holds.astype(np.int64))


def _add_allocation(marks: Gathered, facts: Facts, known_at: int) -> None:
    found = known(facts, "allocation", known_at).newest
    marks.add(
        found,
        at_first(found),
        shapes.RANK_ALLOCATION,
        shapes.ALLOCATION,
        x=found["team_id"],
        y=found["owner_id"],
    )


def level_numbers(duty: Duty, columns: Columns) -> IntArray:
    """0 for a level that is unknown or outside the duty's order, else counted from 1."""
    assert duty.levels is not None
    kind = TABLES[duty.levels.table].columns[duty.levels.column]
    assert isinstance(kind, Code)
    number = np.zeros(len(kind.choices) + 1, dtype=np.int64)
    for place, level in enumerate(duty.levels.order, start=1):
        number[kind.encode(level)] = place
    recorded = columns[duty.levels.column]
    return number[np.where(recorded == NULL, len(kind.choices), recorded)]


def _add_levels(marks: Gathered, duty: Duty, facts: Facts, known_at: int) -> None:
    if duty.levels is None:
        return
    found = known(facts, duty.levels.table, known_at).newest
    levels = level_numbers(duty, found)
    at = level_instants(found, levels)
    marks.add(found, at, shapes.RANK_LEVEL, shapes.LEVEL, x=levels)


def _add_plan(marks: Gathered, duty: Duty, facts: Facts, known_at: int) -> None:
    plan = duty.allowance.own_plan
    if plan is None:
        return
    found = known(facts, plan.table, known_at).newest
    kind = TABLES[plan.table].columns[plan.unit]
    assert isinstance(kind, Code)
    units = np.array([UNITS.index(choice) for choice in kind.choices], dtype=np.int64)
    recorded = found[plan.unit] != NULL
    amount = np.where(recorded, found[plan.amount], NULL)
    unit = units[np.where(recorded, found[plan.unit], 0)]
    marks.add(found, at_first(found), shapes.RANK_POLICY, shapes.PLAN, x=amount, y=unit)


def _add_events(marks: Gathered, duty: Duty, event: Event, facts: Facts, known_at: int) -> None:
    assert duty.condition is not None
    found = qualifying(known(facts, event.table, known_at), event.where)
    if isinstance(duty.condition, Preceded):
        # Answered after the pass, which knows the level and the team.
        marks.add(found.newest, at_first(found.newest), shapes.RANK_BEGINS, shapes.EVENT)
        return
    answers = duty.condition.answers(event.table, found.newest).astype(np.int64)
    answers[answers == UNKNOWN] = NULL
    marks.add(
        found.newest,
        at_first(found.newest),
        shapes.RANK_BEGINS,
        shapes.EVENT,
        x=answers,
        recorded=first_recorded(found, duty.condition, at_first),
    )


def _add_meetings(marks: Gathered, duty: Duty, meets: Event, facts: Facts, known_at: int) -> None:
    found = qualifying(known(facts, meets.table, known_at), meets.where)
    columns = found.newest
    if duty.form == "recurring" and duty.allowance.named_in is not None:
        # Before the meeting itself: marks alike in all else stay in the order they were added.
        marks.add(
            columns,
            at_last(columns),
            shapes.RANK_MEETING,
            shapes.NAMES_NEXT,
            x=until_last(columns, duty.allowance.named_in),
        )
    marks.add(
        columns,
        at_last(columns),
        shapes.RANK_MEETING,
        shapes.MEETING,
        x=columns[meets.names] if meets.names else NULL,
        y=columns[meets.answer] if meets.answer else NULL,
        recorded=first_recorded(found, meets.where),
    )


def _add_openings(
    marks: Gathered, duty: Duty, facts: Facts, policies: Policies, known_at: int
) -> None:
    """Triggers or periods, by the reading that the force has chosen where there is a choice."""
    if not isinstance(duty.opens, Reading):
        for opens in duty.openings:
            _add_option(marks, duty, opens, facts, known_at, None)
        return
    for place, option in enumerate(duty.opens.options):
        choice: Choice = (duty.opens, policies, place)
        _add_option(marks, duty, option.reading, facts, known_at, choice)


def _add_option(
    marks: Gathered,
    duty: Duty,
    opens: Event | Period,
    facts: Facts,
    known_at: int,
    choice: Choice | None,
) -> None:
    if isinstance(opens, Period):
        add_periods(marks, opens, facts, known_at, choice)
    else:
        _add_triggers(marks, duty, opens, facts, known_at, choice)


def _add_triggers(
    marks: Gathered,
    duty: Duty,
    trigger: Event,
    facts: Facts,
    known_at: int,
    choice: Choice | None,
) -> None:
    found = qualifying(known(facts, trigger.table, known_at), trigger.where)
    columns = found.newest
    at = at_first(columns)
    rows, decided_at = np.arange(len(at)), at
    if trigger.first_after is not None:
        after = qualifying(
            known(facts, trigger.first_after.table, known_at), trigger.first_after.where
        )
        rows, decided_at = _first_after(columns, at, after.newest)
    rows = rows[chosen(choice, decided_at)]
    columns = {name: values[rows] for name, values in columns.items()}
    named_in = duty.allowance.named_in
    marks.add(
        columns,
        at[rows],
        shapes.RANK_BEGINS,
        shapes.TRIGGER,
        x=NULL if named_in is None else until_last(columns, named_in),
        y=_could_meet(duty, Known(trigger.table, found.versions, columns)),
    )


def _could_meet(duty: Duty, triggers: Known) -> IntArray:
    """1 where the fact that triggers is itself of the kind that meets (R4)."""
    could = np.zeros(len(triggers.newest["fact_id"]), dtype=np.int64)
    for meets in duty.meetings:
        if meets.table == triggers.table:
            facts = qualifying(triggers, meets.where).newest["fact_id"]
            could[np.isin(triggers.newest["fact_id"], facts)] = 1
    return could


def _first_after(columns: Columns, at: IntArray, after: Columns) -> tuple[IntArray, IntArray]:
    """The rows that are the first after each fact of another kind, and when that fact was.

    What comes before any such fact is its own chain.
    """
    subject = np.concatenate((after["subject_id"], columns["subject_id"]))
    when = np.concatenate((at_first(after), at))
    fact = np.concatenate((after["fact_id"], columns["fact_id"]))
    heads = len(after["fact_id"])
    order = np.lexsort((fact, np.arange(len(fact)) >= heads, when, subject))
    begins = order < heads
    begins[:1] = True
    begins[1:] |= subject[order][1:] != subject[order][:-1]
    chain = np.cumsum(begins) - 1
    head_at = when[order][np.flatnonzero(begins)]
    candidates = np.flatnonzero(order >= heads)
    _, first = np.unique(chain[candidates], return_index=True)
    kept = candidates[first]
    return order[kept] - heads, head_at[chain[kept]]
