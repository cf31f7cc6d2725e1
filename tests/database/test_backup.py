"""Backups: proved whole, restored into an empty database only, every table compared."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from dutybook.database import (
    BackupError,
    DatabaseAccess,
    clone_database,
    create_template,
    current_walls,
    drop_database,
    grant_application,
)
from dutybook.database.backup import backup, restore, verify_backup
from dutybook.database.manifest import Manifest, manifest_path, read_manifest
from dutybook.database.server import Server

SCHEMA = """
    CREATE TYPE band AS ENUM ('low', 'high');
    CREATE TABLE visit (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL,
        level band, note text, weight double precision, body bytea, answers jsonb,
        period tstzrange, EXCLUDE USING gist (int8range(id, id, '[]') WITH &&, period WITH &&));
    CREATE TABLE logged (id bigint PRIMARY KEY, visit_id bigint REFERENCES visit);
    CREATE TABLE released (id bigint PRIMARY KEY);
    CREATE VIEW high AS SELECT * FROM visit WHERE level = 'high';
    CREATE TABLE empty (id int);
    CREATE FUNCTION count_up() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN RAISE EXCEPTION ''not during a restore''; END';
    INSERT INTO visit (at, level, note, weight, body, answers, period)
        SELECT '2026-03-29 01:30Z'::timestamptz + n * interval '7 hours',
               CASE WHEN n % 3 = 0 THEN 'high' ELSE 'low' END::band, 'Ünïcode ' || n, n / 7.0,
               decode(lpad(to_hex(n), 8, '0'), 'hex'), jsonb_build_object('n', n),
               tstzrange('2026-01-01'::timestamptz + n * interval '1 day', NULL)
        FROM generate_series(1, 2000) AS n;
    INSERT INTO logged SELECT id, id FROM visit;
    CREATE TRIGGER during BEFORE INSERT ON empty FOR EACH ROW EXECUTE FUNCTION count_up();
    CREATE TRIGGER during BEFORE INSERT ON released FOR EACH ROW EXECUTE FUNCTION count_up();
"""


def _build(access: DatabaseAccess) -> None:
    with closing(access.owner.connect()) as connection, connection.transaction():
        connection.execute(SCHEMA)
    grant_application(access, append_only=["logged"], read_only=["empty"], public=["released"])


@pytest.fixture(scope="module")
def full(server: Server) -> Iterator[DatabaseAccess]:
    """A database with rows of many types, never changed by these tests."""
    create_template(server, "full_template", _build)
    yield clone_database(server, "full_template", "full")
    drop_database(server, "full")
    drop_database(server, "full_template")


@pytest.fixture(scope="module")
def kept(full: DatabaseAccess, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A good backup of it; tests copy it before they damage it."""
    file = tmp_path_factory.mktemp("backups") / "good.dump"
    backup(full, file)
    return file


@pytest.fixture
def copied(kept: Path, tmp_path: Path) -> Path:
    """A copy of the backup to damage."""
    copy = tmp_path / "copy.dump"
    copy.write_bytes(kept.read_bytes())
    manifest_path(copy).write_bytes(manifest_path(kept).read_bytes())
    return copy


def _tables(access: DatabaseAccess) -> list[tuple[object, ...]]:
    with closing(access.owner.connect()) as connection:
        return connection.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
        ).fetchall()


