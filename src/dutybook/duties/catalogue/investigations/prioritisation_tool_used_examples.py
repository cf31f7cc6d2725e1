"""Worked examples of the duty to use a grading tool on every referral."""

from dutybook.duties.examples import Example, Expected, Row, Setting

REFERRED = Row("referral", "2025-03-03 09:00")
WITHIN = Setting("tools.within", 2, "working_days")

EXAMPLES = (
    Example(
        title="Used on the last day",
        facts=(
            REFERRED,
            Row("tool_use", "2025-03-05 17:00", {"tool": "prioritisation", "result": "graded"}),
        ),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected("2025-03-03 09:00", "2025-03-05", "met_on_time", met_at="2025-03-05 17:00"),
        ),
    ),
    Example(
        title="KIRAT alone does not meet it",
        facts=(
            REFERRED,
            Row("tool_use", "2025-03-03 15:00", {"tool": "kirat", "result": "graded"}),
        ),
        settings=(WITHIN,),
        day="2025-03-07",
        expected=(Expected("2025-03-03 09:00", "2025-03-05", "overdue", overdue_days=2),),
    ),
    Example(
        title="Used a day late over a weekend",
        facts=(
            Row("referral", "2025-03-07 16:00"),
            Row("tool_use", "2025-03-12 09:00", {"tool": "prioritisation", "result": "graded"}),
        ),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected("2025-03-07 16:00", "2025-03-11", "met_late", met_at="2025-03-12 09:00"),
        ),
    ),
)
