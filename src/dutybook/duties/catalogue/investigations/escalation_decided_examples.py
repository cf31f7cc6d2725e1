"""Worked examples of the duty to decide escalated cases."""

from dutybook.duties.examples import Example, Expected, Row, Setting

HIGH = Row("grade", "2025-03-03 09:00", {"level": "high"})
FIRST_ONE, SECOND_ONE = (10, 11)
RAISED = Row("escalation", "2025-03-06 15:00", fact_id=FIRST_ONE)
WITHIN = Setting("escalation.within", 24, "hours")

EXAMPLES = (
    Example(
        title="Decided the next morning",
        facts=(HIGH, RAISED, Row("escalation_decision", "2025-03-07 09:30", {"of": FIRST_ONE})),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected(
                "2025-03-06 15:00", "2025-03-07 15:00", "met_on_time", met_at="2025-03-07 09:30"
            ),
        ),
    ),
    Example(
        title="The second escalation is decided, and the first still waits",
        facts=(
            HIGH,
            RAISED,
            Row("escalation", "2025-03-07 10:00", fact_id=SECOND_ONE),
            Row("escalation_decision", "2025-03-07 12:00", {"of": SECOND_ONE}),
        ),
        settings=(WITHIN,),
        day="2025-03-10",
        expected=(
            Expected("2025-03-06 15:00", "2025-03-07 15:00", "overdue", overdue_days=3),
            Expected(
                "2025-03-07 10:00", "2025-03-08 10:00", "met_on_time", met_at="2025-03-07 12:00"
            ),
        ),
    ),
    Example(
        title="The time is not set",
        facts=(HIGH, RAISED),
        settings=(),
        day="2025-03-10",
        expected=(Expected("2025-03-06 15:00", None, "no_standard_set"),),
    ),
)
