"""What the database's own tests share: fresh data folders, fresh databases, a waiting writer."""

import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from dutybook.database import DatabaseAccess, drop_database, prepare_database, stop_server
from dutybook.database.server import Server

_numbers = count(1)


@pytest.fixture
def reachable_parent() -> Iterator[Path]:
    """An empty folder that every account can enter, gone afterwards."""
    parent = Path(tempfile.mkdtemp(prefix="dutybook-database-"))
    parent.chmod(0o755)
    yield parent
    shutil.rmtree(parent)


@pytest.fixture
def fresh_folder(reachable_parent: Path) -> Iterator[Path]:
    """A data folder not made yet; whatever runs in it afterwards is stopped."""
    folder = reachable_parent / "data"
    yield folder
    stop_server(folder)


@pytest.fixture
def fresh_database(server: Server) -> Iterator[DatabaseAccess]:
    """An empty database of this test's own, on the session's server."""
    name = f"fresh_{next(_numbers)}"
    yield prepare_database(server, name)
    drop_database(server, name)


@pytest.fixture
def mode_of() -> Callable[[Path], int]:
    """A file's permission bits."""
    return lambda path: stat.S_IMODE(os.stat(path).st_mode)
