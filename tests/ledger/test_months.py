"""Month by month: which days are looked at."""

from datetime import date

from dutybook.ledger.queries.trends import month_ends


def test_the_last_ends_of_months_before_today() -> None:
    assert month_ends(date(2026, 3, 30), 3) == [
        date(2025, 12, 31),
        date(2026, 1, 31),
        date(2026, 2, 28),
    ]


def test_a_month_that_ends_today_counts() -> None:
    assert month_ends(date(2026, 3, 31), 2) == [date(2026, 2, 28), date(2026, 3, 31)]
