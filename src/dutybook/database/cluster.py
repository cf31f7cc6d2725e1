"""Making PostgreSQL's data folder, and the settings under which the server always runs."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from dutybook.database.account import ServerAccount
from dutybook.database.errors import MajorVersionError, ServerStartError
from dutybook.database.folders import DataFolder, write_private
from dutybook.database.programs import Programs, run_program

ADMIN_ROLE = "dutybook_admin"
PORT = 5432

# Every local connection proves its role by password; nothing else connects, from anywhere.
ACCESS_RULES = "local all all scram-sha-256\n"

# Given on the command line, which wins over every file a person could have edited.
ALWAYS: Mapping[str, str] = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "password_encryption": "scram-sha-256",
    # what was acknowledged is on disk
    "fsync": "on",
    "full_page_writes": "on",
    "synchronous_commit": "on",
    "TimeZone": "UTC",
    # the log names errors but never rows: no statement, no key values, no parameters
    "log_timezone": "UTC",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_parameter_max_length_on_error": "0",
    "log_statement": "none",
    "log_min_duration_statement": "-1",
    # a week of logs, one file a weekday
    "logging_collector": "on",
    "log_directory": "log",
    "log_filename": "postgresql-%a.log",
    "log_truncate_on_rotation": "on",
    "log_rotation_age": "1d",
    "log_rotation_size": "0",
}


def server_command(programs: Programs, folder: DataFolder, sockets: Path) -> list[str]:
    """The command that runs the server in the foreground."""
    command = [programs.path("postgres"), "-D", str(folder.cluster), "-p", str(PORT)]
    settings = {
        **ALWAYS,
        "unix_socket_directories": str(sockets),
        "hba_file": str(folder.access_rules),
    }
    for name, value in settings.items():
        command += ["-c", f"{name}={value}"]
    return command


def cluster_major(folder: DataFolder) -> int | None:
    """The major version that made the cluster; None if there is none yet."""
    try:
        return int((folder.cluster / "PG_VERSION").read_text(encoding="ascii"))
    except FileNotFoundError:
        return None
    except ValueError as problem:
        raise ServerStartError(
            f"{folder.cluster / 'PG_VERSION'} is damaged. Restore a backup into a new data folder."
        ) from problem


def check_major(folder: DataFolder, programs: Programs) -> None:
    """Refuse a cluster of another major version, naming the command that upgrades it."""
    found = cluster_major(folder)
    if found is None or found == programs.major:
        return
    if found > programs.major:
        raise MajorVersionError(
            f"The data in {folder.cluster} was made by PostgreSQL {found}, newer than the "
            f"{programs.major} installed here, and cannot go back. Install the newer Dutybook."
        )
    raise MajorVersionError(
        f"The data in {folder.cluster} was made by PostgreSQL {found}; this is PostgreSQL "
        f"{programs.major}. Nothing was changed. Back the folder up, then upgrade it with: "
        f"dutybook database upgrade --data {folder.root}"
    )


def write_access_rules(folder: DataFolder) -> None:
    """Write who may connect. Readable by all: it holds no secret and the server must read it."""
    write_private(folder.access_rules, ACCESS_RULES, mode=0o644)


def make_cluster(
    folder: DataFolder, programs: Programs, account: ServerAccount, password: str
) -> None:
    """Make the cluster if it is absent; whole or not at all. The caller holds the starting lock.

    Checksums on every page; text compared by code point, the same on every machine.
    """
    if cluster_major(folder) is not None:
        return
    if folder.cluster.exists():
        raise ServerStartError(
            f"{folder.cluster} exists but is no PostgreSQL data folder (it has no PG_VERSION). "
            "Move it away, or choose another data folder with DUTYBOOK_DATA."
        )
    set_aside = sorted(folder.home.glob(f"{folder.cluster.name}-[0-9]*"))
    if set_aside:
        raise ServerStartError(
            f"There is no {folder.cluster}, but {set_aside[-1]} stands beside it: an upgrade was "
            "cut off between two steps. Your records are in the latter. Rename it back to "
            f"{folder.cluster} and run the upgrade again."
        )
    unfinished = folder.home / "cluster.unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700)
    if not account.is_ours:
        os.chown(unfinished, account.uid, account.gid)
    _initdb(unfinished, programs, account, password)
    unfinished.rename(folder.cluster)


def _initdb(place: Path, programs: Programs, account: ServerAccount, password: str) -> None:
    with tempfile.NamedTemporaryFile("w", dir=place.parent, encoding="ascii") as secret:
        secret.write(password)
        secret.flush()
        if not account.is_ours:
            os.fchown(secret.fileno(), account.uid, account.gid)
        command = [programs.path("initdb"), "--pgdata", str(place), "--username", ADMIN_ROLE]
        command += [f"--pwfile={secret.name}", "--auth=scram-sha-256", "--data-checksums"]
        command += ["--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8"]
        answer = run_program([*command, "--no-instructions"], account=account)
    if answer.returncode != 0:
        shutil.rmtree(place, ignore_errors=True)
        raise ServerStartError(
            f"PostgreSQL could not make its data folder {place}: "
            f"{answer.stderr.strip() or answer.stdout.strip()}"
        )
