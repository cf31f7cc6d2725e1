"""Worked by hand from the words of DESIGN section 3: they hold the oracle itself to account."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.oracle.clock import Unit, day_of, due_after, last_instant, local
from tests.oracle.entry import Ending, Entry, How, WhyEmpty
from tests.oracle.history import Form, History, Holiday, Level, Setting
from tests.oracle.oracle import ledger_of
from tests.oracle.record import Record
from tests.oracle.standing import Status, status_on

RECURRING, ONCE = Form.RECURRING, Form.ONCE


def dues(entry: Entry) -> list[tuple[date | None, How]]:
    """The day on which each span of an entry says it is due, and how that came to count."""
    found = []
    for span in entry.spans():
        due = span.standing.due
        found.append((None if due.at is None else day_of(due.at), due.how))
    return found


def visited_offender(level: Level = Level.HIGH) -> Record:
    """Registered 1 January 2026, at one level, with an interval for each level."""
    record = Record()
    for one, months in zip(Level, (12, 6, 3, 1), strict=True):
        record.policy(months, level=one)
    record.level(local(2026, 1, 1), level)
    record.registered(local(2026, 1, 1))
    return record


def entries(record: Record, **switches: Any) -> list[Entry]:
    return ledger_of(record.history(RECURRING, has_levels=True, **switches))


class TestCalendar:
    def test_months_clip_to_the_end_of_the_month(self) -> None:
        assert due_after(local(2026, 1, 31, 9), 1, Unit.MONTHS, ()) == last_instant(
            date(2026, 2, 28)
        )
        assert due_after(local(2027, 11, 30), 3, Unit.MONTHS, ()) == last_instant(date(2028, 2, 29))

    def test_days_end_with_their_last_day_and_beginning_with_counts_the_first(self) -> None:
        friday = local(2026, 3, 27, 17)
        assert due_after(friday, 3, Unit.DAYS, ()) == last_instant(date(2026, 3, 30))
        assert due_after(friday, 3, Unit.DAYS_BEGINNING_WITH, ()) == last_instant(date(2026, 3, 29))

    def test_hours_are_exact_across_the_clocks_going_forward(self) -> None:
        saturday_noon = local(2026, 3, 28, 12)
        assert due_after(saturday_noon, 24, Unit.HOURS, ()) == local(2026, 3, 29, 13)

    def test_working_days_skip_weekends_and_holidays(self) -> None:
        thursday = local(2026, 4, 2, 9)
        easter = (date(2026, 4, 3), date(2026, 4, 6))
        assert due_after(thursday, 1, Unit.WORKING_DAYS, easter) == last_instant(date(2026, 4, 7))
        assert due_after(thursday, 1, Unit.WORKING_DAYS, ()) == last_instant(date(2026, 4, 3))

    def test_skipped_and_repeated_times_are_the_later_instant(self) -> None:
        assert local(2026, 3, 29, 1, 30) == local(2026, 3, 29, 2, 30)
        assert local(2026, 10, 25, 1, 30) - local(2026, 10, 25, 0, 30) == 2 * 3_600_000_000

    def test_a_short_and_a_long_day(self) -> None:
        assert last_instant(date(2026, 3, 29)) + 1 - local(2026, 3, 29) == 23 * 3_600_000_000
        assert last_instant(date(2026, 10, 25)) + 1 - local(2026, 10, 25) == 25 * 3_600_000_000


class TestRecurring:
    def test_each_visit_opens_the_next(self) -> None:
        record = visited_offender()
        first = record.met(local(2026, 3, 31, 10))
        opened, following = entries(record)
        assert (opened.met_at, opened.met_by) == (local(2026, 3, 31, 10), first)
        assert dues(opened) == [(date(2026, 4, 1), How.AT_OPENING)]
        assert (following.opened_by, following.opened_at) == (first, local(2026, 3, 31, 10))
        assert dues(following) == [(date(2026, 6, 30), How.AT_OPENING)]
        assert status_on(following, date(2026, 6, 30)) == (Status.DUE, 0)
        assert status_on(following, date(2026, 7, 1)) == (Status.OVERDUE, 1)
        assert status_on(following, date(2026, 3, 30)) == (Status.NOT_YET_OPEN, 0)

    def test_an_attempt_meets_nothing(self) -> None:
        record = visited_offender()
        record.met(local(2026, 2, 1), qualifies=False)
        (only,) = entries(record)
        assert only.is_open

    def test_two_visits_at_one_instant_make_one_entry(self) -> None:
        record = visited_offender()
        record.met(local(2026, 2, 1, 10))
        record.met(local(2026, 2, 1, 10))
        assert len(entries(record)) == 2

    def test_the_first_allowance_counts_for_what_an_interval_opens(self) -> None:
        record = visited_offender()
        record.policy(15, Unit.DAYS, setting=Setting.FIRST)
        record.met(local(2026, 1, 10))
        opened, following = entries(record, has_first=True)
        assert dues(opened) == [(date(2026, 1, 16), How.AT_OPENING)]
        assert dues(following) == [(date(2026, 4, 10), How.AT_OPENING)]

    def test_a_visit_at_the_instant_of_registration_counts(self) -> None:
        record = visited_offender()
        record.met(local(2026, 1, 1))
        opened, following = entries(record)
        assert opened.met_at == opened.opened_at == following.opened_at
        (span,) = opened.spans()
        assert span.start == span.until

    def test_a_visit_at_the_instant_the_duty_ends_counts_and_opens_nothing(self) -> None:
        record = visited_offender()
        record.met(local(2026, 2, 1, 12))
        record.ended(local(2026, 2, 1, 12))
        (only,) = entries(record)
        assert only.ending is Ending.MET


class TestPolicy:
    def test_a_policy_first_set_late_bites(self) -> None:
        record = Record()
        record.registered(local(2025, 1, 1))
        set_late = record.policy(3, at=local(2026, 2, 1))
        (entry,) = ledger_of(record.history(RECURRING))
        assert dues(entry) == [
            (None, How.AT_OPENING),
            (date(2025, 4, 1), How.FIRST_SET),
        ]
        last = entry.spans()[-1].standing.due
        assert (last.policy, last.since) == (set_late, local(2026, 2, 1))
        assert status_on(entry, date(2026, 1, 31)) == (Status.NO_STANDARD_SET, 0)
        assert status_on(entry, date(2026, 2, 1)) == (Status.OVERDUE, 306)

    def test_tightening_counts_from_the_policy_date(self) -> None:
        record = visited_offender()
        record.policy(1, level=Level.HIGH, at=local(2026, 2, 10))
        (entry,) = entries(record)
        assert dues(entry) == [
            (date(2026, 4, 1), How.AT_OPENING),
            (date(2026, 3, 10), How.TIGHTENED),
        ]

    def test_tightening_never_moves_due_later(self) -> None:
        record = visited_offender()
        record.policy(2, level=Level.HIGH, at=local(2026, 3, 10))
        (entry,) = entries(record)
        assert dues(entry) == [(date(2026, 4, 1), How.AT_OPENING)]

    def test_loosening_counts_from_the_next_entry(self) -> None:
        record = visited_offender()
        record.policy(6, level=Level.HIGH, at=local(2026, 2, 10))
        record.met(local(2026, 3, 1))
        opened, following = entries(record)
        assert dues(opened) == [(date(2026, 4, 1), How.AT_OPENING)]
        assert dues(following) == [(date(2026, 9, 1), How.AT_OPENING)]

    def test_unsetting_is_loosening(self) -> None:
        record = visited_offender()
        record.policy(None, level=Level.HIGH, at=local(2026, 2, 10))
        record.met(local(2026, 3, 1))
        opened, following = entries(record)
        assert dues(opened) == [(date(2026, 4, 1), How.AT_OPENING)]
        assert dues(following) == [(None, How.AT_OPENING)]
        assert following.spans()[0].standing.due.why_empty is WhyEmpty.NO_STANDARD

    def test_a_policy_set_at_the_instant_of_opening_is_the_one_it_opens_under(self) -> None:
        record = visited_offender()
        record.policy(2, level=Level.HIGH, at=local(2026, 1, 1))
        (entry,) = entries(record)
        assert dues(entry) == [(date(2026, 3, 1), How.AT_OPENING)]

    def test_tighter_is_decided_by_dates_not_by_units(self) -> None:
        record = visited_offender()
        record.policy(90, Unit.DAYS, level=Level.HIGH, at=local(2026, 1, 10))
        (entry,) = entries(record)
        # 90 days from 1 January is 1 April, as three months are: not tighter.
        assert dues(entry) == [(date(2026, 4, 1), How.AT_OPENING)]

    def test_a_maximum_set_while_a_plan_is_in_force_is_a_tightening(self) -> None:
        record = Record()
        record.plan(local(2025, 12, 1), 12)
        record.registered(local(2026, 1, 1))
        record.policy(6, setting=Setting.CEILING, at=local(2026, 3, 1))
        (entry,) = ledger_of(record.history(RECURRING, has_plan=True, has_ceiling=True))
        assert dues(entry) == [
            (date(2027, 1, 1), How.AT_OPENING),
            (date(2026, 9, 1), How.TIGHTENED),
        ]


class TestLevels:
    def test_a_rise_counts_from_the_moment_of_the_rise(self) -> None:
        record = visited_offender(Level.MEDIUM)
        record.level(local(2026, 2, 1, 12), Level.VERY_HIGH)
        (entry,) = entries(record)
        assert dues(entry) == [(date(2026, 7, 1), How.AT_OPENING), (date(2026, 3, 1), How.ROSE)]

    def test_a_rise_never_moves_due_later(self) -> None:
        record = visited_offender(Level.MEDIUM)
        record.level(local(2026, 6, 20), Level.HIGH)
        (entry,) = entries(record)
        assert dues(entry) == [(date(2026, 7, 1), How.AT_OPENING)] * 2

    def test_a_fall_counts_from_the_anchor(self) -> None:
        record = visited_offender()
        record.level(local(2026, 2, 1), Level.LOW)
        (entry,) = entries(record)
        assert dues(entry) == [(date(2026, 4, 1), How.AT_OPENING), (date(2027, 1, 1), How.FELL)]

    def test_overdue_stays_after_a_downgrade_until_met(self) -> None:
        record = visited_offender()
        record.level(local(2026, 4, 2), Level.LOW)
        record.met(local(2026, 5, 1))
        opened, following = entries(record)
        assert dues(opened) == [(date(2026, 4, 1), How.AT_OPENING)] * 2
        assert status_on(opened, date(2026, 4, 20)) == (Status.OVERDUE, 19)
        assert status_on(opened, date(2026, 5, 1)) == (Status.MET_LATE, 0)
        assert dues(following) == [(date(2027, 5, 1), How.AT_OPENING)]

    def test_due_is_inclusive_so_a_fall_at_the_very_instant_moves_it(self) -> None:
        record = visited_offender()
        record.level(last_instant(date(2026, 4, 1)), Level.LOW)
        (entry,) = entries(record)
        assert dues(entry)[-1] == (date(2027, 1, 1), How.FELL)

    def test_no_level_is_a_finding_and_the_first_one_acts_like_a_first_set_policy(self) -> None:
        record = Record()
        record.policy(3, level=Level.HIGH)
        record.registered(local(2026, 1, 1))
        record.level(local(2026, 6, 1), Level.HIGH)
        (entry,) = entries(record)
        assert entry.spans()[0].standing.due.why_empty is WhyEmpty.LEVEL_UNKNOWN
        assert status_on(entry, date(2026, 2, 1)) == (Status.UNKNOWN, 0)
        assert dues(entry)[-1] == (date(2026, 4, 1), How.LEVEL_KNOWN)

    def test_an_entry_keeps_what_it_was_opened_under(self) -> None:
        record = visited_offender(Level.LOW)
        record.policy(9, level=Level.HIGH, at=local(2026, 1, 20))
        record.level(local(2026, 2, 1), Level.HIGH)
        (entry,) = entries(record)
        assert dues(entry)[-1] == (date(2026, 5, 1), How.ROSE)

    def test_a_fall_to_a_level_without_standard_leaves_none(self) -> None:
        record = Record()
        record.policy(3, level=Level.HIGH)
        record.level(local(2026, 1, 1), Level.HIGH)
        record.registered(local(2026, 1, 1))
        record.level(local(2026, 2, 1), Level.LOW)
        (entry,) = entries(record)
        assert entry.spans()[-1].standing.due.why_empty is WhyEmpty.NO_STANDARD

    def test_a_fall_from_a_level_without_standard_acts_as_a_first_set_policy(self) -> None:
        record = Record()
        record.policy(3, level=Level.LOW)
        record.level(local(2026, 1, 1), Level.HIGH)
        record.registered(local(2026, 1, 1))
        record.level(local(2026, 6, 1), Level.LOW)
        (entry,) = entries(record)
        assert dues(entry) == [(None, How.AT_OPENING), (date(2026, 4, 1), How.FELL)]

    def test_known_to_the_day_a_rise_counts_first_and_a_fall_last(self) -> None:
        record = visited_offender(Level.MEDIUM)
        record.level(local(2026, 2, 1, 15), Level.HIGH, day_only=True)
        record.level(local(2026, 3, 1, 15), Level.LOW, day_only=True)
        (entry,) = entries(record)
        assert [span.start for span in entry.spans()] == [
            local(2026, 1, 1),
            local(2026, 2, 1),
            last_instant(date(2026, 3, 1)),
        ]


class TestCeasing:
    def in_and_out(self, detained_on: date, released_on: date) -> Record:
        record = visited_offender()
        record.released(local(2026, 1, 1))
        record.detained(local(detained_on.year, detained_on.month, detained_on.day, 9))
        record.released(local(released_on.year, released_on.month, released_on.day, 9))
        return record

    def test_re_entry_after_closing_overdue_is_due_at_once(self) -> None:
        record = self.in_and_out(date(2026, 4, 10), date(2026, 9, 1))
        released = record.facts[-1].fact_id
        closed, reopened = entries(record, needs_release=True)
        assert closed.ending is Ending.CLOSED_UNMET
        assert (reopened.opened_by, reopened.opened_at) == (released, local(2026, 9, 1, 9))
        (span,) = reopened.spans()
        assert (span.standing.due.at, span.standing.due.how) == (
            local(2026, 9, 1, 9),
            How.AT_ONCE,
        )
        assert status_on(closed, date(2026, 5, 1)) == (Status.CLOSED_UNMET, 0)
        assert status_on(reopened, date(2026, 9, 1)) == (Status.OVERDUE, 0)

    def test_re_entry_after_closing_in_time_has_its_whole_allowance(self) -> None:
        record = self.in_and_out(date(2026, 4, 1), date(2026, 9, 1))
        closed, reopened = entries(record, needs_release=True)
        assert closed.ending is Ending.NO_LONGER_OWED
        assert dues(reopened) == [(date(2026, 12, 1), How.AT_OPENING)]

    def test_lateness_runs_on_through_a_second_custody(self) -> None:
        record = self.in_and_out(date(2026, 4, 10), date(2026, 9, 1))
        record.detained(local(2026, 9, 2))
        record.released(local(2026, 10, 1))
        last = entries(record, needs_release=True)[-1]
        assert dues(last) == [(date(2026, 10, 1), How.AT_ONCE)]

    def test_until_one_day_and_from_the_next_is_one_interval(self) -> None:
        record = visited_offender()
        record.ended(local(2026, 1, 31), day_only=True)
        record.registered(local(2026, 2, 1), day_only=True)
        (entry,) = entries(record)
        assert (entry.opened_at, entry.is_open) == (local(2026, 1, 1), True)

    def test_what_ends_and_begins_at_one_instant_goes_on(self) -> None:
        record = visited_offender()
        record.registered(local(2026, 2, 1, 9))
        record.ended(local(2026, 2, 1, 9))
        assert len(entries(record)) == 1


class TestOnce:
    def record(self) -> Record:
        record = Record()
        record.policy(10, Unit.DAYS)
        record.registered(local(2026, 1, 1))
        return record

    def once(self, record: Record, **switches: Any) -> list[Entry]:
        return ledger_of(record.history(ONCE, **switches))

    def test_the_oldest_open_entry_is_met_unless_one_is_named(self) -> None:
        record = self.record()
        record.trigger(local(2026, 2, 1))
        second = record.trigger(local(2026, 2, 2))
        record.met(local(2026, 2, 3), answers=second)
        record.met(local(2026, 2, 4))
        record.met(local(2026, 2, 5), answers=second)
        assert [entry.met_at for entry in self.once(record)] == [
            local(2026, 2, 4),
            local(2026, 2, 3),
        ]

    def test_every_open_entry_is_met_when_the_duty_says_so(self) -> None:
        record = self.record()
        record.trigger(local(2026, 2, 1))
        record.trigger(local(2026, 2, 2))
        record.met(local(2026, 2, 4))
        met = [entry.met_at for entry in self.once(record, answers_all=True)]
        assert met == [local(2026, 2, 4)] * 2

    def test_a_trigger_may_be_met_at_its_own_instant_even_as_the_duty_ends(self) -> None:
        record = self.record()
        record.ended(local(2026, 2, 1))
        record.trigger(local(2026, 2, 1))
        record.met(local(2026, 2, 1))
        record.trigger(local(2026, 2, 1))
        (only,) = self.once(record)
        assert only.met_at == only.opened_at == local(2026, 2, 1)

    def test_triggers_outside_the_interval_open_nothing_and_ceasing_is_final(self) -> None:
        record = self.record()
        record.trigger(local(2025, 12, 31))
        record.trigger(local(2026, 1, 31))
        record.ended(local(2026, 2, 1))
        record.registered(local(2026, 3, 1))
        (only,) = self.once(record)
        assert only.ending is Ending.NO_LONGER_OWED

    def test_a_change_as_it_closes_leaves_one_span_without_length(self) -> None:
        record = self.record()
        record.trigger(local(2026, 2, 1))
        record.allocated(local(2026, 2, 5), team=1)
        record.met(local(2026, 2, 5))
        (entry,) = self.once(record)
        first, last = entry.spans()
        assert (first.until, last.start, last.until) == (local(2026, 2, 5),) * 3
        assert (first.standing.team, last.standing.team) == (None, 1)


class TestKnownAt:
    def record(self) -> tuple[Record, int]:
        record = Record()
        record.policy(10, Unit.DAYS)
        record.registered(local(2026, 1, 1))
        record.trigger(local(2026, 2, 1))
        done = record.met(local(2026, 2, 5), recorded_at=local(2026, 3, 20))
        return record, done

    def ledger(self, record: Record, year: int, month: int, day: int) -> list[Entry]:
        known_at = last_instant(date(year, month, day))
        return ledger_of(record.history(ONCE, known_at=known_at))

    def test_late_keying_is_told_apart_from_late_action(self) -> None:
        record, _ = self.record()
        (then,) = self.ledger(record, 2026, 3, 1)
        assert status_on(then, date(2026, 3, 1)) == (Status.OVERDUE, 18)
        (now,) = self.ledger(record, 2026, 3, 20)
        assert status_on(now, date(2026, 3, 1)) == (Status.MET_ON_TIME, 0)
        assert now.met_recorded_at == local(2026, 3, 20)

    def test_a_withdrawal_is_a_later_version(self) -> None:
        record, done = self.record()
        withdrawn_on = local(2026, 4, 1)
        record.met(
            local(2026, 2, 5), fact_id=done, version=2, withdrawn=True, recorded_at=withdrawn_on
        )
        assert self.ledger(record, 2026, 3, 31)[0].met_at == local(2026, 2, 5)
        assert self.ledger(record, 2026, 4, 1)[0].met_at is None

    def test_met_recorded_at_is_of_the_earliest_version_at_that_time(self) -> None:
        record, done = self.record()
        for version, day in ((2, 6), (3, 5)):
            record.met(
                local(2026, 2, day),
                fact_id=done,
                version=version,
                recorded_at=local(2026, 4, version),
            )
        assert self.ledger(record, 2026, 4, 2)[0].met_recorded_at == local(2026, 4, 2)
        assert self.ledger(record, 2026, 4, 3)[0].met_recorded_at == local(2026, 3, 20)

    def test_a_holiday_learnt_of_late_moves_due_only_then(self) -> None:
        record = Record()
        record.policy(1, Unit.WORKING_DAYS)
        record.registered(local(2026, 1, 1))
        record.trigger(local(2026, 2, 2))
        holiday = Holiday(day=date(2026, 2, 3), recorded_at=local(2026, 3, 1))

        def due(known_at: int) -> date | None:
            history = record.history(ONCE, known_at=known_at, holidays=(holiday,))
            return dues(ledger_of(history)[0])[0][0]

        assert due(local(2026, 2, 28)) == date(2026, 2, 3)
        assert due(local(2026, 3, 1)) == date(2026, 2, 4)


class TestEachPeriod:
    def bail(self, record: Record, **switches: Any) -> list[Entry]:
        return ledger_of(record.history(Form.EACH_PERIOD, **switches))

    def record(self) -> Record:
        record = Record()
        record.registered(local(2026, 1, 1))
        return record

    def test_only_a_check_inside_the_segment_meets_it(self) -> None:
        record = self.record()
        record.period(local(2026, 2, 1), last_instant(date(2026, 2, 28)))
        record.period(local(2026, 3, 1), last_instant(date(2026, 3, 31)))
        record.met(local(2026, 1, 31))
        record.met(local(2026, 3, 31), day_only=True)
        first, second = self.bail(record)
        assert (first.ending, first.ended_at) == (
            Ending.CLOSED_UNMET,
            last_instant(date(2026, 2, 28)),
        )
        assert status_on(first, date(2026, 2, 27)) == (Status.DUE, 0)
        assert second.met_at == last_instant(date(2026, 3, 31))

    def test_one_that_ends_early_was_due_as_planned_until_then(self) -> None:
        record = self.record()
        record.period(local(2026, 2, 1), last_instant(date(2026, 2, 28)))
        record.period_ended(local(2026, 2, 10, 12))
        (entry,) = self.bail(record)
        assert [span.standing.due.at for span in entry.spans()] == [
            last_instant(date(2026, 2, 28)),
            local(2026, 2, 10, 12),
        ]
        assert entry.ending is Ending.CLOSED_UNMET

    def test_ceasing_inside_a_period_ends_it(self) -> None:
        record = self.record()
        record.period(local(2026, 2, 1), last_instant(date(2026, 2, 28)))
        record.ended(local(2026, 2, 10))
        record.registered(local(2026, 2, 12))
        (entry,) = self.bail(record)
        assert (entry.ending, entry.ended_at) == (Ending.CLOSED_UNMET, local(2026, 2, 10))

    def test_one_without_end_is_due_and_one_already_running_gets_its_entry(self) -> None:
        record = self.record()
        record.period(local(2025, 12, 1), None)
        (entry,) = self.bail(record)
        assert entry.opened_at == local(2026, 1, 1)
        assert entry.spans()[0].standing.due.why_empty is WhyEmpty.NO_END_YET
        assert status_on(entry, date(2026, 6, 1)) == (Status.DUE, 0)

    def test_segments_are_one_period_when_the_setting_says_so(self) -> None:
        record = self.record()
        record.period(local(2026, 2, 1), last_instant(date(2026, 2, 28)))
        record.period(local(2026, 3, 1), last_instant(date(2026, 3, 31)))
        (entry,) = self.bail(record, one_period=True)
        assert entry.ended_at == last_instant(date(2026, 3, 31))


class TestEachEvent:
    def history(self, answer: bool | None, **leave: Any) -> History:
        record = Record()
        record.policy(2, setting=Setting.RANK)
        record.registered(local(2026, 1, 1))
        visit = record.event(local(2026, 2, 1, 10), answer)
        if leave:
            record.authorised(of=visit, **leave)
        return record.history(Form.EACH_EVENT)

    def status(self, answer: bool | None, **leave: Any) -> list[Status]:
        (entry,) = ledger_of(self.history(answer, **leave))
        return [status_on(entry, date(2026, 2, day))[0] for day in (1, 3)]

    def test_met_or_unknown_or_in_breach(self) -> None:
        assert self.status(True) == [Status.MET_ON_TIME] * 2
        assert self.status(None) == [Status.UNKNOWN] * 2
        assert self.status(False) == [Status.IN_BREACH] * 2

    def test_leave_at_or_before_the_event_authorises_it(self) -> None:
        for at in (local(2026, 1, 30), local(2026, 2, 1, 10)):
            assert self.status(False, at=at) == [Status.AUTHORISED] * 2

    def test_leave_after_the_event_is_late_and_counts_from_when_it_was_given(self) -> None:
        given = local(2026, 2, 2)
        assert self.status(False, at=given) == [Status.IN_BREACH, Status.AUTHORISED_LATE]

    def test_too_low_a_rank_or_no_rationale_is_no_leave(self) -> None:
        at = local(2026, 1, 30)
        assert self.status(False, at=at, rank=1) == [Status.IN_BREACH] * 2
        assert self.status(False, at=at, rationale=None) == [Status.IN_BREACH] * 2

    def test_an_event_has_one_span_without_length_due_when_it_happened(self) -> None:
        (entry,) = ledger_of(self.history(False))
        (span,) = entry.spans()
        assert span.start == span.until == span.standing.due.at == local(2026, 2, 1, 10)
