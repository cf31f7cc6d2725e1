"""Worked examples of the duty to assess intelligence and risk before enforcement."""

from dutybook.duties.examples import Example, Expected, Row

MEDIUM = Row("grade", "2025-03-03 09:00", {"level": "medium"})


def _basis(title: str, assessed: bool | None, status: str) -> Example:
    at = "2025-03-20 19:00"
    met_at = at if status == "met_on_time" else None
    return Example(
        title=title,
        facts=(MEDIUM, Row("enforcement_basis", at, {"assessed_before": assessed})),
        settings=(),
        day="2025-03-31",
        expected=(Expected(at, at, status, met_at=met_at),),
    )


EXAMPLES = (
    _basis("Assessed the day before", True, "met_on_time"),
    _basis("The last assessment was older than the force allows", False, "in_breach"),
    _basis("Nobody said whether it had been assessed", None, "unknown"),
)
