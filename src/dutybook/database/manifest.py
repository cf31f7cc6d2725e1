"""What stands beside a backup file and proves it whole: FILE.manifest.json."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from dutybook.database.contents import Progress, TableContents
from dutybook.database.errors import BackupError
from dutybook.database.grants import Walls

FORMAT = 1
_PIECE = 1 << 20


@dataclass(frozen=True)
class Manifest:
    """The backup file's size in bytes and SHA-256, and what it holds.

    `taken_at` is the server's time at the backup's moment (ISO 8601, UTC). `walls` are built
    again after a restore.
    """

    database: str
    taken_at: str
    server_version: str
    size: int
    sha256: str
    contents: dict[str, TableContents]
    walls: Walls

    def to_text(self) -> str:
        """As JSON, with a digest over itself so that damage to it is seen too."""
        body = {"format": FORMAT, **asdict(self)}
        return json.dumps({**body, "digest": _digest(body)}, indent=1, sort_keys=True) + "\n"


def _digest(body: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def manifest_path(backup: Path) -> Path:
    """Where the manifest of a backup file stands."""
    return backup.with_name(backup.name + ".manifest.json")


def read_manifest(backup: Path) -> Manifest:
    """The manifest of a backup; raises BackupError if absent, damaged or of another format."""
    path = manifest_path(backup)
    try:
        body = json.loads(path.read_text(encoding="utf-8"))
        digest = body.pop("digest")
        if digest != _digest(body):
            raise ValueError("it does not match its own digest")
        if body.pop("format") != FORMAT:
            raise ValueError("it is of another format; use the Dutybook that made it")
        tables = {name: TableContents(**each) for name, each in body.pop("contents").items()}
        walls = Walls(**{name: tuple(each) for name, each in body.pop("walls").items()})
        return Manifest(**body, contents=tables, walls=walls)
    except FileNotFoundError:
        raise BackupError(
            f"The backup {backup} has no manifest {path.name} beside it, so it cannot be proved "
            "whole. Copy both files together. Nothing was written."
        ) from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise BackupError(
            f"The manifest {path} cannot be used: {problem}. Take another copy of the backup. "
            "Nothing was written."
        ) from problem


def hash_file(path: Path, progress: Progress) -> tuple[int, str]:
    """A file's size in bytes and SHA-256."""
    total, done, digest = path.stat().st_size, 0, hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
            done += len(piece)
            progress(f"reading {path.name}", done, total)
    return done, digest.hexdigest()


def check_file(backup: Path, progress: Progress) -> Manifest:
    """The manifest of a backup file that is whole, byte for byte.

    Raises BackupError if the file is absent, truncated or altered.
    """
    if not backup.is_file():
        raise BackupError(f"There is no backup file {backup}. Nothing was written.")
    manifest = read_manifest(backup)
    size, sha256 = hash_file(backup, progress)
    if size != manifest.size:
        raise BackupError(
            f"The backup {backup} has {size:,} bytes and should have {manifest.size:,}: it is "
            "truncated or another file. Take another copy of it. Nothing was written."
        )
    if sha256 != manifest.sha256:
        raise BackupError(
            f"The backup {backup} was altered: its SHA-256 is not the one in its manifest. "
            "Take another copy of it. Nothing was written."
        )
    return manifest
