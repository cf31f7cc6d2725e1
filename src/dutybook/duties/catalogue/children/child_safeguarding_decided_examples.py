"""Worked examples of the duty to decide how a child is safeguarded."""

from dutybook.duties.examples import Example, Expected, Row, Setting

KNOWN, AGAIN = (10, 11)
AT_RISK = Row("child_at_risk", "2025-03-10 14:00", fact_id=KNOWN)
WITHIN = Setting("child.decide_within", 4, "hours")

EXAMPLES = (
    Example(
        title="Decided that afternoon",
        facts=(
            AT_RISK,
            Row(
                "safeguarding_decision",
                "2025-03-10 16:30",
                {"of": KNOWN, "decision": "tell_social_care", "rationale": True},
            ),
        ),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected(
                "2025-03-10 14:00", "2025-03-10 18:00", "met_on_time", met_at="2025-03-10 16:30"
            ),
        ),
    ),
    Example(
        title="Nothing to be done, and no reason given",
        facts=(
            AT_RISK,
            Row(
                "safeguarding_decision",
                "2025-03-10 16:30",
                {"of": KNOWN, "decision": "no_further_action"},
            ),
        ),
        settings=(WITHIN,),
        day="2025-03-11",
        expected=(Expected("2025-03-10 14:00", "2025-03-10 18:00", "overdue", overdue_days=1),),
    ),
    Example(
        title="Something new is learnt: it asks for a decision of its own",
        facts=(
            AT_RISK,
            Row(
                "safeguarding_decision",
                "2025-03-10 16:30",
                {"of": KNOWN, "decision": "no_further_action", "rationale": True},
            ),
            Row("child_at_risk", "2025-04-02 09:00", fact_id=AGAIN),
        ),
        settings=(WITHIN,),
        day="2025-04-04",
        expected=(
            Expected(
                "2025-03-10 14:00", "2025-03-10 18:00", "met_on_time", met_at="2025-03-10 16:30"
            ),
            Expected("2025-04-02 09:00", "2025-04-02 13:00", "overdue", overdue_days=2),
        ),
    ),
    Example(
        title="The time is not set",
        facts=(AT_RISK,),
        settings=(),
        day="2025-03-11",
        expected=(Expected("2025-03-10 14:00", None, "no_standard_set"),),
    ),
)
