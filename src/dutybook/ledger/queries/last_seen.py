"""How long ago an offender was last seen at home: always shown beside what is due.

It is read from the visits themselves, not from entries, so it runs on across downgrades, gaps and
restarts of the duty, and over visits made while none was owed.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache

from psycopg import sql

from dutybook.access.statements import asked
from dutybook.ledger.instants import day_ends, local_day
from dutybook.ledger.registry import source_of

# Looked up for each, from the newest visit back: most offenders have been visited many times.
_LAST = sql.SQL("""
SELECT asked.subject_id, (
    SELECT f.at FROM {visits} f
    WHERE f.subject_id = asked.subject_id AND f.at <= $2 AND f.outcome = 'seen'
        AND NOT f.withdrawn AND NOT EXISTS (
            SELECT FROM {visits} later
            WHERE later.fact_id = f.fact_id AND later.version > f.version
        )
    ORDER BY f.at DESC LIMIT 1
) FROM unnest($1::bigint[]) AS asked(subject_id)
""")


def days_since_seen(subject_ids: Iterable[int], day: date) -> dict[int, int]:
    """Days from each offender's last successful visit to `day`; nobody never seen is in it.

    One statement however many subjects; the caller has filtered them by need-to-know.
    """
    rows = asked(_statement(), [sorted(set(subject_ids)), day_ends(day)])
    return {subject_id: (day - local_day(at)).days for subject_id, at in rows if at is not None}


@cache
def _statement() -> str:
    return _LAST.format(visits=sql.Identifier(source_of("visit").db_table)).as_string()
