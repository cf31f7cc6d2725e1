"""A data folder of another major version: refused, and upgraded on request."""

import json
import os
import subprocess
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from dutybook.database import (
    BinariesMissingError,
    MajorVersionError,
    ServerStartError,
    grant_application,
    prepare_database,
    running_server,
    upgrade_data_folder,
)
from dutybook.database.account import choose_account
from dutybook.database.cluster import ADMIN_ROLE
from dutybook.database.folders import DataFolder, make_folders
from dutybook.database.passwords import ensure_passwords
from dutybook.database.programs import Programs, find_programs, installed_programs
from dutybook.database.server import ROLES


def _silent(*_: object) -> None:
    pass


def _older() -> Programs:
    return installed_programs()[-1]


def _old_cluster(root: Path) -> DataFolder:
    """A cluster made by the older PostgreSQL that the wheel carries, as Dutybook would have."""
    folder = DataFolder.at(root)
    account = choose_account([])
    make_folders(folder, account)
    passwords = ensure_passwords(folder.passwords, list(ROLES))
    secret = folder.home / "secret"
    secret.write_text(passwords[ADMIN_ROLE])
    folder.cluster.mkdir(mode=0o700)
    for each in (secret, folder.cluster):
        os.chown(each, account.uid, account.gid)
    subprocess.run(
        [
            *(_older().path("initdb"), "-D", str(folder.cluster), "-U", ADMIN_ROLE, "-k"),
            *(f"--pwfile={secret}", "--auth=scram-sha-256", "--encoding=UTF8", "--no-locale"),
            "--no-sync",
        ],
        cwd="/",
        check=True,
        capture_output=True,
        **account.spawn_options(),
    )
    secret.unlink()
    return folder


def test_the_wheel_carries_an_older_version_to_test_with() -> None:
    assert _older().major < find_programs().major


def test_upgrade_keeps_rows_walls_and_the_old_cluster(fresh_folder: Path) -> None:
    folder = _old_cluster(fresh_folder)
    with running_server(fresh_folder, programs=_older()) as server:
        access = prepare_database(server, "dutybook")
        with closing(access.owner.connect(autocommit=True)) as connection:
            connection.execute("CREATE TABLE logged AS SELECT n FROM generate_series(1, 500) AS n")
        grant_application(access, append_only=["logged"], public=[])
    before = sorted(each.name for each in folder.home.iterdir())
    command = f"dutybook database upgrade --data {folder.root}"
    with pytest.raises(MajorVersionError, match=command), running_server(fresh_folder):
        pass
    assert sorted(each.name for each in folder.home.iterdir()) == before

    kept = upgrade_data_folder(fresh_folder, progress=_silent)
    assert kept is not None
    assert (kept / "PG_VERSION").read_text().strip() == str(_older().major)
    assert not (folder.home / "upgrading").exists()
    with running_server(fresh_folder) as server:
        access = prepare_database(server, "dutybook")
        with closing(access.application.connect()) as connection:
            assert connection.info.server_version // 10000 == find_programs().major
            row = connection.execute("SELECT count(*), sum(n) FROM logged").fetchone()
            assert row == (500, 125250)
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute("DELETE FROM logged")
    assert upgrade_data_folder(fresh_folder, progress=_silent) is None


def test_an_upgrade_that_fails_leaves_the_old_cluster_in_place(
    fresh_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _old_cluster(fresh_folder)
    with running_server(fresh_folder, programs=_older()) as server:
        prepare_database(server, "dutybook")

    def fail(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("dutybook.database.upgrade.restore", fail)
    with pytest.raises(KeyboardInterrupt):
        upgrade_data_folder(fresh_folder, progress=_silent)
    assert (folder.cluster / "PG_VERSION").read_text().strip() == str(_older().major)
    assert not (folder.home / "upgrading").exists()
    monkeypatch.setattr("dutybook.database.upgrade.installed_programs", list)
    with pytest.raises(BinariesMissingError, match="no longer carries"):
        upgrade_data_folder(fresh_folder, progress=_silent)


def test_a_newer_cluster_is_refused(fresh_folder: Path) -> None:
    with running_server(fresh_folder) as server:
        version = server.folder.cluster / "PG_VERSION"
    version.write_text("99\n")
    with pytest.raises(MajorVersionError, match="Install the newer"), running_server(fresh_folder):
        pass
    with pytest.raises(MajorVersionError, match="newer than"):
        upgrade_data_folder(fresh_folder, progress=_silent)


def test_an_upgrade_cut_off_between_its_last_steps_never_starts_empty(
    fresh_folder: Path,
) -> None:
    with running_server(fresh_folder) as server:
        cluster = server.folder.cluster
    cluster.rename(cluster.with_name("cluster-16"))
    with pytest.raises(ServerStartError, match="Rename it back"), running_server(fresh_folder):
        pass
    assert not cluster.exists()
    passwords = json.loads(server.folder.passwords.read_text())
    assert passwords == server.passwords
