"""Backups that are proved whole, and restoring them into an empty database.

A backup is pg_dump's own custom format, so PostgreSQL's tools read it too, with a manifest beside
it: the file's SHA-256, and every table's rows and hash at the very moment of the backup. It holds
everything the database holds, unencrypted: keep it where only you can read it.
"""

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg

from dutybook.database.connections import ConnectionParameters, DatabaseAccess
from dutybook.database.contents import (
    Connection,
    Progress,
    contents,
    differences,
    first_things,
)
from dutybook.database.errors import BackupError
from dutybook.database.folders import sync_folder, write_private
from dutybook.database.grants import current_walls, grant_application
from dutybook.database.manifest import Manifest, check_file, hash_file, manifest_path
from dutybook.database.programs import find_programs

_MENTIONED_TABLE = re.compile(r'(?:contents of|data for) table "([^"]+)"')


def _silent(_what: str, _done: int, _total: int) -> None:
    """No progress wanted."""


def backup(access: DatabaseAccess, file: Path, *, progress: Progress = _silent) -> Manifest:
    """Write the whole database to `file` (mode 0600), with its manifest beside it.

    One consistent moment, while others go on working. Both files appear whole or not at all, the
    manifest first. `progress` is told what is being done, how many are done, how many there are.

    Raises BackupError if a file of that name exists already, or PostgreSQL's tool fails.
    """
    for each in (file, manifest_path(file)):
        if each.exists():
            raise BackupError(f"{each} exists already. Choose another name; nothing was written.")
    if not file.parent.is_dir():
        raise BackupError(f"There is no folder {file.parent} to put the backup in. Make it first.")
    unfinished = file.with_name(file.name + ".unfinished")
    try:
        with _frozen(access.owner) as (connection, snapshot, taken_at):
            held = contents(connection, progress)
            _dump(access.owner, snapshot, unfinished, len(held), progress)
            version = str(connection.info.parameter_status("server_version"))
        _sync(unfinished)
        size, sha256 = hash_file(unfinished, progress)
        walls = current_walls(access)
        made = Manifest(access.name, taken_at, version, size, sha256, held, walls)
        write_private(manifest_path(file), made.to_text())
        unfinished.replace(file)
        sync_folder(file.parent)
    except OSError as problem:
        raise BackupError(f"The backup {file} could not be written: {problem}.") from problem
    finally:
        unfinished.unlink(missing_ok=True)
    return made


def restore(access: DatabaseAccess, file: Path, *, progress: Progress = _silent) -> Manifest:
    """Fill an empty database from a backup, verify every table, then build the walls again.

    The file is proved whole before anything is written; all of it is restored or none. Until
    every table has been counted and compared, only the owner can read the database.

    Raises BackupError if the file is damaged, the database is not empty, or the tables differ.
    """
    manifest = check_file(file, progress)
    _refuse_unless_empty(access)
    programs = find_programs()
    command = [programs.path("pg_restore"), "--no-owner", "--no-privileges", "--verbose"]
    command += ["--single-transaction", "--exit-on-error"]
    command += [f"--dbname={access.owner.conninfo(with_password=False)}", str(file)]
    _run(command, access.owner, "restored", "restoring", len(manifest.contents), progress)
    with closing(access.owner.connect(autocommit=True)) as connection:
        connection.execute("ANALYZE")
    with _frozen(access.owner) as (connection, _, _):
        found = differences(manifest.contents, contents(connection, progress))
    if found:
        raise BackupError(
            f"The database {access.name} does not hold what the backup {file} held: "
            f"{'; '.join(found[:5])}. Do not use it: drop it, make an empty one, restore again."
        )
    walls = manifest.walls
    grant_application(
        access, append_only=walls.append_only, read_only=walls.read_only, public=walls.public
    )
    return manifest


def verify_backup(file: Path, *, progress: Progress = _silent) -> Manifest:
    """Prove that a backup file is whole without restoring it; raises BackupError if it is not."""
    return check_file(file, progress)


@contextmanager
def _frozen(owner: ConnectionParameters) -> Iterator[tuple[Connection, str, str]]:
    """A transaction that sees one moment: its connection, its snapshot's name, and its time."""
    with closing(owner.connect()) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        row = connection.execute(
            "SELECT pg_export_snapshot(), to_char(now() AT TIME ZONE 'UTC', "
            '\'YYYY-MM-DD"T"HH24:MI:SS"Z"\')'
        ).fetchone()
        assert row is not None  # a SELECT without FROM gives one row
        yield connection, row[0], row[1]


def _dump(
    owner: ConnectionParameters, snapshot: str, file: Path, tables: int, progress: Progress
) -> None:
    file.unlink(missing_ok=True)
    os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    command = [find_programs().path("pg_dump"), "--format=custom", "--verbose"]
    command += ["--no-owner", "--no-privileges", f"--snapshot={snapshot}", f"--file={file}"]
    command += [f"--dbname={owner.conninfo(with_password=False)}"]
    _run(command, owner, "backed up", "saving", tables, progress)


def _run(
    command: list[str],
    owner: ConnectionParameters,
    purpose: str,
    doing: str,
    tables: int,
    progress: Progress,
) -> None:
    """Run PostgreSQL's tool, telling `progress` of each table it mentions."""
    environment = {
        "PATH": "/usr/bin:/bin",
        "LC_ALL": "C",
        "HOME": os.environ.get("HOME", "/"),  # where libpq looks for certificates
        "PGPASSWORD": owner.password,
    }
    said: list[str] = []
    done = 0
    with subprocess.Popen(  # noqa: S603 - PostgreSQL's own program, no shell
        command, env=environment, stderr=subprocess.PIPE, text=True, errors="replace"
    ) as tool:
        assert tool.stderr is not None
        for line in tool.stderr:
            said = [*said[-4:], line.strip()]
            if mentioned := _MENTIONED_TABLE.search(line):
                progress(f"{doing} {mentioned.group(1)}", done, tables)
                done += 1
    if tool.returncode != 0:
        raise BackupError(
            f"The database {owner.dbname} could not be {purpose}; nothing is half-written. "
            f"PostgreSQL said: {' '.join(said)}"
        )
    progress(f"{doing} done", tables, tables)


def _refuse_unless_empty(access: DatabaseAccess) -> None:
    with closing(access.owner.connect()) as connection:
        found = first_things(connection)
    if found:
        raise BackupError(
            f"The database {access.name} is not empty (it has {', '.join(found)}). A backup is "
            "restored into an empty database only, so that nothing is overwritten: choose a new "
            "data folder or a new database, and restore there."
        )


def _sync(file: Path) -> None:
    with file.open("rb") as written:
        os.fsync(written.fileno())
