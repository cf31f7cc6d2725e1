"""The language duties are written in: small frozen objects that refuse to contradict themselves.

A duty is one `Duty`, in a file of its own named like its key. What each part means is given by
the rules R1 to R13 of the manual; making a `Duty` that breaks one raises `DutyError`.
"""

from dataclasses import dataclass

from dutybook.duties.checks import problems_of
from dutybook.duties.conditions import AllOf, AnyOf, AtLeast, Condition, Is, No, Yes
from dutybook.duties.definition import Definition
from dutybook.duties.examples import Example
from dutybook.duties.parts import (
    Allowance,
    AuthorisedBy,
    Event,
    Evidence,
    Form,
    Holds,
    Levels,
    Option,
    OwnPlan,
    Period,
    Preceded,
    Reading,
    Source,
    Stop,
)
from dutybook.duties.statute import Figure, Floor, Statute

__all__ = [
    "AllOf",
    "Allowance",
    "AnyOf",
    "AtLeast",
    "AuthorisedBy",
    "Condition",
    "Duty",
    "DutyError",
    "Event",
    "Evidence",
    "Example",
    "Figure",
    "Floor",
    "Form",
    "Holds",
    "Is",
    "Levels",
    "No",
    "Option",
    "OwnPlan",
    "Period",
    "Preceded",
    "Reading",
    "Source",
    "Statute",
    "Stop",
    "Yes",
]


class DutyError(ValueError):
    """A duty that contradicts itself; the message lists everything found wrong."""


@dataclass(frozen=True, kw_only=True)
class Duty(Definition):
    """One duty, whole, checked against itself when it is made."""

    def __post_init__(self) -> None:
        problems = list(problems_of(self))
        if problems:
            raise DutyError(f"duty {self.key!r}: " + "; ".join(problems))
