"""The walls between the owner, the application and the public, as PostgreSQL holds them."""

from collections.abc import Iterator
from contextlib import closing

import psycopg
import pytest

from dutybook.database import (
    ConnectionParameters,
    DatabaseAccess,
    RightsError,
    Walls,
    current_walls,
    drop_database,
    grant_application,
    prepare_database,
)
from dutybook.database.server import Server

SCHEMA = """
    CREATE TABLE visit (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, note text);
    CREATE TABLE access_log (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, note text);
    CREATE TABLE setting (name text PRIMARY KEY);
    CREATE TABLE "Odd name" (id bigint PRIMARY KEY);
    CREATE TABLE release (id bigint PRIMARY KEY, page text);
    CREATE VIEW logged AS SELECT * FROM access_log;
    CREATE VIEW released AS SELECT page FROM release;
    CREATE TABLE history (id bigint, month date) PARTITION BY RANGE (month);
    CREATE TABLE history_2026 PARTITION OF history
        FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
    CREATE FUNCTION twice(number int) RETURNS int LANGUAGE sql AS 'SELECT number * 2';
    INSERT INTO access_log (note) VALUES ('first');
    INSERT INTO release VALUES (1, 'page');
    INSERT INTO history VALUES (1, '2026-05-01');
"""
APPEND_ONLY = ("access_log", "history")


def run(parameters: ConnectionParameters, statement: str) -> list[tuple[object, ...]]:
    """Run one statement as one role and commit it."""
    with closing(parameters.connect()) as connection, connection.transaction():
        cursor = connection.execute(statement.encode())
        return cursor.fetchall() if cursor.description else []


def refused(parameters: ConnectionParameters, statement: str) -> None:
    """PostgreSQL refuses this statement to this role for want of rights."""
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        run(parameters, statement)


def build(access: DatabaseAccess) -> None:
    """A small schema with its walls up."""
    run(access.owner, SCHEMA)
    grant_application(access, append_only=APPEND_ONLY, read_only=["setting"], public=["released"])


@pytest.fixture
def walled(fresh_database: DatabaseAccess) -> DatabaseAccess:
    """A walled database of this test's own."""
    build(fresh_database)
    return fresh_database


@pytest.fixture(scope="module")
def unchanged(server: Server) -> Iterator[DatabaseAccess]:
    """A walled database for tests in which every write is refused."""
    access = prepare_database(server, "walled")
    build(access)
    yield access
    drop_database(server, "walled")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE access_log SET note = 'changed'",
        "DELETE FROM access_log",
        "TRUNCATE access_log",
        "TRUNCATE access_log CASCADE",
        "INSERT INTO access_log (note) VALUES ('x') ON CONFLICT (id) DO UPDATE SET note = 'y'",
        "MERGE INTO access_log USING (SELECT 1) AS one ON true WHEN MATCHED THEN DELETE",
        "SELECT * FROM access_log FOR UPDATE",
        "UPDATE logged SET note = 'changed through the view'",
        "DELETE FROM logged",
        "DELETE FROM history",
        "DELETE FROM history_2026",
        "UPDATE history_2026 SET id = 2",
        "TRUNCATE history_2026",
        "DROP TABLE access_log",
        "ALTER TABLE access_log DISABLE TRIGGER ALL",
        "CREATE RULE nothing AS ON INSERT TO access_log DO INSTEAD NOTHING",
        "CREATE TABLE mine (id int)",
        "SET ROLE dutybook_owner",
        "SET SESSION AUTHORIZATION dutybook_owner",
        "SET session_replication_role = replica",
        "SELECT setval('access_log_id_seq', 1)",
        "TRUNCATE visit",
        "INSERT INTO setting VALUES ('x')",
        "DELETE FROM setting",
        "COPY visit TO PROGRAM 'cat'",
        "CREATE ROLE another",
    ],
)
def test_the_application_is_refused(unchanged: DatabaseAccess, statement: str) -> None:
    refused(unchanged.application, statement)
    assert run(unchanged.owner, "SELECT note FROM access_log") == [("first",)]


def test_the_application_adds_and_reads_where_it_may_only_that(walled: DatabaseAccess) -> None:
    run(walled.application, "INSERT INTO access_log (note) VALUES ('second')")
    run(walled.application, "INSERT INTO history VALUES (2, '2026-06-01')")
    assert run(walled.application, "SELECT note FROM logged ORDER BY id") == [
        ("first",),
        ("second",),
    ]
    assert run(walled.application, "SELECT count(*) FROM setting") == [(0,)]


def test_the_application_works_on_ordinary_tables(walled: DatabaseAccess) -> None:
    run(walled.application, "INSERT INTO visit (note) VALUES ('a'), ('b')")
    run(walled.application, "UPDATE visit SET note = 'c' WHERE note = 'a'")
    run(walled.application, "DELETE FROM visit WHERE note = 'b'")
    assert run(walled.application, "SELECT note FROM visit FOR UPDATE") == [("c",)]
    assert run(walled.application, "SELECT twice(4)") == [(8,)]
    run(walled.application, 'INSERT INTO "Odd name" VALUES (1)')
    run(walled.application, "CREATE TEMPORARY TABLE staging (id int)")


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM release",
        "SELECT * FROM visit",
        "SELECT * FROM access_log",
        "SELECT * FROM logged",
        "SELECT * FROM setting",
        "SELECT twice(4)",
        "SET TRANSACTION READ WRITE; INSERT INTO release VALUES (2, 'forged')",
        "SET TRANSACTION READ WRITE; CREATE TABLE mine (id int)",
        "SET ROLE dutybook_app",
    ],
)
def test_the_public_role_is_refused(unchanged: DatabaseAccess, statement: str) -> None:
    refused(unchanged.public, statement)


