"""The stored ledger of one duty, read back into the engine's columns."""

from datetime import datetime
from typing import Any

import numpy as np
from django.db import connection
from django.db.models import Q
from psycopg import sql

from dutybook.duties.facts import NULL, Columns
from dutybook.duties.language import Duty
from dutybook.duties.ledger import ENTRY_COLUMNS, SPAN_COLUMNS, Ledger, digest_of
from dutybook.ledger.binary_copy import read_columns
from dutybook.ledger.instants import microseconds
from dutybook.ledger.models import Subject
from dutybook.ledger.registry import instant_sql

_INSTANTS = frozenset(
    {"opened_at", "met_at", "met_recorded_at", "closed_at", "authorised_at"}
    | {"from_at", "until_at", "due_at", "basis_from"}
)
# The subjects as one array, looked up by hash: a join would visit every pair of rows in tables that
# a bulk load has just filled and nothing has analysed.
_ENTRIES = sql.SQL("""
SELECT {columns} FROM ledger_entry f
WHERE f.duty = %s AND f.subject_id = ANY(ARRAY({subjects}))
ORDER BY f.subject_id, f.opened_at, f.opened_by, f.condition
""")
_SPANS = sql.SQL("""
SELECT e.place, {columns}
FROM (
    SELECT id, row_number() OVER (ORDER BY subject_id, opened_at, opened_by, condition) - 1 AS place
    FROM ledger_entry WHERE duty = %s AND subject_id = ANY(ARRAY({subjects}))
) e JOIN ledger_span f ON f.entry_id = e.id
ORDER BY e.place, f.from_at
""")
_HASHES = sql.SQL("""
SELECT h.subject_id, h.sha256 FROM ledger_subjecthash h
WHERE h.force_id = %s AND h.duty = %s AND h.subject_id = ANY(ARRAY({subjects}))
ORDER BY h.subject_id
""")


def stored_ledger(duty: Duty, area: Q, *, force_id: int, now: datetime) -> Ledger:
    """The entries and spans of `duty` on the subjects that meet `area`, in the engine's order.

    They are as known `now`: a stored ledger has no other knowledge time.
    """
    with connection.cursor() as cursor:
        entries = _read(cursor, _ENTRIES, duty, area, ENTRY_COLUMNS, ENTRY_COLUMNS)
        spans = _read(cursor, _SPANS, duty, area, SPAN_COLUMNS, SPAN_COLUMNS[1:])
    return Ledger(
        duty=duty.key,
        definition_version=duty.definition_version,
        force_id=force_id,
        known_at=microseconds(now),
        levels=duty.levels.order if duty.levels else (),
        entries=entries,
        spans=spans,
    )


def stored_digest(duty: Duty, area: Q, *, force_id: int) -> str:
    """The digest of the same ledger, from the hashes kept beside it: no row of it is read."""
    chosen, parameters = _subjects(area)
    with connection.cursor() as cursor:
        cursor.execute(_HASHES.format(subjects=chosen), [force_id, duty.key, *parameters])
        pairs = [(subject_id, bytes(sha256)) for subject_id, sha256 in cursor.fetchall()]
    subjects = np.array([subject_id for subject_id, _ in pairs], dtype=np.int64)
    hashes = np.frombuffer(b"".join(one for _, one in pairs), dtype=np.uint8).reshape(-1, 32)
    return digest_of(duty.key, force_id, subjects, hashes)


def _read(
    cursor: Any,
    statement: sql.SQL,
    duty: Duty,
    area: Q,
    names: tuple[str, ...],
    selected: tuple[str, ...],
) -> Columns:
    subjects, parameters = _subjects(area)
    query = statement.format(
        columns=sql.SQL(", ").join(_column(name) for name in selected), subjects=subjects
    )
    return read_columns(cursor, query, names, (duty.key, *parameters))


def _subjects(area: Q) -> tuple[sql.SQL, tuple[object, ...]]:
    text, parameters = Subject.objects.filter(area).values("id").query.sql_with_params()
    return sql.SQL(text), parameters


def _column(name: str) -> sql.Composed:
    where: sql.Composable = sql.Identifier("f", name)
    if name in _INSTANTS:
        where = sql.SQL(instant_sql("{}")).format(where)
    return sql.SQL("COALESCE(({})::bigint, ({})::bigint)").format(where, sql.Literal(NULL))
