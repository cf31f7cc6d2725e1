"""Where everything of the embedded server lives inside a data folder, and who may reach it.

DATA/                  made by us if absent; an existing one is never changed
  database/            ours: locks, passwords, logs of starting
    cluster/           PostgreSQL's own data folder, of the server's account, mode 0700
"""

import hashlib
import os
import stat
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dutybook.database.account import ServerAccount
from dutybook.database.errors import FolderError

SOCKET_NAME = ".s.PGSQL.5432"
# A socket's path holds 107 bytes on Linux and 103 on macOS.
LONGEST_SOCKET_PATH = 100


@dataclass(frozen=True)
class DataFolder:
    """The paths inside one data folder; `root` is absolute with symbolic links resolved."""

    root: Path

    @classmethod
    def at(cls, folder: Path | str) -> "DataFolder":
        """The data folder at this path, which need not exist yet."""
        return cls(Path(folder).expanduser().resolve())

    @property
    def home(self) -> Path:
        """The database's own folder."""
        return self.root / "database"

    @property
    def cluster(self) -> Path:
        """PostgreSQL's data folder."""
        return self.home / "cluster"

    @property
    def passwords(self) -> Path:
        """Generated passwords, mode 0600."""
        return self.home / "passwords.json"

    @property
    def supervisor_lock(self) -> Path:
        """Held by the one supervisor for as long as it lives."""
        return self.home / "supervisor.lock"

    @property
    def users_lock(self) -> Path:
        """Shared by every process that uses the server; when nobody holds it the server stops."""
        return self.home / "users.lock"

    @property
    def starting_lock(self) -> Path:
        """Held while a process starts the server, so that two never do."""
        return self.home / "starting.lock"

    @property
    def starting_log(self) -> Path:
        """What the supervisor and the server said until the server's own log began."""
        return self.home / "starting.log"

    @property
    def access_rules(self) -> Path:
        """The server's rules of who may connect (pg_hba.conf), written at every start."""
        return self.home / "access-rules.conf"


def default_data_folder(environment: Mapping[str, str]) -> Path:
    """Where data goes when nobody says: DUTYBOOK_DATA, else a place that works for the account.

    For root that is /var/lib/dutybook, since root's home is closed to the server's account.
    """
    if named := environment.get("DUTYBOOK_DATA"):
        return Path(named)
    if os.geteuid() == 0:
        return Path("/var/lib/dutybook")
    base = environment.get("XDG_DATA_HOME")
    return (Path(base) if base else Path.home() / ".local" / "share") / "dutybook"


def make_folders(folder: DataFolder, account: ServerAccount) -> None:
    """Make the data folder and the database's own folder where they are absent.

    Raises FolderError if ours belongs to another account, or the server's account cannot reach it.
    """
    mode = 0o700 if account.is_ours else 0o711
    for each in (folder.root, folder.home):
        if not each.exists():
            try:
                each.mkdir(parents=True)
            except OSError as problem:
                raise FolderError(
                    f"The folder {each} cannot be made: {problem.strerror}. "
                    "Choose another data folder with DUTYBOOK_DATA."
                ) from problem
            each.chmod(mode)
    check_ours(folder.home)
    check_reachable(folder.home, account)


def check_ours(home: Path) -> None:
    """Refuse a database folder of another account, unless we are root."""
    owner = home.stat().st_uid
    if os.geteuid() not in (0, owner):
        raise FolderError(
            f"The folder {home} belongs to another account (number {owner}). Run this command as "
            "that account, or choose another data folder with DUTYBOOK_DATA."
        )


