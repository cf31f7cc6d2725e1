"""Worked examples of the duty to look at outstanding work."""

from dutybook.duties.examples import Example, Expected, Row, Setting

TEAM = Row("team_kind", "2025-01-01", {"kind": "offender_management"})
MONTHLY = Setting("backlog_review.interval", 1, "months")

EXAMPLES = (
    Example(
        title="Looked at in January and not in February",
        facts=(TEAM, Row("backlog_review", "2025-01-28", {"by_risk_and_lateness": True})),
        settings=(MONTHLY,),
        day="2025-03-03",
        expected=(
            Expected("2025-01-01", "2025-02-01", "met_on_time", met_at="2025-01-28"),
            Expected("2025-01-28", "2025-02-28", "overdue", overdue_days=3),
        ),
    ),
    Example(
        title="Totals for each level, without how late",
        facts=(TEAM, Row("backlog_review", "2025-01-28", {"by_risk_and_lateness": False})),
        settings=(MONTHLY,),
        day="2025-02-03",
        expected=(Expected("2025-01-01", "2025-02-01", "overdue", overdue_days=2),),
    ),
    Example(
        title="The interval is not set",
        facts=(TEAM,),
        settings=(),
        day="2025-03-03",
        expected=(Expected("2025-01-01", None, "no_standard_set"),),
    ),
)
