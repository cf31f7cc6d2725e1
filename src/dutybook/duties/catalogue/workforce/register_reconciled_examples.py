"""Worked examples of the duty to compare with the national register."""

from dutybook.duties.examples import Example, Expected, Row, Setting

TEAM = Row("team_kind", "2025-01-01", {"kind": "offender_management"})
MONTHLY = Setting("register.reconcile_interval", 1, "months")

EXAMPLES = (
    Example(
        title="Compared in January and not in February",
        facts=(TEAM, Row("register_reconciliation", "2025-01-28")),
        settings=(MONTHLY,),
        day="2025-03-03",
        expected=(
            Expected("2025-01-01", "2025-02-01", "met_on_time", met_at="2025-01-28"),
            Expected("2025-01-28", "2025-02-28", "overdue", overdue_days=3),
        ),
    ),
    Example(
        title="Never compared",
        facts=(TEAM,),
        settings=(MONTHLY,),
        day="2025-03-03",
        expected=(Expected("2025-01-01", "2025-02-01", "overdue", overdue_days=30),),
    ),
    Example(
        title="The interval is not set",
        facts=(TEAM,),
        settings=(),
        day="2025-03-03",
        expected=(Expected("2025-01-01", None, "no_standard_set"),),
    ),
)
