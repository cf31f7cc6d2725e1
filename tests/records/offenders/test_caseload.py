"""The caseload that a force has: every rejected row and why, and nothing half-loaded."""

from collections.abc import Mapping
from datetime import date

import pytest
from tests.ledger.scene import NOW, TODAY, Scene

from dutybook.access.errors import InvalidInput, NotAllowed
from dutybook.access.roles import Role
from dutybook.documents.spreadsheets import SheetRow
from dutybook.ledger.actions import rebuild
from dutybook.ledger.models import Entry, Subject
from dutybook.records.offenders import actions
from dutybook.records.offenders.caseload import COLUMNS, read_row
from dutybook.records.offenders.models import Offender, Registration
from dutybook.records.offenders.queries import check_caseload, offender_page
from dutybook.records.people.models import FindRow

NAMES = {column.key: column.name for column in COLUMNS}
FULL = {
    "reference": "NR-77",
    "name": "Invented One",
    "born": "01/05/1980",
    "sex": "Male",
    "owner": "north-vale-manager",
    "level": "Very high",
    "registered": "2024-03-01",
    "visited": "2026-05-04",
    "announced": "no",
    "crew": "2",
    "assessed": "2026-02-01",
    "priority": "high",
    "planned": "2026-02-03",
    "interval": "3",
}


@pytest.fixture(autouse=True)
def people(scene: Scene) -> None:
    """Those whom the rows name serve before anything is loaded."""
    assert scene.manager.username == FULL["owner"]


def row(number: int = 2, **cells: str) -> SheetRow:
    return SheetRow(number, {NAMES[key]: cell for key, cell in (FULL | cells).items() if cell})


def reasons(scene: Scene, *sheet: SheetRow) -> list[tuple[int, str]]:
    checked = check_caseload(scene.supervisor, sheet, now=NOW)
    return [(one.row, one.column) for one in checked.rejected]


def test_a_full_row_becomes_a_record_with_everything_that_is_due(scene: Scene) -> None:
    scene.policy("visit.maximum", 6, unit="months")
    sheet = [row(), row(3, reference="NR-78", name="Invented Two", owner="", visited="",
                        announced="", crew="", level="")]  # fmt: skip
    assert actions.load_caseload(by=scene.supervisor, now=NOW, sheet=sheet) == 2
    first = Subject.objects.get(offender__national_register_ref="NR-77")
    page = offender_page(scene.manager, first.pk, now=NOW)
    assert (page.header.level, page.header.owner) == ("very_high", "Manager")
    assert page.header.days_since_seen == (TODAY - date(2026, 5, 4)).days
    assert (page.header.plan_amount, page.header.plan_unit) == (3, "months")
    [visit] = [one for one in page.due if one.duty == "visit_within_interval"]
    assert visit.due_at is not None
    assert visit.due_at.date() == date(2026, 8, 4)
    assert Subject.objects.get(offender__national_register_ref="NR-78").owner is None
    assert FindRow.objects.filter(person__subject_id=first.pk).exists()
    kept = Registration.objects.get(subject=first)
    assert (kept.day_only, kept.recorded_at) == (True, NOW)


def test_what_was_loaded_at_once_is_what_a_rebuild_derives(scene: Scene) -> None:
    scene.policy("visit.maximum", 6, unit="months")
    sheet = [row(n, reference=f"NR-{n}", level=("low", "high", "")[n % 3]) for n in range(2, 30)]
    actions.load_caseload(by=scene.supervisor, now=NOW, sheet=sheet)
    before = list(Entry.objects.order_by("subject_id", "duty", "opened_at", "opened_by").values())
    assert before
    differing = rebuild(by=scene.loader)
    assert differing.entries == 0
    assert list(
        Entry.objects.order_by("subject_id", "duty", "opened_at", "opened_by").values()
    ) == (before)


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"reference": ""}, "reference"),
        ({"name": ""}, "name"),
        ({"registered": ""}, "registered"),
        ({"registered": "31/02/2024"}, "registered"),
        ({"registered": "2027-01-01"}, "registered"),
        ({"born": "yesterday"}, "born"),
        ({"born": "2025-01-01"}, "born"),
        ({"sex": "unsure"}, "sex"),
        ({"team": "North"}, "team"),
        ({"team": "West"}, "team"),
        ({"owner": "nobody.here"}, "owner"),
        ({"level": "extreme"}, "level"),
        ({"status": "on holiday"}, "status"),
        ({"managed": "sometimes"}, "managed"),
        ({"visited": ""}, "announced"),
        ({"crew": "0"}, "crew"),
        ({"crew": "two"}, "crew"),
        ({"assessed": ""}, "priority"),
        ({"interval": "1.5"}, "interval"),
        ({"reference": "x" * 41}, "reference"),
    ],
)
def test_each_wrong_cell_is_named_and_nothing_is_loaded(
    scene: Scene, cells: Mapping[str, str], column: str
) -> None:
    sheet = [row(2, reference="NR-1"), row(3, **cells)]
    assert (3, NAMES[column]) in reasons(scene, *sheet)
    before = Offender.objects.count()
    with pytest.raises(InvalidInput, match="Nothing was loaded: 1 rows"):
        actions.load_caseload(by=scene.supervisor, now=NOW, sheet=sheet)
    assert (Offender.objects.count(), Subject.objects.count()) == (before, before)


def test_a_reference_twice_in_the_table_or_on_any_record_of_the_force_is_rejected(
    scene: Scene,
) -> None:
    scene.offender(national_register_ref="NR-OLD")
    scene.give(Subject.objects.get().pk, scene.west)  # no longer seen by this supervisor
    name = NAMES["reference"]
    assert reasons(scene, row(2), row(3), row(4, reference="NR-OLD")) == [
        (2, name),
        (3, name),
        (4, name),
    ]


def test_only_a_supervisor_loads_and_only_into_their_teams(scene: Scene) -> None:
    for other in (scene.manager, scene.analyst, scene.chief):
        with pytest.raises(NotAllowed):
            actions.load_caseload(by=other, now=NOW, sheet=[row()])
    western = scene.viewer("west_sergeant", Role.SUPERVISOR, team=scene.west)
    checked = check_caseload(western, [row(owner="")], now=NOW)
    assert [one.team_id for one in checked.placed] == [scene.west.pk]


def test_a_row_says_everything_that_is_wrong_at_once() -> None:
    cells = {NAMES["name"]: "A", NAMES["level"]: "extreme", NAMES["crew"]: "0"}
    found, wrong = read_row(9, cells, TODAY)
    assert found is None
    assert {one.column for one in wrong} == {
        NAMES["reference"],
        NAMES["registered"],
        NAMES["level"],
        NAMES["crew"],
    }
