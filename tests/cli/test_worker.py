"""The worker beside the server: kept running, and never left behind."""

import time
from collections.abc import Callable
from pathlib import Path

import psutil
from tests.cli.command import Installed
from tests.cli.served import GONE_SECONDS, Served


def _worker(served: Served) -> psutil.Process | None:
    """The server's worker, if it is running now: the process that its keeper has started."""
    for process in psutil.Process(served.server.pid).children(recursive=True):
        try:
            if "--kept-by" in process.cmdline() and process.status() != psutil.STATUS_ZOMBIE:
                return process
        except psutil.NoSuchProcess:
            continue
    return None


def _until(found: Callable[[], psutil.Process | None]) -> psutil.Process:
    deadline = time.monotonic() + GONE_SECONDS
    while (process := found()) is None:
        assert time.monotonic() < deadline, "it did not come in time"
        time.sleep(0.05)
    return process


def test_a_worker_that_is_killed_is_started_again(serving: Served) -> None:
    first = _until(lambda: _worker(serving))
    first.kill()
    first.wait(GONE_SECONDS)
    second = _until(lambda: _worker(serving))
    assert second.pid != first.pid
    serving.processes.append(second)
    assert serving.sign_in_page().status == 200


def test_a_worker_whose_keeper_is_killed_ends_by_itself(serving: Served) -> None:
    worker = _until(lambda: _worker(serving))
    worker.parent().kill()
    gone, _ = psutil.wait_procs([worker], timeout=GONE_SECONDS)
    assert gone
    assert serving.sign_in_page().status == 200


def test_a_worker_makes_no_installation(tmp_path: Path) -> None:
    assert "nothing was made" in Installed(tmp_path / "mistyped").refused("worker")
    assert not (tmp_path / "mistyped").exists()
