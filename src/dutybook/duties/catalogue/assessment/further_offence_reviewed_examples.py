"""Worked examples of the duty to review management after a further offence."""

from dutybook.duties.examples import Example, Expected, Row, Setting

OFFENCE = 10
HIGH = Row("risk_level", "2025-01-10", {"level": "high"})
CHARGED = Row("further_offence", "2025-02-03 11:00", fact_id=OFFENCE)
WITHIN = Setting("further_offence.review_within", 14, "days")

EXAMPLES = (
    Example(
        title="Commissioned in the first week",
        facts=(HIGH, CHARGED, Row("further_offence_review", "2025-02-07 09:00", {"of": OFFENCE})),
        settings=(WITHIN,),
        day="2025-02-28",
        expected=(
            Expected("2025-02-03 11:00", "2025-02-17", "met_on_time", met_at="2025-02-07 09:00"),
        ),
    ),
    Example(
        title="Nobody commissioned one",
        facts=(HIGH, CHARGED),
        settings=(WITHIN,),
        day="2025-02-28",
        expected=(Expected("2025-02-03 11:00", "2025-02-17", "overdue", overdue_days=11),),
    ),
    Example(
        title="The time is not set",
        facts=(HIGH, CHARGED),
        settings=(),
        day="2025-02-28",
        expected=(Expected("2025-02-03 11:00", None, "no_standard_set"),),
    ),
)
