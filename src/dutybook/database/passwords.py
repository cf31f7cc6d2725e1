"""Generated passwords of the database's roles, in one file of mode 0600 in the data folder."""

import json
import os
import secrets
import stat
from pathlib import Path

from dutybook.database.errors import FolderError
from dutybook.database.folders import write_private


def read_passwords(path: Path) -> dict[str, str]:
    """Role to password; empty if there is no file.

    Raises FolderError if others may read the file, or it is not what was written.
    """
    try:
        state = path.stat()
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except PermissionError:
        raise FolderError(
            f"This account may not read the database's passwords in {path}. Run this command as "
            "the account that owns the data folder."
        ) from None
    if stat.S_IMODE(state.st_mode) & 0o077:
        raise FolderError(
            f"The file {path} holds passwords and can be read by others. If nobody has, close it: "
            f"chmod 600 {path}"
        )
    try:
        found = json.loads(text)
    except ValueError as problem:
        raise FolderError(
            f"The file {path} of passwords is damaged ({problem}). Put it back from a copy of the "
            "data folder."
        ) from problem
    return {str(role): str(password) for role, password in dict(found).items()}


def ensure_passwords(path: Path, roles: list[str]) -> dict[str, str]:
    """The passwords of these roles, making those that are missing. One caller at a time."""
    known = read_passwords(path)
    missing = [role for role in roles if role not in known]
    if missing:
        known |= {role: secrets.token_urlsafe(32) for role in missing}
        write_private(path, json.dumps(known, indent=2, sort_keys=True) + os.linesep)
    return known
