"""Worked examples of the duty to train supervisors in trauma."""

from dutybook.duties.examples import Example, Expected, Row, Setting

SUPERVISES = Row("supervisor_role", "2025-01-06", {"state": "supervisor"})
FIRST = Setting("trauma_training.first", 3, "months")
INTERVAL = Setting("trauma_training.interval", 24, "months")
TRAINED = Row("training", "2025-03-18", {"course": "trauma_informed"})
FIRST_MET = Expected("2025-01-06", "2025-04-06", "met_on_time", met_at="2025-03-18")

EXAMPLES = (
    Example(
        title="Trained in the first quarter, and again due in two years",
        facts=(SUPERVISES, TRAINED),
        settings=(FIRST, INTERVAL),
        day="2026-01-31",
        expected=(FIRST_MET, Expected("2025-03-18", "2027-03-18", "due")),
    ),
    Example(
        title="Another course does not count",
        facts=(SUPERVISES, Row("training", "2025-03-18", {"course": "other"})),
        settings=(FIRST, INTERVAL),
        day="2025-04-30",
        expected=(Expected("2025-01-06", "2025-04-06", "overdue", overdue_days=24),),
    ),
    Example(
        title="No longer a supervisor",
        facts=(SUPERVISES, Row("supervisor_role", "2025-02-10", {"state": "not_supervisor"})),
        settings=(FIRST, INTERVAL),
        day="2025-04-30",
        expected=(Expected("2025-01-06", "2025-04-06", "no_longer_owed", closed_at="2025-02-10"),),
    ),
    Example(
        title="Neither time is set",
        facts=(SUPERVISES, TRAINED),
        settings=(),
        day="2026-01-31",
        expected=(
            Expected("2025-01-06", None, "no_standard_set", met_at="2025-03-18"),
            Expected("2025-03-18", None, "no_standard_set"),
        ),
    ),
)
