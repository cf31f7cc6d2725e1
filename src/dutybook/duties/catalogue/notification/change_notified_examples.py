"""Worked examples of the duty of changes notified."""

from dutybook.duties.examples import Example, Expected, Row

REGISTERED = Row("registration", "2024-01-10", {"state": "registered"})
MEDIUM = Row("risk_level", "2024-01-10", {"level": "medium"})
MOVE = 10
MOVED = Row("notifiable_change", "2025-03-07", {"kind": "home_address"}, fact_id=MOVE)

EXAMPLES = (
    Example(
        title="Moved on a Friday: Sunday is the last day",
        facts=(
            REGISTERED,
            MEDIUM,
            MOVED,
            Row("notification", "2025-03-09 11:00", {"kind": "change", "of": MOVE}),
        ),
        settings=(),
        day="2025-03-31",
        expected=(Expected("2025-03-07", "2025-03-09", "met_on_time", met_at="2025-03-09 11:00"),),
    ),
    Example(
        title="Found out by a visit, not by him",
        facts=(REGISTERED, MEDIUM, MOVED),
        settings=(),
        day="2025-03-20",
        expected=(Expected("2025-03-07", "2025-03-09", "overdue", overdue_days=11),),
    ),
    Example(
        title="A yearly notification is not the notification of this change",
        facts=(
            REGISTERED,
            MEDIUM,
            MOVED,
            Row("notification", "2025-03-08 11:00", {"kind": "periodic"}),
        ),
        settings=(),
        day="2025-03-10",
        expected=(Expected("2025-03-07", "2025-03-09", "overdue", overdue_days=1),),
    ),
)
