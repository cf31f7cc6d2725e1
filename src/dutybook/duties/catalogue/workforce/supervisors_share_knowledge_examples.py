"""Worked examples of the duty of supervisors to share what they know."""

from dutybook.duties.examples import Example, Expected, Row, Setting

SUPERVISES = Row("supervisor_role", "2025-01-06", {"state": "supervisor"})
HALF_YEARLY = Setting("knowledge_sharing.interval", 6, "months")

EXAMPLES = (
    Example(
        title="Took part once, and not in the half-year after",
        facts=(SUPERVISES, Row("training", "2025-05-20", {"course": "knowledge_sharing"})),
        settings=(HALF_YEARLY,),
        day="2025-11-30",
        expected=(
            Expected("2025-01-06", "2025-07-06", "met_on_time", met_at="2025-05-20"),
            Expected("2025-05-20", "2025-11-20", "overdue", overdue_days=10),
        ),
    ),
    Example(
        title="Trauma training is another thing",
        facts=(SUPERVISES, Row("training", "2025-05-20", {"course": "trauma_informed"})),
        settings=(HALF_YEARLY,),
        day="2025-07-07",
        expected=(Expected("2025-01-06", "2025-07-06", "overdue", overdue_days=1),),
    ),
    Example(
        title="The interval is not set",
        facts=(SUPERVISES,),
        settings=(),
        day="2025-11-30",
        expected=(Expected("2025-01-06", None, "no_standard_set"),),
    ),
)
