"""Lists as files: what they hold, the reason kept, and who may have one."""

import csv
import io
from typing import Any

import openpyxl
import pytest
from django.urls import reverse
from tests.web import scene
from tests.web.conftest import NOW
from tests.web.test_offender_pages import text

from dutybook.access.models import AccessLogRow, Force
from dutybook.access.roles import Role
from dutybook.access.viewer import operator
from dutybook.documents.inspections import APRIL_2026
from dutybook.inspections import actions as inspections
from dutybook.inspections.actions import load_library
from dutybook.inspections.models import Recommendation
from dutybook.ledger.models import Export
from dutybook.records.offenders import queries
from dutybook.records.offenders.actions import send_transfer
from dutybook.web.views import list_file, list_files

REASON = "For the monthly meeting with probation"


@pytest.fixture
def manager(person: Any) -> Any:
    return person(Role.OFFENDER_MANAGER, "pat")


@pytest.fixture
def three(manager: Any, as_viewer: Any, offender_team: Any) -> list[int]:
    """Offenders of three levels, one of whom is called like a formula."""
    by = as_viewer(manager)
    named = {"low": "=1+1 Larkspur", "high": "Tamsin Vole", "very_high": "Aldous Pym"}
    return [
        scene.register(
            by, NOW, offender_team, ref=f"NV-{level}", name=name, level=level, owner=manager
        )
        for level, name in named.items()
    ]


def sent(browser: Any, address: str, form: str = "csv", reason: str = REASON) -> Any:
    return browser.post(address, {"form": form, "reason": reason})


def rows_of(response: Any) -> list[list[str]]:
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_the_file_holds_the_list_as_it_was_narrowed_and_ordered(
    three: list[int], manager: Any, enter: Any
) -> None:
    browser = enter(manager)
    address = "/export/offenders/?order=danger"
    assert "Sort by: Most dangerous first" in text(browser.get(address))
    header, *rows = rows_of(sent(browser, address))
    assert header[:3] == ["Name", "National register reference", "Risk level"]
    assert [row[0] for row in rows] == ["Aldous Pym", "Tamsin Vole", "'=1+1 Larkspur"]
    _, *high = rows_of(sent(browser, "/export/offenders/?level=high"))
    assert [row[0] for row in high] == ["Tamsin Vole"]


def test_a_spreadsheet_keeps_a_formula_as_words(three: list[int], manager: Any, enter: Any) -> None:
    found = sent(enter(manager), "/export/offenders/?level=low", "xlsx")
    assert found["Content-Disposition"].endswith('dutybook-offenders-2026-11-24.xlsx"')
    cell = openpyxl.load_workbook(io.BytesIO(found.content)).worksheets[0]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1 Larkspur", "s")


def test_it_is_read_page_after_page_to_its_end(
    three: list[int], manager: Any, enter: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_files, "LARGEST_PAGE", 1)
    browser = enter(manager)
    for order in ("name", "danger", "unseen"):
        _, *rows = rows_of(sent(browser, f"/export/offenders/?order={order}"))
        assert len({row[0] for row in rows}) == len(rows) == len(three)
    monkeypatch.setattr(list_file, "MOST_ROWS", 2)
    refused = sent(browser, "/export/offenders/")
    assert refused.status_code == 400
    assert "more than 2 rows" in text(refused)


def test_the_reason_is_kept_beside_what_was_in_the_file(
    three: list[int], manager: Any, person: Any, enter: Any
) -> None:
    browser = enter(manager)
    refused = sent(browser, "/export/offenders/", reason=" ")
    assert refused.status_code == 400
    assert "Say what the file is for" in text(refused)
    assert not Export.objects.exists()
    sent(browser, "/export/offenders/?level=high&whose=mine")
    made = Export.objects.get()
    assert (made.list_name, made.rows, made.reason) == ("offenders", 1, REASON)
    assert made.narrowed == "Risk level: High; Owner: My own"
    logged = AccessLogRow.objects.filter(route="web:export").latest("id")
    assert logged.subjects == [three[1]]
    page = text(enter(person(Role.AUDITOR, "auditor")).get("/access-log/exports/"))
    assert REASON in page
    assert "Risk level: High" in page


def test_an_empty_list_makes_no_file(three: list[int], manager: Any, enter: Any) -> None:
    refused = sent(enter(manager), "/export/offenders/?where=abroad")
    assert refused.status_code == 400
    assert "The list is empty" in text(refused)
    assert not Export.objects.exists()


@pytest.mark.parametrize("list_name", list_files.LIST_FILES)
def test_each_list_can_be_asked_for_by_whoever_may_open_its_page_and_by_nobody_else(
    list_name: str, three: list[int], person: Any, enter: Any
) -> None:
    place = list_files.LIST_FILES[list_name].place
    for role in (Role.OFFENDER_MANAGER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.ANALYST):
        someone = person(role, f"{role}.{list_name}")
        opened = enter(someone).get(f"/export/{list_name}/").status_code
        may = enter(someone).get(reverse(place)).status_code in (200, 302)
        assert (opened == 200) == may, (role, place)


def test_a_list_that_is_none_is_not_there(manager: Any, enter: Any) -> None:
    assert enter(manager).get("/export/passwords/").status_code == 404


