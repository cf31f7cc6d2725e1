"""Worked examples of the duty to confirm the record of abstractions."""

from dutybook.duties.examples import Example, Expected, Row, Setting

TEAM = Row("team_kind", "2025-01-01", {"kind": "offender_management"})
MONTHLY = Setting("abstraction.return_interval", 1, "months")

EXAMPLES = (
    Example(
        title="Confirmed for January, and then not again",
        facts=(TEAM, Row("abstraction_return", "2025-01-31")),
        settings=(MONTHLY,),
        day="2025-03-05",
        expected=(
            Expected("2025-01-01", "2025-02-01", "met_on_time", met_at="2025-01-31"),
            Expected("2025-01-31", "2025-02-28", "overdue", overdue_days=5),
        ),
    ),
    Example(
        title="Another kind of team owes none",
        facts=(Row("team_kind", "2025-01-01", {"kind": "other"}),),
        settings=(MONTHLY,),
        day="2025-03-05",
        expected=(),
    ),
    Example(
        title="The interval is not set",
        facts=(TEAM,),
        settings=(),
        day="2025-03-05",
        expected=(Expected("2025-01-01", None, "no_standard_set"),),
    ),
)
