"""How long ago an offender was last seen at home: always shown beside what is due.

It is read from the visits themselves, not from entries, so it runs on across downgrades, gaps and
restarts of the duty, and over visits made while none was owed.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache

from psycopg import sql

from dutybook.access.statements import asked
from dutybook.ledger.instants import day_ends, local_day
from dutybook.ledger.registry import source_of

_LAST = sql.SQL("""
SELECT f.subject_id, max(f.at) FROM {visits} f
WHERE f.subject_id = ANY($1::bigint[]) AND f.at <= $2 AND f.outcome = 'seen'
    AND NOT f.withdrawn AND NOT EXISTS (
        SELECT 1 FROM {visits} later WHERE later.fact_id = f.fact_id AND later.version > f.version
    )
GROUP BY f.subject_id
""")


def days_since_seen(subject_ids: Sequence[int], day: date) -> dict[int, int]:
    """Days from each offender's last successful visit to `day`; nobody never seen is in it.

    One statement however many subjects; the caller has filtered them by need-to-know.
    """
    rows = asked(_statement(), [list(subject_ids), day_ends(day)])
    return {subject_id: (day - local_day(at)).days for subject_id, at in rows}


@cache
def _statement() -> str:
    return _LAST.format(visits=sql.Identifier(source_of("visit").db_table)).as_string()
