"""Worked examples of the duty to seek the victim's views."""

from dutybook.duties.examples import Example, Expected, Row, Setting

GRANT, CHANGE = (10, 11)
PROPOSED = Row("bail_proposal", "2025-03-05 16:00", {"kind": "grant"}, fact_id=GRANT)
WITHIN = Setting("victim_views.within", 2, "hours")

EXAMPLES = (
    Example(
        title="The mother of the child was asked within the hour",
        facts=(
            PROPOSED,
            Row("victim_views", "2025-03-05 16:50", {"of": GRANT, "outcome": "sought"}),
        ),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected(
                "2025-03-05 16:00", "2025-03-05 18:00", "met_on_time", met_at="2025-03-05 16:50"
            ),
        ),
    ),
    Example(
        title="No victim is identified, and that is recorded with the reason",
        facts=(
            PROPOSED,
            Row(
                "victim_views",
                "2025-03-05 17:00",
                {"of": GRANT, "outcome": "no_identified_victim", "reason": True},
            ),
        ),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected(
                "2025-03-05 16:00", "2025-03-05 18:00", "met_on_time", met_at="2025-03-05 17:00"
            ),
        ),
    ),
    Example(
        title="Said to be impracticable, and no reason given",
        facts=(
            PROPOSED,
            Row("victim_views", "2025-03-05 17:00", {"of": GRANT, "outcome": "not_practicable"}),
        ),
        settings=(WITHIN,),
        day="2025-03-07",
        expected=(Expected("2025-03-05 16:00", "2025-03-05 18:00", "overdue", overdue_days=2),),
    ),
    Example(
        title="Asked about the grant; a change of conditions asks again",
        facts=(
            PROPOSED,
            Row("victim_views", "2025-03-05 16:50", {"of": GRANT, "outcome": "sought"}),
            Row("bail_proposal", "2025-04-02 10:00", {"kind": "variation"}, fact_id=CHANGE),
        ),
        settings=(WITHIN,),
        day="2025-04-03",
        expected=(
            Expected(
                "2025-03-05 16:00", "2025-03-05 18:00", "met_on_time", met_at="2025-03-05 16:50"
            ),
            Expected("2025-04-02 10:00", "2025-04-02 12:00", "overdue", overdue_days=1),
        ),
    ),
    Example(
        title="The time is not set",
        facts=(PROPOSED,),
        settings=(),
        day="2025-03-31",
        expected=(Expected("2025-03-05 16:00", None, "no_standard_set"),),
    ),
)
