"""Worked examples of the duty to record abstractions."""

from dutybook.duties.examples import Example, Expected, Row


def _abstraction(title: str, status: str, **cells: bool | int) -> Example:
    at = "2025-03-10 07:00"
    met_at = at if status == "met_on_time" else None
    return Example(
        title=title,
        facts=(Row("abstraction", at, cells),),
        settings=(),
        day="2025-03-31",
        expected=(Expected(at, at, status, met_at=met_at),),
    )


EXAMPLES = (
    _abstraction(
        "Eight hours at a football match, with the reason", "met_on_time", hours=8, reason=True
    ),
    _abstraction("Eight hours, and no reason", "in_breach", hours=8, reason=False),
    _abstraction("The hours are not recorded", "unknown", reason=True),
)
