"""Worked examples of the duty to keep the review date in sight."""

from dutybook.duties.examples import Example, Expected, Row

REGISTERED = Row("registration", "2010-03-01", {"state": "registered"})
LOW = Row("risk_level", "2010-03-01", {"level": "low"})
INDEFINITE = Row(
    "notification_period", "2010-03-01", {"state": "indefinite", "review_from": "2025-03-02"}
)

EXAMPLES = (
    Example(
        title="Looked at a month before he may ask",
        facts=(REGISTERED, LOW, INDEFINITE, Row("review_eligibility", "2025-02-03 10:00")),
        settings=(),
        day="2025-03-31",
        expected=(Expected("2010-03-01", "2025-03-02", "met_on_time", met_at="2025-02-03 10:00"),),
    ),
    Example(
        title="He may ask, and nobody has looked",
        facts=(REGISTERED, LOW, INDEFINITE),
        settings=(),
        day="2025-03-10",
        expected=(Expected("2010-03-01", "2025-03-02", "overdue", overdue_days=8),),
    ),
    Example(
        title="The date is not recorded",
        facts=(REGISTERED, LOW, Row("notification_period", "2010-03-01", {"state": "indefinite"})),
        settings=(),
        day="2025-03-10",
        expected=(Expected("2010-03-01", None, "no_standard_set"),),
    ),
)
