"""The rules R1 to R13, each in words and with worked examples that are also tests."""

from typing import Final

from dutybook.duties.rules.clock_rules import CLOCK_RULES
from dutybook.duties.rules.form_rules import FORM_RULES
from dutybook.duties.rules.opening_rules import OPENING_RULES
from dutybook.duties.rules.record_rules import RECORD_RULES
from dutybook.duties.rules.rule import Rule, RuleExample

__all__ = ["RULES", "Rule", "RuleExample"]

RULES: Final[tuple[Rule, ...]] = tuple(
    sorted((*OPENING_RULES, *CLOCK_RULES, *RECORD_RULES, *FORM_RULES), key=lambda rule: rule.number)
)
"""Every rule, in its order."""
