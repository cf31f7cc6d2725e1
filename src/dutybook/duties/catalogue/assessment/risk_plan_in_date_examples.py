"""Worked examples of the duty to make the risk management plan and make it anew."""

from dutybook.duties.examples import Example, Expected, Row, Setting

REGISTERED = Row("registration", "2025-01-10", {"state": "registered"})
MEDIUM = Row("risk_level", "2025-01-10", {"level": "medium"})
MADE = Row("risk_plan", "2025-02-03 11:00")
FIRST = Setting("plan.first", 1, "months")
YEARLY = Setting("plan.interval", 12, "months")
FIRST_MET = Expected("2025-01-10", "2025-02-10", "met_on_time", met_at="2025-02-03 11:00")

EXAMPLES = (
    Example(
        title="Made in time, and not made anew after a year",
        facts=(REGISTERED, MEDIUM, MADE),
        settings=(FIRST, YEARLY),
        day="2026-02-10",
        expected=(FIRST_MET, Expected("2025-02-03 11:00", "2026-02-03", "overdue", overdue_days=7)),
    ),
    Example(
        title="Risk rises: a new plan is due sooner",
        facts=(
            REGISTERED,
            MEDIUM,
            MADE,
            Row("risk_level", "2025-05-01 09:00", {"level": "very_high"}),
        ),
        settings=(FIRST, YEARLY, Setting("plan.interval", 1, "months", level="very_high")),
        day="2025-06-05",
        expected=(FIRST_MET, Expected("2025-02-03 11:00", "2025-06-01", "overdue", overdue_days=4)),
    ),
    Example(
        title="Recalled to custody before it is due",
        facts=(
            REGISTERED,
            MEDIUM,
            MADE,
            Row("community_status", "2025-06-01 12:00", {"state": "custody"}),
        ),
        settings=(FIRST, YEARLY),
        day="2026-02-10",
        expected=(
            FIRST_MET,
            Expected(
                "2025-02-03 11:00", "2026-02-03", "no_longer_owed", closed_at="2025-06-01 12:00"
            ),
        ),
    ),
    Example(
        title="Neither time is set",
        facts=(REGISTERED, MEDIUM, MADE),
        settings=(),
        day="2026-02-10",
        expected=(
            Expected("2025-01-10", None, "no_standard_set", met_at="2025-02-03 11:00"),
            Expected("2025-02-03 11:00", None, "no_standard_set"),
        ),
    ),
)
