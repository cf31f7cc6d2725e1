"""Worked examples of the duty to count workloads."""

from dutybook.duties.examples import Example, Expected, Row, Setting

TEAM = Row("team_kind", "2025-01-01", {"kind": "online_child_abuse"})
MONTHLY = Setting("workload.count_interval", 1, "months")

EXAMPLES = (
    Example(
        title="Counted in January and not in February",
        facts=(TEAM, Row("workload_count", "2025-01-28", {"within": True})),
        settings=(MONTHLY,),
        day="2025-03-03",
        expected=(
            Expected("2025-01-01", "2025-02-01", "met_on_time", met_at="2025-01-28"),
            Expected("2025-01-28", "2025-02-28", "overdue", overdue_days=3),
        ),
    ),
    Example(
        title="The team is given other work",
        facts=(TEAM, Row("team_kind", "2025-01-20", {"kind": "other"})),
        settings=(MONTHLY,),
        day="2025-03-03",
        expected=(Expected("2025-01-01", "2025-02-01", "no_longer_owed", closed_at="2025-01-20"),),
    ),
    Example(
        title="The interval is not set",
        facts=(TEAM,),
        settings=(),
        day="2025-03-03",
        expected=(Expected("2025-01-01", None, "no_standard_set"),),
    ),
)
