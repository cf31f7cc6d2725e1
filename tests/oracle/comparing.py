"""Both readings of one history, side by side, and what they differ in."""

from __future__ import annotations

from collections.abc import Mapping

from tests.oracle.adapter import (
    Described,
    by_subject,
    columns_of,
    described,
    policies_of,
    shuffled,
)
from tests.oracle.history import History
from tests.oracle.oracle import ledger_of
from tests.oracle.reduce import cells_in_words, in_words, minimal
from tests.oracle.tables import duty_of

from dutybook.duties.evaluate import evaluate
from dutybook.duties.holidays import Holiday, Holidays
from dutybook.duties.ledger import Ledger


def engine_ledger(subjects: Mapping[int, History], *, shuffle: int | None = None) -> Ledger:
    """The engine's ledger of subjects who share policies, holidays and knowledge time."""
    history = next(iter(subjects.values()))
    facts = columns_of(subjects)
    if shuffle is not None:
        facts = {table: shuffled(columns, shuffle) for table, columns in facts.items()}
    holidays = Holidays(Holiday(h.day, h.recorded_at, h.withdrawn) for h in history.holidays)
    return evaluate(
        duty_of(history),
        facts,
        policies_of(history),
        holidays,
        force_id=1,
        known_at=history.known_at,
    )


def found_of(subjects: Mapping[int, History]) -> dict[int, list[Described]]:
    """The engine's entries in plain words."""
    conditions = next(iter(subjects.values())).conditions
    return by_subject(engine_ledger(subjects), subjects, conditions)


def numbered(histories: list[History]) -> dict[int, History]:
    return {1_000 + place: history for place, history in enumerate(histories)}


def disagrees(history: History) -> bool:
    found = found_of({1: history})[1]
    return found != described(ledger_of(history))


def ledger_in_words(title: str, ledger: list[Described]) -> str:
    lines = [title]
    for entry, spans in ledger:
        lines.append(f"  entry {cells_in_words(entry)}")
        lines += [f"    span {cells_in_words(span)}" for span in spans]
    return "\n".join(lines)


def explained(history: History) -> str:
    if disagrees(history):
        history = minimal(history, disagrees)
    return "\n".join(
        (
            in_words(history),
            ledger_in_words("engine:", found_of({1: history})[1]),
            ledger_in_words("oracle:", described(ledger_of(history))),
        )
    )
