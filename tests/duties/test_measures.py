"""Measures: what is counted, what is left out, and what every figure carries."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.duties.made_ledgers import Entry, Span, at, ledger

from dutybook.duties.calendar import end_of_day
from dutybook.duties.catalogue import CATALOGUE
from dutybook.duties.figures import NOT_CHOSEN, SINCE_THE_DUTY_BEGAN, Beside, Cell, Window
from dutybook.duties.ledger import Ledger, digest
from dutybook.duties.measures import force_choices, measure, window_set
from dutybook.duties.policy import Policies, PolicySetting

DAY = date(2025, 6, 30)
OPENED = at("2025-01-01")
STOCK = CATALOGUE["visit_within_interval"]
FLOW = CATALOGUE["referral_acted_on"]
EVENTS = CATALOGUE["visit_unannounced_in_pairs"]
PERIODS = CATALOGUE["bail_conditions_checked"]
NOTHING_SET = Policies()


def due_on(day: str, **more: Any) -> Span:
    return Span(end_of_day(date.fromisoformat(day)), **more)


def open_entry(subject: int, span: Span, opened: int = OPENED) -> Entry:
    return Entry(subject, opened, (span,))


def counts(cell: Cell) -> tuple[int, int]:
    return cell.numerator, cell.denominator


def adds_up(cell: Cell) -> bool:
    parts = (cell.late, cell.authorised, cell.authorised_late, cell.in_breach, cell.unmet)
    return cell.denominator == cell.numerator + sum(parts) + cell.unknown + cell.no_standard


def test_stock_counts_what_is_open_and_not_overdue() -> None:
    made = measure(
        STOCK,
        ledger(
            open_entry(1, due_on("2025-07-01")),
            open_entry(2, due_on("2025-06-29")),
            open_entry(3, Span(None)),
            open_entry(4, Span(None, why="level_unknown")),
            open_entry(5, Span(None, why="stopped")),
            Entry(6, OPENED, (due_on("2025-03-01"),), met=at("2025-02-01")),
            Entry(7, OPENED, (due_on("2025-07-01"),), closed=(at("2025-02-01"), "no_longer_owed")),
            open_entry(8, due_on("2025-12-01"), opened=at("2025-07-01")),
        ),
        DAY,
        policies=NOTHING_SET,
    )
    assert (made.kind, made.window) == ("stock", "at the end of the day")
    assert counts(made.total) == (2, 5)
    assert (made.total.unmet, made.total.unknown, made.total.no_standard) == (1, 1, 1)
    assert made.total.stopped == 1
    assert adds_up(made.total)


def flow_entries() -> tuple[Entry, ...]:
    return (
        Entry(1, OPENED, (due_on("2025-06-10"),), met=at("2025-06-01")),
        Entry(2, OPENED, (due_on("2025-06-10"),), met=at("2025-06-20")),
        Entry(3, OPENED, (due_on("2025-06-10"),)),
        Entry(4, OPENED, (due_on("2025-06-10"),), closed=(at("2025-06-15"), "closed_unmet")),
        Entry(5, OPENED, (due_on("2025-06-10"),), closed=(at("2025-06-05"), "no_longer_owed")),
        Entry(6, OPENED, (Span(None, why="stopped"),)),
        Entry(7, at("2025-06-02"), (Span(None),), met=at("2025-06-03")),
        Entry(8, at("2025-06-02"), (Span(None, why="level_unknown"),)),
        Entry(9, OPENED, (due_on("2025-07-10"),), met=at("2025-06-01")),
        Entry(10, OPENED, (due_on("2025-07-10"),)),
        Entry(11, at("2025-07-01"), (due_on("2025-07-10"),)),
    )


def flow_measure(window: Window | None) -> Cell:
    made = ledger(*flow_entries(), duty=FLOW.key)
    return measure(FLOW, made, DAY, policies=NOTHING_SET, window=window).total


def test_flow_counts_what_fell_due_and_keeps_unknown_in_the_denominator() -> None:
    cell = flow_measure(None)
    assert counts(cell) == (1, 6)
    assert (cell.late, cell.unmet, cell.unknown, cell.no_standard) == (1, 2, 1, 1)
    assert cell.left_out == 4, "no longer owed, stopped, and two that are not due yet"
    assert adds_up(cell)


@pytest.mark.parametrize(
    ("days", "expected"),
    [(21, (1, 4)), (20, (0, 0)), (28, (1, 4)), (29, (1, 6))],
)
def test_a_window_holds_its_first_day_and_its_last(days: int, expected: tuple[int, int]) -> None:
    """Due 10 June is the 21st day back from the 30th; opened 2 June is the 29th."""
    assert counts(flow_measure(Window(days))) == expected


def test_a_window_without_a_day_is_refused() -> None:
    with pytest.raises(ValueError, match="holds no day"):
        Window(0)


def test_events_are_counted_in_their_window_and_never_stand_in_a_backlog() -> None:
    def visit(subject: int, day: str, answer: int | None, **more: Any) -> Entry:
        moment = at(day)
        met = moment if answer == 1 else None
        made = Entry(subject, moment, (Span(moment),), met=met, closed=(moment, "judged"))
        return replace(made, answer=answer, **more)

    visits = ledger(
        visit(1, "2025-06-02 10:00", 1),
        visit(2, "2025-06-02 10:00", 0),
        visit(3, "2025-06-02 10:00", None),
        visit(4, "2025-06-02 10:00", 0, authorised=(at("2025-06-01"), "sufficient")),
        visit(5, "2025-06-02 10:00", 0, authorised=(at("2025-06-05"), "sufficient")),
        visit(6, "2025-06-02 10:00", 0, authorised=(at("2025-06-01"), "rank_not_set")),
        visit(7, "2025-05-02 10:00", 0),
        duty=EVENTS.key,
    )
    made = measure(EVENTS, visits, DAY, policies=NOTHING_SET, window=Window(30))
    cell = made.total
    assert counts(cell) == (1, 6)
    assert (cell.authorised, cell.authorised_late, cell.in_breach) == (1, 1, 1)
    assert (cell.unknown, cell.no_standard) == (1, 1)
    assert made.oldest is None
    assert sum(row.total for row in made.backlog) == 0


def test_a_running_period_with_no_known_end_is_not_yet_counted() -> None:
    running = Span(None, why="no_end_yet")
    made = ledger(
        Entry(1, OPENED, (running,)),
        Entry(2, OPENED, (running,), met=at("2025-02-01")),
        duty=PERIODS.key,
        levels=(),
    )
    cell = measure(PERIODS, made, DAY, policies=NOTHING_SET).total
    assert counts(cell) == (0, 0)
    assert cell.left_out == 2
    assert cell.proportion is None


def levelled() -> Ledger:
    return ledger(
        open_entry(1, due_on("2025-06-29", level="high", team=5)),
        open_entry(2, due_on("2025-06-22", level="high", team=5)),
        open_entry(3, due_on("2024-12-29", level="low", team=6)),
        open_entry(4, due_on("2025-08-01", level="low", team=6)),
        open_entry(5, due_on("2025-06-01", team=6)),
        open_entry(6, due_on("2025-08-01", level="very_high")),
    )


def test_by_level_the_most_dangerous_come_first_and_nobody_is_lost() -> None:
    made = measure(STOCK, levelled(), DAY, policies=NOTHING_SET, by=["level"])
    shown = {cell.level: counts(cell) for cell in made.cells}
    assert shown == {None: (0, 1), "very_high": (1, 1), "high": (0, 2), "low": (1, 2)}
    assert [cell.level for cell in made.cells] == [None, "very_high", "high", "low"]
    assert sum(cell.denominator for cell in made.cells) == made.total.denominator


def test_by_team_and_level_what_has_no_team_is_shown() -> None:
    made = measure(STOCK, levelled(), DAY, policies=NOTHING_SET, by=["level", "team"])
    shown = {(cell.team_id, cell.level): counts(cell) for cell in made.cells}
    assert shown == {
        (None, "very_high"): (1, 1),
        (5, "high"): (0, 2),
        (6, None): (0, 1),
        (6, "low"): (1, 2),
    }


def test_the_backlog_is_level_by_lateness_with_the_oldest_of_each() -> None:
    made = measure(STOCK, levelled(), DAY, policies=NOTHING_SET)
    shown = {row.level: row.by_lateness for row in made.backlog}
    assert shown == {
        "very_high": (0, 0, 0, 0, 0),
        "high": (1, 1, 0, 0, 0),
        "medium": (0, 0, 0, 0, 0),
        "low": (0, 0, 0, 0, 1),
        None: (0, 0, 1, 0, 0),
    }
    oldest = {row.level: row.oldest.subject_id for row in made.backlog if row.oldest}
    assert oldest == {"high": 2, "low": 3, None: 5}
    assert made.oldest is not None
    assert (made.oldest.subject_id, made.oldest.overdue_days) == (3, 183)


def test_who_has_no_standard_and_was_longest_unmet_is_named() -> None:
    seen = at("2025-03-01 10:00")
    made = ledger(
        Entry(1, OPENED, (Span(None),), met=seen),
        Entry(1, seen, (Span(None),)),
        Entry(2, OPENED, (Span(None),), met=at("2025-02-01 10:00")),
        Entry(2, at("2025-02-01 10:00"), (Span(None),)),
    )
    named = measure(STOCK, made, DAY, policies=NOTHING_SET).longest_without_standard
    assert named is not None
    assert (named.subject_id, named.days_since_met) == (2, 149)
    never = ledger(
        Entry(1, OPENED, (Span(None),), met=seen),
        Entry(1, seen, (Span(None),)),
        Entry(3, at("2025-06-01"), (Span(None),)),
    )
    named = measure(STOCK, never, DAY, policies=NOTHING_SET).longest_without_standard
    assert named is not None
    assert (named.subject_id, named.days_since_met, named.days_open) == (3, None, 29)


def test_every_measure_says_what_it_rests_on() -> None:
    made = levelled()
    shown = measure(STOCK, made, DAY, policies=NOTHING_SET)
    assert (shown.digest, shown.definition_version, shown.day) == (digest(made), 1, DAY)
    assert shown.known_at == made.known_at
    assert shown.unset_policies == ("visit.first", "visit.maximum")
    assert shown.reading is None
    flow = ledger(*flow_entries(), duty=FLOW.key)
    assert measure(FLOW, flow, DAY, policies=NOTHING_SET).window == SINCE_THE_DUTY_BEGAN


def setting(number: int, key: str, value: int | str | None, from_day: str) -> PolicySetting:
    moment = at(from_day)
    return PolicySetting(number, key, value, from_at=moment, recorded_at=moment)


def test_the_reading_the_force_took_is_the_one_in_force_on_the_day() -> None:
    known = Policies(
        [
            setting(1, "bail.period_reading", "segment", "2025-02-01"),
            setting(2, "bail.period_reading", None, "2025-08-01"),
        ]
    ).as_known(2**62)
    on = [end_of_day(date(2025, month, 1)) for month in (1, 2, 8)]
    shown = [force_choices(PERIODS, known, moment) for moment in on]
    unset = ("bail.period_reading",)
    assert shown == [(NOT_CHOSEN, unset), ("segment", ()), (NOT_CHOSEN, unset)]


def test_the_window_is_the_forces_setting() -> None:
    known = Policies([setting(1, "measure.window_days", 91, "2025-02-01")]).as_known(2**62)
    assert window_set(known, at("2025-01-31")) is None
    assert window_set(known, at("2025-02-01")) == Window(91)


def test_a_ledger_of_another_definition_is_refused() -> None:
    other = replace(levelled(), definition_version=2)
    with pytest.raises(ValueError, match="make the ledger again"):
        measure(STOCK, other, DAY, policies=NOTHING_SET)
    with pytest.raises(ValueError, match="not by 'place'"):
        measure(STOCK, levelled(), DAY, policies=NOTHING_SET, by=["place"])  # type: ignore[list-item]


def test_what_is_read_beside_a_figure() -> None:
    made = measure(
        STOCK,
        ledger(
            Entry(1, OPENED, (due_on("2025-07-01"),), closed=(at("2025-06-02"), "no_longer_owed")),
            Entry(2, OPENED, (due_on("2025-07-01"),), closed=(at("2025-02-01"), "no_longer_owed")),
            Entry(3, OPENED, (due_on("2025-03-01"),), met=at("2025-06-10")),
            open_entry(4, due_on("2025-09-01", how="level_fall", since=at("2025-06-20"))),
            open_entry(5, due_on("2025-09-01", how="level_fall", since=at("2025-02-20"))),
        ),
        DAY,
        policies=NOTHING_SET,
        window=Window(30),
    )
    assert made.beside == Beside(ended=1, put_back=1, met=1, keyed_later=0)


def test_what_was_keyed_on_a_later_day_is_told_apart() -> None:
    done = at("2025-06-10")
    made = ledger(
        Entry(1, OPENED, (due_on("2025-07-01"),), met=done),
        Entry(2, OPENED, (due_on("2025-07-01"),), met=done),
    )
    made.entries["met_recorded_at"][1] = at("2025-06-11")
    beside = measure(STOCK, made, DAY, policies=NOTHING_SET).beside
    assert (beside.met, beside.keyed_later) == (2, 1)


def test_by_owner_within_a_team() -> None:
    made = measure(
        STOCK,
        ledger(
            open_entry(1, due_on("2025-07-01", team=1, owner=11)),
            open_entry(2, due_on("2025-06-01", team=1, owner=11)),
            open_entry(3, due_on("2025-07-01", team=1)),
        ),
        DAY,
        policies=NOTHING_SET,
        by=("team", "owner"),
    )
    assert [(c.team_id, c.owner_id, counts(c)) for c in made.cells] == [
        (1, None, (1, 1)),
        (1, 11, (1, 2)),
    ]
