"""Worked examples of the duty to set the interval between visits."""

from dutybook.duties.examples import Example, Expected, Row, Setting

REGISTERED = Row("registration", "2025-01-10", {"state": "registered"})
MEDIUM = Row("risk_level", "2025-01-10", {"level": "medium"})
WITHIN = Setting("visit_plan.within", 1, "months")

EXAMPLES = (
    Example(
        title="Set in the plan in the third week",
        facts=(
            REGISTERED,
            MEDIUM,
            Row("visit_plan", "2025-01-30", {"amount": 3, "unit": "months"}),
        ),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(Expected("2025-01-10", "2025-02-10", "met_on_time", met_at="2025-01-30"),),
    ),
    Example(
        title="A plan that sets no interval does not meet it",
        facts=(REGISTERED, MEDIUM, Row("visit_plan", "2025-01-30", {"amount": None})),
        settings=(WITHIN,),
        day="2025-02-12",
        expected=(Expected("2025-01-10", "2025-02-10", "overdue", overdue_days=2),),
    ),
    Example(
        title="His registration ends before it is due",
        facts=(REGISTERED, MEDIUM, Row("registration", "2025-02-01", {"state": "ended"})),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(Expected("2025-01-10", "2025-02-10", "no_longer_owed", closed_at="2025-02-01"),),
    ),
    Example(
        title="The time is not set",
        facts=(REGISTERED, MEDIUM),
        settings=(),
        day="2025-03-31",
        expected=(Expected("2025-01-10", None, "no_standard_set"),),
    ),
)