@pytest.mark.parametrize("list_name", ["work", "records", "reviews"])
def test_what_is_due_is_written_in_the_words_of_the_page(
    list_name: str, three: list[int], person: Any, manager: Any, as_viewer: Any, enter: Any
) -> None:
    by = as_viewer(manager)
    scene.set_policies(as_viewer(person(Role.CHIEF_OFFICER, "chief")), NOW)
    scene.visit(by, NOW, three[1], days_ago=200)
    reader = manager if list_name == "work" else person(Role.SUPERVISOR, "sergeant")
    header, *rows = rows_of(sent(enter(reader), f"/export/{list_name}/"))
    late = [row for row in rows if row[0].startswith("Tamsin Vole")]
    assert late
    assert all(len(row) == len(header) for row in rows)


def test_the_bail_board_as_a_file_tells_the_period_and_its_checks(
    person: Any, as_viewer: Any, enter: Any, abuse_team: Any
) -> None:
    investigator = person(Role.INVESTIGATOR, "ira")
    by = as_viewer(investigator)
    scene.bail(by, NOW, scene.suspect(by, NOW, abuse_team))
    browser = enter(investigator)
    header, row = rows_of(sent(browser, "/export/bails/"))
    told = dict(zip(header, row, strict=True))
    assert (told["Conditions"], told["Checks in this period"], told["Last check"]) == (
        *("Yes", "0", ""),
    )
    assert Export.objects.get().narrowed == "Bails: Running"
    assert sent(browser, "/export/bails/?which=ran_out").status_code == 400  # there is none


def test_transfers_that_wait_can_be_taken_out_as_a_file(
    three: list[int],
    manager: Any,
    as_viewer: Any,
    enter: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    send_transfer(
        by=as_viewer(manager),
        now=NOW,
        subject_id=three[1],
        sent_on=NOW.date(),
        force="South Vale",
        contact="Their duty desk",
        reason="Moved to a relative",
    )
    header, row = rows_of(sent(enter(manager), "/export/transfers/"))
    told = dict(zip(header, row, strict=True))
    assert told["Who"].startswith("Tamsin Vole")
    assert told["From or to"] == "To"
    assert told["Days waiting"] == "0"
    page = enter(manager).get("/offenders/transfers/").content.decode()
    assert "are shown here" not in page
    monkeypatch.setattr(queries, "MOST_WAITING", 1)
    page = enter(manager).get("/offenders/transfers/").content.decode()
    assert "The oldest 1 are shown here. The file holds every one." in page


def test_promises_and_notices_leave_as_files(person: Any, enter: Any, as_viewer: Any) -> None:
    load_library(by=operator("root", force_id=Force.objects.get().pk, route="test"))
    office = person(Role.COMMISSIONERS_OFFICE, "olive")
    about = Recommendation.objects.get(inspection__key=APRIL_2026, number=8)
    scene.promised(as_viewer(office), NOW, about.pk)
    browser = enter(office)
    assert "/export/promises/?state=open" in text(browser.get("/commitments/?state=open"))
    header, row = rows_of(sent(browser, "/export/promises/?state=open"))
    assert row[:4] == ["Two more managers", "The force", "The chief", "8"]
    assert dict(zip(header, row, strict=True))["How it stands"] == "Open, not late"
    assert "The list is empty" in text(sent(browser, "/export/promises/?state=dropped"))
    assert "The list is empty" in text(sent(browser, "/export/notices/"))
    limb = about.limbs.first()
    assert limb is not None
    liaison = person(Role.INSPECTION_LIAISON, "lin")
    inspections.ask_question(by=as_viewer(office), now=NOW, limb_id=limb.pk, question="Why?")
    _, told = rows_of(sent(enter(liaison), "/export/notices/"))
    assert told[0] == f"The commissioner’s office asks about limb {limb.code}"
    kept = Export.objects.order_by("id").values_list("list_name", "narrowed", "rows")
    assert list(kept) == [
        ("promises", "How it stands: Open, not late", 1),
        ("notices", "One's own", 1),
    ]


def test_the_log_leaves_narrowed_and_names_nobody_in_an_address(
    three: list[int], manager: Any, person: Any, enter: Any
) -> None:
    enter(manager).get("/offenders/")
    auditor = enter(person(Role.AUDITOR, "ada"))
    narrowed = {"who": "pat", "kind": "offender"}
    page = auditor.post("/access-log/", narrowed)
    assert 'action="/export/access-log/"' in text(page)
    asked = auditor.post("/export/access-log/", narrowed)
    assert asked.status_code == 200
    assert '<input type="hidden" name="who" value="pat">' in text(asked)
    header, *rows = rows_of(
        auditor.post("/export/access-log/", {**narrowed, "form": "csv", "reason": REASON})
    )
    assert header[:3] == ["Number", "When", "Who"]
    assert {row[2] for row in rows} == {"pat"}
    assert {row[4] for row in rows} == {"Offender"}
    kept = Export.objects.get()
    assert kept.narrowed == "Username: one of them; Kind of record: Offender"
    assert enter(manager).get("/export/access-log/").status_code == 404
