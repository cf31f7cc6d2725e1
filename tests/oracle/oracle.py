"""The oracle: the ledger of one subject, by the rules of the manual, one mark at a time.

Every known fact becomes a mark: an instant, its rank among what happens at that instant (R7), its
fact, and what to do. The marks are taken in order and change the open entries.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from functools import partial

from tests.oracle.allowance import AT_ONCE, Allowance, Part
from tests.oracle.applying import Interval, intervals_applying
from tests.oracle.clock import Instant, Unit, day_of, due_after, first_instant
from tests.oracle.entry import Due, Ending, Entry, How, WhyEmpty
from tests.oracle.evidence import Occurrence, occurrences, pieces_of
from tests.oracle.history import (
    AllocationFact,
    AuthorisationFact,
    Condition,
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
from tests.oracle.known import counts_at, levels_in_order, until_known
from tests.oracle.known import met_recorded_at as first_recorded_at
from tests.oracle.periods import Period, periods_of

DONE = 0
"""The place of *done* among the outcomes of one kind of record; the other keeps no answer."""


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


BEFORE_ANY_FACT, AFTER_ANY_FACT = -1, 2**62


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
        self.last_closed_overdue: dict[Condition | None, bool] = {}
        self.running: dict[int, Period] = {}

    def run(self) -> list[Entry]:
        marks = [*self.interval_marks(), *self.level_marks(), *self.period_marks()]
        marks += [*self.law_marks(), *self.stop_marks(), *self.evidence_marks()]
        for fact in self.facts:
            marks += self.marks_of(fact)
        for mark in sorted(marks, key=lambda one: (one.at, one.rank, one.fact_id)):
            mark.take()
            for entry in self.entries:
                if entry.is_open:
                    self.note(entry, mark.at)
        return sorted(
            self.entries,
            key=lambda entry: (entry.opened_at, entry.opened_by, entry.condition or 0),
        )

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
            case MeetingFact() if fact.qualifies and self.history.form is not Form.WHILE:
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

    def law_marks(self) -> list[Mark]:
        """Of figures that change at one instant: the allowance, the first one, the ceiling."""
        marks = []
        order = (Setting.NEXT, Setting.FIRST, Setting.CEILING)
        for figure in sorted(self.history.law, key=lambda one: order.index(one.setting)):
            at = first_instant(figure.since)
            take = partial(self.set_policy, at, figure)
            marks.append(Mark(at, Rank.POLICY, BEFORE_ANY_FACT, take))
        return marks

    def stop_marks(self) -> list[Mark]:
        """Where a stop with a floor ends, that counts before the clock runs again."""
        marks = []
        for stretch in self.stops:
            begin, end = self.stop_begins(stretch), self.stop_ends(stretch)
            marks.append(Mark(stretch.begin, Rank.STOP_BEGINS, BEFORE_ANY_FACT, begin))
            for at, floor in stretch.floors:
                counts = self.floor_counts(at, floor)
                marks.append(Mark(at, Rank.STOP_ENDS, BEFORE_ANY_FACT, counts))
            if stretch.until is not None:
                marks.append(Mark(stretch.until, Rank.STOP_ENDS, AFTER_ANY_FACT, end))
        return marks

    def evidence_marks(self) -> list[Mark]:
        if self.history.form is not Form.WHILE:
            return []
        marks = []
        for interval in self.intervals:
            for condition in self.history.conditions:
                for one in occurrences(pieces_of(self.facts, condition), interval):
                    marks += self.marks_of_occurrence(condition, one)
        return marks

    def marks_of_occurrence(self, condition: Condition, one: Occurrence) -> list[Mark]:
        """It opens with the state or as the last evidence expires, is met, and expires."""
        opens = partial(self.begin_condition, condition, one)
        rank = Rank.EVIDENCE_EXPIRES if one.by_expiry else Rank.APPLIES_BEGINS
        marks = [Mark(one.opened_at, rank, one.opened_by, opens)]
        if one.met_at is not None and one.met_by is not None:
            evidenced = partial(self.evidenced, condition, one)
            marks.append(Mark(one.met_at, Rank.MEETS, one.met_by.fact_id, evidenced))
        return marks

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
                if self.last_closed_overdue.get(None):
                    self.due_at_once(entry, How.AT_ONCE)
            for period in self.running.values():
                self.open_period(period, interval.start)

        return take

    def trigger(self, at: Instant, fact: TriggerFact | MeetingFact) -> None:
        if self.applying:
            by_meeting = isinstance(fact, MeetingFact)
            named = self.named_by(fact)
            self.open(fact.fact_id, at, first=False, opened_by_meeting=by_meeting, named=named)

    def named_by(self, fact: TriggerFact | MeetingFact) -> Part | None:
        """The date by which it is due, where what opens an entry names one."""
        due = until_known(fact, fact.due) if self.history.has_named else None
        return None if due is None else Part(0, Unit.HOURS, plan=fact.fact_id, named=due)

    def begin_condition(self, condition: Condition, one: Occurrence) -> None:
        """R13: due by the allowance as the state begins, at once as evidence expires."""
        if one.by_expiry:
            self.expire(condition, one.opened_at)
        entry = self.open(one.opened_by, one.opened_at, first=False, condition=condition)
        if one.by_expiry:
            self.due_at_once(entry, How.EXPIRED)
        elif self.last_closed_overdue.get(condition):
            self.due_at_once(entry, How.AT_ONCE)

    def evidenced(self, condition: Condition, one: Occurrence) -> None:
        assert one.met_at is not None
        assert one.met_by is not None
        for entry in self.entries:
            if entry.is_open and entry.condition is condition:
                entry.met_at, entry.met_by = one.met_at, one.met_by.fact_id
                entry.met_recorded_at = first_recorded_at(self.history, one.met_by)
                self.last_closed_overdue[condition] = False

    def expire(self, condition: Condition, at: Instant) -> None:
        for entry in self.entries:
            if entry.is_open and entry.condition is condition:
                self.end(entry, at, Ending.MET)

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
            entry.answer = None if fact.other_kind else DONE
            self.end(entry, at, Ending.MET)
            self.last_closed_overdue[None] = False
            if self.history.form is Form.RECURRING:
                named = self.named_by(fact)
                self.open(fact.fact_id, at, first=False, opened_by_meeting=True, named=named)

    def event(self, at: Instant, fact: EventFact) -> None:
        """R10: an event is judged as it happens; what authorises it may come later."""
        if not self.applying:
            return
        entry = Entry(fact.fact_id, at, at, Due(at, How.ANCHOR, at), answer=fact.answer)
        self.entries.append(entry)
        met_by: Fact = fact
        if self.history.looks_back:
            before = self.last_done_before(at)
            entry.answer = self.is_recent(before, at)
            met_by = before or fact
        if not entry.answer:
            self.authorise(entry)
        if entry.answer:
            keyed = [first_recorded_at(self.history, one) for one in (fact, met_by)]
            entry.met_at, entry.met_by, entry.met_recorded_at = at, met_by.fact_id, max(keyed)
        self.end(entry, at, Ending.DECIDED)

    def last_done_before(self, at: Instant) -> MeetingFact | None:
        done = [
            fact
            for fact in self.facts
            if isinstance(fact, MeetingFact) and fact.qualifies and counts_at(fact) <= at
        ]
        return max(done, key=lambda fact: (counts_at(fact), fact.fact_id), default=None)

    def is_recent(self, before: MeetingFact | None, at: Instant) -> bool | None:
        """R10: whether what was done before is no older than the window; unset is unknown."""
        if before is None:
            return False
        policy = self.settings.in_force(Setting.WINDOW, self.level, self.team)
        if policy is None or policy.amount is None:
            return None
        return due_after(counts_at(before), policy.amount, policy.unit, self.holidays) >= at

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
                elif entry.is_open and entry.met_at is not None:
                    self.end(entry, at, Ending.MET)
                elif entry.is_open:
                    overdue = entry.overdue_at(at)
                    self.last_closed_overdue[entry.condition] = overdue
                    self.end(entry, at, Ending.CLOSED_UNMET if overdue else Ending.NO_LONGER_OWED)

        return take

    # The parts of an entry

    def open(
        self,
        opened_by: int,
        at: Instant,
        *,
        first: bool,
        opened_by_meeting: bool = False,
        named: Part | None = None,
        condition: Condition | None = None,
    ) -> Entry:
        entry = Entry(opened_by, at, at, Due(), first=first, opened_by_meeting=opened_by_meeting)
        entry.named, entry.condition = named, condition
        entry.kept = self.allowances(entry)
        self.entries.append(entry)
        if not self.history.has_allowance:
            self.begin_count(entry, Allowance((AT_ONCE,)), How.AT_OPENING)
        elif self.level_unknown():
            entry.due = Due(why_empty=WhyEmpty.LEVEL_UNKNOWN)
        else:
            self.begin_count(entry, entry.kept[self.level], How.AT_OPENING)
        return entry

    def end(self, entry: Entry, at: Instant, ending: Ending) -> None:
        self.note(entry, at)
        entry.ended_at, entry.ending = at, ending


def due_at_end(end: Instant | None, since: Instant) -> Due:
    """Due at the end of the period, as planned from `since` on (reading t)."""
    return Due(why_empty=WhyEmpty.NO_END_YET) if end is None else Due(end, How.ANCHOR, since)
