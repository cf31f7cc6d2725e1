"""Worked examples of the duty to do what the plan says."""

from dutybook.duties.examples import Example, Expected, Row

AGREED = 10
REGISTERED = Row("registration", "2024-06-03", {"state": "registered"})
ACTION = Row("plan_action", "2025-03-10", {"due": "2025-03-31"}, fact_id=AGREED)

EXAMPLES = (
    Example(
        title="Done a week before its day",
        facts=(
            REGISTERED,
            ACTION,
            Row(
                "plan_action_end",
                "2025-03-24 10:00",
                {"of": AGREED, "outcome": "done", "rationale": True},
            ),
        ),
        settings=(),
        day="2025-04-30",
        expected=(Expected("2025-03-10", "2025-03-31", "met_on_time", met_at="2025-03-24 10:00"),),
    ),
    Example(
        title="Its day went by",
        facts=(REGISTERED, ACTION),
        settings=(),
        day="2025-04-02",
        expected=(Expected("2025-03-10", "2025-03-31", "overdue", overdue_days=2),),
    ),
    Example(
        title="Ticked off without a word of what was done",
        facts=(
            REGISTERED,
            ACTION,
            Row(
                "plan_action_end",
                "2025-03-24 10:00",
                {"of": AGREED, "outcome": "done", "rationale": False},
            ),
        ),
        settings=(),
        day="2025-04-01",
        expected=(Expected("2025-03-10", "2025-03-31", "overdue", overdue_days=1),),
    ),
)
