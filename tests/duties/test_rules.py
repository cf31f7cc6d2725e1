"""The examples on the page of the rules are what the engine says."""

import pytest

from dutybook.duties.rules import RULES, RuleExample
from dutybook.duties.worked import outcome_of

EXAMPLES = [(f"R{rule.number}", one) for rule in RULES for one in rule.examples]


def test_every_rule_is_there_with_examples() -> None:
    assert [rule.number for rule in RULES] == list(range(1, 14))
    assert all(rule.examples for rule in RULES)


@pytest.mark.parametrize(
    "one", [one for _, one in EXAMPLES], ids=[f"{r}: {one.example.title}" for r, one in EXAMPLES]
)
def test_facts_in_entries_out(one: RuleExample) -> None:
    assert outcome_of(one.duty, one.example) == one.example.expected
