"""The table of roles: complete, as published, and with its walls in place."""

from pathlib import Path

from dutybook.access.roles import (
    CASE_KINDS,
    PERSONAL_KINDS,
    TABLE,
    TEAM_ROLES,
    Permission,
    Reach,
    RecordKind,
    Role,
    permission,
    roles_reading,
    roles_writing,
)
from dutybook.access.roles_page import roles_page

PUBLISHED = Path(__file__).parents[2] / "docs" / "roles.md"


def test_every_role_has_a_cell_for_every_kind() -> None:
    assert set(TABLE) == {(role, kind) for role in Role for kind in RecordKind}


def test_a_cell_is_read_as_it_is_written() -> None:
    supervisor = permission(Role.SUPERVISOR, RecordKind.OFFENDER)
    assert supervisor == Permission(Reach.TEAM, Reach.TEAM, restricted=True)
    analyst = permission(Role.ANALYST, RecordKind.BAIL)
    assert analyst == Permission(Reach.FORCE, Reach.NONE, restricted=False)


def test_nobody_writes_further_than_they_read() -> None:
    assert all(allowed.write <= allowed.read for allowed in TABLE.values())


def test_the_commissioners_office_reaches_nothing_personal() -> None:
    for kind in PERSONAL_KINDS:
        assert permission(Role.COMMISSIONERS_OFFICE, kind) == Permission(Reach.NONE, Reach.NONE)


def test_the_administrator_reaches_no_case_content() -> None:
    for kind in CASE_KINDS | {RecordKind.LEDGER_AGGREGATE}:
        assert permission(Role.ADMINISTRATOR, kind) == Permission(Reach.NONE, Reach.NONE)


def test_only_the_wellbeing_lead_reaches_screening_of_persons() -> None:
    assert roles_reading(RecordKind.STAFF_SCREENING) == {Role.WELLBEING_LEAD}
    assert roles_writing(RecordKind.STAFF_SCREENING) == {Role.WELLBEING_LEAD}


def test_only_the_auditor_reads_the_access_log_and_nobody_writes_it() -> None:
    assert roles_reading(RecordKind.ACCESS_LOG) == {Role.AUDITOR}
    assert roles_writing(RecordKind.ACCESS_LOG) == frozenset()


def test_a_role_that_reaches_teams_is_held_in_a_team() -> None:
    reaching_teams = {
        role for (role, _kind), allowed in TABLE.items() if allowed.read is Reach.TEAM
    }
    assert reaching_teams == TEAM_ROLES


def test_the_published_page_is_the_table() -> None:
    assert PUBLISHED.read_text() == roles_page(), (
        "docs/roles.md is behind: python -m dutybook.access.roles_page > docs/roles.md"
    )
