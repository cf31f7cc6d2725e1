"""Worked examples of the duty to give the leaflet in force."""

from dutybook.duties.examples import Example, Expected, Row


def _given(title: str, current: bool | None, status: str) -> Example:
    at = "2025-03-10 08:00"
    met_at = at if status == "met_on_time" else None
    return Example(
        title=title,
        facts=(Row("family_leaflet", at, {"current": current}),),
        settings=(),
        day="2025-03-31",
        expected=(Expected(at, at, status, met_at=met_at),),
    )


EXAMPLES = (
    _given("The version in force", True, "met_on_time"),
    _given("Last year's version, from the bottom of a drawer", False, "in_breach"),
    _given("Nobody wrote down which version", None, "unknown"),
)
