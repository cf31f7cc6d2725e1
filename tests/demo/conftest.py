"""A small demonstration force, loaded once: real enough to be counted, small enough to wait for."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.db import connections
from tests.conftest import close_django_connections, point_django_at

from dutybook.database import clone_database, drop_database
from dutybook.database.server import Server
from dutybook.demo.loading import Size, load_demonstration

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
SIZE = Size(offenders=400, years=4, seed=7)


@pytest.fixture(scope="module")
def loaded(
    server: Server, template_database: str, django_db_setup: None, django_db_blocker: object
) -> Iterator[int]:
    """Django on a database of this module's own in which the demonstration stands; gives how many
    facts it has. Nothing that a test of the module does may change it."""
    access = clone_database(server, template_database, "dutybook_demonstration")
    before = {alias: dict(connections.databases[alias]) for alias in connections.databases}
    with django_db_blocker.unblock():  # type: ignore[attr-defined]  # pytest-django's, untyped
        close_django_connections()
        point_django_at(access)
        yield load_demonstration(size=SIZE, now=NOW, progress=lambda *_step: None)
        close_django_connections()
        for alias, settings in before.items():
            connections.databases[alias].update(settings)
            connections[alias].settings_dict.update(settings)
    drop_database(server, "dutybook_demonstration")
