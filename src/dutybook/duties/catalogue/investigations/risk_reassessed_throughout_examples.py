"""Worked examples of the duty to assess intelligence and risk throughout an investigation."""

from dutybook.duties.examples import Example, Expected, Row, Setting

MEDIUM = Row("grade", "2025-03-03 09:00", {"level": "medium"})
FIRST = Setting("risk_assessment.first", 7, "days")
MONTHLY = Setting("risk_assessment.interval", 1, "months")
ASSESSED = Row("risk_assessment", "2025-03-08 10:00")
FIRST_MET = Expected("2025-03-03 09:00", "2025-03-10", "met_on_time", met_at="2025-03-08 10:00")

EXAMPLES = (
    Example(
        title="Assessed in the first week, and then not for five weeks",
        facts=(MEDIUM, ASSESSED),
        settings=(FIRST, MONTHLY),
        day="2025-04-12",
        expected=(FIRST_MET, Expected("2025-03-08 10:00", "2025-04-08", "overdue", overdue_days=4)),
    ),
    Example(
        title="The grade rises: the shorter interval runs from that moment",
        facts=(MEDIUM, ASSESSED, Row("grade", "2025-03-20 12:00", {"level": "high"})),
        settings=(FIRST, MONTHLY, Setting("risk_assessment.interval", 7, "days", level="high")),
        day="2025-03-28",
        expected=(FIRST_MET, Expected("2025-03-08 10:00", "2025-03-27", "overdue", overdue_days=1)),
    ),
    Example(
        title="The investigation ends while nothing is late",
        facts=(MEDIUM, ASSESSED, Row("investigation_end", "2025-03-25 16:00", {"state": "ended"})),
        settings=(FIRST, MONTHLY),
        day="2025-05-01",
        expected=(
            FIRST_MET,
            Expected(
                "2025-03-08 10:00", "2025-04-08", "no_longer_owed", closed_at="2025-03-25 16:00"
            ),
        ),
    ),
    Example(
        title="Neither time is set",
        facts=(MEDIUM, ASSESSED),
        settings=(),
        day="2025-04-12",
        expected=(
            Expected("2025-03-03 09:00", None, "no_standard_set", met_at="2025-03-08 10:00"),
            Expected("2025-03-08 10:00", None, "no_standard_set"),
        ),
    ),
)
