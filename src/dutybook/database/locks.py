"""File locks of the system (flock): released however their holder ends, kill -9 included."""

import fcntl
import os
import time
from pathlib import Path

from dutybook.database.errors import ServerStartError
from dutybook.database.folders import open_private


class FileLock:
    """A lock on one file, shared or alone."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor = open_private(path, os.O_RDWR)

    def fileno(self) -> int:
        """The open file's number."""
        return self._descriptor

    def try_alone(self) -> bool:
        """Take or turn into the only hold on it; on False no hold of ours is left."""
        return self._try(fcntl.LOCK_EX)

    def try_shared(self) -> bool:
        """Take a hold that others may share; on False no hold of ours is left."""
        return self._try(fcntl.LOCK_SH)

    def wait_alone(self, deadline: float) -> None:
        """Take it alone; raises ServerStartError at `deadline` (of time.monotonic)."""
        self._wait(fcntl.LOCK_EX, deadline)

    def wait_shared(self, deadline: float) -> None:
        """Take it shared; raises ServerStartError at `deadline` (of time.monotonic)."""
        self._wait(fcntl.LOCK_SH, deadline)

    def _try(self, kind: int) -> bool:
        try:
            fcntl.flock(self._descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _wait(self, kind: int, deadline: float) -> None:
        while not self._try(kind):
            if time.monotonic() > deadline:
                raise ServerStartError(
                    f"Another process has held {self.path} for too long: it is starting or "
                    "stopping this database. Wait for it to finish, then try again."
                )
            time.sleep(0.02)

    def close(self) -> None:
        """Let go. A process that inherited the open file keeps its hold."""
        os.close(self._descriptor)
