"""What makes a duty contradict itself; each finding is a sentence part for `DutyError`."""

import re
from collections.abc import Iterator

from dutybook.duties.definition import Definition
from dutybook.duties.facts import TABLES, Code, Ref
from dutybook.duties.parts import FORMS, Event, Holds, Period, Reading
from dutybook.duties.policy import POLICY_KEY

DUTY_KEY = re.compile(r"[a-z][a-z0-9_]*")


def problems_of(duty: Definition) -> Iterator[str]:
    """Everything wrong with a duty, in words."""
    yield from _words(duty)
    yield from _form(duty)
    for holds in duty.applies:
        yield from _holds(duty, holds)
    yield from _opens(duty)
    if duty.meets:
        yield from _event(duty, duty.meets, "what meets it")
    yield from _each_event(duty)
    yield from _levels(duty)
    yield from _allowance(duty)


def _words(duty: Definition) -> Iterator[str]:
    if not DUTY_KEY.fullmatch(duty.key):
        yield "a key is lower-case words joined by underscores"
    for name in ("title", "subject", "why_it_matters", "drafted_by"):
        if not getattr(duty, name).strip():
            yield f"{name} is empty"
    if not duty.source.text.strip():
        yield "the source has no words"
    if not duty.source.link.startswith(("https://", "http://")):
        yield f"the source's link {duty.source.link!r} is not a web address"
    if duty.definition_version < 1:
        yield "definitions are numbered from 1"
    if duty.checked_by is not None and not duty.checked_by.strip():
        yield "checked_by is a name, or None when nobody has checked it"


def _form(duty: Definition) -> Iterator[str]:
    if duty.form not in FORMS:
        yield f"there is no form {duty.form!r}: use one of {', '.join(FORMS)}"
        return
    readings: tuple[object, ...] = (duty.opens,)
    if isinstance(duty.opens, Reading):
        readings = tuple(option.reading for option in duty.opens.options)
    wanted = {"once": Event, "each_event": Event, "each_period": Period, "recurring": type(None)}
    if not all(isinstance(reading, wanted[duty.form]) for reading in readings):
        yield f"what opens a duty of the form {duty.form!r} is not of the right kind"
    if duty.form == "each_event" and isinstance(duty.opens, Reading):
        yield "each event has no choice of reading: name its event"
    if (duty.form == "each_event") == (duty.meets is not None):
        yield "it needs an event that meets it, unless it is *each event*, which has none"
    if duty.form == "recurring" and (not duty.applies or all(one.before for one in duty.applies)):
        yield "a recurring duty needs a condition that does not hold before its first fact"


def _table(duty: Definition, table: str, role: str) -> Iterator[str]:
    declared = TABLES.get(table)
    if declared is None:
        yield f"{role}: there is no fact table {table!r}"
    elif declared.subject not in (duty.subject, "any"):
        yield f"{role}: {table} is about {declared.subject}, the duty about {duty.subject}"


def _holds(duty: Definition, holds: Holds) -> Iterator[str]:
    role = "applies"
    found = list(_table(duty, holds.table, role))
    yield from found
    if not found:
        yield from _choices(holds.table, holds.column, holds.values, role)


def _choices(table: str, column: str, values: tuple[str, ...], role: str) -> Iterator[str]:
    declared = TABLES[table].columns.get(column)
    if not isinstance(declared, Code):
        yield f"{role}: {table}.{column} is not a code"
        return
    if not values:
        yield f"{role}: no value of {table}.{column} is named"
    for value in values:
        if value not in declared.choices:
            yield f"{role}: {table}.{column} has no choice {value!r}"


def _event(duty: Definition, event: Event, role: str) -> Iterator[str]:
    found = list(_table(duty, event.table, role))
    yield from found
    if found:
        return
    columns = TABLES[event.table].columns
    if event.where:
        for problem in event.where.problems(event.table):
            yield f"{role}: {problem}"
    if event.names and not isinstance(columns.get(event.names), Ref):
        yield f"{role}: {event.table}.{event.names} does not name another fact"
    if event.answer and event.answer not in columns:
        yield f"{role}: {event.table} has no column {event.answer!r}"
    if event.first_after:
        yield from _event(duty, event.first_after, f"{role}, first after")


