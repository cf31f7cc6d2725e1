"""`dutybook doctor`: quiet while all is well; every kind of harm is seen, and what mends it."""

import json
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import psycopg
from tests.cli.command import Installed

from dutybook.cli.findings import State
from dutybook.cli.looks_at_machine import holidays_known_to, look_at_machine
from dutybook.database import prepare_database, running_server
from dutybook.duties.catalogue import CATALOGUE


@contextmanager
def owner_of(installed: Installed) -> Iterator["psycopg.Connection[Any]"]:
    """The hand of somebody with the owner's rights."""
    with running_server(installed.data) as server:
        access = prepare_database(server, "dutybook")
        with closing(access.owner.connect(autocommit=True)) as connection:
            yield connection


def to_mend(installed: Installed, *options: str) -> list[str]:
    """What the doctor says is to be mended; the exit code agrees."""
    ended = installed.run("doctor", "--json", *options)
    told = json.loads(ended.stdout)
    found = [one for one in told["findings"] if one["state"] == "mend"]
    assert told["well"] is (not found)
    assert ended.returncode == (1 if found else 0)
    assert all(one["remedy"] for one in found)
    return [f"{one['about']}: {one['seen']}" for one in found]


def test_a_new_installation_is_well(installed: Installed) -> None:
    assert to_mend(installed) == []
    said = installed.done("doctor")
    assert "PostgreSQL" in said
    assert re.search(r"the ledger of (\d+) of \1 duties equals a rebuild", said)
    assert "visit.maximum is unset" in said
    assert said.endswith("All is well.\n")


def test_where_there_is_no_installation_it_says_so(tmp_path: Path) -> None:
    assert "There is no installation" in to_mend(Installed(tmp_path / "none"))[0]


def test_people_without_a_standard_are_counted(late: Installed) -> None:
    ended = late.run("doctor", "--quick", "--json")
    seen = {one["seen"] for one in json.loads(ended.stdout)["findings"]}
    assert "arms.first is unset and leaves 2 without a standard" in seen


def test_a_ledger_changed_by_hand_is_seen_and_a_rebuild_mends_it(late: Installed) -> None:
    def changed() -> list[str]:
        return [one for one in to_mend(late) if "is not what the facts give" in one]

    assert changed() == []
    with owner_of(late) as connection:
        connection.execute(
            "UPDATE ledger_span SET due_at = due_at + interval '90 days' WHERE due_at IS NOT NULL"
        )
    assert [one for one in changed() if "visit_within_interval" in one]
    late.done("ledger", "--rebuild")
    assert changed() == []


def test_a_hole_in_the_walls_is_seen_and_the_next_start_closes_it(installed: Installed) -> None:
    with owner_of(installed) as connection:
        connection.execute("GRANT DELETE, TRUNCATE ON access_accesslogrow TO dutybook_app")
        connection.execute("GRANT SELECT ON access_user TO dutybook_public")
        before = connection.execute("SELECT count(*) FROM access_accesslogrow").fetchone()
    found = to_mend(installed, "--quick")
    assert len(found) == 1
    for hole in (
        "dutybook_app may delete access_accesslogrow",
        "dutybook_app may truncate access_accesslogrow",
        "dutybook_public may read access_user",
    ):
        assert hole in found[0]
    with owner_of(installed) as connection:
        after = connection.execute("SELECT count(*) FROM access_accesslogrow").fetchone()
    assert before is not None
    assert after is not None
    assert after[0] >= before[0]  # trying it removed nothing
    installed.done("inspections", "list")
    assert to_mend(installed, "--quick") == []


def test_rows_taken_from_the_access_log_are_missed(installed: Installed) -> None:
    with owner_of(installed) as connection:
        connection.execute("CREATE TABLE taken AS SELECT * FROM access_accesslogrow")
        connection.execute("DELETE FROM access_accesslogrow")
        connection.execute(
            "INSERT INTO access_accesslogrow SELECT * FROM taken ORDER BY id DESC LIMIT 1"
        )
        connection.execute("UPDATE access_accesslogrow SET id = 900, transaction = 0")
        connection.execute("SELECT setval('access_accesslogrow_id_seq', 700)")
    found = " ".join(to_mend(installed, "--quick"))
    assert "changes with no row in it: access_forcechange 1" in found
    assert "its numbers have been set back" in found
    with owner_of(installed) as connection:
        connection.execute(
            "SELECT setval('access_accesslogrow_id_seq', max(id), false) FROM access_accesslogrow"
        )
    assert "no row can be added" in " ".join(to_mend(installed, "--quick"))
    with owner_of(installed) as connection:
        connection.execute("DELETE FROM access_accesslogrow WHERE id = 900")
        connection.execute("INSERT INTO access_accesslogrow SELECT * FROM taken")
        connection.execute("SELECT setval('access_accesslogrow_id_seq', 1000)")
        connection.execute("DROP TABLE taken")
    assert to_mend(installed, "--quick") == []


def test_a_schema_that_is_behind_is_not_read(installed: Installed) -> None:
    newest = (
        "WHERE app = 'ledger' AND name = "
        "(SELECT max(name) FROM django_migrations WHERE app = 'ledger')"
    )
    with owner_of(installed) as connection:
        row = connection.execute(
            f"DELETE FROM django_migrations {newest} RETURNING app, name, applied"
        ).fetchone()
        found = to_mend(installed)
        connection.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES (%s, %s, %s)", row
        )
    assert len(found) == 1
    assert found[0].startswith("Schema: 1 steps behind")


def test_a_review_that_is_overdue_and_holidays_that_end_are_seen(tmp_path: Path) -> None:
    long_after = date(2040, 1, 1)
    late = [one for one in look_at_machine(tmp_path, long_after) if one.state is State.MEND]
    assert len(late) == len(CATALOGUE)
    assert all(one.about == "Reviews of duties" for one in late)
    last = date(2028, 12, 26)
    assert holidays_known_to(last, date(2027, 12, 1)).state is State.WELL
    assert holidays_known_to(last, date(2028, 1, 10)).state is State.MEND
