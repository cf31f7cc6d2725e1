"""Worked examples of the duty to review staffing."""

from dutybook.duties.examples import Example, Expected, Row, Setting

TEAM = Row("team_kind", "2025-01-01", {"kind": "online_child_abuse"})
YEARLY = Setting("staffing_review.interval", 12, "months")

EXAMPLES = (
    Example(
        title="Reviewed and decided in the year",
        facts=(TEAM, Row("staffing_review", "2025-09-15", {"decided": True})),
        settings=(YEARLY,),
        day="2026-01-31",
        expected=(
            Expected("2025-01-01", "2026-01-01", "met_on_time", met_at="2025-09-15"),
            Expected("2025-09-15", "2026-09-15", "due"),
        ),
    ),
    Example(
        title="Discussed, and nothing decided",
        facts=(TEAM, Row("staffing_review", "2025-09-15", {"decided": False})),
        settings=(YEARLY,),
        day="2026-01-31",
        expected=(Expected("2025-01-01", "2026-01-01", "overdue", overdue_days=30),),
    ),
    Example(
        title="The interval is not set",
        facts=(TEAM,),
        settings=(),
        day="2026-01-31",
        expected=(Expected("2025-01-01", None, "no_standard_set"),),
    ),
)
