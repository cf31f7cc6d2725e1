"""The language duties are written in: small frozen objects that refuse to contradict themselves.

A duty is one `Duty`, in a file of its own named like its key. What each part means is given by
the rules R1 to R13 of the manual; making a `Duty` that breaks one raises `DutyError`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from dutybook.duties.checks import problems_of
from dutybook.duties.conditions import AllOf, AnyOf, AtLeast, Condition, Is, No, Yes
from dutybook.duties.examples import Example
from dutybook.duties.parts import (
    Allowance,
    AuthorisedBy,
    Event,
    Form,
    Holds,
    Levels,
    Option,
    OwnPlan,
    Period,
    Reading,
    Source,
)

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
    "Example",
    "Form",
    "Holds",
    "Is",
    "Levels",
    "No",
    "Option",
    "OwnPlan",
    "Period",
    "Reading",
    "Source",
    "Yes",
]


class DutyError(ValueError):
    """A duty that contradicts itself; the message lists everything found wrong."""


@dataclass(frozen=True, kw_only=True)
class Duty:
    """One duty, whole: what it asks, of whom, by when, and where that comes from.

    `opens` is the trigger (*once*), the period (*each period*) or the event (*each event*), or a
    `Reading` that lets the force choose; *recurring* has none. `meets` are the events that meet
    an entry, and `condition` is what *each event* asks of its event. `answers` is `oldest` or
    `all`: which open entries an event meets that names none. `owed_by` is who is to do it: the
    `owner` of the subject, or the `supervisor` of the subject's team.
    """

    key: str
    title: str
    form: Form
    subject: str
    source: Source
    why_it_matters: str
    limbs: tuple[str, ...]
    drafted_by: str
    review_date: date
    definition_version: int
    applies: tuple[Holds, ...] = ()
    opens: Event | Period | Reading | None = None
    meets: Event | None = None
    condition: Condition | None = None
    authorised_by: AuthorisedBy | None = None
    levels: Levels | None = None
    allowance: Allowance = field(default_factory=Allowance)
    answers: Literal["oldest", "all"] = "oldest"
    owed_by: Literal["owner", "supervisor"] = "owner"
    checked_by: str | None = None
    examples: Sequence[Example] = ()

    def __post_init__(self) -> None:
        problems = list(problems_of(self))
        if problems:
            raise DutyError(f"duty {self.key!r}: " + "; ".join(problems))

    @property
    def checked(self) -> str:
        """Who checked the duty, in the words that are printed."""
        return self.checked_by or "not yet checked by a practitioner"

    @property
    def policies(self) -> tuple[str, ...]:
        """The keys of every policy the duty reads."""
        named = (self.allowance.first, self.allowance.next, self.allowance.ceiling)
        keys = [key for key in named if key]
        if isinstance(self.opens, Reading):
            keys.append(self.opens.policy)
        if self.authorised_by:
            keys.append(self.authorised_by.least_rank)
        return tuple(dict.fromkeys(keys))
