"""Worked examples of the duty to review home visits."""

from dutybook.duties.examples import Example, Expected, Row, Setting

MEDIUM = Row("risk_level", "2025-01-10", {"level": "medium"})
SEEN, NO_REPLY = 10, 11
VISITED = Row("visit", "2025-03-04 18:30", {"outcome": "seen"}, fact_id=SEEN)
ATTEMPTED = Row("visit", "2025-03-12 19:00", {"outcome": "no_reply"}, fact_id=NO_REPLY)
WITHIN = Setting("supervisor_review.within", 1, "months")

EXAMPLES = (
    Example(
        title="A visit reviewed in time, and an attempt that nobody reviewed",
        facts=(
            MEDIUM,
            VISITED,
            ATTEMPTED,
            Row("supervisor_review", "2025-03-20 10:00", {"of": SEEN, "what": "visit"}),
        ),
        settings=(WITHIN,),
        day="2025-04-30",
        expected=(
            Expected("2025-03-04 18:30", "2025-04-04", "met_on_time", met_at="2025-03-20 10:00"),
            Expected("2025-03-12 19:00", "2025-04-12", "overdue", overdue_days=18),
        ),
    ),
    Example(
        title="A review that names no visit answers the oldest that waits",
        facts=(
            MEDIUM,
            VISITED,
            ATTEMPTED,
            Row("supervisor_review", "2025-03-20 10:00", {"what": "visit"}),
        ),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected("2025-03-04 18:30", "2025-04-04", "met_on_time", met_at="2025-03-20 10:00"),
            Expected("2025-03-12 19:00", "2025-04-12", "due"),
        ),
    ),
    Example(
        title="A withdrawn review is as if it had not been made",
        facts=(
            MEDIUM,
            VISITED,
            Row("supervisor_review", "2025-03-20 10:00", {"of": SEEN, "what": "visit"}, fact_id=12),
            Row(
                "supervisor_review",
                "2025-03-20 10:00",
                {"of": SEEN, "what": "visit"},
                recorded_at="2025-03-22 08:00",
                fact_id=12,
                version=2,
                withdrawn=True,
            ),
        ),
        settings=(WITHIN,),
        day="2025-04-05",
        expected=(Expected("2025-03-04 18:30", "2025-04-04", "overdue", overdue_days=1),),
    ),
)
