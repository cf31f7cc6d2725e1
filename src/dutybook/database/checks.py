"""Settings under which acknowledged work is safe, asserted before the server is used."""

from typing import Any

import psycopg
from psycopg import sql

from dutybook.database.errors import UnsafeSettingsError

# PostgreSQL's defaults are these too; a person can have changed any of them.
REQUIRED = {
    "fsync": ("on",),
    "full_page_writes": ("on",),
    "synchronous_commit": ("on", "remote_write", "remote_apply"),
    "data_checksums": ("on",),
    "server_encoding": ("UTF8",),
}


def unsafe_settings(connection: "psycopg.Connection[Any]") -> list[str]:
    """What is wrong with this server's settings, one sentence each; empty when all is well."""
    problems = []
    for name, accepted in REQUIRED.items():
        row = connection.execute(sql.SQL("SHOW {}").format(sql.Identifier(name))).fetchone()
        value = str(row[0]) if row else "unknown"
        if value not in accepted:
            problems.append(f"{name} is {value} and must be {accepted[0]}.")
    return problems


def refuse_unsafe_settings(connection: "psycopg.Connection[Any]") -> None:
    """Raise UnsafeSettingsError if acknowledged work could be lost under these settings."""
    problems = unsafe_settings(connection)
    if problems:
        raise UnsafeSettingsError(
            "The database server's settings are not safe for these records. "
            + " ".join(problems)
            + " Change them in the server's configuration and restart it."
        )
