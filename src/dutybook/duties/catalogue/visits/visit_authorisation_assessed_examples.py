"""Worked examples of the duty to assess decisions to authorise visits."""

from dutybook.duties.examples import Example, Expected, Row, Setting

VISIT, LEAVE, LATER = (10, 11, 12)
MEDIUM = Row("risk_level", "2025-01-10", {"level": "medium"})
GIVEN = Row(
    "visit_authorisation",
    "2025-03-04 09:00",
    {"of": VISIT, "rank": "inspector", "rationale": True},
    fact_id=LEAVE,
)
WITHIN = Setting("visit.authorisation_assessed_within", 1, "months")

EXAMPLES = (
    Example(
        title="Assessed in the second week, and found not sound: it was assessed",
        facts=(
            MEDIUM,
            GIVEN,
            Row(
                "authorisation_assessment",
                "2025-03-13 10:00",
                {"of": LEAVE, "outcome": "not_sound"},
            ),
        ),
        settings=(WITHIN,),
        day="2025-04-30",
        expected=(
            Expected("2025-03-04 09:00", "2025-04-04", "met_on_time", met_at="2025-03-13 10:00"),
        ),
    ),
    Example(
        title="Two were given and the second one assessed",
        facts=(
            MEDIUM,
            GIVEN,
            Row(
                "visit_authorisation",
                "2025-03-20 09:00",
                {"of": VISIT, "rank": "inspector", "rationale": True},
                fact_id=LATER,
            ),
            Row("authorisation_assessment", "2025-04-01 10:00", {"of": LATER, "outcome": "sound"}),
        ),
        settings=(WITHIN,),
        day="2025-04-10",
        expected=(
            Expected("2025-03-04 09:00", "2025-04-04", "overdue", overdue_days=6),
            Expected("2025-03-20 09:00", "2025-04-20", "met_on_time", met_at="2025-04-01 10:00"),
        ),
    ),
    Example(
        title="The time is not set",
        facts=(MEDIUM, GIVEN),
        settings=(),
        day="2025-04-30",
        expected=(Expected("2025-03-04 09:00", None, "no_standard_set"),),
    ),
)
