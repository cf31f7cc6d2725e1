"""The database's own walls: who may do what, held by PostgreSQL itself.

The application works on rows, and on tables named append-only may only add and read: update,
delete and truncate are refused. The public role reads what is named and nothing else. What
nobody granted is closed, so `grant_application` runs after every migration.
"""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from typing import Any, LiteralString

import psycopg
from psycopg import sql

from dutybook.database.connections import DatabaseAccess
from dutybook.database.errors import RightsError

Connection = psycopg.Connection[Any]

SCHEMA = "public"

_RELATIONS = """
    SELECT c.relname, c.relkind IN ('r', 'p', 'f') AS is_table, c.relkind = 'S' AS is_sequence
    FROM pg_class c
    WHERE c.relnamespace = %s::regnamespace AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
      AND pg_has_role(c.relowner, 'USAGE')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
                      AND d.objid = c.oid AND d.deptype = 'e')
    ORDER BY c.relname
"""

_ROUTINES = """
    SELECT p.oid::regprocedure::text
    FROM pg_proc p
    WHERE p.pronamespace = %s::regnamespace AND pg_has_role(p.proowner, 'USAGE')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass
                      AND d.objid = p.oid AND d.deptype = 'e')
    ORDER BY 1
"""

_PARTS = """
    WITH RECURSIVE part(oid) AS (
        SELECT c.oid FROM pg_class c
        WHERE c.relnamespace = %s::regnamespace AND c.relname = ANY(%s)
        UNION
        SELECT i.inhrelid FROM pg_inherits i JOIN part ON i.inhparent = part.oid)
    SELECT c.relname FROM part JOIN pg_class c USING (oid)
"""

# Deleting or changing a parent row would change these rows with the table owner's rights.
_CASCADES = """
    SELECT k.conname, c.relname
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
    WHERE k.contype = 'f' AND c.relnamespace = %s::regnamespace AND c.relname = ANY(%s)
      AND (k.confdeltype IN ('c', 'n', 'd') OR k.confupdtype IN ('c', 'n', 'd'))
"""

_TOO_MUCH = """
    SELECT c.relname, right_name
    FROM pg_class c, unnest(%s::text[]) AS right_name
    WHERE c.relnamespace = %s::regnamespace AND c.relname = ANY(%s)
      AND c.relkind IN ('r', 'p', 'f')
      AND (has_table_privilege(%s, c.oid, right_name)
           OR (right_name = 'UPDATE' AND has_any_column_privilege(%s, c.oid, 'UPDATE')))
    ORDER BY 1, 2
"""

_MAY_BE_OWNER = """
    SELECT rolsuper OR pg_has_role(oid, current_user, 'MEMBER') FROM pg_roles WHERE rolname = %s
"""


@dataclass(frozen=True)
class Walls:
    """Which tables and views have which walls; all names are in the schema `public`.

    append_only: the application may only add and read. read_only: it may only read. public: the
    public role may read. Every other table is the application's to work on.
    """

    append_only: tuple[str, ...] = ()
    read_only: tuple[str, ...] = ()
    public: tuple[str, ...] = ()


def grant_application(
    access: DatabaseAccess,
    *,
    append_only: Iterable[str],
    public: Iterable[str],
    read_only: Iterable[str] = (),
) -> None:
    """Give the application and the public role exactly these rights; run after every migration.

    All at once or not at all, and checked afterwards. Idempotent. Raises RightsError if a name is
    unknown, or a wall would have a hole (a cascading foreign key, a role that is too mighty).
    """
    walls = Walls(tuple(append_only), tuple(read_only), tuple(public))
    with closing(access.owner.connect()) as connection, connection.transaction():
        _build(connection, access, walls)


def _build(connection: Connection, access: DatabaseAccess, walls: Walls) -> None:
    relations = connection.execute(_RELATIONS, [SCHEMA]).fetchall()
    tables = [name for name, is_table, _ in relations if is_table]
    sequences = [name for name, _, is_sequence in relations if is_sequence]
    views = [name for name, is_table, is_sequence in relations if not is_table | is_sequence]
    _check_names(walls, tables, views)
    append_only = _with_parts(connection, walls.append_only)
    read_only = _with_parts(connection, walls.read_only)
    application, public = access.application.user, access.public.user
    for role in (application, public):
        _check_not_mighty(connection, role)
    _check_cascades(connection, sorted(append_only))

    _revoke_everything(connection, [application, public], tables + views, sequences)
    working = [name for name in tables if name not in append_only | read_only]
    _grant(connection, "SELECT", "TABLE", tables + views, application)
    _grant(connection, "INSERT", "TABLE", [*working, *sorted(append_only)], application)
    _grant(connection, "UPDATE, DELETE", "TABLE", working, application)
    _grant(connection, "USAGE, SELECT", "SEQUENCE", sequences, application)
    _grant(connection, "SELECT", "TABLE", sorted(walls.public), public)
    _grant_routines(connection, application)
    _check_walls(connection, access, tables, append_only, read_only, set(walls.public))


def _check_names(walls: Walls, tables: list[str], views: list[str]) -> None:
    unknown = {*walls.append_only, *walls.read_only} - set(tables)
    unknown |= set(walls.public) - {*tables, *views}
    both = set(walls.append_only) & set(walls.read_only)
    if unknown:
        raise RightsError(
            f"No such table in this database, or not the owner's: {', '.join(sorted(unknown))}. "
            "Rights were left as they were. Migrate first, or mend the name."
        )
    if both:
        raise RightsError(f"Both append-only and read-only: {', '.join(sorted(both))}. Choose one.")


