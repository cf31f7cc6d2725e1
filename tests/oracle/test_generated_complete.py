"""The generated histories reach every form, kind of fact, rule branch and kind of trouble."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from tests.oracle.clock import day_of, first_instant, last_instant
from tests.oracle.entry import Ending, Entry, How, WhyEmpty
from tests.oracle.generate import a_force
from tests.oracle.history import (
    AllocationFact,
    AuthorisationFact,
    EventFact,
    Form,
    History,
    LevelFact,
    MeetingFact,
    PeriodEndFact,
    PeriodFact,
    PlanFact,
    PolicyFact,
    Setting,
    StateFact,
    Track,
    TriggerFact,
)
from tests.oracle.oracle import Oracle, ledger_of
from tests.oracle.standing import Status, status_on

KINDS = (
    AllocationFact,
    AuthorisationFact,
    EventFact,
    LevelFact,
    MeetingFact,
    PeriodEndFact,
    PeriodFact,
    PlanFact,
    PolicyFact,
    StateFact,
    TriggerFact,
)
TROUBLE = {
    "two facts at one instant",
    "known only to the day",
    "keyed late",
    "corrected",
    "withdrawn",
    "restored",
    "not yet known",
    "the short day",
    "the long day",
    "leap day",
    "month's end",
    "first instant of a day",
    "last instant of a day",
    "policy by team",
    "policy unset",
    "met exactly at due",
    "met just after due",
    "met as it opens",
    "named and met",
    "two open at once",
    "span without length",
    "ends and begins at one instant",
    "re-entry",
    "overdue after a fall",
    "handed over while open",
    "leave of a rank that suffices",
    "leave, no rank set",
}
WANTED = {*Form, *KINDS, *How, *WhyEmpty, *Ending, *Status, *Setting, *Track, *TROUBLE}


def traits(history: History) -> Iterator[object]:
    """What one history shows of what is wanted."""
    yield history.form
    instants = Counter(fact.at for fact in history.facts if fact.version == 1)
    if max(instants.values(), default=0) > 1:
        yield "two facts at one instant"
    for fact in history.facts:
        yield type(fact)
        if fact.day_only:
            yield "known only to the day"
        if fact.recorded_at > fact.at:
            yield "keyed late"
        if fact.version > 1:
            yield "withdrawn" if fact.withdrawn else "corrected"
        if fact.recorded_at > history.known_at:
            yield "not yet known"
        yield from day_traits(fact.at)
        if isinstance(fact, StateFact):
            yield fact.track
        if isinstance(fact, PolicyFact):
            yield fact.setting
            yield "policy by team" if fact.team else None
            yield "policy unset" if fact.amount is None else None
    for earlier, later in pairwise(history.facts):
        if earlier.fact_id == later.fact_id and earlier.withdrawn and not later.withdrawn:
            yield "restored"
    yield from oracle_traits(history)


def day_traits(at: int) -> Iterator[object]:
    day = day_of(at)
    length = last_instant(day) + 1 - first_instant(day)
    hours = length // 3_600_000_000
    yield {23: "the short day", 25: "the long day"}.get(hours)
    yield "leap day" if (day.month, day.day) == (2, 29) else None
    yield "month's end" if (day + timedelta(days=1)).day == 1 else None
    yield "first instant of a day" if at == first_instant(day) else None
    yield "last instant of a day" if at == last_instant(day) else None


def oracle_traits(history: History) -> Iterator[object]:
    ledger = ledger_of(history)
    held = Oracle(history).facts
    states = {(fact.at, fact.holds) for fact in held if isinstance(fact, StateFact)}
    if any((at, not holds) in states for at, holds in states):
        yield "ends and begins at one instant"
    for entry in ledger:
        yield entry.ending
        yield from entry_traits(entry)
    for one in ledger:
        if any(one.opened_at < other.opened_at < (one.ended_at or 0) for other in ledger):
            yield "two open at once"
    intervals = [entry for entry in ledger if entry.first]
    if len(intervals) > 1:
        yield "re-entry"
    named = {fact.fact_id for fact in held if isinstance(fact, MeetingFact) and fact.answers}
    if any(entry.met_by in named for entry in ledger):
        yield "named and met"
    for entry in ledger:
        if entry.authorised_by is not None:
            yield "leave, no rank set" if entry.rank_not_set else "leave of a rank that suffices"


def entry_traits(entry: Entry) -> Iterator[object]:
    spans = entry.spans()
    for before, after in pairwise(spans):
        one, other = before.standing, after.standing
        yield "handed over while open" if one.team != other.team else None
        fell = one.level is not None and other.level is not None and other.level < one.level
        late = one.due.at is not None and one.due.at < after.start
        yield "overdue after a fall" if fell and late else None
    for span in spans:
        yield span.standing.due.how
        yield span.standing.due.why_empty
        yield "span without length" if span.start == span.until else None
    due = spans[-1].standing.due.at
    if entry.met_at is not None and due is not None:
        yield {0: "met exactly at due", 1: "met just after due"}.get(entry.met_at - due)
        yield "met as it opens" if entry.met_at == entry.opened_at else None
    for day in (date(2027, 8, 1), date(2028, 3, 31), date(2039, 1, 1), day_of(entry.opened_at)):
        yield status_on(entry, day)[0]


def test_every_form_branch_and_kind_of_trouble_is_generated() -> None:
    seen = {
        trait
        for form in Form
        for seed in range(100)
        for history in a_force(seed, form, subjects=5)
        for trait in traits(history)
    }
    missing = WANTED - seen
    assert not missing, f"never generated: {sorted(map(str, missing))}"
