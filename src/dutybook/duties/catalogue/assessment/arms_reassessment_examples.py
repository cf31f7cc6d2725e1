"""Worked examples of the duty to reassess by ARMS."""

from dutybook.duties.examples import Example, Expected, Row, Setting

REGISTERED = Row("registration", "2025-01-10", {"state": "registered"})
MEDIUM = Row("risk_level", "2025-01-10", {"level": "medium"})
ASSESSED = Row("arms_assessment", "2025-02-20 15:00", {"priority": "medium"})

FIRST = Setting("arms.first", 2, "months")
INTERVAL = Setting("arms.interval", 12, "months")

FIRST_MET = Expected("2025-01-10", "2025-03-10", "met_on_time", met_at="2025-02-20 15:00")

EXAMPLES = (
    Example(
        title="Assessed in time once, and not again within the year",
        facts=(REGISTERED, MEDIUM, ASSESSED),
        settings=(FIRST, INTERVAL),
        day="2026-03-01",
        expected=(
            FIRST_MET,
            Expected("2025-02-20 15:00", "2026-02-20", "overdue", overdue_days=9),
        ),
    ),
    Example(
        title="Never assessed, and nothing says that another tool applies",
        facts=(REGISTERED, MEDIUM),
        settings=(FIRST, INTERVAL),
        day="2025-03-11",
        expected=(Expected("2025-01-10", "2025-03-10", "overdue", overdue_days=1),),
    ),
    Example(
        title="Another tool is recorded as the right one: ARMS is no longer owed",
        facts=(
            REGISTERED,
            MEDIUM,
            Row("arms_applicability", "2025-01-15", {"state": "other_tool"}),
        ),
        settings=(FIRST, INTERVAL),
        day="2025-03-31",
        expected=(Expected("2025-01-10", "2025-03-10", "no_longer_owed", closed_at="2025-01-15"),),
    ),
    Example(
        title="The force tightens the interval while an assessment is awaited",
        facts=(REGISTERED, MEDIUM, ASSESSED),
        settings=(FIRST, INTERVAL, Setting("arms.interval", 6, "months", from_day="2025-06-01")),
        day="2025-12-02",
        expected=(
            FIRST_MET,
            Expected("2025-02-20 15:00", "2025-12-01", "overdue", overdue_days=1),
        ),
    ),
    Example(
        title="The force loosens the interval: it counts from the next assessment only",
        facts=(REGISTERED, MEDIUM, ASSESSED),
        settings=(FIRST, INTERVAL, Setting("arms.interval", 24, "months", from_day="2025-06-01")),
        day="2026-02-21",
        expected=(
            FIRST_MET,
            Expected("2025-02-20 15:00", "2026-02-20", "overdue", overdue_days=1),
        ),
    ),
    Example(
        title="Neither time is set: assessed or not, it reads no standard set",
        facts=(REGISTERED, MEDIUM, ASSESSED),
        settings=(),
        day="2026-03-01",
        expected=(
            Expected("2025-01-10", None, "no_standard_set", met_at="2025-02-20 15:00"),
            Expected("2025-02-20 15:00", None, "no_standard_set"),
        ),
    ),
)
