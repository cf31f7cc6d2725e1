"""Worked examples of the duty to check bail conditions while the clock is stopped."""

from dutybook.duties.examples import Example, Expected, Row, Setting

SUSPENDED = Row("bail_clock", "2025-02-03 12:00", {"state": "suspended"})
MONTHLY = Setting("bail.suspended_check_interval", 1, "months")
CHECKED = Row("bail_check", "2025-03-01 19:00", {"proactive": True})
FIRST_MET = Expected("2025-02-03 12:00", "2025-03-03", "met_on_time", met_at="2025-03-01 19:00")

EXAMPLES = (
    Example(
        title="Checked in the first month and not in the second",
        facts=(SUSPENDED, CHECKED),
        settings=(MONTHLY,),
        day="2025-04-05",
        expected=(FIRST_MET, Expected("2025-03-01 19:00", "2025-04-01", "overdue", overdue_days=4)),
    ),
    Example(
        title="The prosecutor answers: the ordinary count goes on",
        facts=(SUSPENDED, CHECKED, Row("bail_clock", "2025-03-20 10:00", {"state": "running"})),
        settings=(MONTHLY,),
        day="2025-04-30",
        expected=(
            FIRST_MET,
            Expected(
                "2025-03-01 19:00", "2025-04-01", "no_longer_owed", closed_at="2025-03-20 10:00"
            ),
        ),
    ),
    Example(
        title="A breach learnt from a complaint is no check",
        facts=(SUSPENDED, Row("bail_check", "2025-02-20 09:00", {"proactive": False})),
        settings=(MONTHLY,),
        day="2025-03-04",
        expected=(Expected("2025-02-03 12:00", "2025-03-03", "overdue", overdue_days=1),),
    ),
    Example(
        title="The interval is not set",
        facts=(SUSPENDED,),
        settings=(),
        day="2025-04-05",
        expected=(Expected("2025-02-03 12:00", None, "no_standard_set"),),
    ),
)