def test_the_public_role_reads_what_is_named(unchanged: DatabaseAccess) -> None:
    assert run(unchanged.public, "SELECT * FROM released") == [("page",)]


def test_what_nobody_granted_is_closed_until_the_next_grant(walled: DatabaseAccess) -> None:
    run(walled.owner, "CREATE TABLE later (id int)")
    refused(walled.application, "SELECT * FROM later")
    refused(walled.public, "SELECT * FROM later")
    grant_application(walled, append_only=["access_log", "later"], public=[])
    run(walled.application, "INSERT INTO later VALUES (1)")
    refused(walled.application, "DELETE FROM later")
    refused(walled.public, "SELECT * FROM released")


def test_granting_again_changes_nothing_and_rights_given_by_hand_are_taken_back(
    walled: DatabaseAccess,
) -> None:
    before = current_walls(walled)
    assert before == Walls(("access_log", "history", "history_2026"), ("setting",), ("released",))
    run(walled.owner, "GRANT ALL ON access_log TO dutybook_app, PUBLIC")
    run(walled.owner, "GRANT UPDATE (note) ON access_log TO dutybook_app")
    run(walled.application, "UPDATE access_log SET note = note")
    grant_application(walled, append_only=APPEND_ONLY, read_only=["setting"], public=["released"])
    refused(walled.application, "UPDATE access_log SET note = 'x'")
    refused(walled.public, "SELECT * FROM access_log")
    assert current_walls(walled) == before


def test_an_unknown_name_is_refused_and_nothing_changes(walled: DatabaseAccess) -> None:
    before = current_walls(walled)
    with pytest.raises(RightsError, match="acess_log"):
        grant_application(walled, append_only=["acess_log"], public=[])
    with pytest.raises(RightsError, match="Both append-only and read-only: visit"):
        grant_application(walled, append_only=["visit"], read_only=["visit"], public=[])
    assert current_walls(walled) == before


def test_a_cascade_into_an_append_only_table_is_refused(walled: DatabaseAccess) -> None:
    run(
        walled.owner,
        "CREATE TABLE detail (id int, visit_id bigint CONSTRAINT hole REFERENCES visit "
        "ON DELETE CASCADE)",
    )
    with pytest.raises(RightsError, match="hole on detail"):
        grant_application(walled, append_only=["detail"], public=[])


def test_rights_that_come_by_another_role_are_seen(walled: DatabaseAccess, server: Server) -> None:
    admin = server.admin(walled.name)
    run(admin, "CREATE ROLE backdoor")
    run(admin, "GRANT backdoor TO dutybook_app")
    run(walled.owner, "GRANT DELETE ON access_log TO backdoor")
    with pytest.raises(RightsError, match="dutybook_app may DELETE on access_log"):
        grant_application(walled, append_only=APPEND_ONLY, public=[])
    run(admin, "DROP OWNED BY backdoor")
    run(admin, "DROP ROLE backdoor")


def test_a_role_that_may_act_as_the_owner_is_refused(
    walled: DatabaseAccess, server: Server
) -> None:
    admin = server.admin(walled.name)
    run(admin, "GRANT dutybook_owner TO dutybook_app")
    with pytest.raises(RightsError, match="may act as the owner"):
        grant_application(walled, append_only=APPEND_ONLY, public=[])
    run(admin, "REVOKE dutybook_owner FROM dutybook_app")


@pytest.mark.parametrize(
    ("role", "name", "value"),
    [
        ("application", "statement_timeout", "30s"),
        ("application", "lock_timeout", "10s"),
        ("application", "idle_in_transaction_session_timeout", "1min"),
        ("application", "random_page_cost", "1.1"),
        ("application", "plan_cache_mode", "force_generic_plan"),
        ("application", "jit", "off"),
        ("public", "statement_timeout", "5s"),
        ("public", "default_transaction_read_only", "on"),
        ("owner", "statement_timeout", "0"),
    ],
)
def test_role_limits(unchanged: DatabaseAccess, role: str, name: str, value: str) -> None:
    assert run(getattr(unchanged, role), f"SHOW {name}") == [(value,)]


def test_a_database_is_closed_to_the_roles_of_none(walled: DatabaseAccess, server: Server) -> None:
    admin = server.admin()
    run(admin, "CREATE ROLE visitor LOGIN PASSWORD 'visitor'")
    stranger = ConnectionParameters(
        dbname=walled.name, user="visitor", password="visitor", host=str(server.sockets)
    )
    with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
        stranger.connect()
    run(admin, "DROP ROLE visitor")


def test_preparing_twice_is_harmless_and_names_are_checked(server: Server) -> None:
    first = prepare_database(server, "prepared")
    run(first.owner, "CREATE TABLE kept (id int)")
    assert prepare_database(server, "prepared") == first
    assert run(first.owner, "SELECT count(*) FROM kept") == [(0,)]
    drop_database(server, "prepared")
    for name in ("Capital", "with-dash", "", "1st", "a" * 64, 'quote"'):
        with pytest.raises(Exception, match="cannot name a database"):
            prepare_database(server, name)
