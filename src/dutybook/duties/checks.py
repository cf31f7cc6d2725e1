"""What makes a duty contradict itself; each finding is a sentence part for `DutyError`."""

import re
from collections.abc import Iterator

from dutybook.duties.check_clock import allowance_problems, condition_problems, stop_problems
from dutybook.duties.check_parts import (
    choice_problems,
    column_problems,
    event_problems,
    holds_problems,
    period_problems,
    table_problems,
)
from dutybook.duties.definition import Definition
from dutybook.duties.facts import TABLES
from dutybook.duties.parts import FORMS, Event, Period, Preceded, Reading
from dutybook.duties.policy import POLICY_KEY

DUTY_KEY = re.compile(r"[a-z][a-z0-9_]*")

OPENED_BY = {
    "once": Event,
    "each_event": Event,
    "each_period": Period,
    "recurring": None,
    "while": None,
}
"""What opens an entry of each form; None where the beginning of an interval does."""


def problems_of(duty: Definition) -> Iterator[str]:
    """Everything wrong with a duty, in words."""
    yield from _words(duty)
    yield from _form(duty)
    for holds in duty.applies:
        yield from holds_problems(duty, holds, "applies")
    yield from _opens(duty)
    for event in duty.meetings:
        yield from event_problems(duty, event, "what meets it")
    yield from _each_event(duty)
    yield from condition_problems(duty)
    yield from stop_problems(duty)
    yield from _levels(duty)
    yield from allowance_problems(duty)


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
    opened_by = OPENED_BY[duty.form]
    if opened_by is None:
        fits = duty.opens is None
    else:
        fits = bool(duty.openings) and all(isinstance(one, opened_by) for one in duty.openings)
    if not fits:
        yield f"what opens a duty of the form {duty.form!r} is not of the right kind"
    if duty.form == "each_event" and isinstance(duty.opens, Reading):
        yield "each event has no choice of reading: name its event"
    if (duty.form in ("each_event", "while")) == bool(duty.meetings):
        yield (
            "it needs an event that meets it, unless it is *each event* or *while*, which have none"
        )
    if duty.form in ("recurring", "while") and all(one.before for one in duty.applies):
        yield f"a {duty.form} duty needs a condition that does not hold before its first fact"


def _opens(duty: Definition) -> Iterator[str]:
    if isinstance(duty.opens, Reading):
        yield from _reading(duty.opens)
    for reading in duty.openings:
        if isinstance(reading, Period):
            yield from period_problems(duty, reading)
        else:
            yield from event_problems(duty, reading, "what opens it")


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
    elif isinstance(duty.condition, Preceded):
        yield from _preceded(duty, duty.condition)
    else:
        for event in duty.openings:
            if event.table in TABLES:
                yield from (
                    f"condition: {problem}" for problem in duty.condition.problems(event.table)
                )
    leave = duty.authorised_by
    if leave is None:
        return
    found = list(table_problems(duty, leave.table, "authorisation"))
    yield from found
    if not POLICY_KEY.fullmatch(leave.least_rank):
        yield f"{leave.least_rank!r} is not a policy key"
    kinds = {leave.names: "ref", leave.rank: "code", leave.rationale: "flag"}
    for name, kind in kinds.items() if not found else ():
        yield from column_problems(leave.table, name, kind, "authorisation")


def _preceded(duty: Definition, looks_back: Preceded) -> Iterator[str]:
    if not POLICY_KEY.fullmatch(looks_back.within):
        yield f"{looks_back.within!r} is not a policy key"
    if not looks_back.events:
        yield "condition: it looks back for nothing"
    for event in looks_back.events:
        yield from event_problems(duty, event, "condition")
        if event.names or event.answer or event.first_after:
            yield "condition: what it looks back for only says which facts count"


def _levels(duty: Definition) -> Iterator[str]:
    if duty.levels is None:
        return
    found = list(table_problems(duty, duty.levels.table, "levels"))
    yield from found
    if not found:
        levels = duty.levels
        yield from choice_problems(levels.table, levels.column, levels.order, "levels")
    if len(set(duty.levels.order)) != len(duty.levels.order):
        yield "levels: one level stands twice in the order"
