"""What makes the clock of a duty contradict itself: its allowance, its stops, its conditions."""

from collections.abc import Iterator

from dutybook.duties.check_parts import (
    column_problems,
    event_problems,
    holds_problems,
    period_problems,
    table_problems,
)
from dutybook.duties.definition import Definition
from dutybook.duties.facts import TABLES
from dutybook.duties.parts import Evidence, Holds, Reading, Stop
from dutybook.duties.policy import POLICY_KEY
from dutybook.duties.statute import Statute


def allowance_problems(duty: Definition) -> Iterator[str]:
    """By when: nothing where due is the anchor, something everywhere else but in *while*."""
    allowance = duty.allowance
    for figure in allowance.figures:
        if isinstance(figure, Statute):
            yield from figure.problems()
        elif not POLICY_KEY.fullmatch(figure):
            yield f"{figure!r} is not a policy key"
    counts = bool(allowance.figures or allowance.own_plan or allowance.named_in)
    if duty.form in ("each_period", "each_event"):
        if counts:
            yield f"{duty.form} has no allowance: it is due at its anchor"
        return
    if duty.form == "while":
        yield from _while_allowance(duty)
        return
    if not counts:
        yield "no policy says by when"
    if allowance.first and duty.form == "once":
        yield "a first allowance is for recurring duties"
    yield from _own_plan(duty)
    yield from _named_in(duty)


def _while_allowance(duty: Definition) -> Iterator[str]:
    allowance = duty.allowance
    if allowance.first or allowance.own_plan or allowance.named_in or allowance.ceiling:
        yield "a *while* duty has one allowance, `next`, or none: due as the state begins"


def _own_plan(duty: Definition) -> Iterator[str]:
    plan = duty.allowance.own_plan
    if plan is None:
        return
    found = list(table_problems(duty, plan.table, "own plan"))
    yield from found
    for name, kind in {plan.amount: "whole", plan.unit: "code"}.items() if not found else ():
        yield from column_problems(plan.table, name, kind, "own plan")


def _named_in(duty: Definition) -> Iterator[str]:
    """The column stands in what opens an entry: the trigger, or in *recurring* what met it."""
    column = duty.allowance.named_in
    if column is None:
        return
    if isinstance(duty.opens, Reading):
        yield "a due date named by what opens it leaves no choice of reading"
    for event in duty.openings if duty.form == "once" else duty.meetings:
        if event.table in TABLES:
            yield from column_problems(event.table, column, "instant", "due date named")


def stop_problems(duty: Definition) -> Iterator[str]:
    """R5: only a clock that runs can be stopped, and only by something recorded."""
    if duty.stops and duty.form in ("each_period", "each_event"):
        yield f"{duty.form} has no clock to stop: it is due at its anchor"
    if len({stop.defers for stop in duty.stops}) > 1:
        yield "some stops move a due date and some only defer it: all do one or the other"
    for stop in duty.stops:
        yield from _stop(duty, stop)


def _stop(duty: Definition, stop: Stop) -> Iterator[str]:
    if not stop.title.strip():
        yield "a stop has no title"
    role = f"stop {stop.title!r}"
    if isinstance(stop.during, Holds):
        yield from holds_problems(duty, stop.during, role)
        if stop.during.before:
            yield f"{role}: it cannot hold before its first fact: nothing recorded stops no clock"
    else:
        yield from period_problems(duty, stop.during, role)
        if stop.during.whole:
            yield f"{role}: stops that touch are one already"
    if stop.defers and stop.floor is None:
        yield f"{role}: it defers to nothing: give the floor that counts from its end"
    if stop.floor is not None:
        yield from (f"{role}: {problem}" for problem in stop.floor.problems())


def condition_problems(duty: Definition) -> Iterator[str]:
    """R13: *while* has named conditions, each evidenced by something, and nothing else has."""
    if duty.form != "while":
        if duty.conditions:
            yield "only *while* has named conditions"
        return
    if not duty.conditions:
        yield "*while* needs at least one named condition"
    keys = [one.key for one in duty.conditions]
    if len(set(keys)) != len(keys):
        yield "two named conditions have one key"
    for one in duty.conditions:
        yield from _evidence(duty, one)


def _evidence(duty: Definition, one: Evidence) -> Iterator[str]:
    role = f"condition {one.key!r}"
    if not one.key.strip() or not one.title.strip():
        yield f"{role}: it needs a key and a title"
    if not one.events:
        yield f"{role}: nothing evidences it"
    if one.open_ended and one.expires is None:
        yield f"{role}: without an `expires` column all its evidence is open-ended"
    for event in one.events:
        yield from event_problems(duty, event, role)
        if event.first_after or event.answer:
            yield f"{role}: evidence is neither first after something nor an answer"
        if one.expires and event.table in TABLES:
            yield from column_problems(event.table, one.expires, "instant", role)
    if one.ended_by:
        yield from event_problems(duty, one.ended_by, f"{role}, what ends it")
