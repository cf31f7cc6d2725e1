"""Worked examples of the duty to have the answer of children's social care."""

from dutybook.duties.examples import Example, Expected, Row, Setting

TOLD_ONE = 10
TOLD = Row("social_care_told", "2025-03-07 17:10", fact_id=TOLD_ONE)
WITHIN = Setting("child.answer_within", 1, "working_days")

EXAMPLES = (
    Example(
        title="Told on a Friday evening, answered on the Monday",
        facts=(TOLD, Row("social_care_answer", "2025-03-10 11:00", {"of": TOLD_ONE})),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected("2025-03-07 17:10", "2025-03-10", "met_on_time", met_at="2025-03-10 11:00"),
        ),
    ),
    Example(
        title="No answer by the Tuesday: time to ring",
        facts=(TOLD,),
        settings=(WITHIN,),
        day="2025-03-11",
        expected=(Expected("2025-03-07 17:10", "2025-03-10", "overdue", overdue_days=1),),
    ),
    Example(
        title="The time is not set",
        facts=(TOLD,),
        settings=(),
        day="2025-03-11",
        expected=(Expected("2025-03-07 17:10", None, "no_standard_set"),),
    ),
)
