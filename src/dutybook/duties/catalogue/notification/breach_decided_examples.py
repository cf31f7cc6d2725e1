"""Worked examples of the duty to decide on breaches."""

from dutybook.duties.examples import Example, Expected, Row, Setting

BREACH = 10
MEDIUM = Row("risk_level", "2024-01-10", {"level": "medium"})
BROKEN = Row("notification_breach", "2025-03-10 15:00", fact_id=BREACH)
WITHIN = Setting("breach.decide_within", 7, "days")

EXAMPLES = (
    Example(
        title="Arrested in the week",
        facts=(
            MEDIUM,
            BROKEN,
            Row("breach_decision", "2025-03-13 07:00", {"of": BREACH, "decision": "arrest"}),
        ),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected("2025-03-10 15:00", "2025-03-17", "met_on_time", met_at="2025-03-13 07:00"),
        ),
    ),
    Example(
        title="No action, with reasons",
        facts=(
            MEDIUM,
            BROKEN,
            Row(
                "breach_decision",
                "2025-03-14 09:00",
                {"of": BREACH, "decision": "no_action", "rationale": True},
            ),
        ),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected("2025-03-10 15:00", "2025-03-17", "met_on_time", met_at="2025-03-14 09:00"),
        ),
    ),
    Example(
        title="No action, and no reason",
        facts=(
            MEDIUM,
            BROKEN,
            Row("breach_decision", "2025-03-14 09:00", {"of": BREACH, "decision": "no_action"}),
        ),
        settings=(WITHIN,),
        day="2025-03-20",
        expected=(Expected("2025-03-10 15:00", "2025-03-17", "overdue", overdue_days=3),),
    ),
    Example(
        title="The time is not set",
        facts=(MEDIUM, BROKEN),
        settings=(),
        day="2025-03-20",
        expected=(Expected("2025-03-10 15:00", None, "no_standard_set"),),
    ),
)
