"""Worked examples of the duty of the first notification."""

from dutybook.duties.examples import Example, Expected, Row

MEDIUM = Row("risk_level", "2025-03-03", {"level": "medium"})
CONVICTED = Row("relevant_date", "2025-03-03")
FIRST = {"kind": "initial"}

EXAMPLES = (
    Example(
        title="Convicted on Monday: Wednesday is the last day",
        facts=(MEDIUM, CONVICTED, Row("notification", "2025-03-05 16:00", FIRST)),
        settings=(),
        day="2025-03-31",
        expected=(Expected("2025-03-03", "2025-03-05", "met_on_time", met_at="2025-03-05 16:00"),),
    ),
    Example(
        title="On Thursday it is late",
        facts=(MEDIUM, CONVICTED, Row("notification", "2025-03-06 09:00", FIRST)),
        settings=(),
        day="2025-03-31",
        expected=(Expected("2025-03-03", "2025-03-05", "met_late", met_at="2025-03-06 09:00"),),
    ),
    Example(
        title="A week in custody in between is left out",
        facts=(
            MEDIUM,
            CONVICTED,
            Row("community_status", "2025-03-04 12:00", {"state": "custody"}),
            Row("community_status", "2025-03-11 12:00", {"state": "community"}),
        ),
        settings=(),
        day="2025-03-13",
        expected=(Expected("2025-03-03", "2025-03-12", "overdue", overdue_days=1),),
    ),
    Example(
        title="In custody from the start: the clock stands",
        facts=(MEDIUM, CONVICTED, Row("community_status", "2025-03-03", {"state": "custody"})),
        settings=(),
        day="2025-03-31",
        expected=(Expected("2025-03-03", None, "stopped", left="2 days, 23 hours, 59 minutes"),),
    ),
)
