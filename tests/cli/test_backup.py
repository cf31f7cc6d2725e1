"""`dutybook backup` and `restore`: what comes back is what was there."""

from pathlib import Path

import pytest
from tests.cli.command import Installed

from dutybook.database import stop_server


def test_what_is_restored_is_what_was_backed_up(late: Installed, reachable_parent: Path) -> None:
    file, restored = reachable_parent / "late.dutybook", Installed(reachable_parent / "restored")
    try:
        assert "Backed up" in late.done("backup", file)
        assert "Restored" in restored.done("restore", file)
        figures = ("measures", "--on", "2025-10-31", "--by", "level,team", "--format", "csv")
        assert restored.done(*figures) == late.done(*figures)
        known = (*figures, "--known-at", "2025-11-05")
        assert restored.done(*known) == late.done(*known)
        again = restored.refused("restore", file)
        assert "is not empty" in again
        assert restored.done(*figures) == late.done(*figures)
    finally:
        stop_server(restored.data)


def test_a_backup_is_never_written_over(installed: Installed, tmp_path: Path) -> None:
    file = tmp_path / "kept"
    file.write_bytes(b"another backup")
    assert "exists already" in installed.refused("backup", file)
    assert file.read_bytes() == b"another backup"


@pytest.mark.parametrize("damage", ["cut", "changed"])
def test_a_damaged_backup_makes_no_installation(
    installed: Installed, tmp_path: Path, damage: str
) -> None:
    file, fresh = tmp_path / "backup", Installed(tmp_path / "data")
    installed.done("backup", file)
    whole = bytearray(file.read_bytes())
    if damage == "cut":
        del whole[-100:]
    else:
        whole[len(whole) // 2] ^= 1
    file.write_bytes(whole)
    assert "Take another copy" in fresh.refused("restore", file)
    assert not fresh.data.exists()
