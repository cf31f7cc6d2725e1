"""Worked examples of the duty to consider bail."""

from dutybook.duties.examples import Example, Expected, Row, Setting

ARRESTED = Row("enforcement", "2025-03-05 07:00", {"kind": "arrest"})
WITHIN = Setting("bail.consider_within", 24, "hours")

EXAMPLES = (
    Example(
        title="Released without bail that evening, with reasons",
        facts=(
            ARRESTED,
            Row("bail_decision", "2025-03-05 19:00", {"decision": "no_bail", "rationale": True}),
        ),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected(
                "2025-03-05 07:00", "2025-03-06 07:00", "met_on_time", met_at="2025-03-05 19:00"
            ),
        ),
    ),
    Example(
        title="A voluntary attendance: that bail is not available is recorded, two days later",
        facts=(
            Row("enforcement", "2025-03-05 14:00", {"kind": "voluntary_attendance"}),
            Row(
                "bail_decision",
                "2025-03-07 10:00",
                {"decision": "not_available", "rationale": True},
            ),
        ),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected("2025-03-05 14:00", "2025-03-06 14:00", "met_late", met_at="2025-03-07 10:00"),
        ),
    ),
    Example(
        title="Bailed, and no rationale recorded",
        facts=(ARRESTED, Row("bail_decision", "2025-03-05 19:00", {"decision": "bail"})),
        settings=(WITHIN,),
        day="2025-03-08",
        expected=(Expected("2025-03-05 07:00", "2025-03-06 07:00", "overdue", overdue_days=2),),
    ),
    Example(
        title="A safeguarding visit asks for no decision on bail",
        facts=(Row("enforcement", "2025-03-05 14:00", {"kind": "safeguarding_visit"}),),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(),
    ),
    Example(
        title="The time is not set",
        facts=(ARRESTED,),
        settings=(),
        day="2025-03-08",
        expected=(Expected("2025-03-05 07:00", None, "no_standard_set"),),
    ),
)
