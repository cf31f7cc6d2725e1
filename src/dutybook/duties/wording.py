"""A duty's parts in plain English, for the manual and the pages that explain a duty."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from dutybook.duties.conditions import AllOf, AnyOf, AtLeast, Condition, Is, No, Yes
from dutybook.duties.facts import TABLES, Code
from dutybook.duties.language import (
    Duty,
    Event,
    Evidence,
    Holds,
    Period,
    Preceded,
    Reading,
    Statute,
    Stop,
)
from dutybook.duties.statute import amount_in_words

FORMS: Final = {
    "once": "Once for each trigger, within an allowance.",
    "recurring": "Again and again while it applies, within an interval of the last time.",
    "each_period": "At least once in each period.",
    "each_event": "At every event a condition must hold.",
    "while": "As long as a state lasts, each of its conditions must be evidenced.",
}


def form_in_words(duty: Duty) -> str:
    """What kind of duty it is."""
    if duty.authorised_by is not None:
        return "At every event a condition must hold, or the event must be authorised."
    return FORMS[duty.form]


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
            return " and ".join(_part_in_words(part) for part in condition.parts)
        case AnyOf():
            return " or ".join(_part_in_words(part) for part in condition.parts)
    raise TypeError(f"no words for {type(condition).__name__}")


def _part_in_words(part: Condition) -> str:
    said = condition_in_words(part)
    return f"({said})" if isinstance(part, AllOf | AnyOf) else said


def table_in_words(table: str) -> str:
    """What a fact of a table is, by the first sentence of its dictionary."""
    said = " ".join((TABLES[table].__doc__ or "").split())
    return said.split(". ")[0].removesuffix(".")


def event_in_words(event: Event) -> str:
    """A kind of fact: what it is, its table, and which of them count."""
    told = table_in_words(event.table)
    said = f"{told[0].lower()}{told[1:]} (`{event.table}`)"
    if event.where is not None:
        said += f" where {condition_in_words(event.where)}"
    if event.first_after is not None:
        said += f", the first after {event_in_words(event.first_after)}"
    if event.names is not None:
        said += f" (one that names what it is for in `{event.names}` counts for that alone)"
    return said


def period_in_words(period: Period, plainly: bool = False) -> str:
    """A kind of period as a noun phrase; `plainly`: only where its condition is recorded."""
    said = f"a period `{period.table}` to its `{period.until}`"
    if period.where is not None:
        said += f" where {condition_in_words(period.where)}"
        said += "" if plainly else ", or where that is not recorded"
    if period.ended_by is not None:
        said += f", ended early by {event_in_words(period.ended_by)}"
    if period.whole:
        said += "; periods that touch are one"
    return said


def holds_in_words(holds: Holds) -> str:
    """A state in which the duty applies, and what counts before anything is recorded."""
    column = TABLES[holds.table].columns[holds.column]
    if isinstance(column, Code) and set(holds.values) == set(column.choices):
        return f"there has been a first fact `{holds.table}`"
    before = "" if not holds.before else ", or nothing is recorded yet"
    return f"{plain(holds.table)} (`{holds.table}`) is {either(holds.values)}{before}"


def opens_in_words(duty: Duty) -> list[str]:
    """What opens an entry of the duty, as sentences."""
    if duty.form == "while":
        return ["An entry opens for each condition when the state begins."]
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
            f"With `{option.name}`: {_happening(option.reading)}." for option in duty.opens.options
        ]
        return said
    return [f"An entry opens with: {_any_of(duty.openings)}."]


def _any_of(happenings: Sequence[Event | Period]) -> str:
    return "; or ".join(_happening(one) for one in happenings)


def _happening(reading: Event | Period) -> str:
    return period_in_words(reading) if isinstance(reading, Period) else event_in_words(reading)


def met_in_words(duty: Duty) -> list[str]:
    """What meets an entry of the duty, as sentences."""
    if duty.form == "while":
        return [evidence_in_words(one) for one in duty.conditions]
    if duty.meetings:
        said = [f"It is met by: {_any_of(duty.meetings)}."]
        if duty.answers == "all":
            said.append("One such fact meets every open entry.")
        return said
    assert duty.condition is not None
    said = [_asked_in_words(duty.condition)]
    if isinstance(duty.condition, Preceded):
        said.append("While that setting is unset, what came before may be too old: unknown.")
    if duty.authorised_by is not None:
        leave = duty.authorised_by
        said.append(
            f"Otherwise authorised by a fact `{leave.table}` that names the event, with "
            f"{plain(leave.rationale)}, of the rank set in `{leave.least_rank}` or above."
        )
    return said


def _asked_in_words(condition: Condition | Preceded) -> str:
    """What an event is asked, its alternatives one on a line where there are several."""
    if isinstance(condition, Preceded):
        return (
            f"It is met when this came before it, no longer ago than `{condition.within}`: "
            f"{_any_of(condition.events)}."
        )
    if not isinstance(condition, AnyOf):
        return f"It is met when {condition_in_words(condition)}."
    return "It is met when one of these holds:" + "".join(
        f"\n  - {condition_in_words(part)}" for part in condition.parts
    )


def evidence_in_words(one: Evidence) -> str:
    """A named condition of a *while* duty as a sentence."""
    by = " or ".join(_in_short(event) for event in one.events)
    said = f"{one.title} (`{one.key}`): evidenced by {by}"
    if one.expires is None:
        said += ", from its date on"
    else:
        said += f", from its date until its `{one.expires}`"
        said += ", or without end where that is empty" if one.open_ended else ""
    if one.ended_by is not None:
        said += f", unless ended before by {_in_short(one.ended_by)}"
    return f"{said}."


def _in_short(event: Event) -> str:
    """A kind of fact by its table alone, and which of them count."""
    narrowed = "" if event.where is None else f" where {condition_in_words(event.where)}"
    return f"`{event.table}`{narrowed}"


def stops_in_words(duty: Duty) -> list[str]:
    """What stops the clock of the duty, as sentences."""
    return [_stop_in_words(stop) for stop in duty.stops]


def _stop_in_words(stop: Stop) -> str:
    during = stop.during
    held = holds_in_words(during) if isinstance(during, Holds) else period_in_words(during, True)
    said = f"The clock stops {stop.title}: while {held}."
    if stop.floor is not None and stop.defers:
        least = amount_in_words(stop.floor.amount, stop.floor.unit)
        return (
            f"A due date that falls {stop.title} is put off: while {held}. It is then due "
            f"{least}, counted from when that ends ({stop.floor.source}). Any other due date stays."
        )
    if stop.floor is not None:
        least = amount_in_words(stop.floor.amount, stop.floor.unit)
        said += f" Afterwards at least this is left: {least} ({stop.floor.source})."
    return said


def figure_in_words(figure: str | Statute) -> str:
    """A policy by its key, or a figure set by law."""
    return f"`{figure}`" if isinstance(figure, str) else f"{figure.in_words} ({figure.source})"


def law_in_words(duty: Duty) -> list[str]:
    """By when, where that is not for the force to set, as sentences."""
    allowance = duty.allowance
    said = []
    if duty.form == "while" and not allowance.figures:
        said.append("Each condition is due as the state begins.")
    if allowance.named_in is not None:
        said.append(f"Due when the fact that opens it says, in `{allowance.named_in}`.")
    roles = (
        ("The first time", allowance.first),
        ("Each time" if allowance.first else "Allowed", allowance.next),
        ("Never longer than", allowance.ceiling),
    )
    for role, figure in roles:
        if isinstance(figure, Statute):
            said.append(f"{role}: {figure_in_words(figure)}.")
            said += [
                f"Until {later.since}: {amount_in_words(one.amount, one.unit)}."
                for one, later in pairwise(figure.figures)
            ]
    return said


def tables_read(duty: Duty) -> tuple[str, ...]:
    """The fact tables the duty reads, in the order the tables are declared."""
    named = {holds.table for holds in duty.applies}
    happenings: list[Event | Period] = [*duty.openings, *duty.meetings]
    for condition in duty.conditions:
        happenings += condition.events
        happenings += [condition.ended_by] if condition.ended_by is not None else []
    for stop in duty.stops:
        if isinstance(stop.during, Holds):
            named.add(stop.during.table)
        else:
            happenings.append(stop.during)
    if isinstance(duty.condition, Preceded):
        happenings += duty.condition.events
    for one in happenings:
        named.add(one.table)
        later = one.ended_by if isinstance(one, Period) else one.first_after
        if later is not None:
            named.add(later.table)
    if duty.authorised_by is not None:
        named.add(duty.authorised_by.table)
    if duty.levels is not None:
        named.add(duty.levels.table)
    if duty.allowance.own_plan is not None:
        named.add(duty.allowance.own_plan.table)
    return tuple(key for key in TABLES if key in named or key == "allocation")
