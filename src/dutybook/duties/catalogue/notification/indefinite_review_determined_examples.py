"""Worked examples of the duty to decide applications for review."""

from dutybook.duties.examples import Example, Expected, Row, Setting

ASKED = 10
LOW = Row("risk_level", "2010-03-01", {"level": "low"})
APPLIED = Row("review_application", "2025-03-10 15:00", fact_id=ASKED)
WITHIN = Setting("indefinite_review.decide_within", 3, "months")

EXAMPLES = (
    Example(
        title="Decided in the second month",
        facts=(LOW, APPLIED, Row("review_determination", "2025-05-07 10:00", {"of": ASKED})),
        settings=(WITHIN,),
        day="2025-06-30",
        expected=(
            Expected("2025-03-10 15:00", "2025-06-10", "met_on_time", met_at="2025-05-07 10:00"),
        ),
    ),
    Example(
        title="No answer yet",
        facts=(LOW, APPLIED),
        settings=(WITHIN,),
        day="2025-06-30",
        expected=(Expected("2025-03-10 15:00", "2025-06-10", "overdue", overdue_days=20),),
    ),
    Example(
        title="The time is not set",
        facts=(LOW, APPLIED),
        settings=(),
        day="2025-06-30",
        expected=(Expected("2025-03-10 15:00", None, "no_standard_set"),),
    ),
)
