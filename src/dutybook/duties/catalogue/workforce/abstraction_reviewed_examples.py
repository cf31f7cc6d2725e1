"""Worked examples of the duty to review abstractions."""

from dutybook.duties.examples import Example, Expected, Row, Setting

MATCH, MARCH = (10, 11)
FIRST = Row("abstraction", "2025-03-10 07:00", {"hours": 8, "reason": True}, fact_id=MATCH)
SECOND = Row("abstraction", "2025-03-15 09:00", {"hours": 10, "reason": True}, fact_id=MARCH)
WITHIN = Setting("abstraction.review_within", 1, "months")

EXAMPLES = (
    Example(
        title="Reviewed in the second week",
        facts=(FIRST, Row("abstraction_review", "2025-03-20 10:00", {"of": MATCH})),
        settings=(WITHIN,),
        day="2025-04-30",
        expected=(
            Expected("2025-03-10 07:00", "2025-04-10", "met_on_time", met_at="2025-03-20 10:00"),
        ),
    ),
    Example(
        title="One of two was reviewed",
        facts=(FIRST, SECOND, Row("abstraction_review", "2025-04-02 10:00", {"of": MARCH})),
        settings=(WITHIN,),
        day="2025-04-20",
        expected=(
            Expected("2025-03-10 07:00", "2025-04-10", "overdue", overdue_days=10),
            Expected("2025-03-15 09:00", "2025-04-15", "met_on_time", met_at="2025-04-02 10:00"),
        ),
    ),
    Example(
        title="The time is not set",
        facts=(FIRST,),
        settings=(),
        day="2025-04-30",
        expected=(Expected("2025-03-10 07:00", None, "no_standard_set"),),
    ),
)
