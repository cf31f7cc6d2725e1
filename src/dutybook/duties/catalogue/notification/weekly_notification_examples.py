"""Worked examples of the duty to notify weekly."""

from dutybook.duties.examples import Example, Expected, Row

REGISTERED = Row("registration", "2024-01-10", {"state": "registered"})
MEDIUM = Row("risk_level", "2024-01-10", {"level": "medium"})
NO_HOME = Row("residence", "2025-03-03 10:00", {"state": "none"})
CAME = Row("notification", "2025-03-09 11:00", {"kind": "periodic"})
FIRST_MET = Expected("2025-03-03 10:00", "2025-03-10", "met_on_time", met_at="2025-03-09 11:00")

EXAMPLES = (
    Example(
        title="He came in the first week and not in the second",
        facts=(REGISTERED, MEDIUM, NO_HOME, CAME),
        settings=(),
        day="2025-03-18",
        expected=(FIRST_MET, Expected("2025-03-09 11:00", "2025-03-16", "overdue", overdue_days=2)),
    ),
    Example(
        title="He has a home again: the weekly duty ends",
        facts=(
            REGISTERED,
            MEDIUM,
            NO_HOME,
            CAME,
            Row("residence", "2025-03-12 09:00", {"state": "fixed"}),
        ),
        settings=(),
        day="2025-03-31",
        expected=(
            FIRST_MET,
            Expected(
                "2025-03-09 11:00", "2025-03-16", "no_longer_owed", closed_at="2025-03-12 09:00"
            ),
        ),
    ),
    Example(
        title="The week ends in custody: three days from his release, that day included",
        facts=(
            REGISTERED,
            MEDIUM,
            NO_HOME,
            CAME,
            Row("community_status", "2025-03-14 20:00", {"state": "custody"}),
            Row("community_status", "2025-03-25 09:00", {"state": "community"}),
        ),
        settings=(),
        day="2025-03-29",
        expected=(FIRST_MET, Expected("2025-03-09 11:00", "2025-03-27", "overdue", overdue_days=2)),
    ),
    Example(
        title="Late when he goes into custody: late he stays",
        facts=(
            REGISTERED,
            MEDIUM,
            NO_HOME,
            CAME,
            Row("community_status", "2025-03-19 20:00", {"state": "custody"}),
            Row("community_status", "2025-03-25 09:00", {"state": "community"}),
        ),
        settings=(),
        day="2025-03-26",
        expected=(
            FIRST_MET,
            Expected("2025-03-09 11:00", "2025-03-16", "overdue", overdue_days=10),
        ),
    ),
)
