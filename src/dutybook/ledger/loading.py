"""Facts and subjects in bulk, for an intake of extracts or a demonstration force.

Only a loading command may pass a `recorded_at` in the past (R8); the time of loading is kept
beside it by the database. Rows go in by COPY and are held to every constraint of their tables.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import Error, connection, models
from psycopg import sql

from dutybook.access import log
from dutybook.access.errors import InvalidInput, NotAllowed
from dutybook.access.models import Force, Operation
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.ledger.fact_models import FactVersion
from dutybook.ledger.models import Subject, SubjectKind

INTAKE = "intake"
DEMONSTRATION = "demonstration"


def check_may_load(by: Viewer) -> None:
    """Raise `NotAllowed` unless `by` is a loading command of the right kind of force.

    The route of a loading viewer is `intake` or `demonstration`, perhaps with a colon and more.
    """
    purpose = by.route.partition(":")[0]
    if not by.is_operator or purpose not in (INTAKE, DEMONSTRATION):
        raise NotAllowed("only an intake or the demonstration may load records in bulk")
    if (
        purpose == DEMONSTRATION
        and not Force.objects.filter(pk=by.force_id, is_demonstration=True).exists()
    ):
        raise NotAllowed("invented records are loaded only into a demonstration force")


def next_fact_ids(count: int) -> list[int]:
    """So many fresh fact ids, for rows of a batch that name each other."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval('ledger_fact_id') FROM generate_series(1, %s)", [max(count, 0)]
        )
        return [row[0] for row in cursor.fetchall()]


def load_subjects(kind: SubjectKind, rows: Sequence[Mapping[str, Any]], *, by: Viewer) -> list[int]:
    """Append subjects of the viewer's force and give their ids, in the order of the rows.

    A row maps fields of `Subject` (`label`, `team_id`, `owner_id`, `beneath_id`, `restricted`).
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence('ledger_subject', 'id'))"
            " FROM generate_series(1, %s)",
            [len(rows)],
        )
        ids = [row[0] for row in cursor.fetchall()]
    own = {"kind": kind, "force_id": by.force_id}
    copy_rows(Subject, [dict(row) | own | {"id": one} for one, row in zip(ids, rows, strict=True)])
    return ids


def load_facts(
    model: type[FactVersion], rows: Sequence[Mapping[str, Any]], *, by: Viewer, now: datetime
) -> list[int]:
    """Append fact versions and give their fact ids, in the order of the rows.

    A row maps the model's field names (`subject_id`, `at`, …) to values; `recorded_at` is `now`
    unless given, never later; `fact_id` is a fresh one unless given (with `version` above 1: a
    correction). Raises `InvalidInput` naming the row, or the rule of the database that was broken.
    """
    fresh = iter(next_fact_ids(sum("fact_id" not in row for row in rows)))
    filled = []
    for number, row in enumerate(rows):
        recorded_at = row.get("recorded_at", now)
        if recorded_at > now:
            raise InvalidInput({"recorded_at": f"row {number}: recorded in the future"})
        own = {"recorded_at": recorded_at, "recorded_by_id": by.user_id, "version": 1}
        fact_id = row["fact_id"] if "fact_id" in row else next(fresh)
        filled.append(own | dict(row) | {"fact_id": fact_id})
    copy_rows(model, filled)
    return [row["fact_id"] for row in filled]


def log_batch(by: Viewer, kind: RecordKind, subjects: Iterable[int], what: str) -> None:
    """One log row for a whole batch, carrying every subject in it."""
    log.record(
        by,
        operation=Operation.COLLECTION,
        kind=kind,
        subjects=subjects,
        detail=f"batch of {what.replace('_', ' ')}",
    )


def copy_rows(model: type[models.Model], rows: Sequence[Mapping[str, Any]]) -> None:
    """Append rows to a model's table by COPY; a field that a row leaves out has its default."""
    if not rows:
        return
    fields = {field.attname: field for field in model._meta.concrete_fields}
    named = {name for row in rows for name in row}
    unknown = named - fields.keys()
    if unknown:
        raise InvalidInput(dict.fromkeys(unknown, f"{model.__name__} has no such field"))
    for name, field in fields.items():
        if name not in named and field.has_default():
            named.add(name)
    names = sorted(named)
    defaults = {
        name: fields[name].get_default() if fields[name].has_default() else None for name in names
    }
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(model._meta.db_table),
        sql.SQL(", ").join(sql.Identifier(fields[name].column) for name in names),
    )
    _copy(statement, ([row.get(name, defaults[name]) for name in names] for row in rows))


def _copy(statement: sql.Composed, rows: Iterable[Sequence[Any]]) -> None:
    try:
        with connection.cursor() as cursor, cursor.cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
    except Error as error:
        raise InvalidInput({"": f"the database refused the batch: {_first_line(error)}"}) from error


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
