"""Worked examples of the duty to decide doubts about reactive management."""

from dutybook.duties.examples import Example, Expected, Row, Setting

REPORT, ARREST = (10, 11)
LOW = Row("risk_level", "2020-01-10", {"level": "low"})
REACTIVE = Row("management", "2024-03-04 10:00", {"state": "reactive"})
REPORTED = Row("reactive_trigger", "2025-03-03 10:00", {"kind": "intelligence"}, fact_id=REPORT)
WITHIN = Setting("reactive.decide_within", 2, "working_days")

EXAMPLES = (
    Example(
        title="Decided the next day that he stays reactive, with reasons",
        facts=(
            LOW,
            REACTIVE,
            REPORTED,
            Row(
                "risk_review",
                "2025-03-04 15:00",
                {"of": REPORT, "decision": "stays_reactive", "rationale": True},
            ),
        ),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected("2025-03-03 10:00", "2025-03-05", "met_on_time", met_at="2025-03-04 15:00"),
        ),
    ),
    Example(
        title="A report, then an arrest: only the arrest was decided on",
        facts=(
            LOW,
            REACTIVE,
            REPORTED,
            Row("reactive_trigger", "2025-03-04 07:00", {"kind": "arrest"}, fact_id=ARREST),
            Row(
                "risk_review",
                "2025-03-04 15:00",
                {"of": ARREST, "decision": "stays_reactive", "rationale": True},
            ),
        ),
        settings=(WITHIN,),
        day="2025-03-07",
        expected=(
            Expected("2025-03-03 10:00", "2025-03-05", "overdue", overdue_days=2),
            Expected("2025-03-04 07:00", "2025-03-06", "met_on_time", met_at="2025-03-04 15:00"),
        ),
    ),
    Example(
        title="Back in active management before it was due",
        facts=(LOW, REACTIVE, REPORTED, Row("management", "2025-03-04 16:00", {"state": "active"})),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected(
                "2025-03-03 10:00", "2025-03-05", "no_longer_owed", closed_at="2025-03-04 16:00"
            ),
        ),
    ),
    Example(
        title="The time is not set",
        facts=(LOW, REACTIVE, REPORTED),
        settings=(),
        day="2025-03-07",
        expected=(Expected("2025-03-03 10:00", None, "no_standard_set"),),
    ),
)
