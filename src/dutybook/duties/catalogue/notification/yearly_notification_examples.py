"""Worked examples of the duty to notify again within a year."""

from dutybook.duties.examples import Example, Expected, Row

REGISTERED = Row("registration", "2024-01-10", {"state": "registered"})
MEDIUM = Row("risk_level", "2024-01-10", {"level": "medium"})
FIRST = Row("notification", "2024-01-12 10:00", {"kind": "initial"})

EXAMPLES = (
    Example(
        title="A change in June moves the anniversary to June",
        facts=(
            REGISTERED,
            MEDIUM,
            FIRST,
            Row("notification", "2024-06-20 10:00", {"kind": "change"}),
        ),
        settings=(),
        day="2025-06-22",
        expected=(
            Expected("2024-01-12 10:00", "2025-01-12", "met_on_time", met_at="2024-06-20 10:00"),
            Expected("2024-06-20 10:00", "2025-06-20", "overdue", overdue_days=2),
        ),
    ),
    Example(
        title="Bank details in June do not move it",
        facts=(
            REGISTERED,
            MEDIUM,
            FIRST,
            Row("notification", "2024-06-20 10:00", {"kind": "details"}),
        ),
        settings=(),
        day="2025-01-14",
        expected=(Expected("2024-01-12 10:00", "2025-01-12", "overdue", overdue_days=2),),
    ),
    Example(
        title="The date falls in custody: three days from his release, that day included",
        facts=(
            REGISTERED,
            MEDIUM,
            FIRST,
            Row("community_status", "2024-12-05 12:00", {"state": "custody"}),
            Row("community_status", "2025-02-10 09:00", {"state": "community"}),
        ),
        settings=(),
        day="2025-02-14",
        expected=(Expected("2024-01-12 10:00", "2025-02-12", "overdue", overdue_days=2),),
    ),
    Example(
        title="Three weeks abroad that end before the date leave it as it was",
        facts=(
            REGISTERED,
            MEDIUM,
            FIRST,
            Row("community_status", "2024-12-20 12:00", {"state": "abroad"}),
            Row("community_status", "2025-01-11 09:00", {"state": "community"}),
        ),
        settings=(),
        day="2025-01-14",
        expected=(Expected("2024-01-12 10:00", "2025-01-12", "overdue", overdue_days=2),),
    ),
    Example(
        title="Late before he goes into custody: late he stays",
        facts=(
            REGISTERED,
            MEDIUM,
            FIRST,
            Row("community_status", "2025-01-20 12:00", {"state": "custody"}),
            Row("community_status", "2025-02-10 09:00", {"state": "community"}),
        ),
        settings=(),
        day="2025-02-11",
        expected=(Expected("2024-01-12 10:00", "2025-01-12", "overdue", overdue_days=30),),
    ),
    Example(
        title="He has no fixed home any more: the yearly duty gives way to the weekly one",
        facts=(REGISTERED, MEDIUM, FIRST, Row("residence", "2024-03-01 09:00", {"state": "none"})),
        settings=(),
        day="2025-06-30",
        expected=(
            Expected(
                "2024-01-12 10:00", "2025-01-12", "no_longer_owed", closed_at="2024-03-01 09:00"
            ),
        ),
    ),
)
