"""Worked examples of the duty to review release under investigation."""

from dutybook.duties.examples import Example, Expected, Row, Setting

MEDIUM = Row("grade", "2025-01-06 09:00", {"level": "medium"})
RELEASED = Row("release", "2025-01-15 18:00", {"state": "under_investigation"})
MONTHLY = Setting("release_review.interval", 1, "months")

EXAMPLES = (
    Example(
        title="Reviewed once, and then not again",
        facts=(MEDIUM, RELEASED, Row("release_review", "2025-02-10 10:00")),
        settings=(MONTHLY,),
        day="2025-03-20",
        expected=(
            Expected("2025-01-15 18:00", "2025-02-15", "met_on_time", met_at="2025-02-10 10:00"),
            Expected("2025-02-10 10:00", "2025-03-10", "overdue", overdue_days=10),
        ),
    ),
    Example(
        title="The release ends before a review is due",
        facts=(MEDIUM, RELEASED, Row("release", "2025-02-01 09:00", {"state": "ended"})),
        settings=(MONTHLY,),
        day="2025-03-20",
        expected=(
            Expected(
                "2025-01-15 18:00", "2025-02-15", "no_longer_owed", closed_at="2025-02-01 09:00"
            ),
        ),
    ),
    Example(
        title="The interval is not set",
        facts=(MEDIUM, RELEASED),
        settings=(),
        day="2025-03-20",
        expected=(Expected("2025-01-15 18:00", None, "no_standard_set"),),
    ),
)
