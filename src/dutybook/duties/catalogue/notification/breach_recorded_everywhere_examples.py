"""Worked examples of the duty to record breaches."""

from dutybook.duties.examples import Example, Expected, Row, Setting

BREACH = 10
MEDIUM = Row("risk_level", "2024-01-10", {"level": "medium"})
BROKEN = Row("notification_breach", "2025-03-10 15:00", fact_id=BREACH)
WITHIN = Setting("breach.record_within", 24, "hours")

EXAMPLES = (
    Example(
        title="On both systems the same evening",
        facts=(MEDIUM, BROKEN, Row("breach_recorded", "2025-03-10 19:00", {"of": BREACH})),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected(
                "2025-03-10 15:00", "2025-03-11 15:00", "met_on_time", met_at="2025-03-10 19:00"
            ),
        ),
    ),
    Example(
        title="Two hours too late",
        facts=(MEDIUM, BROKEN, Row("breach_recorded", "2025-03-11 17:00", {"of": BREACH})),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected("2025-03-10 15:00", "2025-03-11 15:00", "met_late", met_at="2025-03-11 17:00"),
        ),
    ),
    Example(
        title="The time is not set",
        facts=(MEDIUM, BROKEN),
        settings=(),
        day="2025-03-12",
        expected=(Expected("2025-03-10 15:00", None, "no_standard_set"),),
    ),
)
