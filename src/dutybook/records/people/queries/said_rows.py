"""All that is said of a person in some records, in one statement whose text never changes.

Written as SQL because it is on every record's page: built from querysets, one for each kind of
fact, it took longer to put together than to run.
"""

import json
from collections.abc import Collection
from functools import cache
from typing import Any, Final

from django.db import connection
from psycopg import sql

from dutybook.records.people.kinds import KINDS, FactKind

Place = tuple[int, int, bool]
"""A person's number, that of a record in which they are known, and whether it may be written."""

_BRANCH: Final = sql.SQL("""
SELECT {key} AS kind_key, f.fact_id, f.version, f.person_id, f.subject_id, f.from_day, f.until_day,
    f.source, f.is_opinion, f.at, f.recorded_at, f.withdrawn, f.change_reason, f.recorded_by_id,
    jsonb_build_object({fields}) AS details
FROM {table} f
WHERE f.person_id = ANY(%(people)s) AND NOT f.withdrawn
AND f.version = (SELECT max(l.version) FROM {table} l WHERE l.fact_id = f.fact_id)
""")
_WHOLE: Final = sql.SQL("""
WITH place AS MATERIALIZED (
    SELECT * FROM unnest(%(people)s::bigint[], %(records)s::bigint[], %(writable)s::boolean[])
        AS known(person_id, subject_id, may_change)
), found AS ({branches})
SELECT found.*, place.may_change, s.label, s.kind AS of_kind, u.display_name AS keyed_by,
    p.subject_id AS own
FROM found
JOIN place USING (person_id, subject_id)
JOIN ledger_subject s ON s.id = found.subject_id
JOIN people_person p ON p.id = found.person_id
LEFT JOIN access_user u ON u.id = found.recorded_by_id
""")


def said_rows(places: Collection[Place]) -> list[dict[str, Any]]:
    """What is said, as it stands, of people in records that the caller has found to be open to
    the viewer; by the names that `person` reads. What stands in any other record is left out."""
    if not places:
        return []
    people, records, writable = zip(*places, strict=True)
    given = {"people": list(people), "records": list(records), "writable": list(writable)}
    with connection.cursor() as cursor:
        cursor.execute(_statement(), given)
        names = [column.name for column in cursor.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return [row | {"details": json.loads(row["details"])} for row in rows]


@cache
def _statement() -> sql.Composed:
    branches = sql.SQL(" UNION ALL ").join(_branch(kind) for kind in KINDS.values())
    return _WHOLE.format(branches=branches)


def _branch(kind: FactKind) -> sql.Composed:
    fields = sql.SQL(", ").join(
        sql.SQL("{}, f.{}").format(sql.Literal(name), sql.Identifier(name)) for name in kind.fields
    )
    return _BRANCH.format(
        key=sql.Literal(kind.key), fields=fields, table=sql.Identifier(kind.model._meta.db_table)
    )
