"""The database's status function answers as the engine does for any entry that could be stored.

The ledgers of other tests are ones that the engine derives; these are drawn freely, so that every
branch is compared, also those which no catalogue duty reaches yet (a stopped clock).
"""

from datetime import UTC, date, datetime, timedelta

import numpy as np
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from dutybook.duties.facts import NULL
from dutybook.duties.ledger import ENTRY_COLUMNS, SPAN_COLUMNS, Ledger
from dutybook.duties.status import STATUSES, status_on
from dutybook.ledger.instants import day_ends, microseconds, timestamp

DAY = date(2026, 3, 29)  # the day the clocks go forward
AT = microseconds(day_ends(DAY))
HOUR = 3_600_000_000

instants = st.integers(-72, 72).map(lambda hours: AT + hours * HOUR)
perhaps = st.none() | instants


@st.composite
def entries(draw: st.DrawFn) -> dict[str, int | None]:
    """One entry and the span that answers for it, as the tables' constraints allow."""
    opened_at = draw(instants)
    judged = draw(st.booleans())
    if judged:
        closed_at, closed_why = opened_at, 3
    else:
        closed_why = draw(st.none() | st.integers(0, 2))
        later = instants.filter(lambda at: at >= opened_at)
        closed_at = None if closed_why is None else draw(later)
    due_at = draw(perhaps)
    authorised_at = draw(perhaps) if judged else None
    return {
        "opened_at": opened_at,
        "met_at": None if judged else draw(perhaps),
        "closed_at": closed_at,
        "closed_why": closed_why,
        "authorised_at": authorised_at,
        "authorisation": None if authorised_at is None else draw(st.integers(0, 2)),
        "answer": draw(st.none() | st.integers(0, 1)) if judged else None,
        "due_at": due_at,
        "why_empty": draw(st.integers(0, 3)) if due_at is None else None,
    }


INSTANTS = ("opened_at", "met_at", "closed_at", "authorised_at", "due_at")
ORDER = (
    *("opened_at", "met_at", "closed_at", "closed_why", "authorised_at"),
    *("authorisation", "answer", "due_at", "why_empty"),
)


def test_every_status_is_the_engines(db: None) -> None:
    seen: set[str] = set()

    @settings(max_examples=100, deadline=None, derandomize=True)
    @given(st.lists(entries(), min_size=20, max_size=20))
    def compare(drawn: list[dict[str, int | None]]) -> None:
        engine = status_on(_ledger(drawn), DAY)
        statuses = engine.status.tolist()
        assert _in_sql(drawn) == list(zip(statuses, engine.overdue_days.tolist(), strict=True))
        seen.update(STATUSES[code] for code in statuses)

    compare()
    assert seen == set(STATUSES)


def _ledger(drawn: list[dict[str, int | None]]) -> Ledger:
    """The entries as the engine holds them, each with one span that begins when it opens."""
    given = {name: [_filled(one[name]) for one in drawn] for name in ORDER}
    count = len(drawn)
    entries = {name: np.full(count, NULL, dtype=np.int64) for name in ENTRY_COLUMNS}
    spans = {name: np.full(count, NULL, dtype=np.int64) for name in SPAN_COLUMNS}
    for name in ORDER:
        columns = spans if name in ("due_at", "why_empty") else entries
        columns[name] = np.array(given[name], dtype=np.int64)
    entries["subject_id"] = np.arange(count, dtype=np.int64)
    spans["entry"] = np.arange(count, dtype=np.int64)
    spans["from_at"] = entries["opened_at"]
    return Ledger(
        duty="drawn",
        definition_version=1,
        force_id=1,
        known_at=AT,
        levels=(),
        entries=entries,
        spans=spans,
    )


ON_THAT_DAY = """
SELECT status, CASE WHEN status = 2
    THEN GREATEST(ledger_local_day(at) - ledger_local_day(due_at), 1) ELSE 0 END
FROM (
    SELECT row, at, due_at, ledger_status_on(at, opened_at, met_at, closed_at, closed_why,
        authorised_at, authorisation, answer, due_at, why_empty) AS status
    FROM (VALUES (%s)) AS day(at), unnest(
        %s::timestamptz[], %s::timestamptz[], %s::timestamptz[], %s::smallint[],
        %s::timestamptz[], %s::smallint[], %s::smallint[], %s::timestamptz[], %s::smallint[]
    ) WITH ORDINALITY AS drawn(opened_at, met_at, closed_at, closed_why, authorised_at,
        authorisation, answer, due_at, why_empty, row)
) AS one ORDER BY row
"""


def _in_sql(drawn: list[dict[str, int | None]]) -> list[tuple[int, int]]:
    """Status and days overdue, one row for each entry."""
    columns = [
        [timestamp(_filled(one[name])) if name in INSTANTS else one[name] for one in drawn]
        for name in ORDER
    ]
    with connection.cursor() as cursor:
        cursor.execute(ON_THAT_DAY, [day_ends(DAY), *columns])
        return list(cursor.fetchall())


def _filled(value: int | None) -> int:
    return NULL if value is None else value


def test_a_day_that_the_clock_shortens_is_one_day() -> None:
    assert day_ends(DAY) - day_ends(DAY - timedelta(days=1)) == timedelta(hours=23)
    assert day_ends(DAY) == datetime(2026, 3, 29, 22, 59, 59, 999_999, tzinfo=UTC)
