"""Which running processes belong to a cluster, and ending those that were left behind.

A process is ours only if its program is PostgreSQL and its working folder is the cluster's: a
server process never leaves that folder, and nobody else can enter it (mode 0700). A number in a
file is never enough: numbers are used again.
"""

import contextlib
import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

# The server writes its start in whole seconds; a clock being set moves what the system reports.
START_TOLERANCE_SECONDS = 5.0
# The 22nd field of /proc/PID/stat; the second is the name, which may hold blanks and brackets.
_START_AFTER_NAME = 22 - 3


@dataclass(frozen=True)
class PostmasterFile:
    """What the server wrote in postmaster.pid: `started` in seconds since 1970."""

    pid: int
    cluster: str
    started: int
    sockets: str
    ready: bool


def read_postmaster_file(cluster: Path) -> PostmasterFile | None:
    """The running (or once running) server's own note; None if absent or not complete yet."""
    try:
        lines = (cluster / "postmaster.pid").read_text(encoding="utf-8").splitlines()
        return PostmasterFile(
            pid=int(lines[0]),
            cluster=lines[1],
            started=int(lines[2]),
            sockets=lines[4].strip(),
            ready=len(lines) > 7 and lines[7].strip() == "ready",
        )
    except (OSError, ValueError, IndexError):
        return None


def is_alive(process: psutil.Process) -> bool:
    """Running, and neither a zombie nor another process under the same number."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def _is_server_of(process: psutil.Process, cluster: Path) -> bool:
    try:
        program = os.path.basename(process.exe().removesuffix(" (deleted)"))
        folder = process.cwd().removesuffix(" (deleted)")
        return program == "postgres" and folder == str(cluster) and is_alive(process)
    except (psutil.Error, OSError):
        return False


def sign_lock(descriptor: int) -> None:
    """Write who we are (number and start) into a lock file that we hold open."""
    us = psutil.Process()
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, f"{us.pid} {_start_of(us)}\n".encode(), 0)


def _start_of(process: psutil.Process) -> str:
    """What tells a process from a later one of the same number, whatever happens to the clock.

    On Linux the ticks from the machine's start to the process's: the start as a date is worked out
    from the clock as it stands, and a machine that was paused sets its clock by minutes. Elsewhere
    the system keeps the date itself.
    """
    stat = Path(f"/proc/{process.pid}/stat")
    if stat.exists():
        text = stat.read_text(encoding="utf-8", errors="replace")
        return text.rpartition(")")[2].split()[_START_AFTER_NAME]
    return f"{process.create_time():.3f}"


def signer_of_lock(lock: Path) -> psutil.Process | None:
    """The live process that signed a lock file; None if it is gone or its number used again."""
    try:
        pid, started = lock.read_text(encoding="ascii").split()
        process = psutil.Process(int(pid))
        same = _start_of(process) == started
    except (OSError, ValueError, psutil.Error):
        return None
    return process if same and is_alive(process) else None


def server_processes(cluster: Path) -> list[psutil.Process]:
    """Every live PostgreSQL process that works in this cluster's folder."""
    return [each for each in psutil.process_iter() if _is_server_of(each, cluster)]


def running_postmaster(cluster: Path) -> psutil.Process | None:
    """The live server that postmaster.pid names, if number, start time and folder all agree."""
    note = read_postmaster_file(cluster)
    if note is None or note.cluster != str(cluster):
        return None
    try:
        process = psutil.Process(note.pid)
        started = process.create_time()
    except psutil.Error:
        return None
    same_start = abs(started - note.started) <= START_TOLERANCE_SECONDS
    return process if same_start and _is_server_of(process, cluster) else None


def end_leftovers(cluster: Path, seconds: float) -> None:
    """End every server process left in this cluster, gently first; none is left afterwards.

    A whole server is asked to shut down (and to write everything out) and given `seconds`; server
    processes without their server are ended at once, which loses nothing acknowledged.
    """
    postmaster = running_postmaster(cluster)
    if postmaster is not None:
        _signal([postmaster], signal.SIGINT)
        wait_gone([postmaster], seconds)
    for number, patience in ((signal.SIGQUIT, 5.0), (signal.SIGKILL, 30.0)):
        left = server_processes(cluster)
        if not left:
            return
        _signal(left, number)
        wait_gone(left, patience)


def forget_dead_postmaster(cluster: Path, sockets: Path) -> None:
    """Remove postmaster.pid and the socket's own lock when their server is surely gone.

    The server itself removes stale ones, but refuses to start when the number is in use by
    another process of its account, or by a zombie that nobody collects. Only to be called while
    the supervisor's lock is ours.
    """
    if not server_processes(cluster):
        for stale in (cluster / "postmaster.pid", *sockets.glob(".s.PGSQL.*")):
            stale.unlink(missing_ok=True)


def _signal(processes: list[psutil.Process], number: signal.Signals) -> None:
    for process in processes:
        with contextlib.suppress(psutil.Error):
            process.send_signal(number)


def wait_gone(processes: list[psutil.Process], seconds: float) -> bool:
    """Wait until all of them have ended (collected by their parent or not); whether they have."""
    deadline = time.monotonic() + seconds
    while any(is_alive(each) for each in processes) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not any(is_alive(each) for each in processes)
