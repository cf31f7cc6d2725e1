"""A worker in a process of its own, as `dutybook worker` runs it, to be killed in the middle.

Run as a program it reads the database's parameters from standard input.
"""

import json
import os
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from dutybook.database import ConnectionParameters, DatabaseAccess
from dutybook.duties import compiled

PATIENCE_SECONDS = 120
_LOOK_SECONDS = 0.02


@dataclass
class RunningWorker:
    """The process, and what its recount has come to."""

    process: "subprocess.Popen[str]"

    def wait_for_progress(self, recount_id: int, *, beyond: int) -> None:
        """Return as soon as another portion has been committed."""
        self._wait(recount_id, lambda row: row.subjects_done > beyond)

    def wait_for_end(self, recount_id: int) -> None:
        """Return when everything is counted."""
        self._wait(recount_id, lambda row: row.finished_at is not None)

    def kill(self) -> None:
        """Kill -9."""
        self.process.kill()
        self.process.wait(PATIENCE_SECONDS)

    def stop(self) -> None:
        """Ask it to end, as Ctrl-C does; it must end in order."""
        self.process.terminate()
        assert self.process.wait(PATIENCE_SECONDS) == 0

    def _wait(self, recount_id: int, reached: Any) -> None:
        from dutybook.ledger.models import Recount

        until = time.monotonic() + PATIENCE_SECONDS
        while not reached(Recount.objects.get(pk=recount_id)):
            assert self.process.poll() is None, "the worker ended by itself"
            assert time.monotonic() < until, "the worker did not come so far"
            time.sleep(_LOOK_SECONDS)


def run_worker(access: DatabaseAccess, *, portion: int) -> RunningWorker:
    """Start one on this database; small portions make for many places to be killed at."""
    # The kernel that this process has compiled already.
    environment = os.environ | {
        "NUMBA_CACHE_DIR": str(Path(compiled.__file__).parent / "__pycache__")
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.ledger.killed_worker"],
        stdin=subprocess.PIPE,
        text=True,
        env=environment,
    )
    assert process.stdin is not None
    told = {name: asdict(getattr(access, name)) for name in ("owner", "application", "public")}
    json.dump(told | {"portion": portion}, process.stdin)
    process.stdin.close()
    return RunningWorker(process)


def main() -> None:
    """The worker's own steps, without the server and the folder of an installation."""
    told = json.load(sys.stdin)
    access = {
        name: ConnectionParameters(
            **{**told[name], "options": tuple(tuple(pair) for pair in told[name]["options"])}
        )
        for name in ("owner", "application", "public")
    }
    from dutybook.cli import installation, worker

    installation.start_django(DatabaseAccess(**access))
    from dutybook.ledger import recounting

    recounting.carry_on.__kwdefaults__["portion"] = told["portion"]
    worker.work()


if __name__ == "__main__":
    main()
