"""Worked examples of the duty to answer escalations."""

from dutybook.duties.examples import Example, Expected, Row, Setting

RAISED, ANOTHER = (10, 11)
NEEDED = Row("agreement_kind", "2025-01-01", {"kind": "probation"})
FIRST = Row("partner_escalation", "2025-03-10 10:00", {"raised_by": "police"}, fact_id=RAISED)
WITHIN = Setting("partner.answer_within", 2, "working_days")

EXAMPLES = (
    Example(
        title="Answered the next day",
        facts=(NEEDED, FIRST, Row("partner_escalation_answer", "2025-03-11 10:00", {"of": RAISED})),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected("2025-03-10 10:00", "2025-03-12", "met_on_time", met_at="2025-03-11 10:00"),
        ),
    ),
    Example(
        title="The second was answered, the first not",
        facts=(
            NEEDED,
            FIRST,
            Row("partner_escalation", "2025-03-11 09:00", {"raised_by": "police"}, fact_id=ANOTHER),
            Row("partner_escalation_answer", "2025-03-11 16:00", {"of": ANOTHER}),
        ),
        settings=(WITHIN,),
        day="2025-03-15",
        expected=(
            Expected("2025-03-10 10:00", "2025-03-12", "overdue", overdue_days=3),
            Expected("2025-03-11 09:00", "2025-03-13", "met_on_time", met_at="2025-03-11 16:00"),
        ),
    ),
    Example(
        title="What the other side raised is another duty",
        facts=(NEEDED, Row("partner_escalation", "2025-03-10 10:00", {"raised_by": "partner"})),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(),
    ),
    Example(
        title="The time is not set",
        facts=(NEEDED, FIRST),
        settings=(),
        day="2025-03-31",
        expected=(Expected("2025-03-10 10:00", None, "no_standard_set"),),
    ),
)
