"""Worked examples of the duty to have leaflets at hand."""

from dutybook.duties.examples import Example, Expected, Row, Setting

NEEDED = Row("document_kind", "2025-01-01", {"kind": "family_leaflet"})
QUARTERLY = Setting("leaflet.stock_interval", 3, "months")
CHECKED = Row("stock_check", "2025-03-12 10:00", {"found": True})
FIRST_MET = Expected("2025-01-01", "2025-04-01", "met_on_time", met_at="2025-03-12 10:00")

EXAMPLES = (
    Example(
        title="Found everywhere in March, and not looked for since",
        facts=(NEEDED, CHECKED),
        settings=(QUARTERLY,),
        day="2025-06-30",
        expected=(
            FIRST_MET,
            Expected("2025-03-12 10:00", "2025-06-12", "overdue", overdue_days=18),
        ),
    ),
    Example(
        title="Looked for, and one station had none",
        facts=(NEEDED, Row("stock_check", "2025-03-12 10:00", {"found": False})),
        settings=(QUARTERLY,),
        day="2025-04-03",
        expected=(Expected("2025-01-01", "2025-04-01", "overdue", overdue_days=2),),
    ),
    Example(
        title="The interval is not set",
        facts=(NEEDED,),
        settings=(),
        day="2025-06-30",
        expected=(Expected("2025-01-01", None, "no_standard_set"),),
    ),
)
