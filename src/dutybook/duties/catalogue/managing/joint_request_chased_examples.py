"""Worked examples: what the police asked of another agency answered."""

from dutybook.duties.examples import Example, Expected, Row, Setting

ASKED_ONE = 10
REGISTERED = Row("registration", "2024-06-03", {"state": "registered"})
LEVEL = Row("risk_level", "2024-06-03", {"level": "high"})
ASKED = Row("joint_request", "2025-03-10 14:00", {"direction": "from_us"}, fact_id=ASKED_ONE)
WITHIN = Setting("joint.chase_after", 5, "working_days")

EXAMPLES = (
    Example(
        title="Answered on the third day",
        facts=(
            REGISTERED,
            LEVEL,
            ASKED,
            Row("joint_answer", "2025-03-13 09:30", {"of": ASKED_ONE}),
        ),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected("2025-03-10 14:00", "2025-03-17", "met_on_time", met_at="2025-03-13 09:30"),
        ),
    ),
    Example(
        title="No answer after five working days",
        facts=(REGISTERED, LEVEL, ASKED),
        settings=(WITHIN,),
        day="2025-03-19",
        expected=(Expected("2025-03-10 14:00", "2025-03-17", "overdue", overdue_days=2),),
    ),
    Example(
        title="Asked the other way round: another duty",
        facts=(REGISTERED, LEVEL, Row("joint_request", "2025-03-10 14:00", {"direction": "to_us"})),
        settings=(WITHIN,),
        day="2025-03-19",
        expected=(),
    ),
    Example(
        title="The time is not set",
        facts=(REGISTERED, LEVEL, ASKED),
        settings=(),
        day="2025-03-19",
        expected=(Expected("2025-03-10 14:00", None, "no_standard_set"),),
    ),
)
