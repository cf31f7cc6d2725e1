"""Facts out of the database, for a few subjects or a whole force, by the same mapping."""

from collections.abc import Iterable, Sequence

import numpy as np
from django.db import connection
from django.db.backends.utils import CursorWrapper
from psycopg import sql

from dutybook.duties.facts import TABLES, Columns, Facts
from dutybook.ledger.binary_copy import read_columns
from dutybook.ledger.models.subject import KINDS
from dutybook.ledger.registry import FactSource, sources

_OF_SUBJECTS = sql.SQL(
    "SELECT {place}, ARRAY[{values}] FROM {table} f WHERE f.subject_id = ANY(%(subjects)s)"
)
_OF_FORCE = sql.SQL(
    "SELECT {values} FROM {table} f JOIN ledger_subject s ON s.id = f.subject_id"
    " WHERE s.force_id = %(force)s AND s.kind = ANY(%(kinds)s)"
)


def facts_of_subjects(subject_ids: Sequence[int], kind: str) -> Facts:
    """Every version of every fact of a few subjects of one kind, in one statement."""
    found = sources(kind)
    parts = [_OF_SUBJECTS.format(place=place, **_parts(one)) for place, one in enumerate(found)]
    rows: list[list[list[int]]] = [[] for _ in found]
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(" UNION ALL ").join(parts), {"subjects": list(subject_ids)})
        for place, values in cursor.fetchall():
            rows[place].append(values)
    return {one.table: _columns(one.table, rows[place]) for place, one in enumerate(found)}


def facts_of_force(force_id: int, kinds: Iterable[str] | None = None) -> Facts:
    """Every version of every fact of a force, or of its subjects of some kinds."""
    wanted = sorted(KINDS if kinds is None else kinds)
    found = [one for one in sources() if one.subject_kind in (*wanted, "any")]
    with connection.cursor() as cursor:
        return {one.table: _bulk(cursor, one, force_id, wanted) for one in found}


def _bulk(
    cursor: CursorWrapper, source: FactSource, force_id: int, kinds: Sequence[str]
) -> Columns:
    names = list(TABLES[source.table].columns)
    query = _OF_FORCE.format(**_parts(source))
    return read_columns(cursor, query, names, {"force": force_id, "kinds": list(kinds)})


def _parts(source: FactSource) -> dict[str, sql.Composable]:
    return {
        "table": sql.Identifier(source.db_table),
        "values": sql.SQL(", ").join(sql.SQL(text) for _, text in source.expressions()),
    }


def _columns(table: str, rows: list[list[int]]) -> Columns:
    names = list(TABLES[table].columns)
    values = np.array(rows, dtype=np.int64).reshape(len(rows), len(names))
    return {name: np.ascontiguousarray(values[:, place]) for place, name in enumerate(names)}
