"""The manual: each duty on a page, written from its definition and its worked examples.

`write_manual` writes the pages of `docs/manual/`; a test compares them with what is committed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from dutybook.duties.catalogue import CATALOGUE
from dutybook.duties.catalogue.settings import POLICY_KEYS
from dutybook.duties.columns import COMMON_NAMES, Code, Column
from dutybook.duties.examples import Example, Expected, Row, Setting
from dutybook.duties.facts import TABLES
from dutybook.duties.language import Duty
from dutybook.duties.wording import (
    FORMS,
    holds_in_words,
    met_in_words,
    opens_in_words,
    plain,
    tables_read,
)

INDEX: Final = "index.md"
FACTS: Final = "facts.md"
WRITTEN_BY: Final = "<!-- Written from the duties by `dutybook duties manual`. -->"


def manual_pages(duties: Iterable[Duty] = tuple(CATALOGUE.values())) -> dict[str, str]:
    """Every page of the manual by its file name."""
    known = tuple(duties)
    pages = {f"{duty.key}.md": describe_duty(duty.key) for duty in known}
    return pages | {INDEX: _index(known), FACTS: "\n".join(_facts_page())}


def write_manual(folder: Path) -> list[Path]:
    """Writes every page into `folder`, removes pages of duties that are no more, and returns
    what changed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    pages = manual_pages()
    changed = [path for path in sorted(folder.glob("*.md")) if path.name not in pages]
    for path in changed:
        path.unlink()
    for name, text in pages.items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed.append(path)
    return changed


def describe_duty(key: str) -> str:
    """One duty in full, as Markdown. Raises KeyError when there is no such duty."""
    return "\n".join(_page(CATALOGUE[key])).rstrip() + "\n"


def describe_tables() -> list[dict[str, Any]]:
    """The data dictionary: for each fact table its `key`, `subject`, `about` and `columns`, each
    of these with `name`, `kind`, `required`, `about` and, for a code, its `choices`.
    """
    return [
        {
            "key": key,
            "subject": table.subject,
            "about": " ".join((table.__doc__ or "").split()),
            "columns": [_column(column) for column in table.columns.values()],
        }
        for key, table in TABLES.items()
    ]


def _column(column: Column) -> dict[str, Any]:
    held: dict[str, Any] = {
        "name": column.name,
        "kind": column.kind,
        "required": column.required,
        "about": column.doc,
        "common": column.name in COMMON_NAMES,
    }
    return held | ({"choices": list(column.choices)} if isinstance(column, Code) else {})


def _page(duty: Duty) -> Iterator[str]:
    yield from (WRITTEN_BY, "", f"# {duty.title}", "")
    yield from _table(
        ("What", "This duty"),
        (
            ("Key", f"`{duty.key}`, definition version {duty.definition_version}"),
            ("Owed on", f"each {duty.subject}"),
            ("Serves", ", ".join(f"limb {limb}" for limb in duty.limbs)),
            ("Drafted by", duty.drafted_by),
            ("Checked by", duty.checked),
            ("Review due", f"{duty.review_date}"),
        ),
    )
    yield from ("", "## Why it matters", "", duty.why_it_matters)
    yield from ("", "## Where it comes from", "", duty.source.text, "", f"<{duty.source.link}>")
    yield from ("", "## What it asks", "", FORMS[duty.form], "")
    if duty.applies:
        yield "It applies while all of these hold:"
        yield ""
        yield from (f"- {holds_in_words(holds)}" for holds in duty.applies)
        yield ""
    yield from (f"- {said}" for said in (*opens_in_words(duty), *met_in_words(duty)))
    yield from _by_when(duty)
    yield from ("", "## Facts it reads", "")
    yield ", ".join(f"`{table}`" for table in tables_read(duty)) + "."
    yield from ("", "## Worked examples", "")
    for example in duty.examples:
        yield from _example(example)


