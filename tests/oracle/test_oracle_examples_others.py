"""Worked by hand from the words of the rules: they hold the oracle itself to account.

The forms other than *recurring*, and what was known when.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.oracle.clock import Unit, day_of, last_instant, local
from tests.oracle.entry import Ending, Entry, How, WhyEmpty
from tests.oracle.history import Form, History, Holiday, Setting
from tests.oracle.oracle import ledger_of
from tests.oracle.record import Record
from tests.oracle.standing import Status, status_on


def dues(entry: Entry) -> list[tuple[date | None, How | None]]:
    """The day on which each span of an entry says it is due, and how that came to count."""
    found = []
    for span in entry.spans():
        due = span.standing.due
        found.append((None if due.at is None else day_of(due.at), due.how))
    return found


class TestOnce:
    def record(self) -> Record:
        record = Record()
        record.policy(10, Unit.DAYS)
        record.registered(local(2026, 1, 1))
        return record

    def once(self, record: Record, **switches: Any) -> list[Entry]:
        return ledger_of(record.history(Form.ONCE, **switches))

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

    def test_what_the_duty_asks_after_it_ended_is_not_asked(self) -> None:
        record = self.record()
        record.ended(local(2026, 2, 1))
        record.trigger(local(2026, 2, 2))
        assert self.once(record) == []

    def test_met_at_the_last_instant_is_in_time_and_one_later_is_not(self) -> None:
        for late, status in ((0, Status.MET_ON_TIME), (1, Status.MET_LATE)):
            record = self.record()
            record.trigger(local(2026, 2, 1))
            record.met(last_instant(date(2026, 2, 11)) + late)
            (only,) = self.once(record)
            assert status_on(only, date(2026, 3, 1))[0] is status

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
        return ledger_of(record.history(Form.ONCE, known_at=known_at))

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
            history = record.history(Form.ONCE, known_at=known_at, holidays=(holiday,))
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

    def test_known_to_the_day_a_segment_lasts_to_the_end_of_its_last_day(self) -> None:
        record = self.record()
        record.period(local(2026, 2, 1, 9), local(2026, 2, 28, 9), day_only=True)
        (entry,) = self.bail(record)
        assert (entry.opened_at, entry.ended_at) == (
            local(2026, 2, 1),
            last_instant(date(2026, 2, 28)),
        )

    def test_an_end_belongs_to_the_segment_that_is_running(self) -> None:
        record = self.record()
        record.period(local(2026, 2, 1), last_instant(date(2026, 2, 28)))
        record.period(local(2026, 4, 1), None)
        record.period_ended(local(2026, 3, 10))
        record.period_ended(local(2026, 4, 10))
        assert [entry.ended_at for entry in self.bail(record)] == [
            last_instant(date(2026, 2, 28)),
            local(2026, 4, 10),
        ]

    def test_an_extension_moves_the_end_from_when_it_begins(self) -> None:
        record = self.record()
        record.period(local(2026, 2, 1), last_instant(date(2026, 2, 28)))
        record.period(local(2026, 2, 20), last_instant(date(2026, 3, 31)))
        (entry,) = self.bail(record, one_period=True)
        assert [(span.start, span.standing.due.at) for span in entry.spans()] == [
            (local(2026, 2, 1), last_instant(date(2026, 2, 28))),
            (local(2026, 2, 20), last_instant(date(2026, 3, 31))),
        ]

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

    def test_leave_where_no_rank_is_set_has_no_standard(self) -> None:
        record = Record()
        record.registered(local(2026, 1, 1))
        visit = record.event(local(2026, 2, 1, 10), False)
        record.authorised(local(2026, 2, 2), of=visit)
        record.event(local(2026, 2, 1, 11), False)
        entries = ledger_of(record.history(Form.EACH_EVENT))
        found = [status_on(entry, date(2026, 2, day))[0] for entry in entries for day in (1, 2)]
        assert found == [Status.IN_BREACH, Status.NO_STANDARD_SET] + [Status.IN_BREACH] * 2

    def test_an_event_has_one_span_without_length_due_when_it_happened(self) -> None:
        (entry,) = ledger_of(self.history(False))
        (span,) = entry.spans()
        assert span.start == span.until == span.standing.due.at == local(2026, 2, 1, 10)
