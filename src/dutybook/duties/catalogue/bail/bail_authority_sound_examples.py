"""Worked examples of the duty to have bail authorised by the right person in time."""

from dutybook.duties.examples import Example, Expected, Row


def _authority(status: str, **cells: str | bool) -> Example:
    at = "2025-06-03 15:00"
    met_at = at if status == "met_on_time" else None
    return Example(
        title=TITLES[tuple(cells.values())],
        facts=(Row("bail_authority", at, cells),),
        settings=(),
        day="2025-06-30",
        expected=(Expected(at, at, status, met_at=met_at),),
    )


TITLES = {
    ("grant", True): "Granted by the custody officer",
    ("to_six_months", "inspector", True): "To six months, by an inspector, a week before the end",
    ("to_six_months", "sergeant", True): "To six months, by a sergeant",
    ("to_six_months", "inspector", False): "To six months, by an inspector, the day after the end",
    ("to_nine_months", "inspector", True): "To nine months, by an inspector",
    ("to_nine_months", "chief_superintendent", True): "To nine months, by a rank above the least",
    ("to_six_months", True): "To six months in time, and the rank is not recorded",
    ("court", True, True): "Extended by a magistrates' court",
}

EXAMPLES = (
    _authority("met_on_time", step="grant", custody_officer=True),
    _authority("met_on_time", step="to_six_months", rank="inspector", running=True),
    _authority("in_breach", step="to_six_months", rank="sergeant", running=True),
    _authority("in_breach", step="to_six_months", rank="inspector", running=False),
    _authority("in_breach", step="to_nine_months", rank="inspector", running=True),
    _authority("met_on_time", step="to_nine_months", rank="chief_superintendent", running=True),
    _authority("unknown", step="to_six_months", running=True),
    _authority("met_on_time", step="court", court=True, running=True),
)
