"""Worked examples of the duty to consider arrest."""

from dutybook.duties.examples import Example, Expected, Row, Setting

REFERRED = Row("referral", "2025-03-03 09:00")
WITHIN = Setting("arrest.consider_within", 7, "days")

EXAMPLES = (
    Example(
        title="A reasoned decision not to arrest complies",
        facts=(
            REFERRED,
            Row(
                "arrest_decision", "2025-03-06 10:00", {"decision": "no_arrest", "rationale": True}
            ),
        ),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected("2025-03-03 09:00", "2025-03-10", "met_on_time", met_at="2025-03-06 10:00"),
        ),
    ),
    Example(
        title="Decided, with no rationale",
        facts=(
            REFERRED,
            Row(
                "arrest_decision", "2025-03-06 10:00", {"decision": "no_arrest", "rationale": False}
            ),
        ),
        settings=(WITHIN,),
        day="2025-03-14",
        expected=(Expected("2025-03-03 09:00", "2025-03-10", "overdue", overdue_days=4),),
    ),
    Example(
        title="He attended voluntarily, and nobody recorded why he was not arrested",
        facts=(REFERRED, Row("enforcement", "2025-03-07 11:00", {"kind": "voluntary_attendance"})),
        settings=(WITHIN,),
        day="2025-03-11",
        expected=(Expected("2025-03-03 09:00", "2025-03-10", "overdue", overdue_days=1),),
    ),
    Example(
        title="The time is not set",
        facts=(
            REFERRED,
            Row("arrest_decision", "2025-03-06 10:00", {"decision": "arrest", "rationale": True}),
        ),
        settings=(),
        day="2025-03-31",
        expected=(
            Expected("2025-03-03 09:00", None, "no_standard_set", met_at="2025-03-06 10:00"),
        ),
    ),
)
