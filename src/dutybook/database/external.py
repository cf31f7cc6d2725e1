"""A PostgreSQL server that the force runs itself, named by DATABASE_URL."""

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import psycopg

from dutybook.database.checks import refuse_unsafe_settings
from dutybook.database.connections import ConnectionParameters, DatabaseAccess
from dutybook.database.errors import DatabaseSetupError, RightsError
from dutybook.database.passwords import ensure_passwords
from dutybook.database.roles import ROLE_SETTINGS, Connection, ensure_login_role, set_role_limits
from dutybook.database.server import APPLICATION_ROLE, PUBLIC_ROLE

OLDEST_MAJOR = 16

_URLS = {APPLICATION_ROLE: "DUTYBOOK_APP_DATABASE_URL", PUBLIC_ROLE: "DUTYBOOK_PUBLIC_DATABASE_URL"}


def from_url(
    url: str,
    *,
    environment: Mapping[str, str],
    passwords: Path,
) -> DatabaseAccess:
    """The database at `url`; its role is the owner, which migrates.

    The application's and the public role are those of DUTYBOOK_APP_DATABASE_URL and
    DUTYBOOK_PUBLIC_DATABASE_URL in `environment`. One that is not given is made, if the URL's role
    may make roles, with a generated password kept in the file `passwords` (mode 0600), and named
    after the database so that two installations on one server do not meet.

    Connects once. Raises DatabaseSetupError if the server cannot be reached, is too old or is set
    unsafely, and RightsError if roles are missing and may not be made.
    """
    owner = ConnectionParameters.from_url(url)
    try:
        connection = owner.connect()
    except psycopg.OperationalError as problem:
        raise DatabaseSetupError(
            f"The database {owner.dbname} on {owner.host} cannot be reached as {owner.user}: "
            f"{problem}. Look at DATABASE_URL."
        ) from problem
    with closing(connection), connection.transaction():
        _check_version(connection)
        refuse_unsafe_settings(connection)
        given = {role: environment.get(name) for role, name in _URLS.items()}
        missing = [role for role, address in given.items() if not address]
        made = _make_roles(connection, owner, missing, passwords) if missing else {}
    access = {
        role: ConnectionParameters.from_url(address) if address else made[role]
        for role, address in given.items()
    }
    return DatabaseAccess(owner, access[APPLICATION_ROLE], access[PUBLIC_ROLE])


def _check_version(connection: Connection) -> None:
    major = connection.info.server_version // 10000
    if major < OLDEST_MAJOR:
        raise DatabaseSetupError(
            f"The database server is PostgreSQL {major}; at least {OLDEST_MAJOR} is needed."
        )


def _make_roles(
    connection: Connection, owner: ConnectionParameters, roles: list[str], passwords: Path
) -> dict[str, ConnectionParameters]:
    allowed = connection.execute(
        "SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user"
    ).fetchone()
    if not allowed or not allowed[0]:
        names = " and ".join(_URLS[role] for role in roles)
        raise RightsError(
            f"The role {owner.user} of DATABASE_URL may not make other roles, and the application "
            f"must not work as the owner. Either set {names} to roles that your database "
            f"administrator has made, or let this one make them: ALTER ROLE {owner.user} CREATEROLE"
        )
    names_of = {role: f"{role}_{owner.dbname}"[:63] for role in roles}
    passwords.parent.mkdir(parents=True, exist_ok=True)
    known = ensure_passwords(passwords, list(names_of.values()))
    made = {}
    for role, name in names_of.items():
        ensure_login_role(connection, name, known[name])
        set_role_limits(connection, name, ROLE_SETTINGS[role])
        made[role] = ConnectionParameters(
            dbname=owner.dbname,
            user=name,
            password=known[name],
            host=owner.host,
            port=owner.port,
            options=owner.options,
        )
    return made
