"""All that is said of a person in some records, in one statement whose text never changes.

Written as SQL because it is on every record's page: built from querysets, one for each kind of
fact, it took longer to put together than to run.
"""

from collections.abc import Collection
from functools import cache
from typing import Any, Final

from psycopg import sql

from dutybook.access.statements import asked
from dutybook.records.people.kinds import KINDS, FactKind

Place = tuple[int, int, bool]
"""A person's number, that of a record in which they are known, and whether it may be written."""

_BRANCH: Final = sql.SQL("""
SELECT {key} AS kind_key, f.fact_id, f.version, f.person_id, f.subject_id, f.from_day, f.until_day,
    f.source, f.is_opinion, f.at, f.recorded_at, f.withdrawn, f.change_reason, f.recorded_by_id,
    json_build_object({fields}) AS details
FROM {table} f
WHERE f.person_id = ANY($1::bigint[]) AND NOT f.withdrawn
AND f.version = (SELECT max(l.version) FROM {table} l WHERE l.fact_id = f.fact_id)
""")
_WHOLE: Final = sql.SQL("""
WITH place AS MATERIALIZED (
    SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::boolean[])
        AS known(person_id, subject_id, may_change)
), found AS ({branches})
SELECT found.kind_key, found.fact_id, found.version, found.person_id, found.subject_id,
    found.from_day, found.until_day, found.source, found.is_opinion, found.at, found.recorded_at,
    found.withdrawn, found.change_reason, found.details, place.may_change, s.label, s.kind,
    u.display_name, p.subject_id
FROM found
JOIN place USING (person_id, subject_id)
JOIN ledger_subject s ON s.id = found.subject_id
JOIN people_person p ON p.id = found.person_id
LEFT JOIN access_user u ON u.id = found.recorded_by_id
""")


_NAMES: Final = (
    *("kind_key", "fact_id", "version", "person_id", "subject_id", "from_day", "until_day"),
    *("source", "is_opinion", "at", "recorded_at", "withdrawn", "change_reason", "details"),
    *("may_change", "label", "of_kind", "keyed_by", "own"),
)


def said_rows(places: Collection[Place]) -> list[dict[str, Any]]:
    """What is said, as it stands, of people in records that the caller has found to be open to
    the viewer; by the names that `person` reads. What stands in any other record is left out."""
    if not places:
        return []
    people, records, writable = zip(*places, strict=True)
    found = asked(_statement(), [list(people), list(records), list(writable)])
    return [dict(zip(_NAMES, row, strict=True)) for row in found]


@cache
def _statement() -> str:
    branches = sql.SQL(" UNION ALL ").join(_branch(kind) for kind in KINDS.values())
    return _WHOLE.format(branches=branches).as_string()


def _branch(kind: FactKind) -> sql.Composed:
    fields = sql.SQL(", ").join(
        sql.SQL("{}, f.{}").format(sql.Literal(name), sql.Identifier(name)) for name in kind.fields
    )
    return _BRANCH.format(
        key=sql.Literal(kind.key), fields=fields, table=sql.Identifier(kind.model._meta.db_table)
    )
