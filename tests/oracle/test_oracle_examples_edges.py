"""Worked by hand: what falls on the very instant, or comes back to what it was before.

Both readings make the ledger of each, and what is said of it here holds both to account.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from tests.oracle.clock import Unit, last_instant, local
from tests.oracle.entry import Due, Ending, Entry, How, WhyEmpty
from tests.oracle.history import Condition, Form, Level, Setting, Stopper
from tests.oracle.record import Record
from tests.oracle.tables import declared
from tests.oracle.test_oracle_examples_clock import both, due_on, last_due, triggered

FLOORED = ((Stopper.STATE, (10, Unit.DAYS)),)
NOON = local(2026, 3, 2, 12)


@pytest.fixture(autouse=True, scope="module")
def _tables() -> Iterator[None]:
    with declared():
        yield


def offender(**allowed: Any) -> Record:
    """Registered at noon on Monday 2 March 2026."""
    record = Record()
    record.registered(NOON)
    record.policy(allowed.pop("days", 10), Unit.DAYS, **allowed)
    return record


class TestStandards:
    def test_loosened_and_tightened_back_an_entry_keeps_the_policy_it_opened_under(self) -> None:
        record = triggered(10, level=Level.LOW)
        opened_under = len(record.facts) - 1
        record.policy(20, Unit.DAYS, level=Level.LOW, at=local(2026, 3, 3))
        record.policy(10, Unit.DAYS, level=Level.LOW, at=local(2026, 3, 4))
        record.policy(1, Unit.DAYS, level=Level.HIGH)
        record.level(local(2026, 3, 1), Level.HIGH)
        record.level(local(2026, 3, 2, 13), Level.LOW)
        record.level(local(2026, 3, 2, 14), Level.HIGH)
        record.level(local(2026, 3, 3, 12), Level.LOW)
        record.level(local(2026, 3, 3, 13), None)
        record.level(local(2026, 3, 4, 13), Level.LOW)
        (entry,) = both(record, stops=(), has_levels=True)
        assert last_due(entry).at == last_instant(date(2026, 3, 12))
        assert last_due(entry).policy == opened_under

    def test_the_same_allowance_under_another_policy_binds_the_next_entry_alone(self) -> None:
        record = offender(level=Level.LOW)
        first = len(record.facts)
        record.policy(30, Unit.DAYS, level=Level.LOW, at=local(2026, 3, 3))
        record.policy(10, Unit.DAYS, level=Level.LOW, at=local(2026, 3, 4))
        record.level(local(2026, 3, 5), Level.LOW)
        (entry,) = both(record, Form.RECURRING, stops=(), has_levels=True)
        assert last_due(entry).policy == first
        assert last_due(entry).how is How.LEVEL_KNOWN

    def test_what_was_tightened_for_one_entry_is_not_kept_by_the_next(self) -> None:
        record = offender()
        record.plan(local(2026, 3, 3), 2, Unit.DAYS)
        record.plan(local(2026, 3, 4), None)
        record.met(local(2026, 3, 5, 9))
        _, following = both(record, Form.RECURRING, stops=(), has_plan=True)
        assert due_on(following) == last_instant(date(2026, 3, 15))


class TestNoDueDate:
    @pytest.mark.parametrize("setting", [Setting.NEXT, Setting.CEILING])
    def test_a_stop_holds_nothing_that_fell_to_no_standard(self, setting: Setting) -> None:
        record = triggered(10, level=Level.HIGH, setting=setting)
        record.level(local(2026, 3, 1), Level.HIGH)
        record.level(local(2026, 3, 4), Level.LOW)
        record.stopped(local(2026, 3, 5))
        record.stopped(local(2026, 3, 6), holds=False)
        (entry,) = both(record, has_levels=True, has_ceiling=True)
        assert [span.standing.due.why_empty for span in entry.spans()] == [
            None,
            WhyEmpty.NO_STANDARD,
        ]

    def test_fallen_to_no_standard_while_stopped_it_has_none_after_the_stop(self) -> None:
        record = triggered(10, level=Level.HIGH)
        record.level(local(2026, 3, 1), Level.HIGH)
        record.stopped(local(2026, 3, 3))
        record.level(local(2026, 3, 4), Level.LOW)
        record.stopped(local(2026, 3, 6), holds=False)
        (entry,) = both(record, has_levels=True)
        assert last_due(entry) == Due(why_empty=WhyEmpty.NO_STANDARD)

    def test_neither_plan_nor_policy_of_a_level_that_is_unset_is_left_behind(self) -> None:
        record = triggered(10, level=Level.HIGH)
        record.level(local(2026, 3, 1), Level.HIGH)
        record.level(local(2026, 3, 4), Level.LOW)
        (entry,) = both(record, stops=(), has_levels=True)
        assert last_due(entry) == Due(why_empty=WhyEmpty.NO_STANDARD)


class TestFloors:
    def test_one_that_is_set_afterwards_comes_after_the_floor_of_a_stop_within(self) -> None:
        record = triggered(1, at=local(2026, 3, 9))
        record.stopped(local(2026, 3, 2, 18))
        record.stopped(local(2026, 3, 4, 9), holds=False)
        (entry,) = both(record, stops=FLOORED)
        assert due_on(entry) == last_instant(date(2026, 3, 14))
        assert last_due(entry).how is How.FLOOR

    def test_a_stop_that_ends_as_the_entry_opens_leaves_it_no_floor(self) -> None:
        record = triggered(1, at=local(2026, 3, 9))
        record.stopped(local(2026, 3, 1))
        record.stopped(NOON, holds=False)
        (entry,) = both(record, stops=FLOORED)
        assert due_on(entry) == last_instant(date(2026, 3, 3))

    def test_of_two_floors_that_end_together_the_first_moves_as_it_was_counted(self) -> None:
        stops = ((Stopper.STATE, (1, Unit.DAYS)), (Stopper.PERIOD, (24, Unit.HOURS)))
        record = triggered(1, Unit.HOURS)
        record.stopped(NOON + 1)
        record.suspended(local(2026, 3, 3), last_instant(date(2026, 3, 5)))
        record.stopped(local(2026, 3, 5, 9), holds=False, day_only=True)
        record.suspended(local(2026, 3, 6, 1), local(2026, 3, 6, 3))
        (entry,) = both(record, stops=stops)
        assert last_due(entry).how is How.FLOOR

    def test_a_floor_in_days_moves_by_midnights_with_another_stop(self) -> None:
        stops = ((Stopper.STATE, (2, Unit.DAYS)), (Stopper.PERIOD, None))
        record = triggered(24, Unit.HOURS)
        record.stopped(local(2026, 3, 2, 13))
        record.suspended(local(2026, 3, 3, 9), local(2026, 3, 6, 18))
        record.stopped(local(2026, 3, 4, 9), holds=False)
        (entry,) = both(record, stops=stops)
        assert due_on(entry) == last_instant(date(2026, 3, 8))

    def test_where_stops_put_off_a_date_on_the_last_instant_of_one_has_not_passed_within(
        self,
    ) -> None:
        record = triggered(3)
        record.stopped(local(2026, 3, 3, 18))
        record.stopped(local(2026, 3, 5), holds=False, day_only=True)
        (entry,) = both(record, stops=FLOORED, defers=True)
        assert due_on(entry) == last_instant(date(2026, 3, 5))

    def test_a_named_time_of_day_moves_in_hours_though_a_stop_moves_it_to_a_days_end(self) -> None:
        record = triggered(10)
        record.facts.pop()
        record.trigger(NOON, due=local(2026, 3, 20))
        record.stopped(local(2026, 3, 3))
        record.stopped(local(2026, 3, 4) - 1, holds=False)  # due at the end of the 20th now
        record.stopped(local(2026, 3, 5, 1))
        record.stopped(local(2026, 3, 5, 3), holds=False)
        (entry,) = both(record, has_named=True)
        assert due_on(entry) == last_instant(date(2026, 3, 20)) + 2 * 3_600_000_000

    @pytest.mark.parametrize("shorter_first", [True, False])
    def test_where_two_stops_put_off_and_end_together_the_later_floor_counts(
        self, shorter_first: bool
    ) -> None:
        floors = [(2, Unit.DAYS), (5, Unit.DAYS)]
        state, period = floors if shorter_first else floors[::-1]
        stops = ((Stopper.STATE, state), (Stopper.PERIOD, period))
        record = triggered(3)
        record.stopped(local(2026, 3, 3, 18))
        record.suspended(local(2026, 3, 4), local(2026, 3, 9, 9))
        record.stopped(local(2026, 3, 9, 9), holds=False)
        (entry,) = both(record, stops=stops, defers=True)
        assert due_on(entry) == last_instant(date(2026, 3, 14))

    @pytest.mark.parametrize("unit", [Unit.HOURS, Unit.WORKING_DAYS])
    def test_a_ceiling_moves_in_its_own_unit(self, unit: Unit) -> None:
        record = triggered(30)
        record.policy({Unit.HOURS: 24, Unit.WORKING_DAYS: 3}[unit], unit, setting=Setting.CEILING)
        record.stopped(local(2026, 3, 3, 6))
        record.stopped(local(2026, 3, 7, 9), holds=False)
        (entry,) = both(record, has_ceiling=True)
        moved = {Unit.HOURS: local(2026, 3, 7, 15), Unit.WORKING_DAYS: None}
        assert due_on(entry) == (moved[unit] or last_instant(date(2026, 3, 10)))


class TestBeginningAgain:
    def test_met_as_it_ends_what_was_overdue_before_is_forgotten(self) -> None:
        record = offender()
        record.ended(local(2026, 4, 1))
        record.registered(local(2026, 5, 1))
        record.met(local(2026, 5, 4, 9))
        record.ended(local(2026, 5, 4, 9))
        record.registered(local(2026, 6, 1))
        *_, last = both(record, Form.RECURRING, stops=())
        assert last.opened_at == local(2026, 6, 1)
        assert last_due(last).how is How.AT_OPENING

    @pytest.mark.parametrize("condition", list(Condition))
    def test_evidenced_since_what_was_overdue_before_is_forgotten(
        self, condition: Condition
    ) -> None:
        record = offender()
        record.ended(local(2026, 4, 1))
        record.registered(local(2026, 5, 1))
        record.evidence(local(2026, 5, 2), local(2026, 5, 20), condition=condition)
        record.ended(local(2026, 5, 10))
        record.registered(local(2026, 6, 1))
        found = both(record, Form.WHILE, stops=(), conditions=tuple(Condition))
        last = [one for one in found if one.opened_at == local(2026, 6, 1)]
        at_once = {one.condition for one in last if last_due(one).how is How.AT_ONCE}
        assert at_once == set(Condition) - {condition}

    def test_not_overdue_when_it_last_ceased_it_is_not_due_at_once(self) -> None:
        record = offender()
        record.ended(local(2026, 4, 1))
        record.stopped(local(2026, 4, 20))
        record.registered(local(2026, 5, 1))  # due at once, and held at once
        record.ended(local(2026, 5, 10))
        record.stopped(local(2026, 5, 20), holds=False)
        record.registered(local(2026, 6, 1))
        *_, last = both(record, Form.RECURRING)
        assert last.opened_at == local(2026, 6, 1)
        assert last_due(last).how is How.AT_OPENING


class TestPeriods:
    def periods(self, record: Record) -> list[Entry]:
        return both(record, Form.EACH_PERIOD, stops=(), one_period=True)

    def test_what_ends_as_planned_runs_on_into_what_begins_the_next_day(self) -> None:
        record = Record()
        record.registered(local(2026, 3, 1))
        end = last_instant(date(2026, 3, 20))
        record.period(local(2026, 3, 2), end)
        record.period(end + 1, last_instant(date(2026, 4, 20)))
        (entry,) = self.periods(record)
        assert entry.ended_at == last_instant(date(2026, 4, 20))

    @pytest.mark.parametrize("early", [local(2026, 3, 10), last_instant(date(2026, 3, 10))])
    def test_what_was_cut_short_does_not(self, early: int) -> None:
        record = Record()
        record.registered(local(2026, 3, 1))
        record.period(local(2026, 3, 2), last_instant(date(2026, 3, 20)))
        record.period_ended(early)
        record.period(early + 1, last_instant(date(2026, 4, 20)))
        assert len(self.periods(record)) == 2

    def test_a_microsecond_later_within_a_day_is_another(self) -> None:
        record = Record()
        record.registered(local(2026, 3, 1))
        noon = local(2026, 3, 20, 12)
        record.period(local(2026, 3, 2), noon)
        record.period(noon + 1, last_instant(date(2026, 4, 20)))
        assert len(self.periods(record)) == 2

    def test_one_without_an_end_runs_on_from_one_that_has_it(self) -> None:
        record = Record()
        record.registered(local(2026, 3, 1))
        end = last_instant(date(2026, 3, 20))
        record.period(local(2026, 3, 2), end)
        record.period(end + 1, None)
        (entry,) = self.periods(record)
        assert entry.is_open


class TestTriggers:
    def test_what_could_also_meet_is_met_by_nothing_of_its_own_instant(self) -> None:
        record = triggered(10)
        record.facts.pop()
        first = record.met(NOON)
        second = record.met(NOON)
        found = both(record, stops=(), triggers_meet=True)
        assert [one.opened_by for one in found] == [first, second]
        assert all(one.is_open for one in found)


class TestEvidence:
    def test_evidence_a_microsecond_later_within_a_day_is_another(self) -> None:
        record = offender()
        expires = local(2026, 3, 20, 12)
        record.evidence(local(2026, 3, 1), expires)
        record.evidence(expires + 1, local(2026, 4, 20))
        first, second, _ = both(
            record, Form.WHILE, stops=(), conditions=(Condition.DATED,), has_allowance=False
        )
        assert (first.ended_at, second.opened_at) == (expires, expires)
        assert second.ending is Ending.MET

    def test_of_two_conditions_each_is_evidenced_by_its_own(self) -> None:
        record = offender()
        for condition in Condition:
            record.evidence(local(2026, 3, 3), local(2026, 3, 20), condition=condition)
            record.evidence(local(2026, 3, 3), local(2026, 3, 25), condition=condition)
        found: list[Entry] = both(record, Form.WHILE, stops=(), conditions=tuple(Condition))
        ended = {one.condition: one.ended_at for one in found if one.ending is Ending.MET}
        assert len(ended) > 1
        assert set(ended.values()) == {local(2026, 3, 25)}
