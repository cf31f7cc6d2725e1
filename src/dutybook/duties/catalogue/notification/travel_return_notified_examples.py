"""Worked examples of the duty of return notified."""

from dutybook.duties.examples import Example, Expected, Row, Setting

REGISTERED = Row("registration", "2024-01-10", {"state": "registered"})
MEDIUM = Row("risk_level", "2024-01-10", {"level": "medium"})
HOME = 10
BACK = Row("travel_return", "2025-08-18", fact_id=HOME)
WITHIN = Setting("notification.return_within", 3, "days_beginning_with")

EXAMPLES = (
    Example(
        title="Notified the next day",
        facts=(
            REGISTERED,
            MEDIUM,
            BACK,
            Row("notification", "2025-08-19 11:00", {"kind": "travel_return", "of": HOME}),
        ),
        settings=(WITHIN,),
        day="2025-08-31",
        expected=(Expected("2025-08-18", "2025-08-20", "met_on_time", met_at="2025-08-19 11:00"),),
    ),
    Example(
        title="Back for a week without a word",
        facts=(REGISTERED, MEDIUM, BACK),
        settings=(WITHIN,),
        day="2025-08-25",
        expected=(Expected("2025-08-18", "2025-08-20", "overdue", overdue_days=5),),
    ),
    Example(
        title="The time is not set",
        facts=(REGISTERED, MEDIUM, BACK),
        settings=(),
        day="2025-08-25",
        expected=(Expected("2025-08-18", None, "no_standard_set"),),
    ),
)