def _by_when(duty: Duty) -> Iterator[str]:
    yield from ("", "## What the force sets", "")
    yield "Until a policy is set there is no standard, and nothing is counted as met."
    yield ""
    told = [POLICY_KEYS[key] for key in duty.policies]
    yield from _table(
        ("Policy", "What it is", "What is published"),
        [(f"`{one.key}`", one.title, one.published) for one in told],
    )
    allowance = duty.allowance
    if allowance.own_plan is not None:
        yield ""
        yield (
            f"The subject's own plan (`{allowance.own_plan.table}`) sets the interval; it may be "
            f"shorter than `{allowance.ceiling}`, never longer."
        )
    if duty.levels is not None:
        levels = ", ".join(map(plain, duty.levels.order))
        yield from ("", f"Levels, lowest first (`{duty.levels.table}`): {levels}.")


def _example(example: Example) -> Iterator[str]:
    yield from (f"### {example.title}", "")
    facts = sorted(example.facts, key=lambda row: (row.at, row.version))
    yield from _table(("When", "Fact", "Recorded", "Keyed"), [_fact(row) for row in facts])
    yield ""
    if example.settings:
        yield from _table(
            ("Policy", "Level", "Value", "From"), [_setting(one) for one in example.settings]
        )
    else:
        yield "No policy is set."
    known = f", as known on {example.known_on}" if example.known_on else ""
    yield from ("", f"At the end of {example.day}{known}:", "")
    if example.expected:
        yield from _table(
            ("Opened", "Due", "Met", "Closed", "Status"), [_entry(one) for one in example.expected]
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
        f"**{plain(one.status)}**{days}",
    )


def _index(duties: tuple[Duty, ...]) -> str:
    limbs = sorted({limb for duty in duties for limb in duty.limbs}, key=_limb_order)
    lines = [WRITTEN_BY, "", "# The duties, by the limb they serve", ""]
    rows = [
        (limb, f"[{duty.title}]({duty.key}.md)", plain(duty.form), duty.checked)
        for limb in limbs
        for duty in duties
        if limb in duty.limbs
    ]
    lines += _table(("Limb", "Duty", "Form", "Checked by"), rows)
    lines += ["", "A limb that is not here is not yet shown from records.", ""]
    lines += [f"What the duties read is in [the fact tables]({FACTS}).", ""]
    return "\n".join(lines)


def _facts_page() -> Iterator[str]:
    tables = describe_tables()
    yield from (WRITTEN_BY, "", "# The fact tables", "")
    yield (
        "A folder of facts holds one file for each table, named like it, as Parquet or CSV (UTF-8, "
        "commas, a header). A table without a file is empty. Times are ISO 8601; one without an "
        "offset is local time in England and Wales; `at` as a day alone says that only the day is "
        "known. Choices stand by name, flags as true or false, and what is not recorded is empty."
    )
    yield from ("", "## Columns of every table", "")
    yield "`version` left out is 1, `withdrawn` false, and `day_only` follows from `at`."
    yield ""
    common = [column for column in tables[0]["columns"] if column["common"]]
    yield from _table(("Column", "Kind", "What it is"), [_column_row(one) for one in common])
    for table in tables:
        yield from (
            "",
            f"## `{table['key']}`",
            "",
            f"{table['about']} Subject: {table['subject']}.",
        )
        own = [column for column in table["columns"] if not column["common"]]
        if own:
            yield ""
            yield from _table(("Column", "Kind", "What it is"), [_column_row(one) for one in own])
    yield ""


def _column_row(column: Mapping[str, Any]) -> tuple[str, ...]:
    about = column["about"] + (f": {', '.join(column['choices'])}" if "choices" in column else "")
    needed = ", required" if column["required"] else ""
    return (f"`{column['name']}`", column["kind"] + needed, about)


def _limb_order(limb: str) -> tuple[int, str]:
    return int(limb[:-1]), limb[-1]


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', '/') for cell in row)} |"
