"""Worked by hand from the words of the rules: they hold the oracle itself to account.

The calendar, and *recurring* with its policies, levels and gaps.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.oracle.clock import Unit, day_of, due_after, last_instant, local
from tests.oracle.entry import Ending, Entry, How, WhyEmpty
from tests.oracle.history import Form, Level, Setting
from tests.oracle.oracle import ledger_of
from tests.oracle.record import Record
from tests.oracle.standing import Status, status_on

RECURRING = Form.RECURRING


def dues(entry: Entry) -> list[tuple[date | None, How | None]]:
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
            (None, None),
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
        assert dues(following) == [(None, None)]
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

    def test_a_level_lost_leaves_the_due_date_where_it_was(self) -> None:
        record = visited_offender()
        record.level(local(2026, 2, 1), None)
        record.level(local(2026, 3, 1), Level.LOW)
        (entry,) = entries(record)
        assert dues(entry) == [(date(2026, 4, 1), How.AT_OPENING)] * 3

    def test_two_falls_known_to_one_day_wait_for_its_end(self) -> None:
        record = visited_offender()
        record.level(local(2026, 2, 1, 9), Level.LOW, day_only=True)
        record.level(local(2026, 2, 1, 9), Level.MEDIUM, day_only=True)
        (entry,) = entries(record)
        last = entry.spans()[-1]
        assert (last.start, last.standing.level) == (last_instant(date(2026, 2, 1)), Level.MEDIUM)

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
        assert dues(entry) == [(None, None), (date(2026, 4, 1), How.FELL)]

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
        assert status_on(reopened, date(2026, 9, 1)) == (Status.OVERDUE, 1)

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

    def test_a_visit_clears_the_lateness_that_ran_on(self) -> None:
        record = self.in_and_out(date(2026, 4, 10), date(2026, 9, 1))
        record.met(local(2026, 9, 2))
        record.detained(local(2026, 9, 3))
        record.released(local(2026, 10, 1))
        last = entries(record, needs_release=True)[-1]
        assert dues(last) == [(date(2027, 1, 1), How.AT_OPENING)]

    def test_until_one_day_and_from_the_next_is_one_interval(self) -> None:
        record = visited_offender()
        record.ended(local(2026, 1, 31), day_only=True)
        record.registered(local(2026, 2, 1), day_only=True)
        (entry,) = entries(record)
        assert (entry.opened_at, entry.is_open) == (local(2026, 1, 1), True)

    def test_what_ends_and_begins_at_one_instant_goes_on(self) -> None:
        record = visited_offender()
        record.ended(local(2026, 2, 1, 9))
        record.registered(local(2026, 2, 1, 9))
        assert len(entries(record)) == 1

    def test_of_two_states_at_one_instant_the_later_fact_stays(self) -> None:
        record = visited_offender()
        record.registered(local(2026, 2, 1, 9))
        record.ended(local(2026, 2, 1, 9))
        (only,) = entries(record)
        assert only.ending is Ending.NO_LONGER_OWED
