"""Fact tables and duties that stand for the oracle's histories, declared for the tests alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from tests.oracle.history import Form, History

from dutybook.duties.facts import (
    RANKS,
    RISK_LEVELS,
    TABLES,
    Code,
    FactTable,
    Flag,
    Instant,
    Ref,
    Whole,
)
from dutybook.duties.language import (
    Allowance,
    AuthorisedBy,
    Duty,
    Event,
    Holds,
    Is,
    Levels,
    No,
    OwnPlan,
    Period,
    Source,
)
from dutybook.duties.policy import UNITS

FIRST_KEY = "oracle.first"
NEXT_KEY = "oracle.next"
CEILING_KEY = "oracle.ceiling"
RANK_KEY = "oracle.least_rank"


@contextmanager
def declared() -> Iterator[None]:
    """The tables are known to the engine inside the block, and forgotten after it."""
    before = set(TABLES)
    _declare()
    try:
        yield
    finally:
        for key in set(TABLES) - before:
            del TABLES[key]


def _declare() -> None:
    """Declaring a class puts it in `TABLES`; its name is of no use afterwards."""

    class State(FactTable):
        """One of the two states that the duty asks for."""

        key = "oracle_registered"
        subject = "oracle"
        state = Code("what began to hold", "registered", "ended", required=True)

    class Release(FactTable):
        """The other state."""

        key = "oracle_released"
        subject = "oracle"
        state = Code("what began to hold", "released", "detained", "abroad", required=True)

    class Risk(FactTable):
        """The level from then on."""

        key = "oracle_level"
        subject = "oracle"
        level = Code("the level", *RISK_LEVELS, required=True)

    class Plan(FactTable):
        """The subject's own interval from then on."""

        key = "oracle_plan"
        subject = "oracle"
        amount = Whole("how many")
        unit = Code("of what", *UNITS)

    class Trigger(FactTable):
        """What opens a *once* duty."""

        key = "oracle_trigger"
        subject = "oracle"

    class Meeting(FactTable):
        """What was done, or attempted."""

        key = "oracle_meeting"
        subject = "oracle"
        outcome = Code("what came of it", "done", "failed")
        of = Ref("the trigger it answers")

    class Segment(FactTable):
        """A period."""

        key = "oracle_period"
        subject = "oracle"
        until = Instant("its last instant")

    class SegmentEnd(FactTable):
        """The end of the whole."""

        key = "oracle_period_end"
        subject = "oracle"

    class Happening(FactTable):
        """An event that must not have been announced."""

        key = "oracle_event"
        subject = "oracle"
        announced = Flag("was it announced")

    class Leave(FactTable):
        """Leave given for an event."""

        key = "oracle_leave"
        subject = "oracle"
        of = Ref("the event", required=True)
        rank = Code("rank of who gave it", *RANKS)
        rationale = Flag("is a rationale recorded")


def duty_of(history: History) -> Duty:
    """The duty whose switches the history carries."""
    done = Event("oracle_meeting", where=Is("outcome", "done"), names="of")
    opens: Event | Period | None = None
    if history.form is Form.ONCE:
        opens = done if history.triggers_meet else Event("oracle_trigger")
    elif history.form is Form.EACH_EVENT:
        opens = Event("oracle_event")
    elif history.form is Form.EACH_PERIOD:
        opens = Period(
            "oracle_period",
            "until",
            ended_by=Event("oracle_period_end"),
            whole=history.one_period,
        )
    each_event = history.form is Form.EACH_EVENT
    return Duty(
        key="oracle_duty",
        title="A duty for the oracle",
        form=history.form.value,
        subject="oracle",
        source=Source("The rules of duties", "https://example.org/rules"),
        why_it_matters="It shows that two readings of the rules agree.",
        limbs=(),
        drafted_by="the tests",
        review_date=date(2030, 1, 1),
        definition_version=1,
        applies=applies_of(history),
        opens=opens,
        meets=None if each_event else done,
        condition=No("announced") if each_event else None,
        authorised_by=AuthorisedBy("oracle_leave", RANK_KEY) if each_event else None,
        levels=Levels("oracle_level", "level") if history.has_levels else None,
        allowance=allowance_of(history),
        answers="all" if history.answers_all else "oldest",
    )


def applies_of(history: History) -> tuple[Holds, ...]:
    if history.always:
        return ()
    registered = Holds("oracle_registered", "state", ("registered",))
    if not history.needs_release:
        return (registered,)
    before = history.released_before
    return registered, Holds("oracle_released", "state", ("released",), before=before)


def allowance_of(history: History) -> Allowance:
    if history.form in (Form.EACH_PERIOD, Form.EACH_EVENT):
        return Allowance()
    return Allowance(
        next=NEXT_KEY,
        first=FIRST_KEY if history.has_first else None,
        own_plan=OwnPlan("oracle_plan") if history.has_plan else None,
        ceiling=CEILING_KEY if history.has_ceiling else None,
    )
