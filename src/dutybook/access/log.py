"""Writing the access log: one row for each operation, in the operation's own transaction.

The law asks when, who, which operation and, for a disclosure, to whom (Data Protection Act 2018,
s. 62, as amended in 2025). The records are named by number, never by name, so that the log holds
no more about a person than it must.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Final

from django.db import Error, transaction

from dutybook.access.errors import AccessLogUnavailable, NotInTransaction
from dutybook.access.models import AccessLogRow, Operation
from dutybook.access.models.access_log_row import DETAIL_PATTERN
from dutybook.access.roles import RecordKind
from dutybook.access.statements import asked
from dutybook.access.viewer import Viewer

_COLUMNS: Final = (
    *("user_id", "username", "force_id", "operation", "kind", "subjects"),
    *("route", "request_id", "disclosed_to", "detail"),
)


def record(
    viewer: Viewer,
    *,
    operation: Operation | str,
    kind: RecordKind,
    subjects: Iterable[int],
    detail: str = "",
    disclosed_to: str = "",
) -> int:
    """Insert one row for one operation and give its sequence number.

    `subjects` are the ids of every record shown or changed (subjects of duties; user ids for
    accounts); `disclosed_to` names the recipient of a disclosure and of nothing else. Raises
    `AccessLogUnavailable` when the row cannot be written, and then nothing may be shown;
    `NotInTransaction` outside a transaction; `ValueError` for a row that no caller should ask for.
    """
    row = _row(
        viewer,
        operation=operation,
        kind=kind,
        subjects=subjects,
        detail=detail,
        disclosed_to=disclosed_to,
    )
    return _insert([row])[0]


def record_consultation(
    viewer: Viewer, shown: Mapping[RecordKind, Iterable[int]], *, detail: str
) -> None:
    """Insert one row for each kind of record that one look showed, in one statement; raises what
    `record` raises."""
    if shown:
        _insert(
            [
                _row(
                    viewer,
                    operation=Operation.CONSULTATION,
                    kind=kind,
                    subjects=subjects,
                    detail=detail,
                    disclosed_to="",
                )
                for kind, subjects in sorted(shown.items())
            ]
        )


def _row(
    viewer: Viewer,
    *,
    operation: Operation | str,
    kind: RecordKind,
    subjects: Iterable[int],
    detail: str,
    disclosed_to: str,
) -> AccessLogRow:
    operation = Operation(operation)
    if (operation is Operation.DISCLOSURE) != bool(disclosed_to):
        raise ValueError("a disclosure, and only a disclosure, names to whom it was made")
    if not re.fullmatch(DETAIL_PATTERN, detail):
        raise ValueError(
            "the detail of a log row holds lower-case words, digits and _.,:;=/+- only, "
            "so that no name comes into the log"
        )
    return AccessLogRow(
        user_id=viewer.user_id,
        username=viewer.username,
        force_id=viewer.force_id,
        operation=operation,
        kind=RecordKind(kind),
        subjects=sorted(set(subjects)),
        route=viewer.route,
        request_id=viewer.request_id,
        disclosed_to=disclosed_to,
        detail=detail,
    )


@cache
def _insertion(rows: int) -> str:
    """So many rows in one statement; written as SQL because every page says what it showed."""
    width = len(_COLUMNS)
    each = (
        f"({', '.join(f'${row * width + place}' for place in range(1, width + 1))})"
        for row in range(rows)
    )
    table, columns = AccessLogRow._meta.db_table, ", ".join(_COLUMNS)
    return (
        f"INSERT INTO {table} ({columns})"  # noqa: S608 - the model's own names, and no value
        f" VALUES {', '.join(each)} RETURNING id"
    )


def _stored(row: AccessLogRow, name: str) -> Any:
    value = getattr(row, name)
    return str(value) if isinstance(value, str) else value


def _insert(rows: Sequence[AccessLogRow]) -> list[int]:
    if not transaction.get_connection().in_atomic_block:
        raise NotInTransaction("an access-log row is written inside the operation's transaction")
    try:
        values = [_stored(row, name) for row in rows for name in _COLUMNS]
        return [number for (number,) in asked(_insertion(len(rows)), values)]
    except Error as cause:
        raise AccessLogUnavailable("the access log cannot be written") from cause
