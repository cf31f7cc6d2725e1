"""The real `dutybook` command, as a process of its own, upon one data folder."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from numba.core import config

DUTYBOOK = str(Path(sys.executable).with_name("dutybook"))
PASSWORD = "a lantern for the harbour"  # an invented person's
LONGEST_SECONDS = 300


@dataclass(frozen=True)
class Installed:
    """A data folder, which need not exist yet."""

    data: Path

    def environment(self) -> dict[str, str]:
        """Of the test process, with this folder, and the code that has been compiled already."""
        kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        compiled = Path(vars(config)["CACHE_DIR"]).parent
        return {**kept, "DUTYBOOK_DATA": str(self.data), "NUMBA_CACHE_DIR": str(compiled)}

    def run(self, *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
        """Run the command to its end."""
        return subprocess.run(
            [DUTYBOOK, *map(str, arguments)],
            env=self.environment(),
            capture_output=True,
            text=True,
            timeout=LONGEST_SECONDS,
            check=False,
        )

    def done(self, *arguments: str | Path) -> str:
        """Run the command, which must do it; gives what it printed."""
        ended = self.run(*arguments)
        assert ended.returncode == 0, ended.stdout + ended.stderr
        return ended.stdout

    def refused(self, *arguments: str | Path, code: int = 1) -> str:
        """Run the command, which must refuse in words, without a trace; gives the words."""
        ended = self.run(*arguments)
        assert ended.returncode == code, ended.stdout + ended.stderr
        assert "Traceback" not in ended.stderr
        assert ended.stderr.count("Error: ") == 1
        return ended.stderr


def add_administrator(installed: Installed) -> str:
    """Make the force and its first administrator."""
    return installed.done(
        *("admin", "create", "--force-key", "wealdmoor", "--force-name", "Wealdmoor Police"),
        *("--username", "keeper", "--name", "Kit Harrow", "--password", PASSWORD),
    )
