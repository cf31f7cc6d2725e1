"""Worked examples of the duty to review work with probation."""

from dutybook.duties.examples import Example, Expected, Row, Setting

NEEDED = Row("agreement_kind", "2025-01-01", {"kind": "probation"})
QUARTERLY = Setting("partner.review_interval", 3, "months")

EXAMPLES = (
    Example(
        title="Met in March, and not in the quarter after",
        facts=(NEEDED, Row("partner_review", "2025-03-12 10:00", {"both_ways": True})),
        settings=(QUARTERLY,),
        day="2025-06-30",
        expected=(
            Expected("2025-01-01", "2025-04-01", "met_on_time", met_at="2025-03-12 10:00"),
            Expected("2025-03-12 10:00", "2025-06-12", "overdue", overdue_days=18),
        ),
    ),
    Example(
        title="One side reported, and the other was not asked",
        facts=(NEEDED, Row("partner_review", "2025-03-12 10:00", {"both_ways": False})),
        settings=(QUARTERLY,),
        day="2025-04-03",
        expected=(Expected("2025-01-01", "2025-04-01", "overdue", overdue_days=2),),
    ),
    Example(
        title="The interval is not set",
        facts=(NEEDED,),
        settings=(),
        day="2025-06-30",
        expected=(Expected("2025-01-01", None, "no_standard_set"),),
    ),
)
