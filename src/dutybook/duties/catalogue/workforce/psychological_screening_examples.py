"""Worked examples of the duty to screen staff at least annually."""

from dutybook.duties.examples import Example, Expected, Row, Setting

JOINED = Row("role", "2025-01-06", {"state": "in_scope"})
FIRST = Setting("screening.first", 3, "months")
INTERVAL = Setting("screening.interval", 12, "months")

EXAMPLES = (
    Example(
        title="Screened in time on joining, and not again within the year",
        facts=(JOINED, Row("screening", "2025-03-20 10:00", {"state": "completed"})),
        settings=(FIRST, INTERVAL),
        day="2026-03-21",
        expected=(
            Expected("2025-01-06", "2025-04-06", "met_on_time", met_at="2025-03-20 10:00"),
            Expected("2025-03-20 10:00", "2026-03-20", "overdue", overdue_days=1),
        ),
    ),
    Example(
        title="Offered, and declined: neither is a screening",
        facts=(
            JOINED,
            Row("screening", "2025-02-10 10:00", {"state": "offered"}),
            Row("screening", "2025-03-01 10:00", {"state": "declined"}),
        ),
        settings=(FIRST, INTERVAL),
        day="2025-04-30",
        expected=(Expected("2025-01-06", "2025-04-06", "overdue", overdue_days=24),),
    ),
    Example(
        title="Left the role before it was due",
        facts=(JOINED, Row("role", "2025-02-01 09:00", {"state": "out_of_scope"})),
        settings=(FIRST, INTERVAL),
        day="2025-04-30",
        expected=(
            Expected("2025-01-06", "2025-04-06", "no_longer_owed", closed_at="2025-02-01 09:00"),
        ),
    ),
    Example(
        title="The time for a newcomer is not set: no standard until the first screening",
        facts=(JOINED, Row("screening", "2025-03-20 10:00", {"state": "completed"})),
        settings=(INTERVAL,),
        day="2025-12-31",
        expected=(
            Expected("2025-01-06", None, "no_standard_set", met_at="2025-03-20 10:00"),
            Expected("2025-03-20 10:00", "2026-03-20", "due"),
        ),
    ),
    Example(
        title="The interval is not set: no standard after the first screening",
        facts=(JOINED, Row("screening", "2025-03-20 10:00", {"state": "completed"})),
        settings=(FIRST,),
        day="2026-12-31",
        expected=(
            Expected("2025-01-06", "2025-04-06", "met_on_time", met_at="2025-03-20 10:00"),
            Expected("2025-03-20 10:00", None, "no_standard_set"),
        ),
    ),
)
