"""Worked examples of the duty to contact a family safely."""

from dutybook.duties.examples import Example, Expected, Row


def _contact(title: str, status: str, **cells: bool) -> Example:
    at = "2025-03-11 10:00"
    met_at = at if status == "met_on_time" else None
    return Example(
        title=title,
        facts=(Row("family_contact", at, cells),),
        settings=(),
        day="2025-03-31",
        expected=(Expected(at, at, status, met_at=met_at),),
    )


EXAMPLES = (
    _contact("Both were seen to", "met_on_time", safe_channel=True, domestic_abuse_checked=True),
    _contact(
        "A safe number, and nobody looked at the records first",
        "in_breach",
        safe_channel=True,
        domestic_abuse_checked=False,
    ),
    _contact("The channel is not recorded", "unknown", domestic_abuse_checked=True),
)
