"""What a database holds, in figures that two databases can be compared by."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg import sql

Connection = psycopg.Connection[Any]

# What is being done, how many are done, how many there are.
Progress = Callable[[str, int, int], None]

_TABLES = """
    SELECT n.nspname, c.relname
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = %s AND c.relpersistence <> 't'
      AND n.nspname NOT LIKE 'pg\\_%%' AND n.nspname <> 'information_schema'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
                      AND d.objid = c.oid AND d.deptype = 'e')
    ORDER BY 1, 2
"""

_THINGS = """
    SELECT n.nspname || '.' || thing.name
    FROM (SELECT oid, 'pg_class'::regclass AS class, relnamespace AS space, relname AS name
          FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
          UNION ALL SELECT oid, 'pg_proc'::regclass, pronamespace, proname FROM pg_proc
          UNION ALL SELECT oid, 'pg_type'::regclass, typnamespace, typname
          FROM pg_type WHERE typrelid = 0 AND typelem = 0) AS thing
    JOIN pg_namespace n ON n.oid = thing.space
    WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = thing.class
                      AND d.objid = thing.oid AND d.deptype = 'e')
    ORDER BY 1 LIMIT 5
"""

# So that a row's text is the same in every session that hashes it.
_SAME_TEXT = {
    "TimeZone": "UTC",
    "DateStyle": "ISO, YMD",
    "IntervalStyle": "postgres",
    "extra_float_digits": "1",
    "bytea_output": "hex",
    "search_path": "pg_catalog",
    "statement_timeout": "0",
}


@dataclass(frozen=True)
class TableContents:
    """One table's rows: how many, and the sum of their 64-bit hashes (in any order)."""

    rows: int
    digest: str


def contents(connection: Connection, progress: Progress) -> dict[str, TableContents]:
    """Every table and sequence, by `schema.name`; reads every row once.

    The caller's transaction decides at which moment. A sequence counts as one row.
    """
    for name, value in _SAME_TEXT.items():
        connection.execute("SELECT set_config(%s, %s, true)", [name, value])
    tables = connection.execute(_TABLES, ["r"]).fetchall()
    sequences = connection.execute(_TABLES, ["S"]).fetchall()
    found = {}
    total = len(tables) + len(sequences)
    for done, (schema, table) in enumerate([*tables, *sequences]):
        progress(f"counting {schema}.{table}", done, total)
        found[f"{schema}.{table}"] = _contents_of(connection, schema, table, done < len(tables))
    progress("counted", total, total)
    return found


def _contents_of(connection: Connection, schema: str, name: str, table: bool) -> TableContents:
    # log_cnt, how many values are logged ahead, is the server's own business
    columns = "dutybook_row" if table else "ROW(dutybook_row.last_value, dutybook_row.is_called)"
    statement = sql.SQL(
        "SELECT count(*), coalesce(sum(hashtextextended({}::text, 0)::numeric), 0)::text "
        "FROM {} {} AS dutybook_row"
    ).format(sql.SQL(columns), sql.SQL("ONLY" if table else ""), sql.Identifier(schema, name))
    row = connection.execute(statement).fetchone()
    assert row is not None  # an aggregate gives one row
    return TableContents(rows=row[0], digest=row[1])


def first_things(connection: Connection) -> list[str]:
    """Up to five of the tables, functions and types in the database; empty for an empty one."""
    return [name for (name,) in connection.execute(_THINGS)]


def differences(wanted: dict[str, TableContents], found: dict[str, TableContents]) -> list[str]:
    """How two contents differ, one sentence for each table."""
    said = []
    for name in sorted({*wanted, *found}):
        before, after = wanted.get(name), found.get(name)
        if before == after:
            continue
        if before is None or after is None:
            said.append(f"{name} is {'missing' if after is None else 'not in the backup'}")
        elif before.rows != after.rows:
            said.append(f"{name} has {after.rows} rows, not {before.rows}")
        else:
            said.append(f"{name} has other rows")
    return said
