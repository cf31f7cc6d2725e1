"""What a rule is made of."""

from dataclasses import dataclass

from dutybook.duties.examples import Example
from dutybook.duties.language import Duty


@dataclass(frozen=True)
class RuleExample:
    """A worked example, and the illustrative duty it is worked on."""

    duty: Duty
    example: Example


@dataclass(frozen=True)
class Rule:
    """One rule: its number, its name, what it says, and examples of it.

    `also` are the readings that settle what two honest people could read differently.
    """

    number: int
    name: str
    says: str
    examples: tuple[RuleExample, ...]
    also: tuple[str, ...] = ()