def _period(duty: Definition, period: Period) -> Iterator[str]:
    role = "period"
    found = list(_table(duty, period.table, role))
    yield from found
    if found:
        return
    until = TABLES[period.table].columns.get(period.until)
    if until is None or until.kind != "instant":
        yield f"{role}: {period.table}.{period.until} is not an instant"
    if period.where:
        for problem in period.where.problems(period.table):
            yield f"{role}: {problem}"
    if period.ended_by:
        yield from _event(duty, period.ended_by, "what ends a period")


def _opens(duty: Definition) -> Iterator[str]:
    readings: list[Event | Period] = []
    if isinstance(duty.opens, Reading):
        yield from _reading(duty.opens)
        readings.extend(option.reading for option in duty.opens.options)
    elif duty.opens is not None:
        readings.append(duty.opens)
    for reading in readings:
        if isinstance(reading, Period):
            yield from _period(duty, reading)
        else:
            yield from _event(duty, reading, "what opens it")


def _reading(reading: Reading) -> Iterator[str]:
    if not POLICY_KEY.fullmatch(reading.policy):
        yield f"{reading.policy!r} is not a policy key"
    names = [option.name for option in reading.options]
    if len(names) < 2 or len(set(names)) != len(names):
        yield "a choice of reading needs at least two options of different names"


def _each_event(duty: Definition) -> Iterator[str]:
    if duty.form != "each_event":
        if duty.condition or duty.authorised_by:
            yield "only *each event* has a condition or an authorisation"
        return
    if duty.condition is None:
        yield "*each event* needs a condition"
    elif isinstance(duty.opens, Event) and duty.opens.table in TABLES:
        for problem in duty.condition.problems(duty.opens.table):
            yield f"condition: {problem}"
    leave = duty.authorised_by
    if leave is None:
        return
    found = list(_table(duty, leave.table, "authorisation"))
    yield from found
    if not POLICY_KEY.fullmatch(leave.least_rank):
        yield f"{leave.least_rank!r} is not a policy key"
    kinds = {leave.names: "ref", leave.rank: "code", leave.rationale: "flag"}
    for name, kind in kinds.items() if not found else ():
        column = TABLES[leave.table].columns.get(name)
        if column is None or column.kind != kind:
            yield f"authorisation: {leave.table}.{name} is not a {kind}"


def _levels(duty: Definition) -> Iterator[str]:
    if duty.levels is None:
        return
    found = list(_table(duty, duty.levels.table, "levels"))
    yield from found
    if not found:
        yield from _choices(duty.levels.table, duty.levels.column, duty.levels.order, "levels")
    if len(set(duty.levels.order)) != len(duty.levels.order):
        yield "levels: one level stands twice in the order"


def _allowance(duty: Definition) -> Iterator[str]:
    allowance = duty.allowance
    named = [allowance.first, allowance.next, allowance.ceiling]
    for key in named:
        if key is not None and not POLICY_KEY.fullmatch(key):
            yield f"{key!r} is not a policy key"
    counts = any(named) or allowance.own_plan is not None
    if duty.form in ("each_period", "each_event"):
        if counts:
            yield f"{duty.form} has no allowance: it is due at its anchor"
        return
    if not counts:
        yield "no policy says by when"
    if allowance.first and duty.form == "once":
        yield "a first allowance is for recurring duties"
    if allowance.own_plan:
        plan = allowance.own_plan
        found = list(_table(duty, plan.table, "own plan"))
        yield from found
        for name, kind in {plan.amount: "whole", plan.unit: "code"}.items() if not found else ():
            column = TABLES[plan.table].columns.get(name)
            if column is None or column.kind != kind:
                yield f"own plan: {plan.table}.{name} is not a {kind}"
