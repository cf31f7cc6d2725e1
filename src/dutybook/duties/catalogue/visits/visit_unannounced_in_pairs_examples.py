"""Worked examples of the duty to visit unannounced and in pairs, or with authority."""

from dutybook.duties.examples import Example, Expected, Row, Setting

RANK = Setting("visit.authoriser_rank", "inspector")
VISIT = 10
VISITED_AT = "2025-03-04 18:30"
ALONE = Row(
    "visit",
    VISITED_AT,
    {"outcome": "seen", "announced": False, "crew": 1, "second_confirmed": False},
    fact_id=VISIT,
)


def _leave(at: str, rank: str = "inspector", *, rationale: bool = True) -> Row:
    return Row("visit_authorisation", at, {"of": VISIT, "rank": rank, "rationale": rationale})


def _on(title: str, *facts: Row, status: str, day: str = "2025-03-31") -> Example:
    """An example with one visit, judged under a policy that an inspector may authorise."""
    return Example(title=title, facts=facts, settings=(RANK,), day=day, expected=(_visit(status),))


def _visit(status: str) -> Expected:
    met_at = VISITED_AT if status == "met_on_time" else None
    return Expected(VISITED_AT, VISITED_AT, status, met_at=met_at)


EXAMPLES = (
    _on(
        "Unannounced, two visitors, the second confirmed",
        Row(
            "visit",
            VISITED_AT,
            {"outcome": "seen", "announced": False, "crew": 2, "second_confirmed": True},
        ),
        status="met_on_time",
    ),
    _on("Alone, with no authorisation", ALONE, status="in_breach"),
    _on(
        "Nobody answered the door, but the officer stood there alone",
        Row("visit", VISITED_AT, {"outcome": "no_reply", "announced": False, "crew": 1}),
        status="in_breach",
    ),
    _on(
        "Two were written down, and the second has not confirmed being there",
        Row("visit", VISITED_AT, {"outcome": "seen", "announced": False, "crew": 2}),
        status="unknown",
    ),
    _on(
        "Alone, authorised that morning with a rationale",
        ALONE,
        _leave("2025-03-04 09:00"),
        status="authorised",
    ),
    _on(
        "Alone, authorised two days later",
        ALONE,
        _leave("2025-03-06 09:00"),
        status="authorised_late",
    ),
    _on(
        "The same visit, looked at before the authorisation was given",
        ALONE,
        _leave("2025-03-06 09:00"),
        status="in_breach",
        day="2025-03-05",
    ),
    _on(
        "Alone, authorised by a rank below the one the force has set",
        ALONE,
        _leave("2025-03-04 09:00", "sergeant"),
        status="in_breach",
    ),
    _on(
        "Alone, authorised without a rationale",
        ALONE,
        _leave("2025-03-04 09:00", rationale=False),
        status="in_breach",
    ),
    Example(
        title="Alone, authorised, and the force has not set which rank suffices",
        facts=(ALONE, _leave("2025-03-04 09:00")),
        settings=(),
        day="2025-03-31",
        expected=(_visit("no_standard_set"),),
    ),
)
