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
    Evidence,
    Form,
    Holds,
    Levels,
    Period,
    Preceded,
    Reading,
    Source,
    Stop,
    several,
)
from dutybook.duties.statute import Statute


@dataclass(frozen=True, kw_only=True)
class Definition:
    """One duty, whole: what it asks, of whom, by when, and where that comes from.

    `opens` is the trigger (*once*), the period (*each period*) or the event (*each event*), or a
    `Reading` that lets the force choose; *recurring* and *while* have none. `meets` are the events
    that meet an entry, `condition` is what *each event* asks of its event, and `conditions` are
    what *while* asks to be evidenced. Triggers, events and what meets may be of several kinds.
    `stops` stop the clock. `answers` is `oldest` or `all`: which open entries an event meets that
    names none. `owed_by` is who is to do it: the `owner` of the subject, or the `supervisor` of
    the subject's team.
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
    opens: Event | tuple[Event, ...] | Period | Reading | None = None
    meets: Event | tuple[Event, ...] | None = None
    condition: Condition | Preceded | None = None
    conditions: tuple[Evidence, ...] = ()
    stops: tuple[Stop, ...] = ()
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
    def openings(self) -> tuple[Event | Period, ...]:
        """Every kind of fact that may open an entry, in whichever reading."""
        if isinstance(self.opens, Reading):
            return tuple(option.reading for option in self.opens.options)
        return (self.opens,) if isinstance(self.opens, Period) else several(self.opens)

    @property
    def meetings(self) -> tuple[Event, ...]:
        """Every kind of fact that meets an entry."""
        return several(self.meets)

    @property
    def statutes(self) -> tuple[Statute, ...]:
        """The figures set by law that the duty reads."""
        return tuple(one for one in self.allowance.figures if isinstance(one, Statute))

    @property
    def policies(self) -> tuple[str, ...]:
        """The keys of every policy the duty reads."""
        keys = [one for one in self.allowance.figures if isinstance(one, str)]
        if isinstance(self.opens, Reading):
            keys.append(self.opens.policy)
        if isinstance(self.condition, Preceded):
            keys.append(self.condition.within)
        if self.authorised_by:
            keys.append(self.authorised_by.least_rank)
        return tuple(dict.fromkeys(keys))
