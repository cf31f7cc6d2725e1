"""Worked examples that every document-duty shares, told of its own kind of document."""

from dutybook.duties.examples import Example, Expected, Row

NEEDED_FROM = "2025-01-01"
CONDITIONS = ("approved_and_in_date", "owned")
APPROVED = Row("document_approved", "2025-02-03 10:00", {"until": "2026-02-02"})
OWNED = Row("document_owner", "2025-02-03 10:00")


def _entry(
    condition: str,
    status: str,
    opened_at: str = NEEDED_FROM,
    met_at: str | None = None,
    overdue_days: int = 0,
) -> Expected:
    return Expected(
        opened_at,
        opened_at,
        status,
        met_at=met_at,
        overdue_days=overdue_days,
        condition=condition,
    )


APPROVED_LATE = _entry("approved_and_in_date", "met_late", met_at="2025-02-03 10:00")
OWNED_LATE = _entry("owned", "met_late", met_at="2025-02-03 10:00")


def examples_of(kind: str, also: tuple[str, ...]) -> tuple[Example, ...]:
    """The examples of one kind of document; `also` are the conditions it alone has."""
    needed = Row("document_kind", NEEDED_FROM, {"kind": kind})
    return (
        Example(
            title="Needed, and there is none",
            facts=(needed,),
            settings=(),
            day="2025-01-31",
            expected=tuple(_entry(one, "overdue", overdue_days=30) for one in (*CONDITIONS, *also)),
        ),
        Example(
            title="Approved, and a year later its review is past",
            facts=(needed, APPROVED, OWNED),
            settings=(),
            day="2026-02-12",
            expected=(
                APPROVED_LATE,
                OWNED_LATE,
                *(_entry(one, "overdue", overdue_days=407) for one in also),
                _entry("approved_and_in_date", "overdue", "2026-02-02", overdue_days=10),
            ),
        ),
        Example(
            title="Its owner leaves, and nobody takes it over",
            facts=(needed, APPROVED, OWNED, Row("document_owner_left", "2025-06-02 17:00")),
            settings=(),
            day="2025-06-12",
            expected=(
                APPROVED_LATE,
                OWNED_LATE,
                *(_entry(one, "overdue", overdue_days=162) for one in also),
                _entry("owned", "overdue", "2025-06-02 17:00", overdue_days=10),
            ),
        ),
    )
