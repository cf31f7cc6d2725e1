"""Worked examples of the duty of details notified."""

from dutybook.duties.examples import Example, Expected, Row, Setting

REGISTERED = Row("registration", "2024-01-10", {"state": "registered"})
MEDIUM = Row("risk_level", "2024-01-10", {"level": "medium"})
STAY = 10
STAYED = Row("notifiable_change", "2025-03-07", {"kind": "child_household"}, fact_id=STAY)
WITHIN = Setting("notification.details_within", 3, "days_beginning_with")

EXAMPLES = (
    Example(
        title="Notified on the third day, the first one counted",
        facts=(
            REGISTERED,
            MEDIUM,
            STAYED,
            Row("notification", "2025-03-09 11:00", {"kind": "details", "of": STAY}),
        ),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(Expected("2025-03-07", "2025-03-09", "met_on_time", met_at="2025-03-09 11:00"),),
    ),
    Example(
        title="Not notified",
        facts=(REGISTERED, MEDIUM, STAYED),
        settings=(WITHIN,),
        day="2025-03-12",
        expected=(Expected("2025-03-07", "2025-03-09", "overdue", overdue_days=3),),
    ),
    Example(
        title="The time is not set",
        facts=(REGISTERED, MEDIUM, STAYED),
        settings=(),
        day="2025-03-12",
        expected=(Expected("2025-03-07", None, "no_standard_set"),),
    ),
)
