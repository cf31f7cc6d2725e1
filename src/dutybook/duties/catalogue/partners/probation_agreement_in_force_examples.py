"""Worked examples of the duty to have an agreement with probation in force."""

from dutybook.duties.examples import Example, Expected, Row

NEEDED = Row("agreement_kind", "2025-01-01", {"kind": "probation"})
SIGNED = Row("agreement_signed", "2025-02-03 10:00", {"until": "2026-02-02"})
OWNED = Row("agreement_owner", "2025-02-03 10:00", {"both_sides": True})


def _entry(
    condition: str,
    status: str,
    opened_at: str = "2025-01-01",
    met_at: str | None = None,
    overdue_days: int = 0,
) -> Expected:
    return Expected(
        opened_at, opened_at, status, met_at=met_at, overdue_days=overdue_days, condition=condition
    )


SIGNED_LATE = _entry("signed_and_in_date", "met_late", met_at="2025-02-03 10:00")
OWNED_LATE = _entry("owned", "met_late", met_at="2025-02-03 10:00")

EXAMPLES = (
    Example(
        title="Signed and owned a month after it was needed, and then its review is past",
        facts=(NEEDED, SIGNED, OWNED),
        settings=(),
        day="2026-03-01",
        expected=(
            SIGNED_LATE,
            OWNED_LATE,
            _entry("signed_and_in_date", "overdue", "2026-02-02", overdue_days=27),
        ),
    ),
    Example(
        title="Signed, and nobody on the other side answers for it",
        facts=(NEEDED, SIGNED, Row("agreement_owner", "2025-02-03 10:00", {"both_sides": False})),
        settings=(),
        day="2025-06-30",
        expected=(SIGNED_LATE, _entry("owned", "overdue", overdue_days=180)),
    ),
    Example(
        title="Its review was put off for eighteen days: out of date for eighteen days",
        facts=(
            NEEDED,
            SIGNED,
            OWNED,
            Row("agreement_signed", "2026-02-20 10:00", {"until": "2027-02-19"}),
        ),
        settings=(),
        day="2026-02-25",
        expected=(
            SIGNED_LATE,
            OWNED_LATE,
            _entry("signed_and_in_date", "met_late", "2026-02-02", met_at="2026-02-20 10:00"),
        ),
    ),
    Example(
        title="Signed before it was needed, its review date not recorded: nobody can tell",
        facts=(Row("agreement_signed", "2024-11-04 10:00"), OWNED, NEEDED),
        settings=(),
        day="2025-03-31",
        expected=(_entry("signed_and_in_date", "overdue", overdue_days=89), OWNED_LATE),
    ),
)
