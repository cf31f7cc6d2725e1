"""Nobody gets in without the right password, and another account cannot even knock."""

import os
import stat
from contextlib import closing
from dataclasses import replace

import psycopg
import pytest
from tests.database.strangers import run_as, strangers

from dutybook.database import ConnectionParameters
from dutybook.database.account import account_of
from dutybook.database.programs import reachable_programs
from dutybook.database.server import ROLES, Server


def _psql(server: Server, account_uid: int, role: str) -> list[str]:
    programs = reachable_programs(server.programs, account_of(account_uid), server.folder.home)
    return [
        programs.path("psql"),
        *("--no-password", "--host", str(server.sockets)),
        *("--username", role, "--dbname", "postgres", "--command", "SELECT 1"),
    ]


@pytest.mark.parametrize("role", ROLES)
def test_another_account_cannot_reach_the_socket_even_knowing_the_password(
    server: Server, role: str
) -> None:
    state = server.sockets.stat()
    assert stat.S_IMODE(state.st_mode) == 0o700
    for stranger in strangers(state.st_uid):
        answer = run_as(
            stranger,
            _psql(server, stranger.uid, role),
            PGPASSWORD=server.passwords[role],
        )
        assert answer.returncode != 0
        assert "Permission denied" in answer.stderr


def test_another_account_reads_neither_passwords_nor_data(server: Server) -> None:
    state = server.sockets.stat()
    for stranger in strangers(state.st_uid):
        for path in (server.folder.passwords, server.folder.cluster / "PG_VERSION"):
            answer = run_as(stranger, ["cat", str(path)])
            assert answer.returncode != 0
            assert "Permission denied" in answer.stderr


@pytest.mark.parametrize("role", ROLES)
def test_the_servers_own_account_needs_a_password_too(server: Server, role: str) -> None:
    owner = account_of(server.sockets.stat().st_uid)
    answer = run_as(owner, _psql(server, owner.uid, role), HOME="/nonexistent")
    assert answer.returncode != 0
    assert "no password supplied" in answer.stderr


@pytest.mark.parametrize("role", ROLES)
def test_a_wrong_password_is_refused(server: Server, role: str) -> None:
    right = server.connection(role, "postgres")
    wrong = replace(right, password="not" + right.password)
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        wrong.connect()


def test_passwords_are_long_different_and_kept_as_scram(server: Server) -> None:
    assert len(set(server.passwords.values())) == len(ROLES)
    assert min(len(each) for each in server.passwords.values()) >= 43
    with closing(server.admin().connect()) as connection:
        rows = connection.execute("SELECT rolpassword FROM pg_authid WHERE rolcanlogin").fetchall()
    assert len(rows) == len(ROLES)
    assert all(secret.startswith("SCRAM-SHA-256$") for (secret,) in rows)


def test_roles_have_no_more_than_they_need(server: Server) -> None:
    with closing(server.admin().connect()) as connection:
        rows = connection.execute(
            "SELECT rolname FROM pg_roles WHERE rolcanlogin AND rolname <> 'dutybook_admin' AND "
            "(rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls)"
        ).fetchall()
    assert rows == []
    for role in ROLES[1:]:
        with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
            server.connection(role, "postgres").connect()


def test_parameters_do_not_print_their_password() -> None:
    shown = repr(ConnectionParameters(dbname="d", user="u", password="secret-word", host="h"))
    assert "secret-word" not in shown


def test_the_server_is_not_root(server: Server) -> None:
    assert server.folder.cluster.stat().st_uid != 0
    assert server.folder.cluster.stat().st_uid == server.sockets.stat().st_uid
    assert os.geteuid() == 0 or server.sockets.stat().st_uid == os.geteuid()
