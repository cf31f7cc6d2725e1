"""Fixtures that every room shares: a real PostgreSQL, migrated once, cloned for each need.

One embedded server a test process. The schema is built as the owner role into a template; tests
run as the application role on a copy of it, so that the database's own walls are always up.
"""

import shutil
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest

from dutybook.database import (
    DatabaseAccess,
    clone_database,
    create_template,
    drop_database,
    running_server,
)
from dutybook.database.server import Server

TEMPLATE = "dutybook_template"
_numbers = count(1)


@pytest.fixture(scope="session")
def data_folder() -> Iterator[Path]:
    """A data folder that the server's account can reach, gone afterwards."""
    parent = Path(tempfile.mkdtemp(prefix="dutybook-tests-"))
    parent.chmod(0o755)
    yield parent / "data"
    shutil.rmtree(parent)


@pytest.fixture(scope="session")
def server(data_folder: Path) -> Iterator[Server]:
    """The embedded PostgreSQL of this test process.

    Nothing is analysed behind the tests' backs: what they write is rolled back, and a table full of
    dead rows would be taken for one without any. Plans for one row would then read hundreds.
    """
    with running_server(data_folder) as running:
        with running.admin().connect(autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET autovacuum = off")
            connection.execute("SELECT pg_reload_conf()")
        yield running


@pytest.fixture(scope="session")
def template_database(server: Server, django_db_blocker: object) -> str:
    """The name of a migrated, empty database to copy."""
    from dutybook.cli.installation import migrate

    def build(access: DatabaseAccess) -> None:
        with django_db_blocker.unblock():  # type: ignore[attr-defined]  # pytest-django's, untyped
            point_django_at(access)
            migrate(access, quiet=True)
            close_django_connections()

    create_template(server, TEMPLATE, build)
    return TEMPLATE


@pytest.fixture(scope="session")
def compiled_kernel() -> None:
    """The duties' compiled code, loaded or compiled before any transaction could wait for it: a
    compiler takes longer than PostgreSQL lets a transaction idle."""
    from dutybook.duties.warming import warm

    warm()


@pytest.fixture(scope="session")
def django_db_setup(
    server: Server, template_database: str, compiled_kernel: None
) -> Iterator[None]:
    """What pytest-django's `db` fixtures use: a copy, reached as the application's role."""
    access = clone_database(server, template_database, "dutybook_unit")
    point_django_at(access)
    yield
    close_django_connections()
    drop_database(server, "dutybook_unit")


@pytest.fixture
def cloned_database(server: Server, template_database: str) -> Iterator[DatabaseAccess]:
    """A database of this test's own, for what must really commit or runs in another process."""
    name = f"dutybook_clone_{next(_numbers)}"
    yield clone_database(server, template_database, name)
    drop_database(server, name)


@pytest.fixture
def committed_database(
    cloned_database: DatabaseAccess, django_db_setup: None, django_db_blocker: object
) -> Iterator[DatabaseAccess]:
    """Django itself on a database of this test's own, where transactions really commit."""
    from django.db import connections

    before = {alias: dict(connections.databases[alias]) for alias in connections.databases}
    with django_db_blocker.unblock():  # type: ignore[attr-defined]  # pytest-django's, untyped
        close_django_connections()
        point_django_at(cloned_database)
        yield cloned_database
        close_django_connections()
        for alias, settings in before.items():
            _point(alias, settings)


@pytest.fixture
def owner_connection(cloned_database: DatabaseAccess) -> Iterator["psycopg.Connection[object]"]:
    """The owner role's connection to this test's own database."""
    with cloned_database.owner.connect(autocommit=True) as connection:
        yield connection


def point_django_at(access: DatabaseAccess) -> None:
    """Let Django's aliases lead to this database, each as its role."""
    _point("default", access.application.django())
    _point("owner", access.owner.django())
    _point("public", access.public.django())


def _point(alias: str, settings: dict[str, object]) -> None:
    from django.db import connections

    connections.databases[alias].update(settings)
    connections[alias].settings_dict.update(settings)


def close_django_connections() -> None:
    """Leave no connection behind: a database in use can be neither copied nor dropped."""
    from django.db import connections

    for connection in connections.all(initialized_only=True):
        connection.close()
