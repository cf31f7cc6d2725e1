"""Templates: migrated once, copied with rows and rights, and gone when building fails."""

from contextlib import closing

import psycopg
import pytest

from dutybook.database import (
    DatabaseAccess,
    clone_database,
    create_template,
    drop_database,
    grant_application,
)
from dutybook.database.server import Server


def _build(access: DatabaseAccess) -> None:
    with closing(access.owner.connect(autocommit=True)) as connection:
        connection.execute("CREATE TABLE logged (id int)")
        connection.execute("INSERT INTO logged VALUES (1)")
    grant_application(access, append_only=["logged"], public=[])


def _names(server: Server) -> set[str]:
    with closing(server.admin().connect()) as connection:
        return {name for (name,) in connection.execute("SELECT datname FROM pg_database")}


def test_copies_are_alike_apart_and_walled(server: Server) -> None:
    template = create_template(server, "pattern", _build)
    with pytest.raises(psycopg.OperationalError, match="not currently accepting connections"):
        template.owner.connect()
    one, two = (clone_database(server, "pattern", name) for name in ("copy_one", "copy_two"))
    with closing(one.application.connect(autocommit=True)) as connection:
        connection.execute("INSERT INTO logged VALUES (2)")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("DELETE FROM logged")
    with closing(two.application.connect()) as connection:
        assert connection.execute("SELECT id FROM logged").fetchall() == [(1,)]
    again = clone_database(server, "pattern", "copy_one")
    with closing(again.application.connect()) as connection:
        assert connection.execute("SELECT id FROM logged").fetchall() == [(1,)]
    create_template(server, "pattern", _build)
    for name in ("copy_one", "copy_two", "pattern"):
        drop_database(server, name)
        drop_database(server, name)
    assert _names(server) & {"copy_one", "copy_two", "pattern"} == set()


def test_a_build_that_fails_leaves_nothing(server: Server) -> None:
    def fail(access: DatabaseAccess) -> None:
        _build(access)
        raise ValueError("a migration failed")

    with pytest.raises(ValueError, match="a migration failed"):
        create_template(server, "unfinished", fail)
    assert "unfinished" not in _names(server)


def test_dropping_ends_the_connections_it_has(server: Server) -> None:
    create_template(server, "pattern", _build)
    access = clone_database(server, "pattern", "in_use")
    with closing(access.application.connect()) as connection:
        connection.execute("SELECT 1")
        drop_database(server, "in_use")
        with pytest.raises(psycopg.OperationalError):
            connection.execute("SELECT 1")
    drop_database(server, "pattern")
