"""Worked examples of the duty to record what an action rested on."""

from dutybook.duties.examples import Example, Expected, Row, Setting

ACTION, LATER = (10, 11)
MEDIUM = Row("grade", "2025-03-03 09:00", {"level": "medium"})
ARRESTED = Row("enforcement", "2025-03-20 06:30", {"kind": "arrest"}, fact_id=ACTION)
WITHIN = Setting("enforcement.basis_within", 2, "days")

EXAMPLES = (
    Example(
        title="Recorded that evening",
        facts=(
            MEDIUM,
            ARRESTED,
            Row("enforcement_basis", "2025-03-20 19:00", {"of": ACTION}),
        ),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected("2025-03-20 06:30", "2025-03-22", "met_on_time", met_at="2025-03-20 19:00"),
        ),
    ),
    Example(
        title="Two actions, and only the second has its record",
        facts=(
            MEDIUM,
            ARRESTED,
            Row("enforcement", "2025-03-21 10:00", {"kind": "safeguarding_visit"}, fact_id=LATER),
            Row("enforcement_basis", "2025-03-21 15:00", {"of": LATER}),
        ),
        settings=(WITHIN,),
        day="2025-03-25",
        expected=(
            Expected("2025-03-20 06:30", "2025-03-22", "overdue", overdue_days=3),
            Expected("2025-03-21 10:00", "2025-03-23", "met_on_time", met_at="2025-03-21 15:00"),
        ),
    ),
    Example(
        title="The time is not set",
        facts=(MEDIUM, ARRESTED),
        settings=(),
        day="2025-03-31",
        expected=(Expected("2025-03-20 06:30", None, "no_standard_set"),),
    ),
)
