"""Worked examples of the duty to review ARMS assessments."""

from dutybook.duties.examples import Example, Expected, Row, Setting

MEDIUM = Row("risk_level", "2025-01-10", {"level": "medium"})
FIRST, SECOND = 10, 11
ASSESSED = Row("arms_assessment", "2025-01-31 10:00", fact_id=FIRST)
ASSESSED_AGAIN = Row("arms_assessment", "2025-03-10 09:00", fact_id=SECOND)
WITHIN = Setting("supervisor_review.within", 1, "months")


def _review(of: int, at: str) -> Row:
    return Row("supervisor_review", at, {"of": of, "what": "arms", "outcome": "agreed"})


EXAMPLES = (
    Example(
        title="Reviewed on the last day: a month from 31 January ends on 28 February",
        facts=(MEDIUM, ASSESSED, _review(FIRST, "2025-02-28 16:00")),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected("2025-01-31 10:00", "2025-02-28", "met_on_time", met_at="2025-02-28 16:00"),
        ),
    ),
    Example(
        title="Reviewed the day after",
        facts=(MEDIUM, ASSESSED, _review(FIRST, "2025-03-01 09:00")),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected("2025-01-31 10:00", "2025-02-28", "met_late", met_at="2025-03-01 09:00"),
        ),
    ),
    Example(
        title="A review of the second assessment leaves the first unreviewed",
        facts=(MEDIUM, ASSESSED, ASSESSED_AGAIN, _review(SECOND, "2025-03-12 10:00")),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected("2025-01-31 10:00", "2025-02-28", "overdue", overdue_days=31),
            Expected("2025-03-10 09:00", "2025-04-10", "met_on_time", met_at="2025-03-12 10:00"),
        ),
    ),
    Example(
        title="The force has not set the time: reviewed at once, and still no standard set",
        facts=(MEDIUM, ASSESSED, _review(FIRST, "2025-02-01 09:00")),
        settings=(),
        day="2025-03-31",
        expected=(
            Expected("2025-01-31 10:00", None, "no_standard_set", met_at="2025-02-01 09:00"),
        ),
    ),
)
