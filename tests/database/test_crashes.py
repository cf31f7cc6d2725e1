"""Kill -9 of whoever owns, supervises or is the server, twenty times over one data folder.

After each: every acknowledged row is there, and nothing is left running.
"""

import contextlib
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import psutil

from dutybook.database import prepare_database, running_server
from dutybook.database.folders import DataFolder
from dutybook.database.processes import (
    read_postmaster_file,
    running_postmaster,
    server_processes,
    signer_of_lock,
    wait_gone,
)

WRITER = Path(__file__).with_name("writer.py")
ACKNOWLEDGED_BEFORE_A_KILL = 40
GONE_SECONDS = 60

# Who is killed: the process that uses the server, its supervisor, the server, and all of it.
WAYS = (
    ("user",),
    ("server",),
    ("user", "server"),
    ("supervisor",),
    ("user", "supervisor", "server", "workers"),
)


class Crash:
    """One data folder, its writer, and what was acknowledged over all its lives."""

    def __init__(self, folder: Path) -> None:
        self.folder = DataFolder.at(folder)
        self.acknowledged: list[int] = []

    def start_writer(self) -> None:
        """Start a user of the server and wait for some of its acknowledgements."""
        first = self.acknowledged[-1] + 1 if self.acknowledged else 0
        command = [sys.executable, str(WRITER), str(self.folder.root), str(first)]
        self.writer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.read_until_connected()
        self.read(ACKNOWLEDGED_BEFORE_A_KILL)

    def read(self, count: int) -> None:
        """Take in this many acknowledgements."""
        for _ in range(count):
            self._take(self._line())

    def read_until_connected(self) -> None:
        """Take in acknowledgements until the writer has connected anew."""
        while (line := self._line()) != "connected\n":
            self._take(line)

    def _line(self) -> str:
        assert self.writer.stdout is not None
        line = self.writer.stdout.readline()
        assert line, "the writer ended by itself"
        return line

    def _take(self, line: str) -> None:
        self.acknowledged.append(int(line))

    def read_rest(self) -> None:
        """Take in what was acknowledged before the end."""
        assert self.writer.stdout is not None
        for line in self.writer.stdout.read().splitlines(keepends=True):
            if line.endswith("\n") and line != "connected\n":
                self._take(line)
        self.writer.stdout.close()

    def processes(self) -> dict[str, list[psutil.Process]]:
        """Everything that runs for this data folder, by what it is."""
        server = running_postmaster(self.folder.cluster)
        supervisor = signer_of_lock(self.folder.supervisor_lock)
        assert server is not None
        assert supervisor is not None
        workers = [each for each in server_processes(self.folder.cluster) if each != server]
        return {
            "user": [psutil.Process(self.writer.pid)],
            "server": [server],
            "supervisor": [supervisor],
            "workers": workers,
        }


def _end(crash: Crash, way: tuple[str, ...]) -> None:
    """Kill in this way, then the user if it still runs; wait until all of it is gone."""
    running = crash.processes()
    for who in way:
        for process in running[who]:
            with contextlib.suppress(psutil.NoSuchProcess):  # one may end when another does
                process.kill()
    everything = [process for processes in running.values() for process in processes]
    if way == ("server",):  # the supervisor starts it again, and the user goes on
        crash.read_until_connected()
        crash.read(ACKNOWLEDGED_BEFORE_A_KILL)
        assert running_postmaster(crash.folder.cluster) not in (None, *running["server"])
        everything += crash.processes()["server"] + crash.processes()["workers"]
    if "user" not in way:
        crash.writer.kill()
    crash.writer.wait(GONE_SECONDS)
    assert wait_gone(everything, GONE_SECONDS)
    crash.read_rest()


def _rows(crash: Crash) -> list[int]:
    with running_server(crash.folder.root) as server:
        access = prepare_database(server, "written")
        with closing(access.owner.connect()) as connection:
            return [n for (n,) in connection.execute("SELECT number FROM written ORDER BY 1")]


def test_twenty_kills_lose_nothing_and_leave_nothing(fresh_folder: Path) -> None:
    crash = Crash(fresh_folder)
    for life in range(20):
        crash.start_writer()
        _end(crash, WAYS[life % len(WAYS)])
        assert server_processes(crash.folder.cluster) == []
        assert signer_of_lock(crash.folder.supervisor_lock) is None
    rows = _rows(crash)
    assert set(crash.acknowledged) <= set(rows), "an acknowledged row was lost"
    assert len(rows) == len(set(rows))
    # at most one row for each life was written and not acknowledged before the end
    assert len(set(rows) - set(crash.acknowledged)) <= 20
    assert len(set(crash.acknowledged)) >= 20 * ACKNOWLEDGED_BEFORE_A_KILL


def test_a_user_that_is_killed_does_not_stop_the_others(fresh_folder: Path) -> None:
    crash = Crash(fresh_folder)
    crash.start_writer()
    before = read_postmaster_file(crash.folder.cluster)
    with running_server(fresh_folder) as joined:
        access = prepare_database(joined, "written")
        crash.writer.kill()
        crash.writer.wait(GONE_SECONDS)
        with closing(access.owner.connect()) as connection:
            row = connection.execute("SELECT count(*) FROM written").fetchone()
        assert read_postmaster_file(crash.folder.cluster) == before
    crash.read_rest()
    assert row is not None
    assert row[0] >= ACKNOWLEDGED_BEFORE_A_KILL
    assert server_processes(crash.folder.cluster) == []