def check_reachable(folder: Path, account: ServerAccount) -> None:
    """Refuse a folder that the server's account cannot reach, naming the closed folder.

    Asked of the system as that account, so that access lists count too.
    """
    if account.is_ours:
        return
    way = [str(each) for each in (*reversed(folder.parents), folder)]
    script = 'for each in "$@"; do test -x "$each" || { printf %s "$each"; exit 1; }; done'
    answer = subprocess.run(  # noqa: S603 - a fixed script; the paths are its arguments
        ["/bin/sh", "-c", script, "sh", *way],
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
        **account.spawn_options(),
    )
    if answer.returncode != 0:
        closed = answer.stdout or str(folder)
        raise FolderError(
            f"The database server runs as the account {account.name}, which cannot enter the "
            f"folder {closed}; its permissions are left as they are. Choose a data folder outside "
            f"it with DUTYBOOK_DATA (for example /var/lib/dutybook), or open it yourself: "
            f"chmod o+x {closed}"
        )


def open_private(path: Path, flags: int) -> int:
    """Open a file of the database's folder, made with mode 0600 and the folder's owner.

    The owner is kept when root works in a folder of another account, so that the account can
    go on using its own files.
    """
    descriptor = os.open(path, flags | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    home = path.parent.stat()
    if os.geteuid() == 0 and os.fstat(descriptor).st_uid != home.st_uid:
        os.fchown(descriptor, home.st_uid, home.st_gid)
    return descriptor


def write_private(path: Path, text: str, *, mode: int = 0o600) -> None:
    """Write a small file whole or not at all, safe against a power cut."""
    unfinished = path.with_name(path.name + ".unfinished")
    descriptor = open_private(unfinished, os.O_WRONLY | os.O_TRUNC)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        os.fchmod(descriptor, mode)
        file.write(text)
        file.flush()
        os.fsync(descriptor)
    unfinished.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename inside this folder survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def socket_folder(
    folder: DataFolder, account: ServerAccount, environment: Mapping[str, str]
) -> Path:
    """The private folder (mode 0700, of the server's account) for the server's socket.

    Its name is short, for a socket's path may be about 100 bytes, and comes from the data
    folder's path. Raises FolderError if something else already stands there.
    """
    digest = hashlib.sha256(os.fsencode(folder.root)).hexdigest()[:12]
    for base in _socket_bases(account, environment):
        place = base / f"dutybook-{account.uid}-{digest}"
        if len(os.fsencode(place / SOCKET_NAME)) > LONGEST_SOCKET_PATH:
            continue
        try:
            place.mkdir(mode=0o700)
        except FileExistsError:
            _check_socket_folder(place, account)
            return place
        except OSError:
            continue
        if not account.is_ours:
            os.chown(place, account.uid, account.gid)
        _check_socket_folder(place, account)
        return place
    raise FolderError(
        "No folder was found in which the server's account may make its socket: tried "
        f"{', '.join(str(base) for base in _socket_bases(account, environment))}."
    )


def _socket_bases(account: ServerAccount, environment: Mapping[str, str]) -> list[Path]:
    """Where to try, best first; only folders whose others cannot rename what is ours."""
    runtime = environment.get("XDG_RUNTIME_DIR")
    own = [Path(runtime)] if runtime and account.is_ours else []
    system = [] if account.is_ours else [Path("/run")]
    bases = [*own, *system, Path(tempfile.gettempdir()), Path("/tmp")]  # noqa: S108 - see below
    return [base.resolve() for base in bases if _cannot_be_swapped(base, account)]


def _cannot_be_swapped(base: Path, account: ServerAccount) -> bool:
    """A shared folder is safe only if root or we own it and it is sticky when others may write."""
    try:
        state = base.stat()
    except OSError:
        return False
    shared = bool(state.st_mode & (stat.S_IWGRP | stat.S_IWOTH))
    trusted = state.st_uid in (0, account.uid, os.geteuid())
    return trusted and (not shared or bool(state.st_mode & stat.S_ISVTX))


def _check_socket_folder(place: Path, account: ServerAccount) -> None:
    state = place.lstat()
    private = stat.S_ISDIR(state.st_mode) and stat.S_IMODE(state.st_mode) == 0o700
    if not private or state.st_uid != account.uid:
        raise FolderError(
            f"{place} should be the server's private socket folder (mode 0700, of the account "
            f"{account.name}) but is not. Somebody else may have put it there: look at it, "
            "remove it, and start again."
        )
