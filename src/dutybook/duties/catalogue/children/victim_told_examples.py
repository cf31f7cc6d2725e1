"""Worked examples of the duty to tell victims."""

from dutybook.duties.examples import Example, Expected, Row, Setting

BAILED = 10
RELEASED = Row("victim_event", "2025-03-06 20:00", {"kind": "released_on_bail"}, fact_id=BAILED)
WITHIN = Setting("victim.tell_within", 1, "working_days")

EXAMPLES = (
    Example(
        title="Told the next day",
        facts=(RELEASED, Row("victim_told", "2025-03-07 10:00", {"of": BAILED})),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected("2025-03-06 20:00", "2025-03-07", "met_on_time", met_at="2025-03-07 10:00"),
        ),
    ),
    Example(
        title="Nobody was told over the weekend",
        facts=(RELEASED,),
        settings=(WITHIN,),
        day="2025-03-09",
        expected=(Expected("2025-03-06 20:00", "2025-03-07", "overdue", overdue_days=2),),
    ),
    Example(
        title="The time is not set",
        facts=(RELEASED,),
        settings=(),
        day="2025-03-09",
        expected=(Expected("2025-03-06 20:00", None, "no_standard_set"),),
    ),
)
