"""Worked examples of the duty to resolve differences from the national register."""

from dutybook.duties.examples import Example, Expected, Row, Setting

ADDRESS = 10
MEDIUM = Row("risk_level", "2025-01-10", {"level": "medium"})
DIFFERS = Row("register_mismatch", "2025-02-03 09:00", fact_id=ADDRESS)
WITHIN = Setting("register.resolve_within", 5, "working_days")

EXAMPLES = (
    Example(
        title="Settled in the week",
        facts=(
            MEDIUM,
            DIFFERS,
            Row("register_mismatch_resolved", "2025-02-07 12:00", {"of": ADDRESS}),
        ),
        settings=(WITHIN,),
        day="2025-02-28",
        expected=(
            Expected("2025-02-03 09:00", "2025-02-10", "met_on_time", met_at="2025-02-07 12:00"),
        ),
    ),
    Example(
        title="Still two addresses",
        facts=(MEDIUM, DIFFERS),
        settings=(WITHIN,),
        day="2025-02-28",
        expected=(Expected("2025-02-03 09:00", "2025-02-10", "overdue", overdue_days=18),),
    ),
    Example(
        title="The time is not set",
        facts=(MEDIUM, DIFFERS),
        settings=(),
        day="2025-02-28",
        expected=(Expected("2025-02-03 09:00", None, "no_standard_set"),),
    ),
)
