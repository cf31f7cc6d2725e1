"""Worked examples of the duty to tell children's social care."""

from dutybook.duties.examples import Example, Expected, Row, Setting

DECISION = 10
DECIDED = Row(
    "safeguarding_decision",
    "2025-03-10 16:30",
    {"decision": "tell_social_care", "rationale": True},
    fact_id=DECISION,
)
WITHIN = Setting("child.tell_within", 2, "hours")

EXAMPLES = (
    Example(
        title="Told within the hour",
        facts=(DECIDED, Row("social_care_told", "2025-03-10 17:10", {"of": DECISION})),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected(
                "2025-03-10 16:30", "2025-03-10 18:30", "met_on_time", met_at="2025-03-10 17:10"
            ),
        ),
    ),
    Example(
        title="Told the next morning",
        facts=(DECIDED, Row("social_care_told", "2025-03-11 09:00", {"of": DECISION})),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected("2025-03-10 16:30", "2025-03-10 18:30", "met_late", met_at="2025-03-11 09:00"),
        ),
    ),
    Example(
        title="No further action was decided: nobody need be told",
        facts=(
            Row(
                "safeguarding_decision",
                "2025-03-10 16:30",
                {"decision": "no_further_action", "rationale": True},
            ),
        ),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(),
    ),
    Example(
        title="The time is not set",
        facts=(DECIDED,),
        settings=(),
        day="2025-03-12",
        expected=(Expected("2025-03-10 16:30", None, "no_standard_set"),),
    ),
)
