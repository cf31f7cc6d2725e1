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


def _quick_base() -> str | None:
    """Memory, where the system has a roomy place in it: many small clusters are made and removed.

    Nothing here could tell a disk's promises from memory's: kill -9 leaves both as they were.
    """
    memory = Path("/dev/shm")
    roomy = memory.is_dir() and shutil.disk_usage(memory).free > 2 << 30
    return str(memory) if roomy else None


@pytest.fixture
def reachable_parent() -> Iterator[Path]:
    """An empty folder that every account can enter, gone afterwards."""
    parent = Path(tempfile.mkdtemp(prefix="dutybook-database-", dir=_quick_base()))
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
