"""Using the embedded server: start it or join it, and stop it when the last user leaves.

The first process to want the server starts a supervisor (`guardian`), which owns it; every later
one joins. The server stays up until the last of them has left, in whatever order they leave and
however they end: by the end of the block, by SIGINT or SIGTERM, or by kill -9.
"""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from dutybook.database.account import choose_account
from dutybook.database.cluster import check_major
from dutybook.database.errors import ServerStartError
from dutybook.database.folders import DataFolder, check_ours, make_folders
from dutybook.database.locks import FileLock
from dutybook.database.processes import signer_of_lock, wait_gone
from dutybook.database.programs import Programs, find_programs
from dutybook.database.server import Server
from dutybook.database.starting import Wish, start_or_join, supervisor_lives

RECOVERY_SECONDS = 120.0
STOP_SECONDS = 300.0


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
    wish = Wish(folder, chosen, account, os.environ, time.monotonic() + recovery_seconds)
    with closing(FileLock(folder.users_lock)) as users:
        users.wait_shared(wish.deadline + STOP_SECONDS)
        us = os.getpid()
        try:
            yield start_or_join(wish)
        finally:
            if os.getpid() == us:  # a forked child leaves by ending, not by stopping the server
                _leave(wish, users)


def stop_server(data_folder: Path | str) -> bool:
    """Stop the server of this data folder whoever uses it; False if none was running."""
    folder = DataFolder.at(data_folder)
    if not folder.home.is_dir():
        return False
    check_ours(folder.home)
    was_running = supervisor_lives(folder)
    if was_running:
        _stop_supervisor(folder)
    return was_running


def _leave(wish: Wish, users: FileLock) -> None:
    """Let go of the server; if we were its last user, stop it and wait until it has stopped."""
    folder = wish.folder
    if users.try_alone():
        if supervisor_lives(folder):
            _stop_supervisor(folder)  # holding the lock alone: nobody can join meanwhile
    elif not users.try_shared():
        # The supervisor has it alone: it saw the last user leave and is stopping the server.
        _wait_stopped(folder)
    for supervisor in wish.supervisors:
        if supervisor_lives(folder):
            supervisor.returncode = 0  # others use the server: it is theirs now, not our child
        else:
            supervisor.wait()


def _stop_supervisor(folder: DataFolder) -> None:
    deadline = time.monotonic() + STOP_SECONDS
    while supervisor_lives(folder):
        process = signer_of_lock(folder.supervisor_lock)
        if process is not None:
            process.send_signal(signal.SIGTERM)
            wait_gone([process], deadline - time.monotonic())
        if time.monotonic() > deadline:
            raise ServerStartError(f"The database in {folder.root} did not stop in time.")
        time.sleep(0.02)


def _wait_stopped(folder: DataFolder) -> None:
    deadline = time.monotonic() + STOP_SECONDS
    while supervisor_lives(folder) and time.monotonic() < deadline:
        time.sleep(0.02)
