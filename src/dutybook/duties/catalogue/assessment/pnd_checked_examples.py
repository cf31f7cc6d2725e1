"""Worked examples of the duty on checks of the Police National Database."""

from dutybook.duties.examples import Example, Expected, Row, Setting

REGISTERED = Row("registration", "2025-01-10", {"state": "registered"})
MEDIUM = Row("risk_level", "2025-01-10", {"level": "medium"})
FIRST = Setting("pnd.first", 7, "days")
INTERVAL = Setting("pnd.interval", 3, "months")
CHECKED = Row("database_check", "2025-01-14 10:00", {"system": "pnd"})
FIRST_MET = Expected("2025-01-10", "2025-01-17", "met_on_time", met_at="2025-01-14 10:00")

EXAMPLES = (
    Example(
        title="Checked at registration and not since",
        facts=(REGISTERED, MEDIUM, CHECKED),
        settings=(FIRST, INTERVAL),
        day="2025-04-20",
        expected=(FIRST_MET, Expected("2025-01-14 10:00", "2025-04-14", "overdue", overdue_days=6)),
    ),
    Example(
        title="A check of the other database does not meet it",
        facts=(REGISTERED, MEDIUM, Row("database_check", "2025-01-14 10:00", {"system": "pnc"})),
        settings=(FIRST, INTERVAL),
        day="2025-01-20",
        expected=(Expected("2025-01-10", "2025-01-17", "overdue", overdue_days=3),),
    ),
    Example(
        title="Reactively managed offenders are checked like the others",
        facts=(
            REGISTERED,
            MEDIUM,
            CHECKED,
            Row("management", "2025-02-01 09:00", {"state": "reactive"}),
        ),
        settings=(FIRST, INTERVAL),
        day="2025-04-15",
        expected=(FIRST_MET, Expected("2025-01-14 10:00", "2025-04-14", "overdue", overdue_days=1)),
    ),
    Example(
        title="Neither time is set",
        facts=(REGISTERED, MEDIUM, CHECKED),
        settings=(),
        day="2025-04-20",
        expected=(
            Expected("2025-01-10", None, "no_standard_set", met_at="2025-01-14 10:00"),
            Expected("2025-01-14 10:00", None, "no_standard_set"),
        ),
    ),
)
