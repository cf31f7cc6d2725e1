"""Worked examples of the duty on checks of the Police National Computer."""

from dutybook.duties.examples import Example, Expected, Row, Setting

CHECK, LATER = (10, 11)
MEDIUM = Row("risk_level", "2025-01-10", {"level": "medium"})
CHECKED = Row("database_check", "2025-01-14 10:00", {"system": "pnc"}, fact_id=CHECK)
WITHIN = Setting("pnc.assess_within", 5, "working_days")

EXAMPLES = (
    Example(
        title="Assessed two days later",
        facts=(
            MEDIUM,
            CHECKED,
            Row("database_assessment", "2025-01-16 10:00", {"of": CHECK, "system": "pnc"}),
        ),
        settings=(WITHIN,),
        day="2025-02-28",
        expected=(
            Expected("2025-01-14 10:00", "2025-01-21", "met_on_time", met_at="2025-01-16 10:00"),
        ),
    ),
    Example(
        title="Checked, and nobody read what it found",
        facts=(MEDIUM, CHECKED),
        settings=(WITHIN,),
        day="2025-01-31",
        expected=(Expected("2025-01-14 10:00", "2025-01-21", "overdue", overdue_days=10),),
    ),
    Example(
        title="The later check is assessed; the earlier stays open",
        facts=(
            MEDIUM,
            CHECKED,
            Row("database_check", "2025-01-20 10:00", {"system": "pnc"}, fact_id=LATER),
            Row("database_assessment", "2025-01-22 10:00", {"of": LATER, "system": "pnc"}),
        ),
        settings=(WITHIN,),
        day="2025-01-23",
        expected=(
            Expected("2025-01-14 10:00", "2025-01-21", "overdue", overdue_days=2),
            Expected("2025-01-20 10:00", "2025-01-27", "met_on_time", met_at="2025-01-22 10:00"),
        ),
    ),
    Example(
        title="The time is not set",
        facts=(MEDIUM, CHECKED),
        settings=(),
        day="2025-01-31",
        expected=(Expected("2025-01-14 10:00", None, "no_standard_set"),),
    ),
)
