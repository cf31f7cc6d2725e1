"""Worked examples of the duty to use a search warrant or return it."""

from dutybook.duties.examples import Example, Expected, Row

HIGH = Row("grade", "2024-11-01 09:00", {"level": "high"})
WARRANT = 10
ISSUED = Row("search_warrant", "2024-11-30 10:00", fact_id=WARRANT)

EXAMPLES = (
    Example(
        title="Executed a week later",
        facts=(
            HIGH,
            ISSUED,
            Row(
                "search_warrant_result", "2024-12-07 06:30", {"of": WARRANT, "outcome": "executed"}
            ),
        ),
        settings=(),
        day="2025-03-31",
        expected=(
            Expected("2024-11-30 10:00", "2025-02-28", "met_on_time", met_at="2024-12-07 06:30"),
        ),
    ),
    Example(
        title="Three months from 30 November end on 28 February: the day after is late",
        facts=(HIGH, ISSUED),
        settings=(),
        day="2025-03-01",
        expected=(Expected("2024-11-30 10:00", "2025-02-28", "overdue", overdue_days=1),),
    ),
    Example(
        title="Returned unused before it ran out",
        facts=(
            HIGH,
            ISSUED,
            Row(
                "search_warrant_result", "2025-02-27 12:00", {"of": WARRANT, "outcome": "returned"}
            ),
        ),
        settings=(),
        day="2025-03-31",
        expected=(
            Expected("2024-11-30 10:00", "2025-02-28", "met_on_time", met_at="2025-02-27 12:00"),
        ),
    ),
)
