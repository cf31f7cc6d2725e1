"""Other local accounts, tried for real where the tests run as root."""

import os
import pwd
import subprocess
from collections.abc import Sequence

from dutybook.database.account import ServerAccount, account_named


def strangers(server_uid: int) -> list[ServerAccount]:
    """Accounts other than the server's that we can act as: two as root, otherwise none."""
    if os.geteuid() != 0:
        return []
    known = {entry.pw_name: entry.pw_uid for entry in pwd.getpwall()}
    names = [name for name in ("nobody", "daemon", "games") if known.get(name, 0) != 0]
    return [account_named(name) for name in names if known[name] != server_uid][:2]


def run_as(
    account: ServerAccount, command: Sequence[str], **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a program as another account and return what it said."""
    return subprocess.run(
        list(command),
        cwd="/",
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", **environment},
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        **account.spawn_options(),
    )
