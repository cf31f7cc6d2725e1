"""Worked examples of the duty to consider an order."""

from dutybook.duties.examples import Example, Expected, Row, Setting

REGISTERED = Row("registration", "2025-01-10", {"state": "registered"})
HIGH = Row("risk_level", "2025-01-10", {"level": "high"})
WITHIN = Setting("order.consider_within", 1, "months")

EXAMPLES = (
    Example(
        title="One was made at his conviction, and that is recorded",
        facts=(
            REGISTERED,
            HIGH,
            Row("order_decision", "2025-01-20 10:00", {"decision": "already_in_force"}),
        ),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(Expected("2025-01-10", "2025-02-10", "met_on_time", met_at="2025-01-20 10:00"),),
    ),
    Example(
        title="Not applied for, and nobody said why",
        facts=(
            REGISTERED,
            HIGH,
            Row("order_decision", "2025-01-20 10:00", {"decision": "do_not_apply"}),
        ),
        settings=(WITHIN,),
        day="2025-02-14",
        expected=(Expected("2025-01-10", "2025-02-10", "overdue", overdue_days=4),),
    ),
    Example(
        title="The time is not set",
        facts=(REGISTERED, HIGH),
        settings=(),
        day="2025-02-14",
        expected=(Expected("2025-01-10", None, "no_standard_set"),),
    ),
)
