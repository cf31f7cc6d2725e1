"""Worked examples of the duty to consider disclosure."""

from dutybook.duties.examples import Example, Expected, Row, Setting

MEDIUM = Row("risk_level", "2025-01-10", {"level": "medium"})
PLAN = Row("risk_plan", "2025-02-03 11:00")
WITHIN = Setting("disclosure.consider_within", 7, "days")

EXAMPLES = (
    Example(
        title="Considered, and reasons given for telling nobody",
        facts=(
            MEDIUM,
            PLAN,
            Row(
                "disclosure_decision",
                "2025-02-05 09:00",
                {"decision": "do_not_disclose", "rationale": True},
            ),
        ),
        settings=(WITHIN,),
        day="2025-02-28",
        expected=(
            Expected("2025-02-03 11:00", "2025-02-10", "met_on_time", met_at="2025-02-05 09:00"),
        ),
    ),
    Example(
        title="No, and no reason",
        facts=(
            MEDIUM,
            PLAN,
            Row("disclosure_decision", "2025-02-05 09:00", {"decision": "do_not_disclose"}),
        ),
        settings=(WITHIN,),
        day="2025-02-12",
        expected=(Expected("2025-02-03 11:00", "2025-02-10", "overdue", overdue_days=2),),
    ),
    Example(
        title="The time is not set",
        facts=(MEDIUM, PLAN),
        settings=(),
        day="2025-02-12",
        expected=(Expected("2025-02-03 11:00", None, "no_standard_set"),),
    ),
)
