"""The generated histories reach every form, kind of fact, rule branch and kind of trouble."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from tests.oracle.applying import touches
from tests.oracle.clock import day_of, first_instant, last_instant
from tests.oracle.entry import Ending, Entry, How, WhyEmpty
from tests.oracle.evidence import pieces_of
from tests.oracle.generate import a_force
from tests.oracle.history import (
    AllocationFact,
    AuthorisationFact,
    Condition,
    EventFact,
    EvidenceEndFact,
    EvidenceFact,
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
    StoppedFact,
    Stopper,
    SuspensionEndFact,
    SuspensionFact,
    Track,
    TriggerFact,
)
from tests.oracle.oracle import Oracle, ledger_of
from tests.oracle.standing import Status, status_on

KINDS = (
    AllocationFact,
    AuthorisationFact,
    EventFact,
    EvidenceEndFact,
    EvidenceFact,
    LevelFact,
    MeetingFact,
    PeriodEndFact,
    PeriodFact,
    PlanFact,
    PolicyFact,
    StateFact,
    StoppedFact,
    SuspensionEndFact,
    SuspensionFact,
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
    "stops that overlap or touch",
    "a stop without end",
    "stopped as it opens",
    "a stop begins after due",
    "a stop begins exactly at due",
    "level or policy changes while stopped",
    "a floor in a stop that goes on",
    "met while stopped",
    "closed while stopped",
    "two stops of one entry",
    "preceded within the window",
    "preceded too long ago, or never",
    "preceded, no window set",
    "a due date put off to the floor of a stop",
    "a due date that a deferring stop leaves",
    "a suspension that is not known to count",
    "law changes",
    "law of a ceiling",
    "law counts months beginning with",
    "due as the state begins",
    "due by a date that was named",
    "met by another kind of record",
    "evidence older than the state",
    "evidence that overlaps or touches",
    "evidence for another state",
    "evidence without a recorded expiry",
    "a condition open without end",
    "evidenced as the state ends",
    "reopened condition",
    "level changes while evidenced",
}
WANTED = {
    *Form,
    *KINDS,
    *How,
    *WhyEmpty,
    *Ending,
    *Status,
    *Setting,
    *Track,
    *Stopper,
    *Condition,
    *TROUBLE,
}


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
    yield from duty_traits(history)
    yield from oracle_traits(history)


def duty_traits(history: History) -> Iterator[object]:
    """The switches of the duty, and facts that only some duties read."""
    yield from (stopper for stopper, _ in history.stops)
    yield from history.conditions
    yield "due as the state begins" if not history.has_allowance else None
    settings = Counter(figure.setting for figure in history.law)
    yield "law changes" if max(settings.values(), default=0) > 1 else None
    yield "law of a ceiling" if Setting.CEILING in settings else None
    for figure in history.law:
        yield "law counts months beginning with" if "months_b" in figure.unit.value else None
    for fact in history.facts:
        if isinstance(fact, SuspensionFact) and fact.counts is None:
            yield "a suspension that is not known to count"
        if isinstance(fact, EvidenceFact) and fact.expires is None:
            yield "evidence without a recorded expiry"
        if isinstance(fact, EvidenceFact) and fact.of is not None:
            yield "evidence for another state"


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
    oracle = Oracle(history)
    held = oracle.facts
    for entry in ledger:
        yield from stop_traits(entry, oracle)
        yield from condition_traits(entry)
    begun = Counter(entry.condition for entry in ledger if entry.condition is not None)
    yield "reopened condition" if max(begun.values(), default=0) > 1 else None
    for condition in history.conditions:
        for piece, following in pairwise(pieces_of(held, condition)):
            joined = touches(piece.until, following.begin)
            yield "evidence that overlaps or touches" if joined else None
    others = {fact.fact_id for fact in held if isinstance(fact, MeetingFact) and fact.other_kind}
    if any(entry.met_by in others for entry in ledger):
        yield "met by another kind of record"
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
    if oracle.history.looks_back:
        said = {
            True: "preceded within the window",
            False: "preceded too long ago, or never",
            None: "preceded, no window set",
        }
        yield from (said[entry.answer] for entry in ledger)
    for entry in ledger:
        if entry.authorised_by is not None:
            yield "leave, no rank set" if entry.rank_not_set else "leave of a rank that suffices"


def stop_traits(entry: Entry, oracle: Oracle) -> Iterator[object]:
    """What stops did to one entry."""
    spans = entry.spans()
    stopped = [s for s in spans if s.standing.due.why_empty is WhyEmpty.STOPPED]
    if stopped and stopped[0].start == entry.opened_at:
        yield "stopped as it opens"
    starts = {span.start for span in stopped} & {stretch.begin for stretch in oracle.stops}
    yield "two stops of one entry" if len(starts) > 1 else None
    if oracle.history.defers and stopped and spans[-1] not in stopped:
        put_off = spans[-1].standing.due.how is How.FLOOR
        yield (
            "a due date put off to the floor of a stop"
            if put_off
            else "a due date that a deferring stop leaves"
        )
    for before, after in pairwise(spans):
        if before in stopped and after in stopped:
            other = before.standing.due != after.standing.due
            yield "level or policy changes while stopped" if other else None
    for span in spans:
        due = span.standing.due.at
        for stretch in oracle.stops:
            during = span.start <= stretch.begin < (span.until or 2**62)
            yield "a stop begins after due" if during and due and due < stretch.begin else None
        if span in stopped and span.standing.due.left == 0:
            yield "a stop begins exactly at due"
    for stretch in oracle.stops:
        yield "a stop without end" if stretch.until is None else None
        if any(at != stretch.until for at, _ in stretch.floors):
            yield "a floor in a stop that goes on"
            yield "stops that overlap or touch"
    if stopped and spans[-1] in stopped and entry.ended_at is not None:
        yield "met while stopped" if entry.met_at is not None else "closed while stopped"
    for span in spans:
        plan = span.standing.due.plan
        yield "due by a date that was named" if entry.named and plan == entry.opened_by else None


def condition_traits(entry: Entry) -> Iterator[object]:
    """What became of one condition."""
    if entry.condition is None or entry.met_at is None:
        return
    yield "evidence older than the state" if entry.met_at == entry.opened_at else None
    yield "a condition open without end" if entry.ended_at is None else None
    yield "evidenced as the state ends" if entry.ending is Ending.MET else None
    levels = {standing.level for at, standing in entry.history if at > entry.met_at}
    yield "level changes while evidenced" if len(levels) > 1 else None


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
