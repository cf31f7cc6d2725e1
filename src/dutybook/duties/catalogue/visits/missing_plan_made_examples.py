"""Worked examples of the duty to plan the search for a missing offender."""

from dutybook.duties.examples import Example, Expected, Row, Setting

REGISTERED = Row("registration", "2025-01-10", {"state": "registered"})
LOW = Row("risk_level", "2025-01-10", {"level": "low"})
LOST = Row("whereabouts", "2025-03-04 10:00", {"state": "not_found"})
WITHIN = Setting("missing.plan_within", 24, "hours")

EXAMPLES = (
    Example(
        title="A plan with an owner, the same day",
        facts=(REGISTERED, LOW, LOST, Row("missing_plan", "2025-03-04 15:00", {"owned": True})),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected(
                "2025-03-04 10:00", "2025-03-05 10:00", "met_on_time", met_at="2025-03-04 15:00"
            ),
        ),
    ),
    Example(
        title="A plan that nobody owns",
        facts=(REGISTERED, LOW, LOST, Row("missing_plan", "2025-03-04 15:00", {"owned": False})),
        settings=(WITHIN,),
        day="2025-03-06",
        expected=(Expected("2025-03-04 10:00", "2025-03-05 10:00", "overdue", overdue_days=1),),
    ),
    Example(
        title="Found the next morning, before a plan was due",
        facts=(REGISTERED, LOW, LOST, Row("whereabouts", "2025-03-05 08:00", {"state": "known"})),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected(
                "2025-03-04 10:00",
                "2025-03-05 10:00",
                "no_longer_owed",
                closed_at="2025-03-05 08:00",
            ),
        ),
    ),
    Example(
        title="The time is not set",
        facts=(REGISTERED, LOW, LOST),
        settings=(),
        day="2025-03-06",
        expected=(Expected("2025-03-04 10:00", None, "no_standard_set"),),
    ),
)
