"""The walls tried: every write that must be refused is attempted, and undone if it is not."""

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import psycopg
from psycopg import sql

from dutybook.database.connections import ConnectionParameters, DatabaseAccess
from dutybook.database.grants import SCHEMA, Walls

Connection = psycopg.Connection[Any]

_FIRST_COLUMNS = """
    SELECT c.relname, a.attname
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = %s::regnamespace AND c.relkind IN ('r', 'p')
      AND a.attnum > 0 AND NOT a.attisdropped
    ORDER BY c.relname, a.attnum DESC
"""


def holes_in_walls(access: DatabaseAccess, walls: Walls) -> list[str]:
    """What PostgreSQL let through that it should have refused, one phrase each; none when all
    is well.

    As the application: update, delete and truncate of the append-only tables. As the public role:
    reading any table that is not public.
    """
    with closing(access.owner.connect()) as connection:
        rows = connection.execute(_FIRST_COLUMNS, [SCHEMA]).fetchall()
    columns = {str(table): str(name) for table, name in rows}
    found = list(_writes_let_through(access.application, walls.append_only, columns))
    hidden = sorted(columns.keys() - set(walls.public))
    return found + list(_reads_let_through(access.public, hidden))


def _writes_let_through(
    role: ConnectionParameters, tables: tuple[str, ...], columns: dict[str, str]
) -> Iterator[str]:
    with closing(role.connect()) as connection:
        for table in tables:
            name = sql.Identifier(SCHEMA, table)
            column = sql.Identifier(columns[table])
            tries = {
                "update": sql.SQL("UPDATE {} SET {} = {} WHERE false").format(name, column, column),
                "delete": sql.SQL("DELETE FROM {} WHERE false").format(name),
                "truncate": sql.SQL("TRUNCATE {}").format(name),
            }
            for what, statement in tries.items():
                if not _refused(connection, statement):
                    yield f"{role.user} may {what} {table}"


def _reads_let_through(role: ConnectionParameters, tables: list[str]) -> Iterator[str]:
    with closing(role.connect()) as connection:
        for table in tables:
            statement = sql.SQL("SELECT FROM {} WHERE false").format(sql.Identifier(SCHEMA, table))
            if not _refused(connection, statement):
                yield f"{role.user} may read {table}"


def _refused(connection: Connection, statement: sql.Composed) -> bool:
    """Whether the role has no right to it; whatever it did is undone."""
    try:
        connection.execute("SET LOCAL lock_timeout = '2s'")
        connection.execute(statement)
    except psycopg.errors.InsufficientPrivilege:
        return True
    except psycopg.Error:
        return False  # refused for another reason: the right itself is there
    finally:
        connection.rollback()
    return False
