"""Worked examples of the duty to assess intelligence and risk before enforcement."""

from dutybook.duties.examples import Example, Expected, Row, Setting

GRADED = Row("grade", "2025-03-03 09:00", {"level": "high"})
ACTED_AT = "2025-03-20 06:30"
ARRESTED = Row("enforcement", ACTED_AT, {"kind": "arrest"})
A_WEEK = (Setting("risk_assessment.before_enforcement", 7, "days"),)


def _acted(title: str, status: str, *assessed: str, settings: tuple[Setting, ...]) -> Example:
    met_at = ACTED_AT if status == "met_on_time" else None
    return Example(
        title=title,
        facts=(GRADED, ARRESTED, *(Row("risk_assessment", at) for at in assessed)),
        settings=settings,
        day="2025-03-31",
        expected=(Expected(ACTED_AT, ACTED_AT, status, met_at=met_at),),
    )


EXAMPLES = (
    _acted(
        "Assessed a week before, to the day", "met_on_time", "2025-03-13 16:00", settings=A_WEEK
    ),
    _acted("The last assessment was a day older", "in_breach", "2025-03-12 16:00", settings=A_WEEK),
    _acted(
        "Of two assessments the last counts",
        "met_on_time",
        "2025-02-01 10:00",
        "2025-03-19 10:00",
        settings=A_WEEK,
    ),
    _acted(
        "Assessed that afternoon, after the door", "in_breach", "2025-03-20 15:00", settings=A_WEEK
    ),
    _acted("Nobody had ever assessed it", "in_breach", settings=()),
    _acted("The force has not said how old is too old", "unknown", "2025-03-13 16:00", settings=()),
)
