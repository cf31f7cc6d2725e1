"""What a duty consists of; `language.Duty` is the same, and refuses to contradict itself."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from dutybook.duties.conditions import Condition
from dutybook.duties.examples import Example
from dutybook.duties.parts import (
    Allowance,
    AuthorisedBy,
    Event,
    Form,
    Holds,
    Levels,
    Period,
    Reading,
    Source,
)


@dataclass(frozen=True, kw_only=True)
class Definition:
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
