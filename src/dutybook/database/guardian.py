"""The supervisor: a small process of its own that owns the server for as long as it is used.

It is the server's parent and holds the supervisor's lock. Every process that uses the server
holds the users' lock, shared; the system releases it however that process ends, kill -9 included.
When the supervisor gets that lock for itself nobody is left, and it stops the server and ends.
If the supervisor itself is killed, the system tells the server to shut down (Linux). If the
server is killed while it is in use, the supervisor starts it again.

Run as `python -m dutybook.database.guardian` with a `Plan` as JSON on standard input.
"""

import contextlib
import ctypes
import fcntl
import json
import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from dutybook.database.account import SpawnOptions
from dutybook.database.plan import Plan
from dutybook.database.processes import end_leftovers, forget_dead_postmaster, sign_lock

FAST_STOP_SECONDS = 120.0
IMMEDIATE_STOP_SECONDS = 30.0
# A server that dies more often than this is not mended by starting it again.
MOST_RESTARTS = 5
RESTART_WINDOW_SECONDS = 600.0

_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36


def _linux_prctl() -> Callable[[int, int], int] | None:
    """Linux's prctl, or None elsewhere; looked up before any fork."""
    if not sys.platform.startswith("linux"):
        return None
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    return lambda option, value: int(prctl(option, value, 0, 0, 0))


class Supervisor:
    """Owns one server: starts it, starts it again if it dies, stops it when nobody is left."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._cluster = Path(plan.cluster)
        self._prctl = _linux_prctl()
        self._wake, self._waker = os.pipe()
        os.set_blocking(self._waker, False)
        self._server: subprocess.Popen[bytes] | None = None
        self._starts: list[float] = []
        self._asked_to_stop = False

    def run(self) -> int:
        """Own the server until nobody uses it; returns the process's exit status."""
        signal.set_wakeup_fd(self._waker, warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._ask_to_stop)
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        if self._prctl:
            self._prctl(_PR_SET_CHILD_SUBREAPER, 1)
        self._start()
        threading.Thread(target=self._wait_until_unused, daemon=True).start()
        while not self._asked_to_stop:
            select.select([self._wake], [], [])
            os.read(self._wake, 4096)
            if self._asked_to_stop:
                break
            status = self._collect()
            if status is not None and not self._recover(status):
                return 1 if status else 0
        self._stop()
        return 0

    def _ask_to_stop(self, *_: object) -> None:
        self._asked_to_stop = True

    def _wait_until_unused(self) -> None:
        """Blocks in the system until no user is left; runs in a thread of its own."""
        descriptor = os.open(self._plan.users_lock, os.O_RDWR | os.O_CLOEXEC)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        self._asked_to_stop = True
        os.write(self._waker, b"u")

    def _start(self) -> None:
        """Start the server, telling the system to end it should we be killed."""
        us, prctl = os.getpid(), self._prctl

        def tie_to_us() -> None:
            if prctl:
                prctl(_PR_SET_PDEATHSIG, signal.SIGINT)
                if os.getppid() != us:
                    os._exit(1)

        options: SpawnOptions = {}
        if self._plan.uid is not None and self._plan.gid is not None:
            options = {"user": self._plan.uid, "group": self._plan.gid, "extra_groups": []}
        self._starts.append(time.monotonic())
        self._server = subprocess.Popen(  # noqa: S603 - the command is made by cluster.py
            self._plan.command,
            stdin=subprocess.DEVNULL,
            cwd="/",
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"},
            # runs between fork and exec; does nothing but two system calls
            preexec_fn=tie_to_us,
            **options,
        )

    def _collect(self) -> int | None:
        """Collect ended children (orphans of a killed server come to us); the server's status."""
        found = None
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return found
            if pid == 0:
                return found
            if self._server and pid == self._server.pid:
                found = self._server.returncode = os.waitstatus_to_exitcode(status)

    def _recover(self, status: int) -> bool:
        """Start the server again after it died; False if it was stopped or keeps dying."""
        _say(f"the server ended with status {status}")
        now = time.monotonic()
        recent = [at for at in self._starts if now - at < RESTART_WINDOW_SECONDS]
        first_start_failed = len(self._starts) == 1 and not self._has_run()
        if status == 0 or first_start_failed or not self._cluster.is_dir():
            return False
        if len(recent) > MOST_RESTARTS:
            _say("it dies too often; not started again")
            return False
        end_leftovers(self._cluster, FAST_STOP_SECONDS)
        self._collect()
        forget_dead_postmaster(self._cluster, Path(self._plan.sockets))
        self._start()
        return True

    def _has_run(self) -> bool:
        """A server that never got as far as its note leaves none, or removes it when it fails."""
        return (self._cluster / "postmaster.pid").exists()

    def _stop(self) -> None:
        """Stop the server: first writing everything out, then at once if that takes too long."""
        steps = (
            (signal.SIGINT, FAST_STOP_SECONDS),
            (signal.SIGQUIT, IMMEDIATE_STOP_SECONDS),
            (signal.SIGKILL, IMMEDIATE_STOP_SECONDS),
        )
        for number, seconds in steps:
            if self._server is None or self._server.returncode is not None:
                break
            self._server.send_signal(number)
            self._wait_for_end(seconds)
        end_leftovers(self._cluster, IMMEDIATE_STOP_SECONDS)
        with contextlib.suppress(OSError):  # something of somebody else's may be in it
            Path(self._plan.sockets).rmdir()

    def _wait_for_end(self, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while self._server and self._server.returncode is None:
            self._collect()
            left = deadline - time.monotonic()
            if self._server.returncode is not None or left <= 0:
                return
            if select.select([self._wake], [], [], left)[0]:
                os.read(self._wake, 4096)


def _say(text: str) -> None:
    print(f"dutybook supervisor: {text}", file=sys.stderr, flush=True)  # noqa: T201 - its log


def main() -> int:
    """Read the plan, sign the lock, own the server. Standard error is the starting log already."""
    plan = Plan(**json.load(sys.stdin))
    os.chdir("/")
    os.umask(0o077)
    sign_lock(plan.supervisor_lock)
    return Supervisor(plan).run()


if __name__ == "__main__":
    # Not sys.exit: the thread that waits for the last user need not be waited for.
    os._exit(main())
