"""Worked examples of the duty to look at what monitoring reports."""

from dutybook.duties.examples import Example, Expected, Row, Setting

REGISTERED = Row("registration", "2024-06-03", {"state": "registered"})
LEVEL = Row("risk_level", "2024-06-03", {"level": "high"})
MONITORED = Row("monitoring", "2025-01-06", {"state": "monitored"})
WEEKLY = Setting("monitoring.interval", 7, "days")

EXAMPLES = (
    Example(
        title="Looked at within the week, the next week running",
        facts=(REGISTERED, LEVEL, MONITORED, Row("monitoring_check", "2025-01-10 10:00")),
        settings=(WEEKLY,),
        day="2025-01-14",
        expected=(
            Expected("2025-01-06", "2025-01-13", "met_on_time", met_at="2025-01-10 10:00"),
            Expected("2025-01-10 10:00", "2025-01-17", "due"),
        ),
    ),
    Example(
        title="Nobody looked",
        facts=(REGISTERED, LEVEL, MONITORED),
        settings=(WEEKLY,),
        day="2025-01-20",
        expected=(Expected("2025-01-06", "2025-01-13", "overdue", overdue_days=7),),
    ),
    Example(
        title="The software was taken off while it was not yet due: it is owed no more",
        facts=(REGISTERED, LEVEL, MONITORED, Row("monitoring", "2025-01-08", {"state": "ended"})),
        settings=(WEEKLY,),
        day="2025-01-20",
        expected=(Expected("2025-01-06", "2025-01-13", "no_longer_owed", closed_at="2025-01-08"),),
    ),
    Example(
        title="The force has set no interval",
        facts=(REGISTERED, LEVEL, MONITORED),
        settings=(),
        day="2025-01-20",
        expected=(Expected("2025-01-06", None, "no_standard_set"),),
    ),
)
