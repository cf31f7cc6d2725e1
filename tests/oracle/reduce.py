"""Makes a disagreement small enough to read, and writes it in local time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from tests.oracle.clock import LONDON, Instant, to_datetime
from tests.oracle.history import Fact, History

INSTANTS = {"at", "recorded_at", "until", "known_at"}


def minimal(history: History, fails: Callable[[History], bool]) -> History:
    """Leaves out facts, versions and switches as long as what is left still fails."""
    smaller = True
    while smaller:
        smaller = False
        for candidate in [*without_a_fact(history), *plainer(history)]:
            if candidate != history and fails(candidate):
                history, smaller = candidate, True
                break
    return history


def without_a_fact(history: History) -> list[History]:
    ids = sorted({fact.fact_id for fact in history.facts})
    left: list[tuple[Fact, ...]] = [
        tuple(fact for fact in history.facts if fact.fact_id != one) for one in ids
    ]
    for fact in history.facts:
        left.append(tuple(other for other in history.facts if other is not fact))
    return [replace(history, facts=facts) for facts in left]


def plainer(history: History) -> list[History]:
    found = [
        replace(history, has_levels=False),
        replace(history, has_first=False),
        replace(history, has_plan=False),
        replace(history, has_ceiling=False),
        replace(history, always=False),
        replace(history, needs_release=False),
        replace(history, released_before=False),
        replace(history, triggers_meet=False),
        replace(history, answers_all=False),
        replace(history, one_period=False),
        replace(history, has_named=False),
        replace(history, looks_back=False),
        replace(history, defers=False),
        replace(history, stops=history.stops[1:]),
        replace(history, stops=history.stops[:1]),
        replace(
            history,
            stops=tuple((stopper, None) for stopper, _ in history.stops),
            defers=False,
        ),
        replace(history, law=history.law[:-1]),
    ]
    found.append(replace(history, holidays=()))
    for place, fact in enumerate(history.facts):
        for plain in (replace(fact, day_only=False), replace(fact, recorded_at=fact.at)):
            facts = (*history.facts[:place], plain, *history.facts[place + 1 :])
            found.append(replace(history, facts=facts))
    return found


def in_words(history: History) -> str:
    switches = {
        field.name: getattr(history, field.name)
        for field in fields(history)
        if field.name not in ("facts", "holidays") and getattr(history, field.name) is not False
    }
    lines = [f"history {cells_in_words(switches)}"]
    for fact in sorted(history.facts, key=lambda one: (one.at, one.fact_id, one.version)):
        cells = {field.name: getattr(fact, field.name) for field in fields(fact)}
        if cells["recorded_at"] == cells["at"]:
            del cells["recorded_at"]
        if cells["version"] == 1:
            del cells["version"]
        kept = {name: value for name, value in cells.items() if value is not False}
        if "holds" in cells:
            kept["holds"] = cells["holds"]
        lines.append(f"  {type(fact).__name__} {cells_in_words(kept)}")
    return "\n".join(lines)


def cells_in_words(cells: dict[str, Any]) -> str:
    return " ".join(f"{name}={cell_in_words(name, value)}" for name, value in cells.items())


def cell_in_words(name: str, value: Any) -> str:
    if value is not None and (name in INSTANTS or name.endswith(("_at", "_from"))):
        return local_time(value)
    return str(getattr(value, "name", value))


def local_time(at: Instant) -> str:
    when = to_datetime(at).astimezone(LONDON)
    detail = "%H:%M:%S.%f" if when.second or when.microsecond else "%H:%M"
    return when.strftime(f"%Y-%m-%d {detail}")
