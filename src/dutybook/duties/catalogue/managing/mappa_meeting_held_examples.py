"""Worked examples of the duty to hold the meeting of the agencies."""

from dutybook.duties.examples import Example, Expected, Row, Setting

REGISTERED = Row("registration", "2024-06-03", {"state": "registered"})
LEVEL = Row("risk_level", "2024-06-03", {"level": "high"})
LEVEL_2 = Row("mappa_level", "2025-01-06", {"state": "level_2"})
FIRST = Setting("mappa.first_meeting", 20, "working_days")
EVERY = Setting("mappa.meeting_interval", 84, "days")

EXAMPLES = (
    Example(
        title="First meeting in time, the next one running",
        facts=(REGISTERED, LEVEL, LEVEL_2, Row("mappa_meeting", "2025-01-27 10:00")),
        settings=(FIRST, EVERY),
        day="2025-02-28",
        expected=(
            Expected("2025-01-06", "2025-02-03", "met_on_time", met_at="2025-01-27 10:00"),
            Expected("2025-01-27 10:00", "2025-04-21", "due"),
        ),
    ),
    Example(
        title="Twenty working days went by without a meeting",
        facts=(REGISTERED, LEVEL, LEVEL_2),
        settings=(FIRST, EVERY),
        day="2025-02-10",
        expected=(Expected("2025-01-06", "2025-02-03", "overdue", overdue_days=7),),
    ),
    Example(
        title="Managed by one agency: no meeting is owed",
        facts=(REGISTERED, LEVEL, Row("mappa_level", "2025-01-06", {"state": "level_1"})),
        settings=(FIRST, EVERY),
        day="2025-06-30",
        expected=(),
    ),
    Example(
        title="The force has set no interval",
        facts=(REGISTERED, LEVEL, LEVEL_2),
        settings=(),
        day="2025-06-30",
        expected=(Expected("2025-01-06", None, "no_standard_set"),),
    ),
)
