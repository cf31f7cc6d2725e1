"""What the tests of the command share: data folders of their own, and the real command in them."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.cli.command import Installed, add_administrator
from tests.cli.served import Served

from dutybook.database import stop_server


@pytest.fixture
def runner() -> CliRunner:
    """Commands that need no installation, in this process."""
    return CliRunner()


@pytest.fixture(scope="session")
def reachable_parent() -> Iterator[Path]:
    """A folder that the server's account can enter, gone afterwards."""
    parent = Path(tempfile.mkdtemp(prefix="dutybook-cli-"))
    parent.chmod(0o755)
    yield parent
    shutil.rmtree(parent)


@pytest.fixture(scope="session")
def installed(reachable_parent: Path) -> Iterator[Installed]:
    """An installation with one force and its first administrator, made by the command itself."""
    made = Installed(reachable_parent / "data")
    add_administrator(made)
    yield made
    stop_server(made.data)


@pytest.fixture
def serving(installed: Installed) -> Iterator[Served]:
    """The same installation being served; stopped afterwards if the test has not done so."""
    with Served(installed) as served:
        yield served


@pytest.fixture(scope="session")
def late(reachable_parent: Path) -> Iterator[Installed]:
    """Two offenders; a visit of 10 September to one of them was keyed on 10 November."""
    made = Installed(reachable_parent / "late")
    script = Path(__file__).with_name("late_visit.py")
    subprocess.run([sys.executable, script, made.data], env=made.environment(), check=True)
    yield made
    stop_server(made.data)
