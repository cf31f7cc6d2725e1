"""Keeps one worker running for as long as the server runs, and not a moment longer.

A small process of its own between the two, because the web server's own process waits for all of
its children and forks. It starts the worker again when it dies, and ends it when told to or when
the server is gone, however that ended. A worker whose keeper is killed ends by itself.

Run as `python -m dutybook.cli.keeper SERVER_PID COMMAND…`.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

LOOK_SECONDS = 0.2
STOP_SECONDS = 5.0  # what it has not finished is a transaction, and is begun again
LIVED_SECONDS = 60.0
LONGEST_PAUSE_SECONDS = 60.0


class Keeper:
    """One worker's life after another, until told to stop or until the server is gone."""

    def __init__(self, server: int, command: Sequence[str]) -> None:
        self._server = server
        self._command = [*command, "--kept-by", str(os.getpid())]
        self._stopping = False
        self._deaths = 0

    def run(self) -> None:
        """Returns when no worker is left running."""
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the server's, which tells us
        while self._wanted():
            began = time.monotonic()
            worker = subprocess.Popen(self._command, stdin=subprocess.DEVNULL)  # noqa: S603 - ours
            while self._wanted() and worker.poll() is None:
                time.sleep(LOOK_SECONDS)
            _end(worker)
            self._pause(time.monotonic() - began)

    def _stop(self, *_: object) -> None:
        self._stopping = True

    def _wanted(self) -> bool:
        return not self._stopping and os.getppid() == self._server

    def _pause(self, lived: float) -> None:
        """A worker that dies as soon as it is started is started less and less often."""
        self._deaths = 0 if lived > LIVED_SECONDS else self._deaths + 1
        until = time.monotonic() + min(2.0 ** (self._deaths - 1), LONGEST_PAUSE_SECONDS)
        while self._wanted() and time.monotonic() < until:
            time.sleep(LOOK_SECONDS)


def _end(worker: "subprocess.Popen[bytes]") -> None:
    worker.terminate()
    try:
        worker.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        worker.kill()
        worker.wait()


@contextmanager
def kept_worker(arguments: Sequence[str]) -> Iterator[None]:
    """A worker, called with these arguments, for as long as the block runs.

    It has a session of its own, so that Ctrl-C reaches the server alone, which then ends it.
    """
    program = [sys.executable, "-m", "dutybook.cli.keeper", str(os.getpid())]
    worker = [sys.executable, "-m", "dutybook.cli.main", "worker", *arguments]
    keeper = subprocess.Popen(  # noqa: S603 - ours
        [*program, *worker], stdin=subprocess.DEVNULL, start_new_session=True
    )
    try:
        yield
    finally:
        _end_keeper(keeper)


def _end_keeper(keeper: "subprocess.Popen[bytes]") -> None:
    keeper.terminate()
    try:
        keeper.wait(STOP_SECONDS + 5)
    except subprocess.TimeoutExpired:
        keeper.kill()
        keeper.wait()


if __name__ == "__main__":
    Keeper(int(sys.argv[1]), sys.argv[2:]).run()
