"""The embedded server as it stands once it runs: settings, permissions, joining, leaving."""

import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psutil
import psycopg
import pytest

from dutybook.database import (
    DatabaseAccess,
    ServerStartError,
    prepare_database,
    running_server,
    stop_server,
    unsafe_settings,
)
from dutybook.database.folders import DataFolder
from dutybook.database.locks import FileLock
from dutybook.database.processes import running_postmaster, server_processes, signer_of_lock
from dutybook.database.server import Server

JOINER = """
import sys
from dutybook.database import running_server
with running_server(sys.argv[1]):
    print("joined", flush=True)
    sys.stdin.readline()
"""


def _show(access: DatabaseAccess, name: str) -> str:
    with closing(access.owner.connect()) as connection:
        row = connection.execute("SELECT current_setting(%s)", [name]).fetchone()
    assert row is not None
    return str(row[0])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("fsync", "on"),
        ("full_page_writes", "on"),
        ("synchronous_commit", "on"),
        ("data_checksums", "on"),
        ("TimeZone", "UTC"),
        ("listen_addresses", ""),
        ("password_encryption", "scram-sha-256"),
        ("server_encoding", "UTF8"),
        ("log_min_error_statement", "panic"),
    ],
)
def test_setting(fresh_database: DatabaseAccess, name: str, value: str) -> None:
    assert _show(fresh_database, name) == value


def test_text_is_compared_by_code_point(fresh_database: DatabaseAccess) -> None:
    with closing(fresh_database.owner.connect()) as connection:
        row = connection.execute(
            "SELECT datlocprovider::text, datlocale FROM pg_database "
            "WHERE datname = current_database()"
        ).fetchone()
    assert row == ("b", "C.UTF-8")


def test_only_private_folders_and_files(server: Server, mode_of: Callable[[Path], int]) -> None:
    folder = server.folder
    assert mode_of(server.sockets) == 0o700
    assert mode_of(folder.cluster) == 0o700
    assert mode_of(folder.passwords) == 0o600
    assert mode_of(folder.starting_log) == 0o600
    assert len(str(server.sockets)) < 90


def test_the_log_holds_no_rows(fresh_database: DatabaseAccess, server: Server) -> None:
    with closing(fresh_database.owner.connect(autocommit=True)) as connection:
        connection.execute("CREATE TABLE person (name text PRIMARY KEY)")
        for _ in range(2):
            try:
                connection.execute("INSERT INTO person VALUES ('Synthetic Surname')")
            except psycopg.errors.UniqueViolation:
                duplicates = True
    logged = "".join(each.read_text() for each in (server.folder.cluster / "log").iterdir())
    assert duplicates
    assert "duplicate key value" in logged
    assert "Synthetic" not in logged


def test_stops_when_the_block_ends_and_keeps_what_was_written(fresh_folder: Path) -> None:
    with running_server(fresh_folder) as server:
        access = prepare_database(server, "kept")
        with closing(access.owner.connect(autocommit=True)) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
        sockets, cluster = server.sockets, server.folder.cluster
    assert server_processes(cluster) == []
    assert not sockets.exists()
    with running_server(fresh_folder) as server:
        access = prepare_database(server, "kept")
        with closing(access.owner.connect()) as connection:
            assert connection.execute("SELECT number FROM kept").fetchall() == [(7,)]


def test_a_second_user_joins_and_the_last_to_leave_stops_it(fresh_folder: Path) -> None:
    with running_server(fresh_folder) as first:
        supervisor = signer_of_lock(first.folder.supervisor_lock)
        command = [sys.executable, "-c", JOINER, str(fresh_folder)]
        joiner = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert joiner.stdout is not None
        assert joiner.stdout.readline() == "joined\n"
        assert signer_of_lock(first.folder.supervisor_lock) == supervisor
    assert signer_of_lock(first.folder.supervisor_lock) == supervisor, "the joiner still uses it"
    with running_server(fresh_folder) as again:
        assert signer_of_lock(again.folder.supervisor_lock) == supervisor
    joiner.communicate("leave\n")
    assert joiner.returncode == 0
    assert server_processes(first.folder.cluster) == []
    assert signer_of_lock(first.folder.supervisor_lock) is None


