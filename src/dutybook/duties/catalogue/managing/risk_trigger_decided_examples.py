"""Worked examples of the duty to decide what something that happened means for the risk."""

from dutybook.duties.examples import Example, Expected, Row, Setting

HEARD, AGAIN = (10, 11)
REGISTERED = Row("registration", "2024-06-03", {"state": "registered"})
LEVEL = Row("risk_level", "2024-06-03", {"level": "high"})
CHILD = Row("risk_trigger", "2025-03-10 14:00", {"kind": "child_contact"}, fact_id=HEARD)
WITHIN = Setting("trigger.decide_within", 7, "days")

EXAMPLES = (
    Example(
        title="A new relationship with a child in it: the level changes two days later",
        facts=(
            REGISTERED,
            LEVEL,
            CHILD,
            Row(
                "risk_trigger_decision",
                "2025-03-12 10:00",
                {"of": HEARD, "decision": "level_changes", "rationale": True},
            ),
        ),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected("2025-03-10 14:00", "2025-03-17", "met_on_time", met_at="2025-03-12 10:00"),
        ),
    ),
    Example(
        title="A decision without reasons meets nothing",
        facts=(
            REGISTERED,
            LEVEL,
            CHILD,
            Row(
                "risk_trigger_decision",
                "2025-03-12 10:00",
                {"of": HEARD, "decision": "level_stays", "rationale": False},
            ),
        ),
        settings=(WITHIN,),
        day="2025-03-20",
        expected=(Expected("2025-03-10 14:00", "2025-03-17", "overdue", overdue_days=3),),
    ),
    Example(
        title="Two things happened and one was decided: the other stays open",
        facts=(
            REGISTERED,
            LEVEL,
            CHILD,
            Row("risk_trigger", "2025-03-11 09:00", {"kind": "arrest"}, fact_id=AGAIN),
            Row(
                "risk_trigger_decision",
                "2025-03-12 10:00",
                {"of": AGAIN, "decision": "level_stays", "rationale": True},
            ),
        ),
        settings=(WITHIN,),
        day="2025-03-13",
        expected=(
            Expected("2025-03-10 14:00", "2025-03-17", "due"),
            Expected("2025-03-11 09:00", "2025-03-18", "met_on_time", met_at="2025-03-12 10:00"),
        ),
    ),
    Example(
        title="The force has not said by when",
        facts=(REGISTERED, LEVEL, CHILD),
        settings=(),
        day="2025-03-20",
        expected=(Expected("2025-03-10 14:00", None, "no_standard_set"),),
    ),
)
