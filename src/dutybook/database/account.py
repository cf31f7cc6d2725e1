"""Which local account the server runs as.

PostgreSQL refuses to run as root. Started by anyone else it runs as that account; started as
root it runs as an account that already exists, and none is ever created.
"""

import os
import pwd
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from dutybook.database.errors import FolderError

# In this order: an account made for us, the usual one of a PostgreSQL server, the one of no rights.
USUAL_ACCOUNTS = ("dutybook", "postgres", "nobody")


class SpawnOptions(TypedDict, total=False):
    """What `subprocess` needs to start a program as another account."""

    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True)
class ServerAccount:
    """A local account by name and numbers."""

    name: str
    uid: int
    gid: int

    @property
    def is_ours(self) -> bool:
        """Whether it is the account this process runs as."""
        return self.uid == os.geteuid()

    def spawn_options(self) -> SpawnOptions:
        """Options for `subprocess` to run a program as this account; empty when it is ours."""
        if self.is_ours:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


def account_of(uid: int) -> ServerAccount:
    """The account with this number; one without a name (as in a container) keeps its number."""
    try:
        entry = pwd.getpwuid(uid)
    except KeyError:
        group = os.getegid() if uid == os.geteuid() else uid
        return ServerAccount(name=f"#{uid}", uid=uid, gid=group)
    return ServerAccount(name=entry.pw_name, uid=uid, gid=entry.pw_gid)


def account_named(name: str) -> ServerAccount:
    """The existing account `name`; root is refused, for PostgreSQL will not run as root."""
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        raise FolderError(
            f"There is no account named {name} on this machine to run the database server. "
            "Name an existing unprivileged account, or leave the setting out."
        ) from None
    if entry.pw_uid == 0:
        raise FolderError("PostgreSQL does not run as root. Name an unprivileged account.")
    return ServerAccount(name=entry.pw_name, uid=entry.pw_uid, gid=entry.pw_gid)


def choose_account(owned_already: list[Path], wished: str | None = None) -> ServerAccount:
    """The account the server runs as.

    Ours, unless we are root; then the owner of the first of the folders `owned_already` that
    exists and is not root's, else the `wished` account, else the first usual one that exists.
    Raises FolderError when we are root and no such account exists.
    """
    ours = os.geteuid()
    if ours != 0:
        return account_of(ours)
    for folder in owned_already:
        if folder.exists() and (owner := folder.stat().st_uid) != 0:
            return account_of(owner)
    if wished:
        return account_named(wished)
    for name in USUAL_ACCOUNTS:
        try:
            return account_named(name)
        except FolderError:
            continue
    raise FolderError(
        "Started as root, the database server needs an existing unprivileged account, and none of "
        f"{', '.join(USUAL_ACCOUNTS)} exists here. Start as another account, or name one with "
        "DUTYBOOK_SERVER_ACCOUNT."
    )