def test_one_supervisor_holds_the_lock(fresh_folder: Path) -> None:
    with running_server(fresh_folder) as server:
        with closing(FileLock(server.folder.supervisor_lock)) as lock:
            assert not lock.try_alone()
        supervisor = signer_of_lock(server.folder.supervisor_lock)
        assert supervisor is not None
        postmaster = running_postmaster(server.folder.cluster)
        assert postmaster is not None
        assert postmaster.ppid() == supervisor.pid
    with closing(FileLock(server.folder.supervisor_lock)) as lock:
        assert lock.try_alone()


def test_many_starting_at_once_share_one_server(fresh_folder: Path) -> None:
    command = [sys.executable, "-c", JOINER, str(fresh_folder)]
    users = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    for user in users:
        assert user.stdout is not None
        assert user.stdout.readline() == "joined\n"
    cluster = DataFolder.at(fresh_folder).cluster
    note = (cluster / "postmaster.pid").read_text().splitlines()[0]
    postmasters = [each for each in server_processes(cluster) if each.pid == int(note)]
    assert len(postmasters) == 1
    for user in users:
        user.communicate("leave\n")
        assert user.returncode == 0
    assert server_processes(cluster) == []


@pytest.mark.parametrize("number", ["SIGINT", "SIGTERM"])
def test_a_signal_to_the_only_user_stops_it(fresh_folder: Path, number: str) -> None:
    import signal

    command = [sys.executable, "-c", JOINER, str(fresh_folder)]
    user = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert user.stdout is not None
    assert user.stdout.readline() == "joined\n"
    folder = DataFolder.at(fresh_folder)
    supervisor = signer_of_lock(folder.supervisor_lock)
    assert supervisor is not None
    user.send_signal(signal.Signals[number])
    user.communicate()
    supervisor.wait(30)
    assert server_processes(folder.cluster) == []
    assert not (folder.cluster / "postmaster.pid").exists(), "it shut down cleanly"


def test_stop_server_stops_it_for_everyone(fresh_folder: Path) -> None:
    assert not stop_server(fresh_folder)
    with running_server(fresh_folder) as server:
        access = prepare_database(server, "busy")
        with closing(access.owner.connect()) as connection:
            assert stop_server(fresh_folder)
            with pytest.raises(psycopg.OperationalError):
                connection.execute("SELECT 1")
        assert server_processes(server.folder.cluster) == []
    assert not stop_server(fresh_folder)


def test_why_it_did_not_start_is_told(fresh_folder: Path) -> None:
    with running_server(fresh_folder) as server:
        configuration = server.folder.cluster / "postgresql.conf"
    with configuration.open("a") as file:
        file.write("no_such_setting_at_all = 1\n")
    with (
        pytest.raises(ServerStartError, match="no_such_setting_at_all"),
        running_server(fresh_folder),
    ):
        pass


def test_a_person_cannot_make_it_unsafe_by_editing_its_files(fresh_folder: Path) -> None:
    with running_server(fresh_folder) as server:
        cluster = server.folder.cluster
    for name in ("postgresql.conf", "postgresql.auto.conf"):
        with (cluster / name).open("a") as file:
            file.write("fsync = off\nlisten_addresses = '127.0.0.1'\n")
    (cluster / "pg_hba.conf").write_text("local all all trust\n")
    with running_server(fresh_folder) as server:
        access = prepare_database(server, "safe")
        with closing(access.owner.connect()) as connection:
            assert unsafe_settings(connection) == []
        assert _show(access, "fsync") == "on"
        assert _show(access, "listen_addresses") == ""
        assert not any(_reached_by(each) for each in server_processes(server.folder.cluster))


def _reached_by(process: psutil.Process) -> list[object]:
    """Connections over a network; a worker of the server's that has ended meanwhile has none."""
    try:
        return list(process.net_connections("inet"))
    except psutil.NoSuchProcess:
        return []


def test_lost_passwords_are_told(fresh_folder: Path) -> None:
    with running_server(fresh_folder) as server:
        passwords = server.folder.passwords
    known = json.loads(passwords.read_text())
    passwords.write_text(json.dumps(dict.fromkeys(known, "another")))
    with (
        pytest.raises(ServerStartError, match="does not accept the password"),
        running_server(fresh_folder),
    ):
        pass
    assert server_processes(server.folder.cluster) == []


def test_this_process_keeps_no_child(fresh_folder: Path) -> None:
    before = set(psutil.Process().children())
    with running_server(fresh_folder):
        pass
    assert set(psutil.Process().children()) == before
