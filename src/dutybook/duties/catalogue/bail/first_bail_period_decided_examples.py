"""Worked examples of the duty to end or extend bail within its first three months."""

from dutybook.duties.examples import Example, Expected, Row

STANDARD = {"case": "standard"}
EXTENDED = Row(
    "bail_authority",
    "2025-05-30 10:00",
    {"step": "to_six_months", "rank": "inspector", "running": True},
)

EXAMPLES = (
    Example(
        title="Arrest on 28 February: the last day is 31 May",
        facts=(Row("bail_start", "2025-02-28", STANDARD), EXTENDED),
        settings=(),
        day="2025-06-30",
        expected=(Expected("2025-02-28", "2025-05-31", "met_on_time", met_at="2025-05-30 10:00"),),
    ),
    Example(
        title="Arrest on 29 November: the last day is 28 February, and nobody decided",
        facts=(Row("bail_start", "2024-11-29", STANDARD),),
        settings=(),
        day="2025-03-02",
        expected=(Expected("2024-11-29", "2025-02-28", "overdue", overdue_days=2),),
    ),
    Example(
        title="Two weeks with the prosecutor move the last day by two weeks",
        facts=(
            Row("bail_start", "2025-01-10", STANDARD),
            Row("bail_clock", "2025-02-03 12:00", {"state": "suspended"}),
            Row("bail_clock", "2025-02-17 12:00", {"state": "running"}),
        ),
        settings=(),
        day="2025-04-25",
        expected=(Expected("2025-01-10", "2025-04-24", "overdue", overdue_days=1),),
    ),
    Example(
        title="The prosecutor asks for more on the last day: seven days are left",
        facts=(
            Row("bail_start", "2025-01-10", STANDARD),
            Row("bail_clock", "2025-04-10 09:00", {"state": "suspended"}),
            Row("bail_clock", "2025-04-14 09:00", {"state": "running"}),
        ),
        settings=(),
        day="2025-04-15",
        expected=(Expected("2025-01-10", "2025-04-20", "due"),),
    ),
    Example(
        title="A case of the National Crime Agency has other periods",
        facts=(Row("bail_start", "2025-01-10", {"case": "other_body"}),),
        settings=(),
        day="2025-06-30",
        expected=(),
    ),
)
