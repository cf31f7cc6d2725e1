"""The roles of the embedded server and the databases they share.

The owner migrates. The application and the public role get their rights in `grants`.
"""

import contextlib
import re
from contextlib import closing
from typing import Any

import psycopg
from psycopg import sql

from dutybook.database.connections import DatabaseAccess
from dutybook.database.errors import DatabaseSetupError
from dutybook.database.server import (
    APPLICATION_ROLE,
    OWNER_ROLE,
    PUBLIC_ROLE,
    Server,
)

Connection = psycopg.Connection[Any]

# A forgotten transaction must not hold locks; bulk work raises its own limit with SET LOCAL.
# Data lies on solid disks or in memory, where reading a page here and there costs little more than
# reading on; statements are short, so compiling one would take longer than running it. A prepared
# statement is planned once for all values: none is so different from another that planning anew,
# which takes as long as running, would pay.
ROLE_SETTINGS: dict[str, dict[str, str]] = {
    APPLICATION_ROLE: {
        "statement_timeout": "30s",
        "lock_timeout": "10s",
        "idle_in_transaction_session_timeout": "60s",
        "random_page_cost": "1.1",
        "jit": "off",
        "plan_cache_mode": "force_generic_plan",
    },
    PUBLIC_ROLE: {
        "statement_timeout": "5s",
        "lock_timeout": "2s",
        "idle_in_transaction_session_timeout": "10s",
        "default_transaction_read_only": "on",
    },
}


def check_database_name(name: str) -> None:
    """Refuse a name that would need quoting: lower-case letters, digits and _, at most 63."""
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,62}", name):
        raise DatabaseSetupError(
            f"{name!r} cannot name a database: use lower-case letters, digits and underscores, "
            "starting with a letter, at most 63."
        )


def ensure_roles(server: Server) -> None:
    """Make the embedded server's roles, with the passwords in its data folder; idempotent."""
    with closing(server.admin().connect()) as connection, connection.transaction():
        for role in (OWNER_ROLE, APPLICATION_ROLE, PUBLIC_ROLE):
            ensure_login_role(connection, role, server.passwords[role])
            set_role_limits(connection, role, ROLE_SETTINGS.get(role, {}))
        for database in ("postgres", "template1"):
            statement = sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC")
            connection.execute(statement.format(sql.Identifier(database)))


def ensure_login_role(connection: Connection, role: str, password: str) -> None:
    """Make a role that may log in and has no other right, or set the password of an existing."""
    exists = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone()
    statement = "ALTER ROLE {} LOGIN PASSWORD {}" if exists else "CREATE ROLE {} LOGIN PASSWORD {}"
    connection.execute(
        sql.SQL(statement).format(sql.Identifier(role), sql.Literal(_scram(connection, password)))
    )


def _scram(connection: Connection, password: str) -> str:
    """The password as the server keeps it, so that the plain one enters no statement or log."""
    secret = connection.pgconn.encrypt_password(password.encode(), b"", algorithm=b"scram-sha-256")
    return secret.decode()


def set_role_limits(connection: Connection, role: str, settings: dict[str, str]) -> None:
    """The role's own defaults; a session may still change them for itself."""
    for name, value in settings.items():
        connection.execute(
            sql.SQL("ALTER ROLE {} SET {} = {}").format(
                sql.Identifier(role), sql.Identifier(name), sql.Literal(value)
            )
        )


def access_to(server: Server, name: str) -> DatabaseAccess:
    """How each role connects to the database `name` of the embedded server."""
    return DatabaseAccess(
        owner=server.connection(OWNER_ROLE, name),
        application=server.connection(APPLICATION_ROLE, name),
        public=server.connection(PUBLIC_ROLE, name),
        admin=server.admin(),
    )


def prepare_database(server: Server, name: str) -> DatabaseAccess:
    """Make the database `name` if absent, owned by the owner role; idempotent.

    Only the three roles may connect to it. Returns how each does.
    """
    check_database_name(name)
    access = access_to(server, name)
    with closing(server.admin().connect(autocommit=True)) as connection:
        exists = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if exists.fetchone() is None:
            statement = sql.SQL("CREATE DATABASE {} OWNER {}")
            # another process may make it at the same moment
            same_moment = (psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation)
            with contextlib.suppress(*same_moment):
                connection.execute(
                    statement.format(sql.Identifier(name), sql.Identifier(OWNER_ROLE))
                )
        close_database(connection, access)
    return access


def close_database(connection: Connection, access: DatabaseAccess) -> None:
    """Let only the database's own roles connect to it."""
    name = sql.Identifier(access.name)
    roles = sql.SQL(", ").join(
        sql.Identifier(each.user) for each in (access.application, access.public)
    )
    with connection.transaction():
        connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(name))
        connection.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(name, roles))
        connection.execute(
            sql.SQL("GRANT TEMPORARY ON DATABASE {} TO {}").format(
                name, sql.Identifier(access.application.user)
            )
        )
