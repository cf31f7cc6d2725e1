"""Worked examples of the duty to decide requests for disclosure."""

from dutybook.duties.examples import Example, Expected, Row, Setting

MEDIUM = Row("risk_level", "2025-01-10", {"level": "medium"})
ASKED = Row("disclosure_request", "2025-02-03 11:00")
WITHIN = Setting("disclosure.request_within", 10, "days")

EXAMPLES = (
    Example(
        title="Decided in the first week",
        facts=(
            MEDIUM,
            ASKED,
            Row(
                "disclosure_decision",
                "2025-02-07 09:00",
                {"decision": "disclose", "rationale": True},
            ),
        ),
        settings=(WITHIN,),
        day="2025-02-28",
        expected=(
            Expected("2025-02-03 11:00", "2025-02-13", "met_on_time", met_at="2025-02-07 09:00"),
        ),
    ),
    Example(
        title="She has had no answer",
        facts=(MEDIUM, ASKED),
        settings=(WITHIN,),
        day="2025-02-20",
        expected=(Expected("2025-02-03 11:00", "2025-02-13", "overdue", overdue_days=7),),
    ),
    Example(
        title="The time is not set",
        facts=(MEDIUM, ASKED),
        settings=(),
        day="2025-02-20",
        expected=(Expected("2025-02-03 11:00", None, "no_standard_set"),),
    ),
)
