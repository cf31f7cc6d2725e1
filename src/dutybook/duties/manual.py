"""The manual: each duty on a page, written from its definition and its worked examples.

`write_manual` writes the pages of `docs/manual/`; a test compares them with what is committed.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from dutybook.duties.catalogue import CATALOGUE, TOPICS
from dutybook.duties.catalogue.gaming import GAMING, companions_of
from dutybook.duties.catalogue.limbs import LIMBS
from dutybook.duties.catalogue.settings import POLICY_KEYS
from dutybook.duties.columns import COMMON_NAMES, Code, Column
from dutybook.duties.facts import TABLES
from dutybook.duties.language import Duty
from dutybook.duties.manual_examples import example_in_markdown, markdown_table
from dutybook.duties.manual_rules import rules_page
from dutybook.duties.wording import (
    figure_in_words,
    form_in_words,
    holds_in_words,
    law_in_words,
    met_in_words,
    opens_in_words,
    plain,
    stops_in_words,
    table_in_words,
    tables_read,
)

INDEX: Final = "index.md"
FACTS: Final = "facts.md"
RULES_PAGE: Final = "rules.md"
COLUMN_HEAD: Final = ("Column", "Kind", "What it is")
WRITTEN_BY: Final = "<!-- Written from the duties by `dutybook duties manual`. -->"


def manual_pages(duties: Iterable[Duty] = tuple(CATALOGUE.values())) -> dict[str, str]:
    """Every page of the manual by its file name."""
    known = tuple(duties)
    pages = {f"{duty.key}.md": describe_duty(duty.key) for duty in known}
    rules = "\n".join((WRITTEN_BY, "", *rules_page()))
    return pages | {INDEX: _index(known), FACTS: "\n".join(_facts_page()), RULES_PAGE: rules}


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
    yield from markdown_table(
        ("What", "This duty"),
        (
            ("Key", f"`{duty.key}`, definition version {duty.definition_version}"),
            ("Owed on", f"each {duty.subject}"),
            ("To be done by", "the supervisor" if duty.owed_by == "supervisor" else "the owner"),
            ("Serves", _serves(duty)),
            ("Drafted by", duty.drafted_by),
            ("Checked by", duty.checked),
            ("Review due", f"{duty.review_date}"),
        ),
    )
    yield from ("", "## Why it matters", "", duty.why_it_matters)
    yield from ("", "## Where it comes from", "", duty.source.text, "", f"<{duty.source.link}>")
    yield from ("", "## What it asks", "", form_in_words(duty), "")
    if duty.applies:
        yield "It applies while all of these hold:"
        yield ""
        yield from (f"- {holds_in_words(holds)}" for holds in duty.applies)
        yield ""
        yield from ("What opens an entry, and what meets it:", "")
    said = (*opens_in_words(duty), *met_in_words(duty), *stops_in_words(duty))
    yield from (f"- {sentence}" for sentence in said)
    yield from _by_when(duty)
    yield from _gaming(duty)
    yield from ("", "## Facts it reads", "")
    yield from markdown_table(
        ("Fact", "What it is", "What is recorded with it"),
        [
            (f"[`{key}`]({FACTS}#{key})", table_in_words(key), _recorded_with(key))
            for key in tables_read(duty)
            if key != "allocation"  # every duty reads who answers for the subject
        ],
    )
    yield from ("", "## Worked examples", "")
    for example in duty.examples:
        yield from example_in_markdown(example)


def _gaming(duty: Duty) -> Iterator[str]:
    gaming = GAMING.get(duty.key)
    if gaming is None:  # what only illustrates a rule has no figure
        return
    yield from ("", "## How its figure could be gamed", "", gaming.how, "")
    beside = [f"[{CATALOGUE[key].title}]({key}.md)" for key in companions_of(duty.key)]
    if beside:
        yield from (f"Read beside it: {'; '.join(beside)}.", "")
    yield (
        "With every figure stand the entries that ended, those that a fall in level put back, and "
        "how many of those met were keyed on a later day."
    )


def _recorded_with(key: str) -> str:
    columns = TABLES[key].columns.values()
    own = [f"{plain(one.name)}: {one.doc}" for one in columns if one.name not in COMMON_NAMES]
    return "; ".join(own) or "when, and nothing else"


def _serves(duty: Duty) -> str:
    limbs = [f"limb {one.key}, {one.title.lower()}" for one in LIMBS if one.key in duty.limbs]
    return "; ".join(limbs) or "no limb of April 2026: it stands on its own source"


def _by_when(duty: Duty) -> Iterator[str]:
    law = law_in_words(duty)
    if law:
        yield from ("", "## By when", "")
        yield from (f"- {said}" for said in law)
    if duty.policies:
        yield from ("", "## What the force sets", "")
        yield "Until a policy is set there is no standard, and nothing is counted as met."
        yield ""
        yield from markdown_table(
            ("Policy", "What it is", "What is published"),
            [
                (f"`{one.key}`", one.title, one.published)
                for one in (POLICY_KEYS[key] for key in duty.policies)
            ],
        )
    allowance = duty.allowance
    if allowance.own_plan is not None:
        longest = (
            f"; it may be shorter than {figure_in_words(allowance.ceiling)}, never longer"
            if allowance.ceiling is not None
            else ""
        )
        plan = allowance.own_plan.table
        yield from ("", f"The subject's own plan (`{plan}`) sets the interval{longest}.")
    if duty.levels is not None:
        levels = ", ".join(map(plain, duty.levels.order))
        yield from ("", f"Levels, lowest first (`{duty.levels.table}`): {levels}.")


def _index(duties: tuple[Duty, ...]) -> str:
    lines = [WRITTEN_BY, "", "# The duties", ""]
    lines += [
        f"{len(duties)} duties, [by limb](#by-limb) of the April 2026 recommendations and "
        f"[by topic](#by-topic). How they are read is in [the rules]({RULES_PAGE}), and "
        f"what they read in [the fact tables]({FACTS}).",
        "",
    ]
    unchecked = sum(duty.checked_by is None for duty in duties)
    lines += [f"Not yet checked by a practitioner: {unchecked} of {len(duties)}.", ""]
    lines += ["## By limb", ""]
    lines += markdown_table(
        ("Limb", "What it asks", "Duties that serve it", "What they cannot show"),
        [
            (one.key, one.title, _links(duties, one.key), one.beyond or "Nothing is left over")
            for one in LIMBS
        ],
    )
    lines += ["", "## By topic"]
    for topic, held in TOPICS.items():
        rows = [
            (_link(duty), f"each {duty.subject}", plain(duty.form), ", ".join(duty.limbs) or "none")
            for duty in held
            if duty in duties
        ]
        lines += [
            "",
            f"### {topic}",
            "",
            *markdown_table(("Duty", "Owed on", "Form", "Limbs"), rows),
        ]
    return "\n".join(lines) + "\n"


def _links(duties: Iterable[Duty], limb: str) -> str:
    return "; ".join(_link(duty) for duty in duties if limb in duty.limbs) or "none yet"


def _link(duty: Duty) -> str:
    return f"[{duty.title}]({duty.key}.md)"


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
    yield from markdown_table(
        ("Column", "Kind", "What it is"), [_column_row(one) for one in common]
    )
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
            yield from markdown_table(
                ("Column", "Kind", "What it is"), [_column_row(one) for one in own]
            )
    yield ""


def _column_row(column: Mapping[str, Any]) -> tuple[str, ...]:
    about = column["about"] + (f": {', '.join(column['choices'])}" if "choices" in column else "")
    needed = ", required" if column["required"] else ""
    return (f"`{column['name']}`", column["kind"] + needed, about)


if __name__ == "__main__":
    write_manual(Path("docs/manual"))
