"""Worked examples and tables in Markdown."""

from collections.abc import Iterable, Iterator, Sequence

from dutybook.duties.examples import Example, Expected, Row, Setting
from dutybook.duties.wording import plain


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', '/') for cell in row)} |"


def example_in_markdown(example: Example) -> Iterator[str]:
    """Facts and policies in, entries out."""
    yield from (f"### {example.title}", "")
    facts = sorted(example.facts, key=lambda row: (row.at, row.version))
    yield from markdown_table(("When", "Fact", "Recorded", "Keyed"), [_fact(row) for row in facts])
    yield ""
    if example.settings:
        yield from markdown_table(
            ("Policy", "Level", "Value", "From"), [_setting(one) for one in example.settings]
        )
    else:
        yield "No policy is set."
    known = f", as known on {example.known_on}" if example.known_on else ""
    yield from ("", f"At the end of {example.day}{known}:", "")
    if example.expected:
        named = any(one.condition for one in example.expected)
        head = ("Opened", "Due", "Met", "Closed", "Status")
        yield from markdown_table(
            ("Condition", *head) if named else head,
            [
                (plain(one.condition or ""), *_entry(one)) if named else _entry(one)
                for one in example.expected
            ],
        )
    else:
        yield "Nothing is owed."
    yield ""


def _fact(row: Row) -> tuple[str, ...]:
    held = [f"{plain(name)}: {_value(value)}" for name, value in row.cells.items()]
    if row.fact_id is not None:
        held.append(f"number {row.fact_id}")
    if row.version > 1:
        held.append("withdrawn" if row.withdrawn else f"version {row.version}")
    return (row.at, plain(row.table), ", ".join(held), row.recorded_at or "at once")


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return plain(str(value))


def _setting(one: Setting) -> tuple[str, ...]:
    value = "unset" if one.value is None else plain(str(one.value))
    unit = f" {plain(one.unit)}" if one.unit else ""
    return (f"`{one.key}`", plain(one.level or "all"), value + unit, one.from_day)


def _entry(one: Expected) -> tuple[str, ...]:
    days = f", {one.overdue_days} day{'s' * (one.overdue_days != 1)}" if one.overdue_days else ""
    return (
        one.opened_at,
        one.due_at or "no date",
        one.met_at or "",
        one.closed_at or "",
        f"**{plain(one.status)}**{days}" + (f", {one.left} left" if one.left else ""),
    )
