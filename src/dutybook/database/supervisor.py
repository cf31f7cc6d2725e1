"""Using the embedded server: start it or join it, and stop it when the last user leaves.

The first process to want the server starts a supervisor (`guardian`), which owns it; every later
one joins. The server stays up until the last of them has left, in whatever order they leave and
however they end: by the end of the block, by SIGINT or SIGTERM, or by kill -9.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil
import psycopg

from dutybook.database.account import ServerAccount, choose_account
from dutybook.database.checks import refuse_unsafe_settings
from dutybook.database.cluster import (
    check_major,
    make_cluster,
    server_command,
    write_access_rules,
)
from dutybook.database.errors import ServerStartError
from dutybook.database.folders import (
    DataFolder,
    check_ours,
    make_folders,
    open_private,
    socket_folder,
)
from dutybook.database.locks import FileLock
from dutybook.database.passwords import ensure_passwords, read_passwords
from dutybook.database.plan import Plan
from dutybook.database.processes import (
    end_leftovers,
    forget_dead_postmaster,
    is_alive,
    read_postmaster_file,
    signer_of_lock,
)
from dutybook.database.programs import Programs, find_programs, reachable_programs
from dutybook.database.roles import ensure_roles
from dutybook.database.server import ROLES, Server

RECOVERY_SECONDS = 120.0
STOP_SECONDS = 300.0


@dataclass(frozen=True)
class _Wish:
    """What a start was asked for, resolved."""

    folder: DataFolder
    programs: Programs
    account: ServerAccount
    environment: Mapping[str, str]
    deadline: float


@contextmanager
def running_server(
    data_folder: Path | str,
    *,
    server_account: str | None = None,
    recovery_seconds: float = RECOVERY_SECONDS,
    programs: Programs | None = None,
) -> Iterator[Server]:
    """The embedded server of this data folder, for as long as the block runs.

    Starts it or joins the running one; when the last user leaves, it is stopped before the block
    returns. After a crash it is given `recovery_seconds` to replay its log.

    `server_account`: when we are root, the existing account to run a new server as (default:
    DUTYBOOK_SERVER_ACCOUNT, else dutybook, postgres or nobody). `programs`: another PostgreSQL
    than the newest installed.

    Raises a DatabaseSetupError that says what is wrong and what to do.
    """
    folder = DataFolder.at(data_folder)
    account = choose_account(
        [folder.cluster, folder.home, folder.root],
        server_account or os.environ.get("DUTYBOOK_SERVER_ACCOUNT"),
    )
    make_folders(folder, account)
    chosen = programs or find_programs()
    check_major(folder, chosen)
    wish = _Wish(folder, chosen, account, os.environ, time.monotonic() + recovery_seconds)
    with closing(FileLock(folder.users_lock)) as users:
        users.wait_shared(wish.deadline + STOP_SECONDS)
        us = os.getpid()
        try:
            yield _start_or_join(wish)
        finally:
            if os.getpid() == us:  # a forked child leaves by ending, not by stopping the server
                _leave(folder, users)


def stop_server(data_folder: Path | str) -> bool:
    """Stop the server of this data folder whoever uses it; False if none was running."""
    folder = DataFolder.at(data_folder)
    if not folder.home.is_dir():
        return False
    check_ours(folder.home)
    was_running = _supervisor_lives(folder)
    if was_running:
        _stop_supervisor(folder)
    return was_running


def _supervisor_lives(folder: DataFolder) -> bool:
    with closing(FileLock(folder.supervisor_lock)) as lock:
        return not lock.try_alone()


def _start_or_join(wish: _Wish) -> Server:
    with closing(FileLock(wish.folder.starting_lock)) as starting:
        starting.wait_alone(wish.deadline)
        supervisor_lock = FileLock(wish.folder.supervisor_lock)
        with closing(supervisor_lock):
            if not supervisor_lock.try_alone():
                return _wait_ready(wish, None)
            supervisor = _start(wish, supervisor_lock)
        server = _wait_ready(wish, supervisor)
        ensure_roles(server)
        return server


def _start(wish: _Wish, supervisor_lock: FileLock) -> "subprocess.Popen[bytes]":
    """Clear what a crash left behind, then start the supervisor, which inherits the lock."""
    folder = wish.folder
    passwords = ensure_passwords(folder.passwords, list(ROLES))
    programs = reachable_programs(wish.programs, wish.account, folder.home)
    make_cluster(folder, programs, wish.account, passwords[ROLES[0]])
    end_leftovers(folder.cluster, max(1.0, wish.deadline - time.monotonic()))
    forget_dead_postmaster(folder.cluster)
    write_access_rules(folder)
    sockets = socket_folder(folder, wish.account, wish.environment)
    plan = Plan(
        command=server_command(programs, folder, sockets),
        cluster=str(folder.cluster),
        supervisor_lock=supervisor_lock.fileno(),
        users_lock=str(folder.users_lock),
        uid=None if wish.account.is_ours else wish.account.uid,
        gid=None if wish.account.is_ours else wish.account.gid,
    )
    return _spawn_supervisor(plan, folder)


def _spawn_supervisor(plan: Plan, folder: DataFolder) -> "subprocess.Popen[bytes]":
    """In a session of its own, so that an interrupt typed at the terminal does not reach it."""
    log = open_private(folder.starting_log, os.O_WRONLY | os.O_TRUNC | os.O_APPEND)
    with ExitStack() as stack:
        stack.callback(os.close, log)
        supervisor = subprocess.Popen(
            [sys.executable, "-m", "dutybook.database.guardian"],
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            start_new_session=True,
            pass_fds=[plan.supervisor_lock],
            env={"PYTHONPATH": os.pathsep.join(each or os.getcwd() for each in sys.path)},
        )
        assert supervisor.stdin is not None
        with supervisor.stdin as plan_of_supervisor:
            plan_of_supervisor.write(json.dumps(asdict(plan)).encode())
    return supervisor


def _wait_ready(wish: _Wish, supervisor: "subprocess.Popen[bytes] | None") -> Server:
    """Wait until the server accepts connections and its settings are safe."""
    while True:
        note = read_postmaster_file(wish.folder.cluster)
        if note is not None and note.ready:
            server = _server_at(wish, Path(note.sockets))
            if _answers(server):
                return server
        if supervisor is not None and supervisor.poll() is not None:
            raise ServerStartError(_why_not_started(wish.folder))
        if supervisor is None and not _supervisor_lives(wish.folder):
            raise ServerStartError(_why_not_started(wish.folder))
        if time.monotonic() > wish.deadline:
            raise ServerStartError(
                f"The database in {wish.folder.root} was not ready in time; it may still be "
                "replaying its log after a crash. Try again: each start carries on from the last "
                f"checkpoint. Its logs are {wish.folder.cluster / 'log'} and "
                f"{wish.folder.starting_log}."
            )
        time.sleep(0.02)


def _server_at(wish: _Wish, sockets: Path) -> Server:
    passwords = read_passwords(wish.folder.passwords)
    if any(role not in passwords for role in ROLES):
        raise ServerStartError(
            f"The database's passwords are missing from {wish.folder.passwords}. Put the file back "
            "from a copy of the data folder, or restore a backup into a new data folder."
        )
    return Server(wish.folder, sockets, wish.programs, passwords)


def _answers(server: Server) -> bool:
    """Whether it lets us in; raises if it does but its settings are unsafe."""
    try:
        connection = server.admin().connect(autocommit=True)
    except psycopg.OperationalError as problem:
        if "password authentication failed" in str(problem):
            raise ServerStartError(
                f"The server does not accept the password in {server.folder.passwords}. Put the "
                "file back from a copy of the data folder that belongs to this database."
            ) from problem
        return False
    with closing(connection):
        refuse_unsafe_settings(connection)
    return True


def _why_not_started(folder: DataFolder) -> str:
    """The last words of the supervisor, and of the server's own log."""
    words = [_last_lines(folder.starting_log)]
    logs = sorted((folder.cluster / "log").glob("*.log"), key=lambda each: each.stat().st_mtime)
    words += [_last_lines(each) for each in logs[-1:]]
    said = "\n".join(each for each in words if each)
    return f"The database in {folder.root} did not start. It said:\n{said or '(nothing)'}"


