"""Folders the server needs: reachable, private, and no parent's permissions ever changed."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dutybook.database import (
    FolderError,
    ServerStartError,
    default_data_folder,
    running_server,
)
from dutybook.database.account import account_named, account_of, choose_account
from dutybook.database.folders import (
    DataFolder,
    check_ours,
    socket_folder,
    write_private,
)
from dutybook.database.passwords import ensure_passwords, read_passwords


def _us_unprivileged() -> int:
    """An account the server may run as: ours, or as root the one it would choose."""
    return choose_account([]).uid


def test_a_closed_parent_is_named_and_left_as_it_is(
    reachable_parent: Path, mode_of: Callable[[Path], int]
) -> None:
    closed = reachable_parent / "closed"
    closed.mkdir()
    closed.chmod(0o700 if os.geteuid() == 0 else 0o500)
    before = mode_of(closed), mode_of(reachable_parent)
    with pytest.raises(FolderError, match=str(closed)), running_server(closed / "data"):
        pass
    assert (mode_of(closed), mode_of(reachable_parent)) == before
    closed.chmod(0o700)


def test_an_existing_data_folder_keeps_its_permissions(
    fresh_folder: Path, mode_of: Callable[[Path], int]
) -> None:
    fresh_folder.mkdir()
    fresh_folder.chmod(0o751)
    with running_server(fresh_folder) as server:
        assert mode_of(server.folder.cluster) == 0o700
    assert mode_of(fresh_folder) == 0o751


def test_the_default_is_a_place_the_server_can_reach(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert default_data_folder({"DUTYBOOK_DATA": "/somewhere"}) == Path("/somewhere")
    monkeypatch.setattr("os.geteuid", lambda: 0)
    assert default_data_folder({}) == Path("/var/lib/dutybook")
    monkeypatch.setattr("os.geteuid", lambda: 1234)
    assert default_data_folder({"XDG_DATA_HOME": "/x"}) == Path("/x/dutybook")


def test_somebody_elses_folder_is_refused(
    reachable_parent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = reachable_parent.stat().st_uid
    monkeypatch.setattr("os.geteuid", lambda: owner + 4321)
    with pytest.raises(FolderError, match="belongs to another account"):
        check_ours(reachable_parent)


def test_a_folder_that_is_no_cluster_is_refused(fresh_folder: Path) -> None:
    strange = DataFolder.at(fresh_folder).cluster
    strange.mkdir(parents=True)
    for each in (fresh_folder, strange.parent):
        each.chmod(0o711)
    (strange / "letter.txt").write_text("mine")
    with (
        pytest.raises(ServerStartError, match="no PostgreSQL data folder"),
        running_server(fresh_folder),
    ):
        pass
    assert (strange / "letter.txt").read_text() == "mine"


def test_the_socket_folder_is_short_private_and_of_this_data_folder(
    reachable_parent: Path, mode_of: Callable[[Path], int]
) -> None:
    account = account_of(_us_unprivileged())
    deep = DataFolder(reachable_parent / ("very-long-name-" * 10))
    place = socket_folder(deep, account, {"XDG_RUNTIME_DIR": str(reachable_parent)})
    other = socket_folder(DataFolder(deep.root / "x"), account, {})
    again = socket_folder(deep, account, {"XDG_RUNTIME_DIR": str(reachable_parent)})
    assert place == again != other
    assert mode_of(place) == 0o700
    assert place.stat().st_uid == account.uid
    assert len(str(place)) < 90
    place.rmdir()
    other.rmdir()


def test_a_squatted_socket_folder_is_refused(reachable_parent: Path) -> None:
    account = account_of(_us_unprivileged())
    folder = DataFolder(reachable_parent / "data")
    place = socket_folder(folder, account, {})
    place.chmod(0o777)
    with pytest.raises(FolderError, match="private socket folder"):
        socket_folder(folder, account, {})
    place.rmdir()
    elsewhere = reachable_parent / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    place.symlink_to(elsewhere)
    with pytest.raises(FolderError, match="private socket folder"):
        socket_folder(folder, account, {})
    place.unlink()


def test_a_base_that_others_could_rename_in_is_not_used(
    reachable_parent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_to_all = reachable_parent / "open"
    open_to_all.mkdir()
    open_to_all.chmod(0o777)
    account = account_of(_us_unprivileged())
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(open_to_all))
    place = socket_folder(
        DataFolder(reachable_parent / "d"), account, {"XDG_RUNTIME_DIR": str(open_to_all)}
    )
    assert open_to_all not in place.parents
    place.rmdir()


def test_passwords_others_can_read_are_refused(reachable_parent: Path) -> None:
    path = reachable_parent / "passwords.json"
    made = ensure_passwords(path, ["one"])
    assert ensure_passwords(path, ["one", "two"])["one"] == made["one"]
    path.chmod(0o640)
    with pytest.raises(FolderError, match="chmod 600"):
        read_passwords(path)
    path.chmod(0o600)
    path.write_text("{ cut off")
    with pytest.raises(FolderError, match="damaged"):
        read_passwords(path)


def test_a_private_file_is_replaced_whole_and_not_through_a_link(
    reachable_parent: Path, mode_of: Callable[[Path], int]
) -> None:
    path = reachable_parent / "private"
    write_private(path, "first")
    write_private(path, "second")
    assert path.read_text() == "second"
    assert mode_of(path) == 0o600
    victim = reachable_parent / "victim"
    victim.write_text("kept")
    path.with_name("private.unfinished").symlink_to(victim)
    with pytest.raises(OSError, match="symbolic link"):
        write_private(path, "third")
    assert victim.read_text() == "kept"


def test_accounts_for_root_exist_already_and_are_not_root(
    reachable_parent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    chosen = choose_account([])
    assert chosen.uid != 0
    assert choose_account([], "nobody") == account_named("nobody")
    with pytest.raises(FolderError, match="does not run as root"):
        choose_account([], "root")
    with pytest.raises(FolderError, match="no account named"):
        choose_account([], "no-such-account-here")
    monkeypatch.setattr("dutybook.database.account.USUAL_ACCOUNTS", ("no-such-account-here",))
    with pytest.raises(FolderError, match="DUTYBOOK_SERVER_ACCOUNT"):
        choose_account([])
