"""A duty's parts in plain English, for the manual and the pages that explain a duty."""

from typing import Final

from dutybook.duties.conditions import AllOf, AnyOf, AtLeast, Condition, Is, No, Yes
from dutybook.duties.facts import TABLES
from dutybook.duties.language import Duty, Event, Holds, Period, Reading

FORMS: Final = {
    "once": "Once for each trigger, within an allowance.",
    "recurring": "Again and again while it applies, within an interval of the last time.",
    "each_period": "At least once in each period.",
    "each_event": "At every event: a condition must hold, or the event must be authorised.",
}


def plain(code: str) -> str:
    """A key as words: `no_reply` reads "no reply"."""
    return code.replace("_", " ")


def either(words: tuple[str, ...]) -> str:
    """Words joined by "or"."""
    named = [plain(word) for word in words]
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} or {named[-1]}"


def condition_in_words(condition: Condition) -> str:
    """A condition on a fact as a clause: "crew is at least 2"."""
    match condition:
        case Is():
            return f"{plain(condition.column)} is {either(condition.choices)}"
        case Yes():
            return f"{plain(condition.column)} is yes"
        case No():
            return f"{plain(condition.column)} is no"
        case AtLeast():
            return f"{plain(condition.column)} is at least {plain(str(condition.least))}"
        case AllOf():
            return " and ".join(condition_in_words(part) for part in condition.parts)
        case AnyOf():
            return " or ".join(condition_in_words(part) for part in condition.parts)
    raise TypeError(f"no words for {type(condition).__name__}")


def event_in_words(event: Event) -> str:
    """A kind of fact as a noun phrase."""
    said = f"a fact `{event.table}`"
    if event.where is not None:
        said += f" where {condition_in_words(event.where)}"
    if event.first_after is not None:
        said += f", the first after {event_in_words(event.first_after)}"
    if event.names is not None:
        said += f" (one that names what it is for in `{event.names}` counts for that alone)"
    return said


def period_in_words(period: Period) -> str:
    """A kind of period as a noun phrase."""
    said = f"a period `{period.table}` to its `{period.until}`"
    if period.where is not None:
        said += f" where {condition_in_words(period.where)}, or where that is not recorded"
    if period.ended_by is not None:
        said += f", ended early by {event_in_words(period.ended_by)}"
    if period.whole:
        said += "; periods that touch are one"
    return said


def holds_in_words(holds: Holds) -> str:
    """A state in which the duty applies, and what counts before anything is recorded."""
    before = "" if not holds.before else ", and until anything is recorded"
    return f"`{holds.table}` {plain(holds.column)} is {either(holds.values)}{before}"


def opens_in_words(duty: Duty) -> list[str]:
    """What opens an entry of the duty, as sentences."""
    if duty.opens is None:
        return [
            "An entry opens when the duty begins to apply, and the next when one is met.",
        ]
    if isinstance(duty.opens, Reading):
        said = [
            f"What opens an entry is the force's choice (`{duty.opens.policy}`); until it is made "
            "there is no standard."
        ]
        said += [
            f"With `{option.name}`: {_opener(option.reading)}." for option in duty.opens.options
        ]
        return said
    return [f"An entry opens at {_opener(duty.opens)}."]


def _opener(reading: Event | Period) -> str:
    return period_in_words(reading) if isinstance(reading, Period) else event_in_words(reading)


def met_in_words(duty: Duty) -> list[str]:
    """What meets an entry of the duty, as sentences."""
    if duty.meets is not None:
        said = [f"Met by {event_in_words(duty.meets)}."]
        if duty.answers == "all":
            said.append("One such fact meets every open entry.")
        return said
    assert duty.condition is not None
    said = [f"Met when {condition_in_words(duty.condition)}."]
    if duty.authorised_by is not None:
        leave = duty.authorised_by
        said.append(
            f"Otherwise authorised by a fact `{leave.table}` that names the event, with "
            f"{plain(leave.rationale)}, of the rank set in `{leave.least_rank}` or above."
        )
    return said


def tables_read(duty: Duty) -> tuple[str, ...]:
    """The fact tables the duty reads, in the order the tables are declared."""
    named = {holds.table for holds in duty.applies}
    readings: list[Event | Period] = []
    if isinstance(duty.opens, Reading):
        readings = [option.reading for option in duty.opens.options]
    elif duty.opens is not None:
        readings = [duty.opens]
    if duty.meets is not None:
        readings.append(duty.meets)
    for reading in readings:
        named.add(reading.table)
        later = reading.ended_by if isinstance(reading, Period) else reading.first_after
        if later is not None:
            named.add(later.table)
    if duty.authorised_by is not None:
        named.add(duty.authorised_by.table)
    if duty.levels is not None:
        named.add(duty.levels.table)
    if duty.allowance.own_plan is not None:
        named.add(duty.allowance.own_plan.table)
    return tuple(key for key in TABLES if key in named or key == "allocation")
