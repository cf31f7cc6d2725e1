"""What is wrong with a part of a duty by itself: tables, columns and choices that are not there."""

from collections.abc import Iterator

from dutybook.duties.definition import Definition
from dutybook.duties.facts import TABLES, Code, Ref
from dutybook.duties.parts import Event, Holds, Period


def table_problems(duty: Definition, table: str, role: str) -> Iterator[str]:
    """Whether a table is there, and about the duty's subject."""
    declared = TABLES.get(table)
    if declared is None:
        yield f"{role}: there is no fact table {table!r}"
    elif declared.subject not in (duty.subject, "any"):
        yield f"{role}: {table} is about {declared.subject}, the duty about {duty.subject}"


def column_problems(table: str, name: str, kind: str, role: str) -> Iterator[str]:
    """Whether a table that is there has a column of a kind."""
    column = TABLES[table].columns.get(name)
    if column is None or column.kind != kind:
        article = "an" if kind[0] in "aeiou" else "a"
        yield f"{role}: {table}.{name} is not {article} {kind}"


def choice_problems(table: str, column: str, values: tuple[str, ...], role: str) -> Iterator[str]:
    """Whether a column of a table that is there has these choices."""
    declared = TABLES[table].columns.get(column)
    if not isinstance(declared, Code):
        yield f"{role}: {table}.{column} is not a code"
        return
    if not values:
        yield f"{role}: no value of {table}.{column} is named"
    for value in values:
        if value not in declared.choices:
            yield f"{role}: {table}.{column} has no choice {value!r}"


def holds_problems(duty: Definition, holds: Holds, role: str) -> Iterator[str]:
    found = list(table_problems(duty, holds.table, role))
    yield from found
    if not found:
        yield from choice_problems(holds.table, holds.column, holds.values, role)


def event_problems(duty: Definition, event: Event, role: str) -> Iterator[str]:
    found = list(table_problems(duty, event.table, role))
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
        yield from event_problems(duty, event.first_after, f"{role}, first after")


def period_problems(duty: Definition, period: Period, role: str = "period") -> Iterator[str]:
    found = list(table_problems(duty, period.table, role))
    yield from found
    if found:
        return
    yield from column_problems(period.table, period.until, "instant", role)
    if period.where:
        for problem in period.where.problems(period.table):
            yield f"{role}: {problem}"
    if period.ended_by:
        yield from event_problems(duty, period.ended_by, "what ends a period")
