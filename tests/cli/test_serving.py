"""`dutybook serve`: started, used, stopped in every way; nothing is lost or left running."""

import json
import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.cli.command import Installed
from tests.cli.served import Served

WAYS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL)
REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def hang_up_is_heard() -> Iterator[None]:
    """A closed terminal is heard by what a test starts, even where nohup started the tests."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.usefixtures("hang_up_is_heard")
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_a_stop_leaves_nothing_running_and_loses_nothing(
    installed: Installed, way: signal.Signals
) -> None:
    with Served(installed) as served:
        assert served.sign_in_page().status == 200
        code = served.stop(way)
        assert served.complaints() == ""
    assert code == (-signal.SIGKILL if way is signal.SIGKILL else 0)
    assert not (installed.data / "database" / "cluster" / "postmaster.pid").exists()
    assert "has an administrator" in installed.refused(*_create_again())
    with Served(installed) as again:  # the next start recovers by itself
        assert again.sign_in_page().status == 200


def test_ctrl_c_at_the_terminal_reaches_every_process_and_nobody_trips(
    installed: Installed,
) -> None:
    with Served(installed) as served:
        assert served.sign_in_page().status == 200
        assert served.stop(signal.SIGINT, everyone=True) == 0
        assert served.complaints() == ""


def test_a_closed_terminal_does_not_stop_what_nohup_started(installed: Installed) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # inherited, as nohup does it
    try:
        served = Served(installed)
    finally:
        signal.signal(signal.SIGHUP, before)
    with served:
        served.server.send_signal(signal.SIGHUP)
        assert served.sign_in_page().status == 200
        assert served.stop(signal.SIGTERM) == 0


def test_other_commands_join_a_running_server(serving: Served, installed: Installed) -> None:
    backup = installed.data.parent / "joined.dutybook"
    assert json.loads(installed.done("measures", "--on", "2025-10-31", "--format", "json"))
    installed.done("backup", backup)
    found = json.loads(installed.run("doctor", "--json").stdout)["findings"]
    assert {"about": "Schema", "state": "well", "seen": "up to date", "remedy": ""} in found
    assert serving.sign_in_page().status == 200


def test_a_taken_port_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    with closing(socket.socket()) as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = str(holder.getsockname()[1])
        said = Installed(tmp_path / "data").refused("serve", "--port", port)
    assert "Choose another port" in said
    assert not (tmp_path / "data").exists()


def test_a_mistyped_folder_makes_no_installation(reachable_parent: Path) -> None:
    mistyped = Installed(reachable_parent / "mistyped")
    for arguments in (("measures", "--on", "2025-10-31"), ("backup", "x"), ("doctor",)):
        ended = mistyped.run(*arguments)
        assert ended.returncode == 1
        assert "nothing was made" in ended.stdout + ended.stderr
    assert not mistyped.data.exists()


@pytest.mark.parametrize(("given", "demonstration"), [("", True), ("EMPTY=1", False)])
def test_make_run_loads_the_demonstration_unless_told(given: str, demonstration: bool) -> None:
    recipe = subprocess.run(
        ["make", "-n", "-o", ".venv/.complete", "run", "PORT=8123", "DATA=/data/x", given or "A=1"],
        cwd=REPOSITORY,
        env={**os.environ, "MAKEFLAGS": ""},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert '--data "/data/x" --port 8123' in recipe
    assert ("--with-demonstration" in recipe) is demonstration


def _create_again() -> list[str]:
    return [
        *("admin", "create", "--force-key", "wealdmoor", "--force-name", "Wealdmoor Police"),
        *("--username", "second", "--name", "Sam Reed", "--password", "a lantern by the sea"),
    ]
