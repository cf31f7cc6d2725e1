"""Fact tables and duties that stand for the oracle's histories, declared for the tests alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from tests.oracle.clock import Unit
from tests.oracle.history import Condition, Form, History, Setting, Stopper

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
    Evidence,
    Figure,
    Floor,
    Holds,
    Is,
    Levels,
    No,
    OwnPlan,
    Period,
    Preceded,
    Source,
    Statute,
    Stop,
    Yes,
)
from dutybook.duties.policy import UNITS

FIRST_KEY = "oracle.first"
NEXT_KEY = "oracle.next"
CEILING_KEY = "oracle.ceiling"
RANK_KEY = "oracle.least_rank"
WINDOW_KEY = "oracle.window"


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

        due = Instant("by when it says it is due")

    class Meeting(FactTable):
        """What was done, or attempted."""

        key = "oracle_meeting"
        subject = "oracle"
        outcome = Code("what came of it", "done", "failed")
        of = Ref("the trigger it answers")
        due = Instant("by when it says it is due again")

    class OtherMeeting(FactTable):
        """The same, recorded in another way."""

        key = "oracle_other_meeting"
        subject = "oracle"
        failed = Flag("did it come to nothing")
        of = Ref("the trigger it answers")
        due = Instant("by when it says it is due again")

    class Custody(FactTable):
        """A state that stops the clock."""

        key = "oracle_custody"
        subject = "oracle"
        state = Code("what began to hold", "held", "free", "bailed", required=True)

    class Suspension(FactTable):
        """A period that stops the clock."""

        key = "oracle_suspension"
        subject = "oracle"
        until = Instant("its last instant")
        counts = Flag("does it stop the clock")

    class SuspensionEnd(FactTable):
        """The end of every suspension."""

        key = "oracle_suspension_end"
        subject = "oracle"

    class Shown(FactTable):
        """Evidence of a condition."""

        key = "oracle_evidence"
        subject = "oracle"
        condition = Code("which", "dated", "open", "lasting", required=True)
        expires = Instant("until when it counts")
        of = Ref("what began the state it is for")

    class OtherwiseShown(FactTable):
        """The same, recorded in another way."""

        key = "oracle_other_evidence"
        subject = "oracle"
        condition = Code("which", "dated", "open", "lasting", required=True)
        expires = Instant("until when it counts")
        of = Ref("what began the state it is for")

    class ShownNoMore(FactTable):
        """The end of the evidence of a condition."""

        key = "oracle_evidence_end"
        subject = "oracle"
        condition = Code("which", "dated", "open", "lasting", required=True)

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
    done = (
        Event("oracle_meeting", where=Is("outcome", "done"), names="of", answer="outcome"),
        Event("oracle_other_meeting", where=No("failed"), names="of"),
    )
    opens: Event | tuple[Event, ...] | Period | None = None
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
        meets=None if history.form in (Form.EACH_EVENT, Form.WHILE) else done,
        condition=condition_of(history) if each_event else None,
        authorised_by=AuthorisedBy("oracle_leave", RANK_KEY) if each_event else None,
        levels=Levels("oracle_level", "level") if history.has_levels else None,
        conditions=tuple(evidence_of(condition) for condition in history.conditions),
        stops=tuple(replace(stop_of(*stop), defers=history.defers) for stop in history.stops),
        allowance=allowance_of(history),
        answers="all" if history.answers_all else "oldest",
    )


def condition_of(history: History) -> No | Preceded:
    if not history.looks_back:
        return No("announced")
    done = (
        Event("oracle_meeting", where=Is("outcome", "done")),
        Event("oracle_other_meeting", where=No("failed")),
    )
    return Preceded(done, WINDOW_KEY)


def applies_of(history: History) -> tuple[Holds, ...]:
    if history.always:
        return ()
    registered = Holds("oracle_registered", "state", ("registered",))
    if not history.needs_release:
        return (registered,)
    before = history.released_before
    return registered, Holds("oracle_released", "state", ("released",), before=before)


def stop_of(stopper: Stopper, floor: tuple[int, Unit] | None) -> Stop:
    least = None if floor is None else Floor(floor[0], floor[1].value, "The rules of duties")
    if stopper is Stopper.STATE:
        return Stop("in custody", Holds("oracle_custody", "state", ("held",)), least)
    ended_by = Event("oracle_suspension_end")
    suspension = Period("oracle_suspension", "until", where=Yes("counts"), ended_by=ended_by)
    return Stop("while suspended", suspension, least)


def evidence_of(condition: Condition) -> Evidence:
    key = condition.name.lower()
    shown = Is("condition", key)
    return Evidence(
        key,
        f"A condition of the kind {key}",
        by=(
            Event("oracle_evidence", where=shown, names="of"),
            Event("oracle_other_evidence", where=shown, names="of"),
        ),
        expires=None if condition is Condition.LASTING else "expires",
        open_ended=condition is Condition.OPEN,
        ended_by=Event("oracle_evidence_end", where=shown),
    )


def allowance_of(history: History) -> Allowance:
    if history.form in (Form.EACH_PERIOD, Form.EACH_EVENT) or not history.has_allowance:
        return Allowance()
    return Allowance(
        next=figure_of(history, Setting.NEXT, NEXT_KEY),
        first=figure_of(history, Setting.FIRST, FIRST_KEY) if history.has_first else None,
        own_plan=OwnPlan("oracle_plan") if history.has_plan else None,
        ceiling=figure_of(history, Setting.CEILING, CEILING_KEY) if history.has_ceiling else None,
        named_in="due" if history.has_named else None,
    )


def figure_of(history: History, setting: Setting, key: str) -> str | Statute:
    """The policy of that name, or what the law says in its place."""
    figures = [figure for figure in history.law if figure.setting is setting]
    if not figures:
        return key
    return Statute(
        f"The law of {setting.value}",
        tuple(Figure(one.amount, one.unit.value, one.since) for one in figures),
    )
