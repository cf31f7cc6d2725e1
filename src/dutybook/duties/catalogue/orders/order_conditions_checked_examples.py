"""Worked examples of the duty to check the conditions of an order."""

from dutybook.duties.examples import Example, Expected, Row, Setting

MADE = Row("order_state", "2025-01-10", {"state": "in_force"})
QUARTERLY = Setting("order.check_interval", 3, "months")
CHECKED = Row("order_check", "2025-03-20 10:00")
FIRST_MET = Expected("2025-01-10", "2025-04-10", "met_on_time", met_at="2025-03-20 10:00")

EXAMPLES = (
    Example(
        title="Checked in the first quarter and not in the second",
        facts=(MADE, CHECKED),
        settings=(QUARTERLY,),
        day="2025-06-25",
        expected=(FIRST_MET, Expected("2025-03-20 10:00", "2025-06-20", "overdue", overdue_days=5)),
    ),
    Example(
        title="The order ends",
        facts=(MADE, CHECKED, Row("order_state", "2025-05-01", {"state": "ended"})),
        settings=(QUARTERLY,),
        day="2025-06-25",
        expected=(
            FIRST_MET,
            Expected("2025-03-20 10:00", "2025-06-20", "no_longer_owed", closed_at="2025-05-01"),
        ),
    ),
    Example(
        title="The interval is not set",
        facts=(MADE,),
        settings=(),
        day="2025-06-25",
        expected=(Expected("2025-01-10", None, "no_standard_set"),),
    ),
)
