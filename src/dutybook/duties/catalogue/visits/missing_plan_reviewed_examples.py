"""Worked examples of the duty to review the search for a missing offender."""

from dutybook.duties.examples import Example, Expected, Row, Setting

REGISTERED = Row("registration", "2025-01-10", {"state": "registered"})
LOW = Row("risk_level", "2025-01-10", {"level": "low"})
LOST = Row("whereabouts", "2025-03-07 10:00", {"state": "not_found"})
DAILY = Setting("missing.review_interval", 1, "days")

EXAMPLES = (
    Example(
        title="Reviewed on the Saturday and not on the Sunday",
        facts=(REGISTERED, LOW, LOST, Row("missing_review", "2025-03-08 09:00")),
        settings=(DAILY,),
        day="2025-03-10",
        expected=(
            Expected("2025-03-07 10:00", "2025-03-08", "met_on_time", met_at="2025-03-08 09:00"),
            Expected("2025-03-08 09:00", "2025-03-09", "overdue", overdue_days=1),
        ),
    ),
    Example(
        title="Found: the reviews end",
        facts=(
            REGISTERED,
            LOW,
            LOST,
            Row("missing_review", "2025-03-08 09:00"),
            Row("whereabouts", "2025-03-08 20:00", {"state": "known"}),
        ),
        settings=(DAILY,),
        day="2025-03-31",
        expected=(
            Expected("2025-03-07 10:00", "2025-03-08", "met_on_time", met_at="2025-03-08 09:00"),
            Expected(
                "2025-03-08 09:00", "2025-03-09", "no_longer_owed", closed_at="2025-03-08 20:00"
            ),
        ),
    ),
    Example(
        title="The interval is not set",
        facts=(REGISTERED, LOW, LOST),
        settings=(),
        day="2025-03-10",
        expected=(Expected("2025-03-07 10:00", None, "no_standard_set"),),
    ),
)
