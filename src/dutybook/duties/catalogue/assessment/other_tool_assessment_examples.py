"""Worked examples of the duty to assess by another tool."""

from dutybook.duties.examples import Example, Expected, Row, Setting

REGISTERED = Row("registration", "2025-01-10", {"state": "registered"})
MEDIUM = Row("risk_level", "2025-01-10", {"level": "medium"})
OTHER = Row("arms_applicability", "2025-01-15", {"state": "other_tool"})
FIRST = Setting("other_tool.first", 2, "months")
YEARLY = Setting("other_tool.interval", 12, "months")

EXAMPLES = (
    Example(
        title="Assessed in time, and again a year later",
        facts=(
            REGISTERED,
            MEDIUM,
            OTHER,
            Row("other_assessment", "2025-03-01 10:00", {"reason": True}),
        ),
        settings=(FIRST, YEARLY),
        day="2026-03-04",
        expected=(
            Expected("2025-01-15", "2025-03-15", "met_on_time", met_at="2025-03-01 10:00"),
            Expected("2025-03-01 10:00", "2026-03-01", "overdue", overdue_days=3),
        ),
    ),
    Example(
        title="Assessed, and not recorded why ARMS does not apply",
        facts=(
            REGISTERED,
            MEDIUM,
            OTHER,
            Row("other_assessment", "2025-03-01 10:00", {"reason": False}),
        ),
        settings=(FIRST, YEARLY),
        day="2025-03-20",
        expected=(Expected("2025-01-15", "2025-03-15", "overdue", overdue_days=5),),
    ),
    Example(
        title="Nothing says that another tool applies: ARMS is owed, not this",
        facts=(REGISTERED, MEDIUM),
        settings=(FIRST, YEARLY),
        day="2025-03-20",
        expected=(),
    ),
    Example(
        title="Neither time is set",
        facts=(
            REGISTERED,
            MEDIUM,
            OTHER,
            Row("other_assessment", "2025-03-01 10:00", {"reason": True}),
        ),
        settings=(),
        day="2026-03-04",
        expected=(
            Expected("2025-01-15", None, "no_standard_set", met_at="2025-03-01 10:00"),
            Expected("2025-03-01 10:00", None, "no_standard_set"),
        ),
    ),
)
