"""Template databases: migrate once, then copy in a fraction of a second (for tests)."""

from collections.abc import Callable
from contextlib import closing

from psycopg import sql

from dutybook.database.connections import DatabaseAccess
from dutybook.database.roles import (
    access_to,
    check_database_name,
    close_database,
    prepare_database,
)
from dutybook.database.server import OWNER_ROLE, Server


def create_template(
    server: Server, name: str, build: Callable[[DatabaseAccess], None]
) -> DatabaseAccess:
    """Make the database `name`, let `build` fill it (migrate, grant), and close it as a template.

    An existing one of that name is replaced. If `build` fails nothing is left. `build` must close
    its connections: a template that is in use cannot be copied.
    """
    drop_database(server, name)
    access = prepare_database(server, name)
    try:
        build(access)
    except BaseException:
        drop_database(server, name)
        raise
    with closing(server.admin().connect(autocommit=True)) as connection:
        statement = sql.SQL("ALTER DATABASE {} IS_TEMPLATE true ALLOW_CONNECTIONS false")
        connection.execute(statement.format(sql.Identifier(name)))
    return access


def clone_database(server: Server, template: str, name: str) -> DatabaseAccess:
    """Make the database `name` as a copy of a template, rows and rights included.

    An existing one of that name is replaced. Copies pages, so any number may be made.
    """
    check_database_name(name)
    drop_database(server, name)
    access = access_to(server, name)
    with closing(server.admin().connect(autocommit=True)) as connection:
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER {}")
        connection.execute(statement.format(*map(sql.Identifier, (name, template, OWNER_ROLE))))
        close_database(connection, access)
    return access


def drop_database(server: Server, name: str) -> None:
    """Drop a database, template or not, ending the connections it has; absent is no error."""
    check_database_name(name)
    with closing(server.admin().connect(autocommit=True)) as connection:
        found = connection.execute(
            "SELECT datistemplate FROM pg_database WHERE datname = %s", [name]
        ).fetchone()
        if found is None:
            return
        if found[0]:
            statement = sql.SQL("ALTER DATABASE {} IS_TEMPLATE false")
            connection.execute(statement.format(sql.Identifier(name)))
        statement = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
        connection.execute(statement.format(sql.Identifier(name)))
