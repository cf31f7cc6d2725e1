"""Starting the server through a supervisor, or joining the one that runs."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import ExitStack, closing
from dataclasses import asdict, dataclass, field
from pathlib import Path

import psycopg

from dutybook.database.account import ServerAccount
from dutybook.database.checks import refuse_unsafe_settings
from dutybook.database.cluster import make_cluster, server_command, write_access_rules
from dutybook.database.errors import ServerStartError
from dutybook.database.folders import DataFolder, open_private, socket_folder
from dutybook.database.locks import FileLock
from dutybook.database.passwords import ensure_passwords, read_passwords
from dutybook.database.plan import Plan
from dutybook.database.processes import (
    end_leftovers,
    forget_dead_postmaster,
    read_postmaster_file,
)
from dutybook.database.programs import Programs, reachable_programs
from dutybook.database.roles import ensure_roles
from dutybook.database.server import ROLES, Server


@dataclass(frozen=True)
class Wish:
    """What a start was asked for, resolved; `deadline` is of time.monotonic.

    `supervisors` receives the supervisor if one was started, as soon as it runs, for it is our
    child and must be collected whatever happens next.
    """

    folder: DataFolder
    programs: Programs
    account: ServerAccount
    environment: Mapping[str, str]
    deadline: float
    supervisors: "list[subprocess.Popen[bytes]]" = field(default_factory=list)


def supervisor_lives(folder: DataFolder) -> bool:
    """Whether somebody holds the supervisor's lock."""
    with closing(FileLock(folder.supervisor_lock)) as lock:
        return not lock.try_alone()


def start_or_join(wish: Wish) -> Server:
    """The running server, started if need be. The caller holds the users' lock, shared.

    Raises a DatabaseSetupError if it does not start, is not ready in time, or is unsafe.
    """
    with closing(FileLock(wish.folder.starting_lock)) as starting:
        starting.wait_alone(wish.deadline)
        supervisor_lock = FileLock(wish.folder.supervisor_lock)
        with closing(supervisor_lock):
            if not supervisor_lock.try_alone():
                return _wait_ready(wish, None)
            supervisor = _start(wish, supervisor_lock)
            wish.supervisors.append(supervisor)
        server = _wait_ready(wish, supervisor)
        ensure_roles(server)
        return server


def _start(wish: Wish, supervisor_lock: FileLock) -> "subprocess.Popen[bytes]":
    """Clear what a crash left behind, then start the supervisor, which inherits the lock."""
    folder = wish.folder
    passwords = ensure_passwords(folder.passwords, list(ROLES))
    programs = reachable_programs(wish.programs, wish.account, folder.home)
    make_cluster(folder, programs, wish.account, passwords[ROLES[0]])
    end_leftovers(folder.cluster, max(1.0, wish.deadline - time.monotonic()))
    sockets = socket_folder(folder, wish.account, wish.environment)
    forget_dead_postmaster(folder.cluster, sockets)
    write_access_rules(folder)
    plan = Plan(
        command=server_command(programs, folder, sockets),
        cluster=str(folder.cluster),
        sockets=str(sockets),
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


def _wait_ready(wish: Wish, supervisor: "subprocess.Popen[bytes] | None") -> Server:
    """Wait until the server accepts connections and its settings are safe."""
    while True:
        note = read_postmaster_file(wish.folder.cluster)
        if note is not None and note.ready:
            server = _server_at(wish, Path(note.sockets))
            if _answers(server):
                return server
        if supervisor is not None and supervisor.poll() is not None:
            raise ServerStartError(_why_not_started(wish.folder))
        if supervisor is None and not supervisor_lives(wish.folder):
            raise ServerStartError(_why_not_started(wish.folder))
        if time.monotonic() > wish.deadline:
            raise ServerStartError(
                f"The database in {wish.folder.root} was not ready in time; it may still be "
                "replaying its log after a crash. Try again: each start carries on from the last "
                f"checkpoint. Its logs are {wish.folder.cluster / 'log'} and "
                f"{wish.folder.starting_log}."
            )
        time.sleep(0.02)


def _server_at(wish: Wish, sockets: Path) -> Server:
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
