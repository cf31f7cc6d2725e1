"""What a crash leaves behind is cleared; what merely looks like it is never touched."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from dutybook.database import running_server
from dutybook.database.account import ServerAccount, account_of
from dutybook.database.cluster import server_command
from dutybook.database.folders import SOCKET_NAME, DataFolder
from dutybook.database.processes import (
    is_alive,
    running_postmaster,
    server_processes,
    sign_lock,
    signer_of_lock,
    wait_gone,
)
from dutybook.database.server import Server


@contextmanager
def _innocent(account: ServerAccount, folder: Path) -> Iterator[psutil.Process]:
    """An unrelated process of the server's own account, working in `folder`."""
    process = subprocess.Popen(
        ["cat"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=folder,
        **account.spawn_options(),
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b"here\n")
    process.stdin.flush()
    process.stdout.readline()  # it runs as the account now, in its folder
    yield psutil.Process(process.pid)
    process.communicate()
    assert process.returncode == 0, "nobody ended it"


def _made_once(folder: Path) -> Server:
    with running_server(folder) as server:
        return server


def _pretend(server: Server, pid: int, started: float) -> None:
    """Leave the notes that a killed server leaves, with this process's number in them."""
    cluster, sockets = server.folder.cluster, server.sockets
    lines = [pid, cluster, int(started), 5432, sockets, "", "  1234567    654321", "ready   "]
    owner = cluster.stat()
    for path, text in (
        (cluster / "postmaster.pid", "\n".join(map(str, lines)) + "\n"),
        (sockets / f"{SOCKET_NAME}.lock", "\n".join(map(str, lines[:5])) + "\n"),
    ):
        path.parent.mkdir(mode=0o700, exist_ok=True)
        os.chown(path.parent, owner.st_uid, owner.st_gid)
        path.write_text(text)
        os.chown(path, owner.st_uid, owner.st_gid)
        path.chmod(0o600)


@pytest.mark.parametrize("start_agrees", [False, True])
def test_an_unrelated_process_under_a_used_number_is_left_alone(
    fresh_folder: Path, start_agrees: bool
) -> None:
    server = _made_once(fresh_folder)
    account = account_of(server.folder.cluster.stat().st_uid)
    with _innocent(account, server.folder.cluster) as innocent:
        long_ago = innocent.create_time() - 5000
        _pretend(server, innocent.pid, innocent.create_time() if start_agrees else long_ago)
        assert running_postmaster(server.folder.cluster) is None
        with running_server(fresh_folder) as again:
            assert running_postmaster(again.folder.cluster) is not None
        assert is_alive(innocent)


def test_a_server_of_another_folder_is_left_alone(server: Server, fresh_folder: Path) -> None:
    ours = _made_once(fresh_folder)
    other = running_postmaster(server.folder.cluster)
    assert other is not None
    _pretend(ours, other.pid, other.create_time())
    assert running_postmaster(ours.folder.cluster) is None
    with running_server(fresh_folder):
        assert running_postmaster(server.folder.cluster) == other


def test_a_zombie_under_the_old_number_does_not_stop_a_start(fresh_folder: Path) -> None:
    server = _made_once(fresh_folder)
    account = account_of(server.folder.cluster.stat().st_uid)
    zombie = subprocess.Popen(["true"], **account.spawn_options())
    process = psutil.Process(zombie.pid)
    assert wait_gone([process], 10)
    _pretend(server, zombie.pid, time.time())
    with running_server(fresh_folder) as again:
        assert running_postmaster(again.folder.cluster) is not None
    zombie.wait()


def test_an_orphaned_server_is_shut_down_before_the_next_start(fresh_folder: Path) -> None:
    server = _made_once(fresh_folder)
    folder = server.folder
    account = account_of(folder.cluster.stat().st_uid)
    server.sockets.mkdir(mode=0o700)
    os.chown(server.sockets, account.uid, account.gid)
    orphan = subprocess.Popen(
        [
            *server_command(server.programs, folder, server.sockets),
            *("-c", "logging_collector=off"),
        ],
        cwd="/",
        stderr=subprocess.PIPE,
        text=True,
        env={"LC_ALL": "C"},
        **account.spawn_options(),
    )
    assert orphan.stderr is not None
    assert any("ready to accept connections" in line for line in orphan.stderr)
    assert running_postmaster(folder.cluster) == psutil.Process(orphan.pid)
    with running_server(fresh_folder) as again:
        orphan.communicate()
        assert orphan.returncode == 0, "it was asked, not killed"
        supervisor = signer_of_lock(folder.supervisor_lock)
        running = running_postmaster(again.folder.cluster)
        assert running is not None
        assert supervisor is not None
        assert running.ppid() == supervisor.pid
    assert server_processes(folder.cluster) == []


def test_the_lock_s_signature_is_not_believed_of_another_process(fresh_folder: Path) -> None:
    server = _made_once(fresh_folder)
    lock = server.folder.supervisor_lock
    with lock.open("r+") as held:
        sign_lock(held.fileno())
    assert signer_of_lock(lock) == psutil.Process()
    pid, started = lock.read_text().split()
    for stale in (f"{pid} {started}1", f"1 {started}", "not a signature", ""):
        lock.write_text(stale)
        assert signer_of_lock(lock) is None, stale


def test_a_clock_that_is_set_while_the_server_runs_keeps_nobody_from_stopping_it(
    fresh_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when a paused machine goes on: every start as a date is minutes later than it was."""
    as_it_was = psutil.Process.create_time
    with running_server(fresh_folder) as server:
        supervisor = signer_of_lock(server.folder.supervisor_lock)
        monkeypatch.setattr(psutil.Process, "create_time", lambda self: as_it_was(self) + 52)
        later = signer_of_lock(server.folder.supervisor_lock)
        assert supervisor is not None
        assert later is not None
        assert later.pid == supervisor.pid
    assert server_processes(server.folder.cluster) == []


def test_a_half_made_cluster_is_made_again(fresh_folder: Path) -> None:
    folder = DataFolder.at(fresh_folder)
    half = folder.home / "cluster.unfinished"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")
    for each in (folder.root, folder.home):
        each.chmod(0o711)
    with running_server(fresh_folder) as server:
        assert running_postmaster(server.folder.cluster) is not None
    assert not half.exists()
