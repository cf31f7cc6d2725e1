"""Worked examples of the duty to offer support to the suspect's family."""

from dutybook.duties.examples import Example, Expected, Row, Setting

LOW = Row("grade", "2025-03-03 09:00", {"level": "low"})
ARRESTED = Row("enforcement", "2025-03-10 06:30", {"kind": "arrest"})
WITHIN = Setting("family_support.within", 2, "days")

EXAMPLES = (
    Example(
        title="Offered and refused on the day: the duty is met",
        facts=(LOW, ARRESTED, Row("family_support", "2025-03-10 12:00", {"outcome": "refused"})),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected("2025-03-10 06:30", "2025-03-12", "met_on_time", met_at="2025-03-10 12:00"),
        ),
    ),
    Example(
        title="A record was opened and its outcome left blank",
        facts=(LOW, ARRESTED, Row("family_support", "2025-03-10 12:00")),
        settings=(WITHIN,),
        day="2025-03-15",
        expected=(Expected("2025-03-10 06:30", "2025-03-12", "overdue", overdue_days=3),),
    ),
    Example(
        title="He lives alone, recorded three days late",
        facts=(LOW, ARRESTED, Row("family_support", "2025-03-15 12:00", {"outcome": "no_family"})),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected("2025-03-10 06:30", "2025-03-12", "met_late", met_at="2025-03-15 12:00"),
        ),
    ),
    Example(
        title="The time is not set",
        facts=(LOW, ARRESTED),
        settings=(),
        day="2025-03-15",
        expected=(Expected("2025-03-10 06:30", None, "no_standard_set"),),
    ),
)
