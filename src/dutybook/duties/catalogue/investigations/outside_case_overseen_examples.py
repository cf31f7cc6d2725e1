"""Worked examples of the duty to oversee cases held outside the specialist team."""

from dutybook.duties.examples import Example, Expected, Row, Setting

LOW = Row("grade", "2025-03-03 09:00", {"level": "low"})
OUTSIDE = Row("case_holder", "2025-03-04 10:00", {"state": "outside_team"})
FIRST = Setting("oversight.first", 7, "days")
MONTHLY = Setting("oversight.interval", 1, "months")
LOOKED = Row("oversight_entry", "2025-03-10 14:00", {"by_specialist": True})
FIRST_MET = Expected("2025-03-04 10:00", "2025-03-11", "met_on_time", met_at="2025-03-10 14:00")

EXAMPLES = (
    Example(
        title="Looked at in the first week, and then overlooked",
        facts=(LOW, OUTSIDE, LOOKED),
        settings=(FIRST, MONTHLY),
        day="2025-04-14",
        expected=(FIRST_MET, Expected("2025-03-10 14:00", "2025-04-10", "overdue", overdue_days=4)),
    ),
    Example(
        title="An entry by the holding team's own supervisor does not count",
        facts=(LOW, OUTSIDE, Row("oversight_entry", "2025-03-10 14:00", {"by_specialist": False})),
        settings=(FIRST, MONTHLY),
        day="2025-03-12",
        expected=(Expected("2025-03-04 10:00", "2025-03-11", "overdue", overdue_days=1),),
    ),
    Example(
        title="The specialist team takes the case back",
        facts=(
            LOW,
            OUTSIDE,
            LOOKED,
            Row("case_holder", "2025-03-20 09:00", {"state": "specialist_team"}),
        ),
        settings=(FIRST, MONTHLY),
        day="2025-04-30",
        expected=(
            FIRST_MET,
            Expected(
                "2025-03-10 14:00", "2025-04-10", "no_longer_owed", closed_at="2025-03-20 09:00"
            ),
        ),
    ),
    Example(
        title="Neither time is set",
        facts=(LOW, OUTSIDE, LOOKED),
        settings=(),
        day="2025-04-14",
        expected=(
            Expected("2025-03-04 10:00", None, "no_standard_set", met_at="2025-03-10 14:00"),
            Expected("2025-03-10 14:00", None, "no_standard_set"),
        ),
    ),
)
