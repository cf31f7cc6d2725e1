"""The status of an entry on a day, by the list and the readings of the rules."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.duties.made_ledgers import Entry, Span, at, ledger

from dutybook.duties.calendar import end_of_day
from dutybook.duties.columns import NULL
from dutybook.duties.status import STATUSES, entries_on, status_on

DAY = date(2025, 6, 10)
OPENED = at("2025-05-01")
DUE_THAT_DAY = end_of_day(DAY)
DUE_DAY_BEFORE = end_of_day(DAY - timedelta(days=1))


def status_of(entry: Entry, day: date = DAY) -> str:
    return STATUSES[status_on(ledger(entry), day).status[0]]


def entry(*spans: Span, opened: int = OPENED, **more: Any) -> Entry:
    return Entry(1, opened, spans or (Span(DUE_THAT_DAY),), **more)


def test_an_entry_that_opens_the_next_day_is_not_yet_open() -> None:
    tomorrow = at("2025-06-11")
    assert status_of(entry(opened=tomorrow)) == "not_yet_open"
    assert status_of(entry(opened=tomorrow - 1)) == "due"


def test_due_is_inclusive_to_the_last_microsecond_of_its_day() -> None:
    assert status_of(entry(Span(DUE_THAT_DAY))) == "due"
    assert status_of(entry(Span(DUE_THAT_DAY - 1))) == "overdue"


@pytest.mark.parametrize(
    ("due", "days"),
    [
        (DUE_DAY_BEFORE, 1),
        (end_of_day(date(2025, 5, 31)), 10),
        (at("2025-06-10 09:00"), 1),
        (at("2025-06-09 09:00"), 1),
        (end_of_day(date(2025, 3, 29)), 73),
    ],
)
def test_overdue_days_are_local_days_and_never_none(due: int, days: int) -> None:
    standing = status_on(ledger(entry(Span(due))), DAY)
    assert standing.overdue_days.tolist() == [days]


def test_met_on_its_last_instant_is_on_time_and_a_microsecond_later_is_late() -> None:
    assert status_of(entry(Span(DUE_DAY_BEFORE), met=DUE_DAY_BEFORE)) == "met_on_time"
    assert status_of(entry(Span(DUE_DAY_BEFORE), met=DUE_DAY_BEFORE + 1)) == "met_late"


def test_what_happens_after_the_day_is_not_read() -> None:
    later = at("2025-06-12 10:00")
    overdue = Span(DUE_DAY_BEFORE)
    assert status_of(entry(overdue, met=later)) == "overdue"
    assert status_of(entry(overdue, closed=(later, "closed_unmet"))) == "overdue"
    assert status_of(entry(closed=(later, "no_longer_owed"))) == "due"
    tightened_later = (Span(DUE_THAT_DAY), Span(DUE_DAY_BEFORE, begins=later))
    assert status_of(entry(*tightened_later)) == "due"
    assert status_of(entry(*tightened_later), date(2025, 6, 12)) == "overdue"


def test_the_span_of_the_day_is_read_and_not_the_last_of_another_entry() -> None:
    first = entry(Span(DUE_THAT_DAY), Span(DUE_DAY_BEFORE, begins=at("2025-06-01")))
    second = Entry(2, OPENED, (Span(DUE_THAT_DAY),))
    standing = status_on(ledger(first, second), DAY)
    assert [STATUSES[code] for code in standing.status] == ["overdue", "due"]
    assert standing.span.tolist() == [1, 2]
    earlier = status_on(ledger(first, second), date(2025, 5, 31))
    assert earlier.span.tolist() == [0, 2]


@pytest.mark.parametrize(
    ("why", "status"),
    [
        ("no_standard", "no_standard_set"),
        ("level_unknown", "unknown"),
        ("stopped", "stopped"),
        ("no_end_yet", "due"),
    ],
)
def test_without_a_due_date_the_span_says_why(why: str, status: str) -> None:
    assert status_of(entry(Span(None, why=why))) == status


@pytest.mark.parametrize(
    ("why", "status"),
    [
        ("no_standard", "no_standard_set"),
        ("level_unknown", "unknown"),
        ("stopped", "met_on_time"),
        ("no_end_yet", "met_on_time"),
    ],
)
def test_met_without_a_due_date(why: str, status: str) -> None:
    """Reading (p): met with no standard stays so, met while stopped is on time."""
    assert status_of(entry(Span(None, why=why), met=at("2025-06-02"))) == status


def test_a_stopped_clock_shows_what_is_left() -> None:
    stopped = ledger(entry(Span(None, why="stopped", left=5)), entry())
    assert status_on(stopped, DAY).left.tolist() == [5, NULL]


def test_closed_without_being_met() -> None:
    closed_at = at("2025-06-10 12:00")
    assert status_of(entry(closed=(closed_at, "closed_unmet"))) == "closed_unmet"
    assert status_of(entry(closed=(closed_at, "no_longer_owed"))) == "no_longer_owed"
    assert not status_on(ledger(entry(closed=(closed_at, "no_longer_owed"))), DAY).is_open.any()


def judged(answer: int | None, authorised: tuple[int, str] | None = None) -> Entry:
    event = at("2025-06-02 18:00")
    return Entry(
        1,
        event,
        (Span(event),),
        met=event if answer == 1 else None,
        closed=(event, "judged"),
        answer=answer,
        authorised=authorised,
    )


BEFORE, AT_IT, AFTER = at("2025-06-02 09:00"), at("2025-06-02 18:00"), at("2025-06-04 09:00")
TOO_LATE_TO_READ = at("2025-06-11 00:00")


@pytest.mark.parametrize(
    ("event", "status"),
    [
        (judged(1), "met_on_time"),
        (judged(0), "in_breach"),
        (judged(None), "unknown"),
        (judged(0, (BEFORE, "sufficient")), "authorised"),
        (judged(0, (AT_IT, "sufficient")), "authorised"),
        (judged(0, (AT_IT + 1, "sufficient")), "authorised_late"),
        (judged(0, (AFTER, "sufficient")), "authorised_late"),
        (judged(0, (TOO_LATE_TO_READ, "sufficient")), "in_breach"),
        (judged(None, (TOO_LATE_TO_READ, "sufficient")), "unknown"),
        (judged(None, (BEFORE, "sufficient")), "authorised"),
        (judged(0, (BEFORE, "insufficient")), "in_breach"),
        (judged(0, (BEFORE, "rank_not_set")), "no_standard_set"),
        (judged(None, (BEFORE, "rank_not_set")), "unknown"),
        (judged(None, (BEFORE, "insufficient")), "unknown"),
    ],
)
def test_an_event_is_judged_by_its_answer_and_its_authorisation(event: Entry, status: str) -> None:
    assert status_of(event) == status
    assert not status_on(ledger(event), DAY).is_open[0]


def test_days_since_last_met_run_on_across_entries_and_gaps() -> None:
    left = (at("2025-05-12"), "no_longer_owed")
    entries = (
        Entry(1, OPENED, (Span(DUE_THAT_DAY),), met=at("2025-05-11 23:30")),
        Entry(1, at("2025-05-11 23:30"), (Span(DUE_THAT_DAY),), closed=left),
        Entry(1, at("2025-06-01"), (Span(DUE_THAT_DAY),)),
        Entry(2, OPENED, (Span(DUE_THAT_DAY),)),
        Entry(3, OPENED, (Span(DUE_THAT_DAY),), met=at("2025-06-11 09:00")),
    )
    standing = status_on(ledger(*entries), DAY)
    assert standing.days_since_met.tolist() == [30, 30, 30, NULL, NULL]


def test_a_ledger_without_entries_has_no_standing() -> None:
    assert len(status_on(ledger(), DAY).status) == 0
    assert list(entries_on(ledger(), DAY)) == []


def test_one_subject_in_words() -> None:
    entries = (
        Entry(7, OPENED, (Span(DUE_DAY_BEFORE, level="high"),)),
        Entry(7, at("2025-06-11"), (Span(DUE_THAT_DAY),)),
    )
    (one,) = entries_on(ledger(*entries), DAY)
    assert (one.subject_id, one.status, one.level) == (7, "overdue", "high")
    assert (one.overdue_days, one.due_at) == (1, DUE_DAY_BEFORE)
    assert (one.met_at, one.days_since_met) == (None, None)
