"""Worked examples of the duty to keep workloads within the threshold."""

from dutybook.duties.examples import Example, Expected, Row


def _count(title: str, within: bool | None, status: str) -> Example:
    at = "2025-03-31 09:00"
    met_at = at if status == "met_on_time" else None
    return Example(
        title=title,
        facts=(Row("workload_count", at, {"within": within}),),
        settings=(),
        day="2025-03-31",
        expected=(Expected(at, at, status, met_at=met_at),),
    )


EXAMPLES = (
    _count("Everybody within it", True, "met_on_time"),
    _count("One person above it", False, "in_breach"),
    _count("Counted while the force had set no threshold", None, "unknown"),
)
