"""A duty's definition in plain words, made from the definition, so that they cannot differ."""

from collections.abc import Iterator

from dutybook.duties.conditions import AllOf, AnyOf, AtLeast, Condition, Is, No, Yes
from dutybook.duties.language import Duty, Event, Evidence, Holds, Period, Preceded, Reading
from dutybook.duties.wording import law_in_words
from dutybook.web.policy_words import title

SHAPES = {
    "once": "For each {opens}, something must follow within an allowance.",
    "recurring": "While it applies, something must happen again within an interval of the last "
    "time. Each time it is met, the next one opens at that moment.",
    "each_period": "In each {opens}, it must happen at least once. A period that ends without it "
    "stays unmet: nothing done later can mend it.",
    "each_event": "Every {opens} must satisfy a condition, or carry leave from somebody of "
    "sufficient rank, with a rationale.",
    "while": "As long as it applies, each of its conditions must be evidenced.",
}


def shape_in_words(duty: Duty) -> str:
    """What kind of duty it is."""
    opens = duty.opens
    if isinstance(opens, Reading):
        return SHAPES[duty.form].format(opens="period or event that the force's reading names")
    return SHAPES[duty.form].format(opens=_either(tuple(one.table for one in duty.openings)))


def conditions_in_words(duty: Duty) -> list[str]:
    """When it applies, what meets it, by when: one sentence each."""
    return [*_applying(duty), *_opening(duty), *_meeting(duty), *_by_when(duty)]


def _applying(duty: Duty) -> Iterator[str]:
    for holds in duty.applies:
        yield f"It applies while {_held(holds)}."


def _opening(duty: Duty) -> Iterator[str]:
    opens = duty.opens
    if isinstance(opens, Reading):
        for option in opens.options:
            yield f"Read as “{_words(option.name)}”, it opens with {_happening(option.reading)}."
    elif duty.openings:
        yield f"It opens with {_any_of(duty.openings)}."
    if duty.condition is not None:
        yield f"It is met when {_looked_at(duty.condition)}."
    if duty.authorised_by is not None:
        yield "Leave given at or before counts as authorised; given later, as authorised late."


def _looked_at(condition: Condition | Preceded) -> str:
    if isinstance(condition, Preceded):
        allowed = title(condition.within)
        return f"{_any_of(condition.events)} came before, within the force's setting “{allowed}”"
    return _asked(condition)


def _meeting(duty: Duty) -> Iterator[str]:
    for one in duty.conditions:
        yield f"{one.title}: {_evidenced(one)}."
    if not duty.meetings:
        return
    yield f"It is met by {_any_of(duty.meetings)}."
    if all(event.names for event in duty.meetings):
        yield "What meets it must say which one it is for, and meets only that one."
    elif duty.answers == "all":
        yield "One such event meets every open one."


def _evidenced(one: Evidence) -> str:
    said = f"evidenced by {_any_of(one.events)}"
    if one.expires is not None:
        said += f" until its {_words(one.expires)}"
    return said


def _by_when(duty: Duty) -> Iterator[str]:
    for stop in duty.stops:
        if stop.defers:
            yield f"A due date that falls {stop.title} is put off until after that."
        else:
            yield f"The clock stops {stop.title}."
    yield from law_in_words(duty)
    allowed = duty.allowance
    if allowed.own_plan:
        yield "The interval is the one set in the person's own plan."
    if isinstance(allowed.ceiling, str):
        yield f"It is never longer than the force's setting “{title(allowed.ceiling)}”."
    if isinstance(allowed.first, str):
        yield f"The first time has its own allowance, “{title(allowed.first)}”."
    if isinstance(allowed.next, str):
        yield f"The allowance is the force's setting “{title(allowed.next)}”."
    if any(isinstance(one, str) for one in allowed.figures) or allowed.own_plan:
        yield "What the force has not set reads no standard set, and never counts as met."


def _held(holds: Holds) -> str:
    said = f"{_words(holds.table)} is {_either(holds.values)}"
    return f"{said} (or nothing is recorded)" if holds.before else said


def _any_of(parts: tuple[Event | Period, ...]) -> str:
    return " or ".join(_happening(part) for part in parts)


def _happening(part: Event | Period) -> str:
    said = f"a {_words(part.table)}"
    if part.where is not None:
        said += f" where {_asked(part.where)}"
    if isinstance(part, Event) and part.first_after is not None:
        said += f", the first after each {_words(part.first_after.table)}"
    if isinstance(part, Period) and part.whole:
        said += " (those that touch are one)"
    return said


def _asked(condition: Condition) -> str:
    match condition:
        case Is(column=column, choices=choices):
            return f"{_words(column)} is {_either(choices)}"
        case Yes(column=column):
            return f"{_words(column)} is yes"
        case No(column=column):
            return f"{_words(column)} is no"
        case AtLeast(column=column, least=least):
            return f"{_words(column)} is at least {_words(str(least))}"
        case AllOf(parts=parts):
            return " and ".join(_asked(part) for part in parts)
        case AnyOf(parts=parts):
            return " or ".join(_asked(part) for part in parts)
    raise AssertionError(f"a condition without words: {condition!r}")


def _either(values: tuple[str, ...]) -> str:
    return " or ".join(_words(value) for value in values)


def _words(name: str) -> str:
    return name.replace("_", " ")
