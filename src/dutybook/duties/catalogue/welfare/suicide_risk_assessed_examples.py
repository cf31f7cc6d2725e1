"""Worked examples of the duty to assess a suspect's risk of suicide."""

from dutybook.duties.examples import Example, Expected, Row, Setting

LOW = Row("grade", "2025-03-03 09:00", {"level": "low"})
INVITED, INTERVIEWED = (10, 11)
INVITATION = Row(
    "suspect_step", "2025-03-10 10:00", {"kind": "invited_to_interview"}, fact_id=INVITED
)
INTERVIEW = Row("suspect_step", "2025-03-12 15:00", {"kind": "interviewed"}, fact_id=INTERVIEWED)
WITHIN = Setting("suicide_risk.within", 2, "hours")

EXAMPLES = (
    Example(
        title="Assessed by telephone when invited, and the reason recorded",
        facts=(
            LOW,
            INVITATION,
            Row(
                "suicide_risk_assessment",
                "2025-03-10 10:30",
                {"of": INVITED, "in_person": False, "reason": True},
            ),
        ),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected(
                "2025-03-10 10:00", "2025-03-10 12:00", "met_on_time", met_at="2025-03-10 10:30"
            ),
        ),
    ),
    Example(
        title="Assessed when invited, and not after the interview",
        facts=(
            LOW,
            INVITATION,
            Row("suicide_risk_assessment", "2025-03-10 10:30", {"of": INVITED, "in_person": True}),
            INTERVIEW,
        ),
        settings=(WITHIN,),
        day="2025-03-14",
        expected=(
            Expected(
                "2025-03-10 10:00", "2025-03-10 12:00", "met_on_time", met_at="2025-03-10 10:30"
            ),
            Expected("2025-03-12 15:00", "2025-03-12 17:00", "overdue", overdue_days=2),
        ),
    ),
    Example(
        title="By telephone, with no reason why not in person",
        facts=(
            LOW,
            INTERVIEW,
            Row(
                "suicide_risk_assessment",
                "2025-03-12 16:00",
                {"of": INTERVIEWED, "in_person": False},
            ),
        ),
        settings=(WITHIN,),
        day="2025-03-13",
        expected=(Expected("2025-03-12 15:00", "2025-03-12 17:00", "overdue", overdue_days=1),),
    ),
    Example(
        title="The time is not set",
        facts=(
            LOW,
            INTERVIEW,
            Row(
                "suicide_risk_assessment",
                "2025-03-12 16:00",
                {"of": INTERVIEWED, "in_person": True},
            ),
        ),
        settings=(),
        day="2025-03-31",
        expected=(
            Expected("2025-03-12 15:00", None, "no_standard_set", met_at="2025-03-12 16:00"),
        ),
    ),
)
