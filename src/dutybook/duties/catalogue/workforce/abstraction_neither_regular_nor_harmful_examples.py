"""Worked examples of the duty to judge abstractions."""

from dutybook.duties.examples import Example, Expected, Row


def _review(title: str, status: str, **cells: bool) -> Example:
    at = "2025-03-20 10:00"
    met_at = at if status == "met_on_time" else None
    return Example(
        title=title,
        facts=(Row("abstraction_review", at, cells),),
        settings=(),
        day="2025-03-31",
        expected=(Expected(at, at, status, met_at=met_at),),
    )


EXAMPLES = (
    _review(
        "A single day, and nothing fell late", "met_on_time", regular=False, work_fell_late=False
    ),
    _review("Every second Saturday", "in_breach", regular=True, work_fell_late=False),
    _review("Three visits fell late", "in_breach", regular=False, work_fell_late=True),
    _review("Nobody asked what fell late", "unknown", regular=False),
)
