"""Worked examples of the duty of travel notified."""

from dutybook.duties.examples import Example, Expected, Row

REGISTERED = Row("registration", "2024-01-10", {"state": "registered"})
MEDIUM = Row("risk_level", "2024-01-10", {"level": "medium"})


def _left(title: str, notice: int | None, status: str) -> Example:
    at = "2025-08-04 06:00"
    met_at = at if status == "met_on_time" else None
    return Example(
        title=title,
        facts=(REGISTERED, MEDIUM, Row("foreign_travel", at, {"days_notice": notice})),
        settings=(),
        day="2025-08-31",
        expected=(Expected(at, at, status, met_at=met_at),),
    )


EXAMPLES = (
    _left("Exactly seven days before", 7, "met_on_time"),
    _left("Six days before", 6, "in_breach"),
    _left("Not notified at all", 0, "in_breach"),
    _left("When he notified was not recorded", None, "unknown"),
)
