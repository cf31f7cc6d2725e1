"""A server named by DATABASE_URL: the session's own stands in for the force's."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from dutybook.database import (
    ConnectionParameters,
    DatabaseSetupError,
    RightsError,
    UnsafeSettingsError,
    drop_database,
    from_url,
    grant_application,
)
from dutybook.database.server import Server

NAME = "force_database"
ROLES = ("force_owner", f"dutybook_app_{NAME}", f"dutybook_public_{NAME}", "given_app", "given_pub")


def _address(server: Server, role: str, password: str = "secret%20word") -> str:
    return f"postgresql://{role}:{password}@/{NAME}?host={server.sockets}&application_name=dutybook"


@pytest.fixture
def url(server: Server) -> Iterator[str]:
    """A database of the force's own, whose owner may make roles."""
    with closing(server.admin().connect(autocommit=True)) as admin:
        admin.execute("CREATE ROLE force_owner LOGIN CREATEROLE PASSWORD 'secret word'")
        admin.execute(f"CREATE DATABASE {NAME} OWNER force_owner")
    yield _address(server, "force_owner")
    drop_database(server, NAME)
    with closing(server.admin().connect(autocommit=True)) as admin:
        for role in ROLES:
            admin.execute(f"DROP ROLE IF EXISTS {role}")


def _make_table_and_walls(url: str, environment: dict[str, str], passwords: Path) -> None:
    access = from_url(url, environment=environment, passwords=passwords)
    assert access.admin is None
    with closing(access.owner.connect(autocommit=True)) as owner:
        owner.execute("CREATE TABLE IF NOT EXISTS logged (id int)")
    grant_application(access, append_only=["logged"], public=[])
    with closing(access.application.connect(autocommit=True)) as application:
        application.execute("INSERT INTO logged VALUES (1)")
        for statement in ("UPDATE logged SET id = 2", "DELETE FROM logged", "TRUNCATE logged"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                application.execute(statement)
        limit = application.execute("SHOW statement_timeout").fetchone()
    assert limit == (("30s",) if not environment else ("0",))
    with (
        closing(access.public.connect()) as public,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        public.execute("SELECT * FROM logged")


def test_missing_roles_are_made_and_found_again(url: str, tmp_path: Path) -> None:
    passwords = tmp_path / "folder" / "passwords.json"
    _make_table_and_walls(url, {}, passwords)
    before = passwords.read_text()
    _make_table_and_walls(url, {}, passwords)
    assert passwords.read_text() == before
    assert passwords.stat().st_mode & 0o777 == 0o600


def test_options_of_the_address_reach_django(url: str, tmp_path: Path) -> None:
    access = from_url(url, environment={}, passwords=tmp_path / "passwords.json")
    for parameters in (access.owner, access.application, access.public):
        settings = parameters.django()
        assert settings["OPTIONS"] == {"application_name": "dutybook"}
        assert settings["NAME"] == NAME
    assert access.owner.django()["PASSWORD"] == "secret word"


def test_an_owner_that_may_not_make_roles_needs_addresses(
    url: str, server: Server, tmp_path: Path
) -> None:
    passwords = tmp_path / "passwords.json"
    with closing(server.admin().connect(autocommit=True)) as admin:
        admin.execute("ALTER ROLE force_owner NOCREATEROLE")
        for role in ("given_app", "given_pub"):
            admin.execute(f"CREATE ROLE {role} LOGIN PASSWORD 'secret word'")
    with pytest.raises(
        RightsError, match="DUTYBOOK_APP_DATABASE_URL and DUTYBOOK_PUBLIC_DATABASE_URL"
    ):
        from_url(url, environment={}, passwords=passwords)
    given = {
        "DUTYBOOK_APP_DATABASE_URL": _address(server, "given_app"),
        "DUTYBOOK_PUBLIC_DATABASE_URL": _address(server, "given_pub"),
    }
    _make_table_and_walls(url, given, passwords)
    assert not passwords.exists()


def test_the_owner_is_refused_as_application(url: str, tmp_path: Path) -> None:
    access = from_url(
        url,
        environment={"DUTYBOOK_APP_DATABASE_URL": url},
        passwords=tmp_path / "passwords.json",
    )
    with pytest.raises(RightsError, match="may act as the owner"):
        grant_application(access, append_only=[], public=[])


def test_unsafe_settings_are_refused(url: str, server: Server, tmp_path: Path) -> None:
    with closing(server.admin().connect(autocommit=True)) as admin:
        admin.execute(f"ALTER DATABASE {NAME} SET synchronous_commit = off")
    with pytest.raises(UnsafeSettingsError, match="synchronous_commit is off and must be on"):
        from_url(url, environment={}, passwords=tmp_path / "passwords.json")


def test_an_address_that_leads_nowhere_is_told_without_its_password(
    server: Server, tmp_path: Path
) -> None:
    with pytest.raises(DatabaseSetupError, match="cannot be reached as nobody_here") as told:
        from_url(
            _address(server, "nobody_here", "hush-hush"),
            environment={},
            passwords=tmp_path / "passwords.json",
        )
    assert "hush" not in str(told.value)


@pytest.mark.parametrize("url", ["", "nonsense", "postgresql://", "postgresql:///only_a_name"])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(DatabaseSetupError, match="must look like postgresql://"):
        ConnectionParameters.from_url(url)
