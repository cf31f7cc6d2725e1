"""The oracle: the ledger of one subject, by the rules of DESIGN section 3, one mark at a time.

Every known fact becomes a mark: an instant, its rank among what happens at that instant (R7), its
fact, and what to do. The marks are taken in order and change the open entries. Clock stops (R5)
and *while* duties (R13) would be further marks at the ranks left for them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from tests.oracle.applying import Interval, intervals_applying
from tests.oracle.clock import Instant, day_of, first_instant
from tests.oracle.entry import Due, Ending, Entry, How, WhyEmpty
from tests.oracle.history import (
    AllocationFact,
    AuthorisationFact,
    EventFact,
    Fact,
    Form,
    History,
    MeetingFact,
    PlanFact,
    PolicyFact,
    Setting,
    TriggerFact,
)
from tests.oracle.judging import Judge
from tests.oracle.known import counts_at, levels_in_order
from tests.oracle.known import met_recorded_at as first_recorded_at
from tests.oracle.periods import Period, periods_of


class Rank(IntEnum):
    """R7: the order at one instant. Who has the subject is read before anything is judged."""

    ALLOCATION = 0
    POLICY = 1
    LEVEL = 2
    STOP_BEGINS = 3
    STOP_ENDS = 4
    APPLIES_BEGINS = 5
    OPENS = 6
    MEETS = 7
    PERIOD_ENDS = 8
    EVIDENCE_EXPIRES = 9
    APPLIES_ENDS = 10


@dataclass(frozen=True)
class Mark:
    at: Instant
    rank: Rank
    fact_id: int
    take: Callable[[], None]


def ledger_of(history: History) -> list[Entry]:
    """Every entry of the duty on the subject, in the order they opened."""
    return Oracle(history).run()


class Oracle(Judge):
    """Opens, meets and closes entries as the marks of one subject are taken."""

    def __init__(self, history: History) -> None:
        super().__init__(history)
        self.intervals = intervals_applying(history, self.facts)
        self.applying = False
        self.last_closed_overdue = False
        self.running: dict[int, Period] = {}

    def run(self) -> list[Entry]:
        marks = [*self.interval_marks(), *self.level_marks(), *self.period_marks()]
        for fact in self.facts:
            marks += self.marks_of(fact)
        for mark in sorted(marks, key=lambda one: (one.at, one.rank, one.fact_id)):
            mark.take()
            for entry in self.entries:
                if entry.is_open:
                    self.note(entry, mark.at)
        return sorted(self.entries, key=lambda entry: (entry.opened_at, entry.opened_by))

    # What happens when

    def marks_of(self, fact: Fact) -> list[Mark]:
        at = counts_at(fact)

        def mark(rank: Rank, take: Callable[[], None]) -> list[Mark]:
            return [Mark(at, rank, fact.fact_id, take)]

        match fact:
            case AllocationFact():
                return mark(Rank.ALLOCATION, lambda: self.allocate(fact))
            case PolicyFact():
                return mark(Rank.POLICY, lambda: self.set_policy(at, fact))
            case PlanFact() if self.history.has_plan:
                return mark(Rank.POLICY, lambda: self.set_policy(at, fact))
            case TriggerFact() if self.history.form is Form.ONCE and not self.history.triggers_meet:
                return mark(Rank.OPENS, lambda: self.trigger(at, fact))
            case EventFact() if self.history.form is Form.EACH_EVENT:
                return mark(Rank.OPENS, lambda: self.event(at, fact))
            case MeetingFact() if fact.qualifies:
                meets = mark(Rank.MEETS, lambda: self.meet(at, fact))
                return meets + (self.triggering(fact) if self.history.triggers_meet else [])
        return []

    def triggering(self, fact: MeetingFact) -> list[Mark]:
        """A fact that meets may also trigger: then it counts as triggers do, by day at first."""
        at = first_instant(day_of(fact.at)) if fact.day_only else fact.at
        return [Mark(at, Rank.OPENS, fact.fact_id, lambda: self.trigger(at, fact))]

    def interval_marks(self) -> list[Mark]:
        marks = []
        for interval in self.intervals:
            begin, cease = self.begins(interval), self.ceases(interval)
            marks.append(Mark(interval.start, Rank.APPLIES_BEGINS, interval.begun_by, begin))
            if interval.until is not None:
                marks.append(Mark(interval.until, Rank.APPLIES_ENDS, interval.begun_by, cease))
        return marks

    def level_marks(self) -> list[Mark]:
        if not self.history.has_levels:
            return []
        return [
            Mark(at, Rank.LEVEL, fact.fact_id, self.sets_level(at, fact))
            for at, fact in levels_in_order(self.facts)
        ]

    def period_marks(self) -> list[Mark]:
        if self.history.form is not Form.EACH_PERIOD:
            return []
        marks = []
        for period in periods_of(self.history, self.facts, self.intervals):
            start, end = self.period_starts(period), self.period_ends(period)
            marks.append(Mark(period.start, Rank.OPENS, period.begun_by, start))
            for at, planned in period.planned[1:]:
                extend = self.period_extended(period, at, planned)
                marks.append(Mark(at, Rank.OPENS, period.begun_by, extend))
            if period.ends_at is not None and not period.ends_with_duty:
                marks.append(Mark(period.ends_at, Rank.PERIOD_ENDS, period.begun_by, end))
        return marks

    # Opening, meeting and closing (R1, R4, R6, R10, R11)

    def begins(self, interval: Interval) -> Callable[[], None]:
        def take() -> None:
            self.applying = True
            if self.history.form is Form.RECURRING:
                entry = self.open(interval.begun_by, interval.start, first=True)
                if self.last_closed_overdue:
                    entry.due = Due(interval.start, How.AT_ONCE, interval.start)
            for period in self.running.values():
                self.open_period(period, interval.start)

        return take

    def trigger(self, at: Instant, fact: Fact) -> None:
        if self.applying:
            by_meeting = isinstance(fact, MeetingFact)
            self.open(fact.fact_id, at, first=False, opened_by_meeting=by_meeting)

    def meet(self, at: Instant, fact: MeetingFact) -> None:
        """R4. What the event itself opens is not open yet, and what another opened waits."""
        candidates = [
            entry
            for entry in self.entries
            if entry.is_open
            and entry.opened_by != fact.fact_id
            and not (entry.opened_by_meeting and entry.opened_at == at)
        ]
        if fact.answers is not None:
            candidates = [entry for entry in candidates if entry.opened_by == fact.answers]
        elif not self.history.answers_all:
            candidates = candidates[:1]
        for entry in candidates:
            entry.met_at, entry.met_by = at, fact.fact_id
            entry.met_recorded_at = first_recorded_at(self.history, fact)
            self.end(entry, at, Ending.MET)
            self.last_closed_overdue = False
            if self.history.form is Form.RECURRING:
                self.open(fact.fact_id, at, first=False, opened_by_meeting=True)

    def event(self, at: Instant, fact: EventFact) -> None:
        """R10: an event is judged as it happens; what authorises it may come later."""
        if not self.applying:
            return
        entry = Entry(fact.fact_id, at, at, Due(at, How.ANCHOR, at), answer=fact.answer)
        self.entries.append(entry)
        if not fact.answer:
            self.authorise(entry)
        if fact.answer:
            entry.met_at, entry.met_by = at, fact.fact_id
            entry.met_recorded_at = first_recorded_at(self.history, fact)
        self.end(entry, at, Ending.DECIDED)

    def authorise(self, entry: Entry) -> None:
        """By the earliest leave with a rationale, of the rank that sufficed at the event.

        Where no policy names that rank there is no standard to judge the leave by.
        """
        policy = self.settings.in_force(Setting.RANK, self.level, self.team)
        needed = None if policy is None else policy.amount
        leaves = [
            (counts_at(fact), fact.fact_id)
            for fact in self.facts
            if isinstance(fact, AuthorisationFact)
            and fact.of == entry.opened_by
            and fact.rationale
            and fact.rank is not None
            and (needed is None or fact.rank >= needed)
        ]
        if leaves:
            entry.authorised_at, entry.authorised_by = min(leaves)
            entry.rank_not_set = needed is None

    def period_starts(self, period: Period) -> Callable[[], None]:
        def take() -> None:
            self.running[period.begun_by] = period
            if self.applying:
                self.open_period(period, period.start)

        return take

    def open_period(self, period: Period, at: Instant) -> None:
        planned = [end for since, end in period.planned if since <= at][-1]
        self.entries.append(Entry(period.begun_by, at, at, due_at_end(planned, at)))

    def period_extended(
        self, period: Period, at: Instant, planned: Instant | None
    ) -> Callable[[], None]:
        def take() -> None:
            for entry in self.entries:
                held = entry.is_open and entry.opened_by == period.begun_by
                if held and entry.due.at != planned:
                    entry.due = due_at_end(planned, at)

        return take

    def period_ends(self, period: Period) -> Callable[[], None]:
        def take() -> None:
            assert period.ends_at is not None
            self.running.pop(period.begun_by, None)
            for entry in self.entries:
                if entry.is_open and entry.opened_by == period.begun_by:
                    self.end_period(entry, period.ends_at)

        return take

    def end_period(self, entry: Entry, at: Instant) -> None:
        """R11: due at its actual end, and unmet then."""
        if entry.due.at != at:
            entry.due = due_at_end(at, at)
        self.end(entry, at, Ending.CLOSED_UNMET)

    def ceases(self, interval: Interval) -> Callable[[], None]:
        def take() -> None:
            assert interval.until is not None
            at = interval.until
            self.applying = False
            self.running.clear()
            # R4: no entry is made that would close at the instant it opens.
            self.entries = [e for e in self.entries if not (e.is_open and e.opened_at == at)]
            for entry in self.entries:
                if entry.is_open and self.history.form is Form.EACH_PERIOD:
                    self.end_period(entry, at)
                elif entry.is_open:
                    overdue = entry.overdue_at(at)
                    self.last_closed_overdue = overdue
                    self.end(entry, at, Ending.CLOSED_UNMET if overdue else Ending.NO_LONGER_OWED)

        return take

    # The parts of an entry

    def open(
        self, opened_by: int, at: Instant, *, first: bool, opened_by_meeting: bool = False
    ) -> Entry:
        entry = Entry(opened_by, at, at, Due(), first=first, opened_by_meeting=opened_by_meeting)
        entry.kept = self.allowances(entry)
        self.entries.append(entry)
        if self.level_unknown():
            entry.due = Due(why_empty=WhyEmpty.LEVEL_UNKNOWN)
        else:
            self.bring_forward(entry, entry.kept[self.level], at, How.AT_OPENING, at)
        return entry

    def end(self, entry: Entry, at: Instant, ending: Ending) -> None:
        self.note(entry, at)
        entry.ended_at, entry.ending = at, ending


def due_at_end(end: Instant | None, since: Instant) -> Due:
    """Due at the end of the period, as planned from `since` on (reading t)."""
    return Due(why_empty=WhyEmpty.NO_END_YET) if end is None else Due(end, How.ANCHOR, since)
