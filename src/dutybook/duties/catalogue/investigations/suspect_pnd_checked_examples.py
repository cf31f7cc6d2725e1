"""Worked examples of the duty to search the Police National Database for suspects."""

from dutybook.duties.examples import Example, Expected, Row, Setting

REFERRED = Row("referral", "2025-03-03 09:00")
WITHIN = Setting("suspect_pnd.within", 3, "working_days")

EXAMPLES = (
    Example(
        title="Searched and assessed in time",
        facts=(REFERRED, Row("suspect_pnd_check", "2025-03-04 16:00", {"assessed": True})),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected("2025-03-03 09:00", "2025-03-06", "met_on_time", met_at="2025-03-04 16:00"),
        ),
    ),
    Example(
        title="Searched, and nobody assessed what it found",
        facts=(REFERRED, Row("suspect_pnd_check", "2025-03-04 16:00", {"assessed": False})),
        settings=(WITHIN,),
        day="2025-03-10",
        expected=(Expected("2025-03-03 09:00", "2025-03-06", "overdue", overdue_days=4),),
    ),
    Example(
        title="The time is not set",
        facts=(REFERRED,),
        settings=(),
        day="2025-03-10",
        expected=(Expected("2025-03-03 09:00", None, "no_standard_set"),),
    ),
)