def _with_parts(connection: Connection, names: tuple[str, ...]) -> set[str]:
    """These tables and their partitions, which could otherwise be written to directly."""
    return {name for (name,) in connection.execute(_PARTS, [SCHEMA, list(names)])}


def _check_not_mighty(connection: Connection, role: str) -> None:
    row = connection.execute(_MAY_BE_OWNER, [role]).fetchone()
    if row is None:
        raise RightsError(f"The database has no role named {role}. Make it, or name another.")
    if row[0]:
        raise RightsError(
            f"The role {role} is a superuser or may act as the owner, so no wall would hold it. "
            "Use a role of its own, without memberships."
        )


def _check_cascades(connection: Connection, names: list[str]) -> None:
    found = connection.execute(_CASCADES, [SCHEMA, names]).fetchall()
    if found:
        listed = ", ".join(f"{constraint} on {table}" for constraint, table in found)
        raise RightsError(
            f"An append-only table would change with its parent rows: {listed}. Make the foreign "
            "key refuse instead (ON DELETE RESTRICT or NO ACTION)."
        )


def _revoke_everything(
    connection: Connection, roles: list[str], tables: list[str], sequences: list[str]
) -> None:
    everyone = sql.SQL(", ").join([sql.SQL("PUBLIC"), *map(sql.Identifier, roles)])
    schema = sql.Identifier(SCHEMA)
    for kind, names in (("TABLE", tables), ("SEQUENCE", sequences)):
        if names:
            statement = sql.SQL("REVOKE ALL ON {} {} FROM {}")
            connection.execute(statement.format(sql.SQL(kind), _listed(names), everyone))
    connection.execute(sql.SQL("REVOKE ALL ON SCHEMA {} FROM {}").format(schema, everyone))
    connection.execute(
        sql.SQL("GRANT USAGE ON SCHEMA {} TO {}").format(
            schema, sql.SQL(", ").join(map(sql.Identifier, roles))
        )
    )


def _grant(
    connection: Connection, rights: LiteralString, kind: LiteralString, names: list[str], role: str
) -> None:
    if names:
        connection.execute(
            sql.SQL("GRANT {} ON {} {} TO {}").format(
                sql.SQL(rights), sql.SQL(kind), _listed(names), sql.Identifier(role)
            )
        )


def _grant_routines(connection: Connection, application: str) -> None:
    """The application may call the schema's functions (a queue's, say); the public role none."""
    names = [name for (name,) in connection.execute(_ROUTINES, [SCHEMA])]
    if not names:
        return
    # regprocedure prints each name quoted as PostgreSQL wants it read back
    listed = sql.SQL(", ").join(sql.SQL(name) for name in names)
    connection.execute(sql.SQL("REVOKE ALL ON ROUTINE {} FROM PUBLIC").format(listed))
    connection.execute(
        sql.SQL("GRANT EXECUTE ON ROUTINE {} TO {}").format(listed, sql.Identifier(application))
    )


def _listed(names: list[str]) -> sql.Composed:
    return sql.SQL(", ").join(sql.Identifier(SCHEMA, name) for name in names)


def _check_walls(
    connection: Connection,
    access: DatabaseAccess,
    tables: list[str],
    append_only: set[str],
    read_only: set[str],
    public: set[str],
) -> None:
    """Ask PostgreSQL what each role may now do, whatever the way it came by it."""
    writes = ["UPDATE", "DELETE", "TRUNCATE"]
    found = [
        *_rights(connection, access.application.user, ["TRUNCATE", "TRIGGER"], tables),
        *_rights(connection, access.application.user, writes, sorted(append_only)),
        *_rights(connection, access.application.user, ["INSERT", *writes], sorted(read_only)),
        *_rights(connection, access.public.user, ["INSERT", *writes], tables),
        *_rights(connection, access.public.user, ["SELECT"], sorted(set(tables) - public)),
    ]
    if found:
        raise RightsError(
            "These roles would still have rights they must not have, perhaps from another role "
            "they belong to: " + "; ".join(found[:10]) + ". Nothing was changed."
        )


def _rights(connection: Connection, role: str, rights: list[str], tables: list[str]) -> list[str]:
    rows = connection.execute(_TOO_MUCH, [rights, SCHEMA, tables, role, role])
    return [f"{role} may {right} on {table}" for table, right in rows]


def current_walls(access: DatabaseAccess) -> Walls:
    """The walls as they stand in the database, read back from its rights (for a backup)."""
    statement = """
        SELECT c.relname, c.relkind IN ('r', 'p'),
               has_table_privilege(%(app)s, c.oid, 'SELECT'),
               has_table_privilege(%(app)s, c.oid, 'INSERT'),
               has_table_privilege(%(app)s, c.oid, 'DELETE'),
               has_table_privilege(%(public)s, c.oid, 'SELECT')
        FROM pg_class c
        WHERE c.relnamespace = %(schema)s::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
          AND pg_has_role(c.relowner, 'USAGE')
        ORDER BY 1
    """
    roles = {"app": access.application.user, "public": access.public.user, "schema": SCHEMA}
    append_only, read_only, public = [], [], []
    with closing(access.owner.connect()) as connection:
        for name, is_table, reads, adds, deletes, shown in connection.execute(statement, roles):
            if is_table and adds and not deletes:
                append_only.append(name)
            elif is_table and reads and not adds:
                read_only.append(name)
            if shown:
                public.append(name)
    return Walls(tuple(append_only), tuple(read_only), tuple(public))
