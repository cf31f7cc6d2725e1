"""`dutybook serve` as a process: started, asked for a page, stopped in any way."""

import http.client
import os
import signal
import socket
import subprocess
from contextlib import closing
from types import TracebackType

import psutil
from tests.cli.command import DUTYBOOK, Installed

GONE_SECONDS = 60
ANSWER_SECONDS = 30


def free_port() -> int:
    """A port nobody listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Served:
    """A served installation; `processes` are all that it consists of, the database's included."""

    def __init__(self, installed: Installed, *options: str) -> None:
        self.port = free_port()
        self.server = subprocess.Popen(
            [DUTYBOOK, "serve", "--port", str(self.port), *options],
            env=installed.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,  # a few lines of progress fit into it unread
            text=True,
            start_new_session=True,
        )
        self.said = self._read_until_it_listens()
        ours = psutil.Process(self.server.pid)
        self.processes = [ours, *ours.children(recursive=True)]

    def __enter__(self) -> "Served":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.server.poll() is None:
            self.stop(signal.SIGTERM)
        for stream in (self.server.stdout, self.server.stderr):
            assert stream is not None
            stream.close()

    def sign_in_page(self) -> http.client.HTTPResponse:
        """GET /sign-in/."""
        with closing(
            http.client.HTTPConnection("127.0.0.1", self.port, timeout=ANSWER_SECONDS)
        ) as connection:
            connection.request("GET", "/sign-in/")
            answer = connection.getresponse()
            answer.read()
            return answer

    def stop(self, number: signal.Signals, *, everyone: bool = False) -> int:
        """Send a signal, wait until everything has gone, and give the exit code.

        `everyone`: to all processes of the terminal, as Ctrl-C does.
        """
        if everyone:
            os.killpg(self.server.pid, number)
        else:
            self.server.send_signal(number)
        code = self.server.wait(GONE_SECONDS)
        _, left = psutil.wait_procs(self.processes[1:], timeout=GONE_SECONDS)
        assert not left, f"still running: {[one.cmdline() for one in left]}"
        return code

    def complaints(self) -> str:
        """What it had said on the error stream, once it has ended."""
        assert self.server.stderr is not None
        return "".join(line for line in self.server.stderr if not line.endswith(" …\n"))

    def _read_until_it_listens(self) -> str:
        assert self.server.stdout is not None
        said = ""
        while f"http://127.0.0.1:{self.port}" not in said:
            line = self.server.stdout.readline()
            assert line, f"it ended by itself: {said}"
            said += line
        return said
