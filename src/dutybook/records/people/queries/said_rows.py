"""In which records a person is known and all that is said of them there, in one statement.

Written as SQL because it is on every record's page: built from querysets, one for each kind of
fact, it took longer to put together than to run.
"""

from functools import lru_cache
from typing import Any, Final

from psycopg import sql

from dutybook.access.statements import asked
from dutybook.records.people.kinds import KINDS, FactKind

_BRANCH: Final = sql.SQL("""
SELECT {key} AS kind_key, f.fact_id, f.version, f.person_id, f.subject_id, f.from_day, f.until_day,
    f.source, f.is_opinion, f.at, f.recorded_at, f.withdrawn, f.change_reason, f.recorded_by_id,
    json_build_object({fields}) AS details
FROM {table} f
WHERE f.person_id = ANY(ARRAY(SELECT person_id FROM place)) AND NOT f.withdrawn
AND f.version = (SELECT max(l.version) FROM {table} l WHERE l.fact_id = f.fact_id)
""")
_WHOLE: Final = """
WITH place AS MATERIALIZED ({places}), found AS ({branches})
SELECT place.subject_id, place.subject__kind, place.subject__label, place.person__subject_id,
    place.person_id, place.writable, place.guarded, place.merged,
    found.kind_key, found.fact_id, found.version, found.from_day, found.until_day, found.source,
    found.is_opinion, found.at, found.recorded_at, found.withdrawn, found.change_reason,
    found.details, u.display_name
FROM place
LEFT JOIN found USING (person_id, subject_id)
LEFT JOIN access_user u ON u.id = found.recorded_by_id
ORDER BY place.subject_id, place.person_id
"""
_NAMES: Final = (
    *("subject_id", "of_kind", "label", "own", "person_id", "may_change", "guarded", "merged"),
    *("kind_key", "fact_id", "version", "from_day", "until_day", "source", "is_opinion", "at"),
    *("recorded_at", "withdrawn", "change_reason", "details", "keyed_by"),
)


def said_rows(places: tuple[str, list[Any]]) -> list[dict[str, Any]]:
    """By the names that `person` reads: a row for each thing that is said, as it stands, and one
    without a `kind_key` for a record that says nothing.

    `places` is the statement that gives the records, found to be open to the viewer, with its
    values; see `prepared`. What stands in any other record is left out.
    """
    text, values = places
    found = asked(_statement(text), values)
    return [dict(zip(_NAMES, row, strict=True)) for row in found]


@lru_cache(maxsize=500)
def _statement(places: str) -> str:
    branches = sql.SQL(" UNION ALL ").join(_branch(kind) for kind in KINDS.values())
    return _WHOLE.format(places=places, branches=branches.as_string())


def _branch(kind: FactKind) -> sql.Composed:
    fields = sql.SQL(", ").join(
        sql.SQL("{}, f.{}").format(sql.Literal(name), sql.Identifier(name)) for name in kind.fields
    )
    return _BRANCH.format(
        key=sql.Literal(kind.key), fields=fields, table=sql.Identifier(kind.model._meta.db_table)
    )
