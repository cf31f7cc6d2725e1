"""Worked examples of the duty to decide on breaches of orders."""

from dutybook.duties.examples import Example, Expected, Row, Setting

BREACH, ANOTHER = (10, 11)
BROKEN = Row("order_breach", "2025-03-10 15:00", fact_id=BREACH)
WITHIN = Setting("order.breach_within", 7, "days")

EXAMPLES = (
    Example(
        title="Arrested in the week",
        facts=(
            BROKEN,
            Row("order_breach_decision", "2025-03-13 07:00", {"of": BREACH, "decision": "arrest"}),
        ),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected("2025-03-10 15:00", "2025-03-17", "met_on_time", met_at="2025-03-13 07:00"),
        ),
    ),
    Example(
        title="The second breach was acted on, the first forgotten",
        facts=(
            BROKEN,
            Row("order_breach", "2025-03-12 10:00", fact_id=ANOTHER),
            Row("order_breach_decision", "2025-03-13 07:00", {"of": ANOTHER, "decision": "arrest"}),
        ),
        settings=(WITHIN,),
        day="2025-03-20",
        expected=(
            Expected("2025-03-10 15:00", "2025-03-17", "overdue", overdue_days=3),
            Expected("2025-03-12 10:00", "2025-03-19", "met_on_time", met_at="2025-03-13 07:00"),
        ),
    ),
    Example(
        title="The time is not set",
        facts=(BROKEN,),
        settings=(),
        day="2025-03-20",
        expected=(Expected("2025-03-10 15:00", None, "no_standard_set"),),
    ),
)
