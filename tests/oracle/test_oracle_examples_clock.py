"""Worked by hand from the words of the rules: clocks that stop, and conditions of a state.

Both readings make the ledger of each, and what is said of it here holds both to account.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from tests.oracle.adapter import described
from tests.oracle.clock import Unit, last_instant, local
from tests.oracle.comparing import found_of
from tests.oracle.entry import Due, Ending, Entry, How, WhyEmpty
from tests.oracle.history import Condition, Form, Level, Stopper
from tests.oracle.oracle import ledger_of
from tests.oracle.record import Record
from tests.oracle.tables import declared

HOUR = 3_600_000_000
STOPPED = WhyEmpty.STOPPED


@pytest.fixture(autouse=True, scope="module")
def _tables() -> Iterator[None]:
    with declared():
        yield


def both(record: Record, form: Form = Form.ONCE, **switches: Any) -> list[Entry]:
    """The oracle's ledger, which is the engine's too."""
    switches = {"stops": ((Stopper.STATE, None),), **switches}
    history = record.history(form, always=form is Form.ONCE, **switches)
    ledger = ledger_of(history)
    assert found_of({1: history})[1] == described(ledger)
    return ledger


def triggered(amount: int | None, unit: Unit = Unit.DAYS, **cells: Any) -> Record:
    """A trigger at noon on Monday 2 March 2026, and what is allowed."""
    record = Record()
    record.policy(amount, unit, **cells)
    record.trigger(local(2026, 3, 2, 12))
    return record


def last_due(entry: Entry) -> Due:
    return entry.spans()[-1].standing.due


def due_on(entry: Entry) -> int | None:
    return last_due(entry).at


class TestStops:
    def test_hours_move_by_the_length_of_the_stop(self) -> None:
        record = triggered(72, Unit.HOURS)
        record.stopped(local(2026, 3, 3, 6))
        record.stopped(local(2026, 3, 4, 9), holds=False)
        (entry,) = both(record)
        assert due_on(entry) == local(2026, 3, 6, 15)
        assert last_due(entry).how is How.AFTER_STOP
        held = entry.spans()[1].standing.due
        assert (held.why_empty, held.left) == (STOPPED, 54 * HOUR)

    def test_a_stop_inside_one_day_moves_no_day(self) -> None:
        record = triggered(3)
        record.stopped(local(2026, 3, 3, 6))
        record.stopped(local(2026, 3, 3, 23), holds=False)
        (entry,) = both(record)
        assert due_on(entry) == last_instant(date(2026, 3, 5))

    def test_working_days_move_by_the_midnights_that_begin_working_days(self) -> None:
        record = triggered(3, Unit.WORKING_DAYS)  # due Thursday 5 March
        record.stopped(local(2026, 3, 5, 18))
        record.stopped(local(2026, 3, 9, 9), holds=False)  # over a weekend: Friday and Monday
        (entry,) = both(record)
        assert due_on(entry) == last_instant(date(2026, 3, 9))

    def test_a_stop_that_ends_with_midnight_does_not_hold_it(self) -> None:
        record = triggered(3)
        record.stopped(local(2026, 3, 3))
        record.stopped(local(2026, 3, 4), holds=False)
        (entry,) = both(record)
        assert due_on(entry) == last_instant(date(2026, 3, 6))

    def test_known_to_the_day_both_days_are_held(self) -> None:
        record = triggered(3)
        record.stopped(local(2026, 3, 3, 10), day_only=True)
        record.stopped(local(2026, 3, 5, 10), holds=False, day_only=True)
        (entry,) = both(record)
        assert due_on(entry) == last_instant(date(2026, 3, 8))

    def test_a_stop_that_begins_exactly_at_due_holds_and_one_after_does_not(self) -> None:
        for late, left in ((0, 0), (1, None)):
            record = triggered(3)
            record.stopped(last_instant(date(2026, 3, 5)) + late)
            (entry,) = both(record)
            assert last_due(entry).left == left

    def test_an_entry_that_opens_during_a_stop_is_stopped_with_all_its_time(self) -> None:
        record = triggered(24, Unit.HOURS)
        record.stopped(local(2026, 3, 1))
        record.stopped(local(2026, 3, 3), holds=False)
        (entry,) = both(record)
        assert [span.standing.due.left for span in entry.spans()] == [24 * HOUR, None]
        assert due_on(entry) == local(2026, 3, 4)

    def test_a_rise_while_stopped_counts_from_the_rise(self) -> None:
        record = triggered(10, level=Level.LOW)
        record.policy(48, Unit.HOURS, level=Level.HIGH)
        record.level(local(2026, 3, 1), Level.LOW)
        record.stopped(local(2026, 3, 3))
        record.level(local(2026, 3, 4), Level.HIGH)
        record.stopped(local(2026, 3, 6), holds=False)
        (entry,) = both(record, has_levels=True)
        lefts = [span.standing.due.left for span in entry.spans()]
        assert lefts[2] == 48 * HOUR
        assert due_on(entry) == local(2026, 3, 8)

    def test_a_fall_to_no_standard_while_stopped_stops_nothing_any_more(self) -> None:
        record = triggered(10, level=Level.HIGH)
        record.level(local(2026, 3, 1), Level.HIGH)
        record.stopped(local(2026, 3, 3))
        record.level(local(2026, 3, 4), Level.LOW)
        record.policy(5, Unit.DAYS, level=Level.LOW, at=local(2026, 3, 5))
        record.stopped(local(2026, 3, 6), holds=False)
        (entry,) = both(record, has_levels=True)
        whys = [span.standing.due.why_empty for span in entry.spans()]
        assert whys == [None, STOPPED, WhyEmpty.NO_STANDARD, STOPPED, None]
        assert due_on(entry) == last_instant(date(2026, 3, 10))

    def test_a_policy_first_set_afterwards_goes_through_every_stop_since(self) -> None:
        record = triggered(3, at=local(2026, 3, 20))
        record.stopped(local(2026, 3, 3, 18))
        record.stopped(local(2026, 3, 8, 9), holds=False)
        record.stopped(local(2026, 3, 15))  # after what would have been due by then
        record.stopped(local(2026, 3, 16), holds=False)
        (entry,) = both(record)
        assert due_on(entry) == last_instant(date(2026, 3, 10))

    def test_a_tightening_stops_at_the_floor(self) -> None:
        floor = ((Stopper.STATE, (7, Unit.DAYS_BEGINNING_WITH)),)
        record = triggered(10)
        record.stopped(local(2026, 3, 3, 18))
        record.stopped(local(2026, 3, 9, 9), holds=False)
        record.policy(1, Unit.DAYS, at=local(2026, 3, 10))
        (entry,) = both(record, stops=floor)
        assert due_on(entry) == last_instant(date(2026, 3, 15))
        assert last_due(entry).how is How.FLOOR
        assert last_due(entry).policy is None

    def test_a_floor_that_falls_on_the_due_date_does_not_decide(self) -> None:
        record = triggered(3)  # due on the 5th, and one midnight later after the stop
        record.stopped(local(2026, 3, 3, 18))
        record.stopped(local(2026, 3, 4, 9), holds=False)
        floor = ((Stopper.STATE, (3, Unit.DAYS_BEGINNING_WITH)),)
        (entry,) = both(record, stops=floor)
        assert due_on(entry) == last_instant(date(2026, 3, 6))
        assert last_due(entry).how is How.AFTER_STOP
        assert last_due(entry).policy is not None

    def test_what_only_puts_off_leaves_a_date_outside_it(self) -> None:
        floor = ((Stopper.STATE, (3, Unit.DAYS_BEGINNING_WITH)),)
        record = triggered(7)
        record.stopped(local(2026, 3, 3, 18))
        record.stopped(local(2026, 3, 8, 9), holds=False)
        (entry,) = both(record, stops=floor, defers=True)
        assert due_on(entry) == last_instant(date(2026, 3, 9))

    def test_what_only_puts_off_gives_its_floor_to_a_date_within_it(self) -> None:
        floor = ((Stopper.STATE, (3, Unit.DAYS_BEGINNING_WITH)),)
        record = triggered(3)
        record.stopped(local(2026, 3, 3, 18))
        record.stopped(local(2026, 3, 8, 9), holds=False)
        (entry,) = both(record, stops=floor, defers=True)
        assert due_on(entry) == last_instant(date(2026, 3, 10))
        assert last_due(entry).how is How.FLOOR

    def test_a_policy_set_afterwards_goes_past_the_floor_of_a_date_that_was_not_within(
        self,
    ) -> None:
        floor = ((Stopper.STATE, (3, Unit.DAYS_BEGINNING_WITH)),)
        record = triggered(None)
        record.stopped(local(2026, 3, 3, 18))
        record.stopped(local(2026, 3, 8, 9), holds=False)
        record.policy(7, Unit.DAYS, at=local(2026, 3, 8, 12))
        (entry,) = both(record, stops=floor, defers=True)
        assert due_on(entry) == last_instant(date(2026, 3, 9))
        assert last_due(entry).how is How.FIRST_SET

    def test_a_named_date_is_not_tightened_and_the_next_entry_is(self) -> None:
        record = triggered(10)
        record.facts.clear()
        record.policy(10, Unit.DAYS)
        record.trigger(local(2026, 3, 2, 12), due=local(2026, 3, 20, 12))
        record.trigger(local(2026, 3, 3, 12))
        record.policy(2, Unit.DAYS, at=local(2026, 3, 4))
        named, other = both(record, stops=(), has_named=True)
        assert due_on(named) == local(2026, 3, 20, 12)
        assert due_on(other) == last_instant(date(2026, 3, 6))

    def test_the_floor_of_one_stop_moves_with_another_that_goes_on(self) -> None:
        stops = ((Stopper.STATE, (2, Unit.DAYS)), (Stopper.PERIOD, None))
        record = triggered(24, Unit.HOURS)
        record.stopped(local(2026, 3, 2, 13))
        record.suspended(local(2026, 3, 3, 9), local(2026, 3, 6, 9))
        record.stopped(local(2026, 3, 4, 9), holds=False)  # at least until the 6th: then two more
        (entry,) = both(record, stops=stops)
        assert due_on(entry) == last_instant(date(2026, 3, 8))

    def test_what_is_not_known_to_stop_the_clock_does_not(self) -> None:
        record = triggered(3)
        record.suspended(local(2026, 3, 3), local(2026, 3, 9), counts=None)
        (entry,) = both(record, stops=((Stopper.PERIOD, None),))
        assert due_on(entry) == last_instant(date(2026, 3, 5))

    def test_met_while_stopped_and_ceased_while_stopped(self) -> None:
        record = triggered(3)
        record.stopped(local(2026, 3, 3))
        record.met(local(2026, 3, 20))
        (entry,) = both(record)
        assert (entry.ending, last_due(entry).why_empty) == (Ending.MET, STOPPED)
        record = triggered(3)
        record.registered(local(2026, 3, 1))
        record.stopped(local(2026, 3, 3))
        record.ended(local(2026, 3, 20))
        history = record.history(Form.ONCE, stops=((Stopper.STATE, None),))
        (entry,) = ledger_of(history)
        assert entry.ending is Ending.NO_LONGER_OWED


class TestWhile:
    def conditions(self, record: Record, **switches: Any) -> list[Entry]:
        switches = {"conditions": (Condition.DATED,), "has_allowance": False, **switches}
        return both(record, Form.WHILE, stops=(), **switches)

    def state(self) -> Record:
        record = Record()
        record.registered(local(2026, 3, 2, 12))
        return record

    def test_not_evidenced_is_due_at_once(self) -> None:
        (entry,) = self.conditions(self.state())
        assert (due_on(entry), entry.is_open, entry.met_at) == (local(2026, 3, 2, 12), True, None)

    def test_evidence_that_expires_opens_the_next_at_once_due(self) -> None:
        record = self.state()
        shown = record.evidence(local(2026, 3, 1), local(2026, 3, 20, 9))
        first, second = self.conditions(record)
        assert (first.met_at, first.ended_at) == (local(2026, 3, 2, 12), local(2026, 3, 20, 9))
        assert (second.opened_by, due_on(second)) == (shown, local(2026, 3, 20, 9))
        assert last_due(second).how is How.EXPIRED

    @pytest.mark.parametrize(("gap", "entries"), [(1, 2), (2, 3)])
    def test_the_next_day_touches_and_a_microsecond_later_does_not(
        self, gap: int, entries: int
    ) -> None:
        record = self.state()
        end = last_instant(date(2026, 3, 20))
        record.evidence(local(2026, 3, 1), end)
        record.evidence(end + gap, local(2036, 1, 1))  # which expires too
        assert len(self.conditions(record)) == entries

    def test_a_level_moves_nothing_that_is_evidenced(self) -> None:
        record = self.state()
        record.policy(10, Unit.DAYS)
        record.level(local(2026, 3, 1), Level.LOW)
        record.evidence(local(2026, 3, 4), local(2030, 1, 1))
        record.level(local(2026, 3, 6), Level.VERY_HIGH)
        record.policy(1, Unit.DAYS, at=local(2026, 3, 7))
        entry, _ = self.conditions(record, has_allowance=True, has_levels=True)
        assert due_on(entry) == last_instant(date(2026, 3, 12))
