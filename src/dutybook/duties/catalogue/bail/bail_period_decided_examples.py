"""Worked examples of the duty to end bail or extend it before its period runs out."""

from dutybook.duties.examples import Example, Expected, Row

FIRST = Row("bail_segment", "2025-01-11", {"until": "2025-04-10", "conditional": True})

EXAMPLES = (
    Example(
        title="Extended by an inspector in the last week",
        facts=(
            FIRST,
            Row(
                "bail_authority",
                "2025-04-07 10:00",
                {"step": "to_six_months", "rank": "inspector", "running": True},
            ),
        ),
        settings=(),
        day="2025-04-30",
        expected=(Expected("2025-01-11", "2025-04-10", "met_on_time", met_at="2025-04-07 10:00"),),
    ),
    Example(
        title="Nobody decided, and it ran out",
        facts=(FIRST,),
        settings=(),
        day="2025-04-12",
        expected=(Expected("2025-01-11", "2025-04-10", "overdue", overdue_days=2),),
    ),
    Example(
        title="Charged in the second month",
        facts=(FIRST, Row("bail_end", "2025-02-20 11:00")),
        settings=(),
        day="2025-04-30",
        expected=(Expected("2025-01-11", "2025-04-10", "met_on_time", met_at="2025-02-20 11:00"),),
    ),
    Example(
        title="The end of the period is not recorded",
        facts=(Row("bail_segment", "2025-01-11", {"conditional": True}),),
        settings=(),
        day="2025-04-30",
        expected=(Expected("2025-01-11", None, "no_standard_set"),),
    ),
)
