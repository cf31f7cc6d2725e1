"""The page of the rules, each with its readings and its worked examples."""

from collections.abc import Iterator

from dutybook.duties.manual_examples import example_in_markdown
from dutybook.duties.rules import RULES, Rule


def rules_page() -> Iterator[str]:
    """The rules R1 to R13 as lines of Markdown."""
    yield from ("# The rules of duties", "")
    yield (
        "Every duty is read by these rules, in whatever form it takes. The examples are run as "
        "tests, on duties that stand for their forms and that no force owes."
    )
    yield ""
    yield from (f"- [R{one.number} {one.name}](#{_anchor(one)})" for one in RULES)
    for rule in RULES:
        yield from ("", *_rule(rule))


def _rule(rule: Rule) -> Iterator[str]:
    yield from (f"## R{rule.number} {rule.name}", "", rule.says, "")
    if rule.also:
        yield from (f"- {reading}" for reading in rule.also)
        yield ""
    for one in rule.examples:
        title, *rest = example_in_markdown(one.example)
        yield from (title, "", f"*{one.duty.title}.*", *rest)


def _anchor(rule: Rule) -> str:
    """As Markdown names its headings."""
    return f"r{rule.number}-{rule.name.lower().replace(' ', '-').replace('(', '').replace(')', '')}"