def test_a_round_trip_brings_back_every_row_and_every_wall(
    full: DatabaseAccess, kept: Path, fresh_database: DatabaseAccess
) -> None:
    told: list[tuple[str, int, int]] = []
    manifest = restore(fresh_database, kept, progress=lambda *step: told.append(step))
    assert manifest.contents["public.visit"].rows == 2000
    statement = "SELECT * FROM visit ORDER BY id"
    with closing(full.owner.connect()) as before, closing(fresh_database.owner.connect()) as after:
        assert before.execute(statement).fetchall() == after.execute(statement).fetchall()
        next_id = "SELECT nextval('visit_id_seq')"
        assert after.execute(next_id).fetchone() == (2001,)
    assert current_walls(fresh_database) == current_walls(full)
    with (
        closing(fresh_database.application.connect()) as application,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        application.execute("DELETE FROM logged")
    assert any("restoring public.visit" in what for what, _, _ in told)
    assert all(0 <= done <= total for _, done, total in told)


def test_a_backup_is_private_whole_and_has_its_manifest(kept: Path) -> None:
    manifest = verify_backup(kept)
    assert manifest == read_manifest(kept)
    assert kept.stat().st_mode & 0o777 == 0o600
    assert manifest_path(kept).stat().st_mode & 0o777 == 0o600
    assert sorted(each.name for each in kept.parent.iterdir()) == [
        "good.dump",
        "good.dump.manifest.json",
    ]


def test_it_holds_one_moment_while_others_write(
    server: Server, full: DatabaseAccess, fresh_database: DatabaseAccess, tmp_path: Path
) -> None:
    busy = clone_database(server, "full_template", "busy")

    def write_meanwhile(*_: object) -> None:
        with closing(busy.owner.connect()) as connection, connection.transaction():
            connection.execute("INSERT INTO visit (at) VALUES (now())")
            connection.execute("DELETE FROM logged WHERE id = (SELECT max(id) FROM logged)")

    file = tmp_path / "busy.dump"
    manifest = backup(busy, file, progress=write_meanwhile)
    assert manifest.contents["public.visit"].rows == 2000
    assert manifest.contents["public.logged"].rows == 2000
    # a sequence is outside every transaction, so its value may be later than the moment
    drop_database(server, "busy")


@pytest.mark.parametrize("where", [0.0, 0.1, 0.5, 0.9, 1.0])
def test_a_flipped_byte_anywhere_is_refused_before_anything_is_written(
    copied: Path, fresh_database: DatabaseAccess, where: float
) -> None:
    data = bytearray(copied.read_bytes())
    data[int(where * (len(data) - 1))] ^= 0x01
    copied.write_bytes(data)
    with pytest.raises(BackupError, match="was altered"):
        restore(fresh_database, copied)
    assert _tables(fresh_database) == []


@pytest.mark.parametrize("kept_bytes", [0, 1, 1000, -1])
def test_a_truncated_file_is_refused_before_anything_is_written(
    copied: Path, fresh_database: DatabaseAccess, kept_bytes: int
) -> None:
    copied.write_bytes(copied.read_bytes()[:kept_bytes])
    with pytest.raises(BackupError, match="truncated"):
        restore(fresh_database, copied)
    assert _tables(fresh_database) == []


def test_a_missing_or_damaged_manifest_is_refused(copied: Path) -> None:
    manifest = manifest_path(copied)
    text = manifest.read_text()
    manifest.write_text(text.replace("2000", "2001", 1))
    with pytest.raises(BackupError, match="own digest"):
        verify_backup(copied)
    manifest.write_text(text[: len(text) // 2])
    with pytest.raises(BackupError, match="cannot be used"):
        verify_backup(copied)
    manifest.write_text("[]")
    with pytest.raises(BackupError, match="cannot be used"):
        verify_backup(copied)
    manifest.unlink()
    with pytest.raises(BackupError, match="has no manifest"):
        verify_backup(copied)
    copied.unlink()
    with pytest.raises(BackupError, match="no backup file"):
        verify_backup(copied)


def test_a_database_that_is_not_empty_is_left_alone(
    kept: Path, fresh_database: DatabaseAccess
) -> None:
    with closing(fresh_database.owner.connect(autocommit=True)) as connection:
        connection.execute("CREATE FUNCTION only_this() RETURNS int LANGUAGE sql AS 'SELECT 1'")
    with pytest.raises(BackupError, match=r"not empty \(it has public.only_this\)"):
        restore(fresh_database, kept)
    assert _tables(fresh_database) == []


def test_a_backup_never_replaces_another(full: DatabaseAccess, copied: Path) -> None:
    before = copied.read_bytes()
    with pytest.raises(BackupError, match="exists already"):
        backup(full, copied)
    assert copied.read_bytes() == before
    with pytest.raises(BackupError, match="no folder"):
        backup(full, copied.parent / "absent" / "file.dump")


def test_a_backup_that_fails_leaves_nothing(
    full: DatabaseAccess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("dutybook.database.backup._sync", fail)
    with pytest.raises(BackupError, match="No space left"):
        backup(full, tmp_path / "new.dump")
    assert list(tmp_path.iterdir()) == []


def test_rows_that_differ_from_the_manifest_keep_the_database_closed(
    copied: Path, fresh_database: DatabaseAccess
) -> None:
    body = json.loads(manifest_path(copied).read_text())
    read = read_manifest(copied)
    body["contents"]["public.visit"]["rows"] += 1
    wrong = dict(read.contents)
    wrong["public.visit"] = type(wrong["public.visit"])(2001, wrong["public.visit"].digest)
    forged = Manifest(**{**vars(read), "contents": wrong})
    manifest_path(copied).write_text(forged.to_text())
    with pytest.raises(BackupError, match=r"public\.visit has 2000 rows, not 2001"):
        restore(fresh_database, copied)
    with (
        closing(fresh_database.application.connect()) as application,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        application.execute("SELECT * FROM visit")
