"""Worked examples of the duty to review risk management plans."""

from dutybook.duties.examples import Example, Expected, Row, Setting

MEDIUM = Row("risk_level", "2025-01-10", {"level": "medium"})
PLAN, NEW_PLAN, ASSESSMENT = 10, 11, 12
MADE = Row("risk_plan", "2025-05-06 11:00", fact_id=PLAN)
WITHIN = Setting("supervisor_review.within", 1, "months")

EXAMPLES = (
    Example(
        title="Made and reviewed within the month; made anew, and waiting",
        facts=(
            MEDIUM,
            MADE,
            Row("supervisor_review", "2025-05-20 14:00", {"of": PLAN, "what": "plan"}),
            Row("risk_plan", "2025-08-30 11:00", fact_id=NEW_PLAN),
        ),
        settings=(WITHIN,),
        day="2025-09-15",
        expected=(
            Expected("2025-05-06 11:00", "2025-06-06", "met_on_time", met_at="2025-05-20 14:00"),
            Expected("2025-08-30 11:00", "2025-09-30", "due"),
        ),
    ),
    Example(
        title="A review of the assessment is not a review of the plan",
        facts=(
            MEDIUM,
            MADE,
            Row("arms_assessment", "2025-05-06 10:00", fact_id=ASSESSMENT),
            Row("supervisor_review", "2025-05-20 14:00", {"of": ASSESSMENT, "what": "arms"}),
        ),
        settings=(WITHIN,),
        day="2025-06-10",
        expected=(Expected("2025-05-06 11:00", "2025-06-06", "overdue", overdue_days=4),),
    ),
    Example(
        title="The offender goes to custody; the review is still owed",
        facts=(
            MEDIUM,
            MADE,
            Row("community_status", "2025-05-10 09:00", {"state": "custody"}),
        ),
        settings=(WITHIN,),
        day="2025-06-07",
        expected=(Expected("2025-05-06 11:00", "2025-06-06", "overdue", overdue_days=1),),
    ),
)
