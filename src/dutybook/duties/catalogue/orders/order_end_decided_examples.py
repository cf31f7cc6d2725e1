"""Worked examples of the duty to decide on the end of an order."""

from dutybook.duties.examples import Example, Expected, Row

IN_FORCE = Row("order_state", "2020-03-10", {"state": "in_force"})
MADE = Row("order_made", "2020-03-10", {"kind": "shpo", "until": "2025-03-09"})

EXAMPLES = (
    Example(
        title="Decided two months before to renew it",
        facts=(
            IN_FORCE,
            MADE,
            Row("order_end_decision", "2025-01-08 10:00", {"decision": "renew", "rationale": True}),
        ),
        settings=(),
        day="2025-03-31",
        expected=(Expected("2020-03-10", "2025-03-09", "met_on_time", met_at="2025-01-08 10:00"),),
    ),
    Example(
        title="It ran out and nobody had decided",
        facts=(IN_FORCE, MADE),
        settings=(),
        day="2025-03-12",
        expected=(Expected("2020-03-10", "2025-03-09", "overdue", overdue_days=3),),
    ),
    Example(
        title="An order until further order has no date",
        facts=(IN_FORCE, Row("order_made", "2020-03-10", {"kind": "sopo"})),
        settings=(),
        day="2025-03-12",
        expected=(Expected("2020-03-10", None, "no_standard_set"),),
    ),
)
