"""Derived ledgers into the ledger's tables, touching only the rows that differ.

The same statements serve one subject and a whole force; they differ in where the derived rows
stand meanwhile: in the statement's own arrays, or in temporary tables filled by COPY.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from django.db import connection
from django.db.backends.utils import CursorWrapper
from psycopg import sql

from dutybook.duties.facts import Columns
from dutybook.duties.ledger import Ledger, subject_hashes
from dutybook.ledger import statements
from dutybook.ledger.binary_copy import write_columns


@dataclass(frozen=True)
class Area:
    """What is replaced: these duties of one force, of some subjects or (None) of all."""

    force_id: int
    duties: tuple[str, ...]
    subject_ids: tuple[int, ...] | None = None

    def parameters(self) -> dict[str, object]:
        """The area as the parameters that the statements name."""
        subjects = None if self.subject_ids is None else list(self.subject_ids)
        return {"force": self.force_id, "duties": list(self.duties), "subjects": subjects}


@dataclass(frozen=True)
class Written:
    """How many rows of each table differed, and so were written or removed."""

    entries: int
    spans: int


def write(area: Area, ledgers: Sequence[Ledger]) -> Written:
    """Make the tables say what the ledgers say within `area`, and leave the rest alone.

    Every ledger is of the area's force and of one of its duties. Inside the caller's transaction.
    """
    entries, spans = _stack(area, ledgers)
    parameters = area.parameters()
    with connection.cursor() as cursor:
        if area.subject_ids is None:
            entry_rows = _stage(cursor, "derived_entry", entries)
            span_rows = _stage(cursor, "derived_span", spans)
        else:
            entry_rows = statements.unnested(statements.STAGED_ENTRY, "entry_")
            span_rows = statements.unnested(statements.STAGED_SPAN, "span_")
            parameters |= {f"entry_{name}": values.tolist() for name, values in entries.items()}
            parameters |= {f"span_{name}": values.tolist() for name, values in spans.items()}
        written = [
            _count(cursor, statement, parameters)
            for statement in (
                statements.remove(entry_rows),
                statements.keep_entries(entry_rows),
                statements.keep_spans(entry_rows, span_rows),
            )
        ]
        cursor.execute(statements.KEEP_HASHES, area.parameters() | _hashes(ledgers))
    return Written(entries=written[0] + written[1], spans=written[2])


def _stack(area: Area, ledgers: Sequence[Ledger]) -> tuple[Columns, Columns]:
    """All ledgers' rows under one numbering, as the statements expect them."""
    entries: list[Columns] = []
    spans: list[Columns] = []
    offset = 0
    for ledger in ledgers:
        count = len(ledger.entries["subject_id"])
        place = np.full(count, area.duties.index(ledger.duty), dtype=np.int64)
        row = np.arange(offset, offset + count, dtype=np.int64)
        entries.append(ledger.entries | {"duty": place, "row": row})
        of_entry = ledger.spans["entry"]
        last = np.append(of_entry[1:] != of_entry[:-1], True)[: len(of_entry)].astype(np.int64)
        spans.append(ledger.spans | {"entry": of_entry + offset, "last": last})
        offset += count
    return _joined(entries, statements.STAGED_ENTRY), _joined(spans, statements.STAGED_SPAN)


def _joined(parts: Sequence[Columns], names: Sequence[str]) -> Columns:
    empty = np.empty(0, dtype=np.int64)
    return {name: np.concatenate([empty, *(part[name] for part in parts)]) for name in names}


def _stage(cursor: CursorWrapper, table: str, columns: Columns) -> sql.Composable:
    name = sql.Identifier("pg_temp", table)
    described = sql.SQL(", ").join(
        sql.SQL("{} bigint NOT NULL").format(sql.Identifier(column)) for column in columns
    )
    cursor.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(name))
    cursor.execute(sql.SQL("CREATE TEMPORARY TABLE {} ({}) ON COMMIT DROP").format(name, described))
    write_columns(cursor, ("pg_temp", table), columns)
    cursor.execute(sql.SQL("ANALYZE {}").format(name))
    return name


def _count(cursor: CursorWrapper, statement: sql.Composed, parameters: dict[str, object]) -> int:
    cursor.execute(statement, parameters)
    return int(cursor.fetchone()[0])


def _hashes(ledgers: Sequence[Ledger]) -> dict[str, object]:
    owners: list[str] = []
    ids: list[int] = []
    hashes: list[bytes] = []
    for ledger in ledgers:
        subjects, digests = subject_hashes(ledger)
        owners += [ledger.duty] * len(subjects)
        ids += subjects.tolist()
        hashes += [row.tobytes() for row in digests]
    return {"owners": owners, "ids": ids, "hashes": hashes}