def _last_lines(path: Path, count: int = 8) -> str:
    try:
        return "\n".join(path.read_text("utf-8", "replace").splitlines()[-count:])
    except OSError:
        return ""


def _leave(folder: DataFolder, users: FileLock) -> None:
    """Let go of the server; if we were its last user, stop it and wait until it has stopped."""
    if users.try_alone():
        if _supervisor_lives(folder):
            _stop_supervisor(folder)  # holding the lock alone: nobody can join meanwhile
    elif not users.try_shared():
        # The supervisor has it alone: it saw the last user leave and is stopping the server.
        _wait_stopped(folder)


def _stop_supervisor(folder: DataFolder) -> None:
    deadline = time.monotonic() + STOP_SECONDS
    while _supervisor_lives(folder):
        process = signer_of_lock(folder.supervisor_lock)
        if process is not None:
            process.send_signal(signal.SIGTERM)
            _wait_end_of(process, deadline)
        if time.monotonic() > deadline:
            raise ServerStartError(f"The database in {folder.root} did not stop in time.")
        time.sleep(0.02)


def _wait_end_of(process: psutil.Process, deadline: float) -> None:
    while is_alive(process) and time.monotonic() < deadline:
        time.sleep(0.02)


def _wait_stopped(folder: DataFolder) -> None:
    deadline = time.monotonic() + STOP_SECONDS
    while _supervisor_lives(folder) and time.monotonic() < deadline:
        time.sleep(0.02)
