"""A supervisor's day: an absent colleague's offenders given to others; a caseload loaded."""

import re
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.people import MANAGER, SERGEANT, sign_in

from dutybook.access import actions as access
from dutybook.access.models import User
from dutybook.access.viewer import viewer_for
from dutybook.documents.spreadsheets import write_xlsx
from dutybook.ledger.models import Entry, Subject
from dutybook.records.offenders.caseload import COLUMNS

pytestmark = pytest.mark.browser

OFFENDERS = {"kind": "offender", "owner__username": MANAGER}


def absent(now: datetime) -> None:
    """The manager's account is closed, as when somebody leaves or is away for long."""
    keeper = viewer_for(User.objects.get(username="administrator"), now=now, route="test")
    access.deactivate(by=keeper, user_id=User.objects.get(username=MANAGER).pk, now=now)


def nobodys(page: Page) -> int:
    """How many records nobody answers for, as the page to give them from says."""
    said = page.get_by_label("Whose records").locator("option").first.inner_text()
    return int(re.sub(r"\D", "", said))


def test_ten_offenders_of_an_absent_colleague_are_given_to_another(
    desk: Page, clock: datetime
) -> None:
    carried = list(Subject.objects.filter(**OFFENDERS).values_list("pk", flat=True))
    assert len(carried) >= 10
    late = Entry.objects.filter(subject_id__in=carried, closed_at=None).count()
    absent(clock)
    sign_in(desk, SERGEANT)
    desk.goto("/team/")
    expect(desk.get_by_role("heading", name=re.compile("Nobody answers for"))).to_be_visible()
    desk.get_by_role("link", name="Give offenders that nobody answers for").first.click()
    before = nobodys(desk)
    assert before >= 10
    boxes = desk.locator("input[name=subject]")
    for place in range(10):
        boxes.nth(place).check()
    receiver = desk.get_by_label("Give them to")
    name = next(
        text
        for text in receiver.locator("option").all_inner_texts()
        if "record" in text and "Nobody" not in text
    )
    receiver.select_option(label=name)
    desk.get_by_role("button", name="See what it changes").click()
    expect(desk.get_by_role("alert")).to_contain_text("Say why")
    expect(desk.locator("input[name=subject]:checked")).to_have_count(10)

    desk.get_by_label("Reason").fill("On long leave since Monday.")
    desk.get_by_role("button", name="See what it changes").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Check before you give")
    expect(desk.locator("main")).to_contain_text("10 records to")
    assert not Subject.objects.filter(pk__in=carried).exclude(owner__username=MANAGER).exists()
    desk.get_by_role("button", name="Give them").click()
    expect(desk.get_by_role("alert")).to_contain_text("The records are given.")
    expect(desk.locator("tbody tr")).to_have_count(10)
    assert Entry.objects.filter(subject_id__in=carried, closed_at=None).count() == late

    desk.goto("/team/allocate/offenders/")
    assert nobodys(desk) == before - 10
    desk.goto("/team/allocations/")
    desk.locator("tbody th a").first.click()
    desk.get_by_role("button", name="Undo this").click()  # nothing goes back to who is away
    expect(desk.get_by_role("alert")).to_contain_text("None of these records can go back")


def test_one_is_given_and_taken_back_on_a_phone(phone: Page) -> None:
    subject = Subject.objects.filter(**OFFENDERS, restricted=False).earliest("pk").pk
    sign_in(phone, SERGEANT)
    phone.goto(f"/offenders/{subject}/")
    phone.get_by_role("link", name="Who answers for them").click()
    expect(phone.locator("input[name=subject]:checked")).to_have_count(1)
    phone.get_by_label("Give them to").select_option(index=2)
    phone.get_by_label("Reason").fill("Nearer to where he lives.")
    phone.get_by_role("button", name="See what it changes").click()
    expect(phone.get_by_role("button", name="Give them")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    phone.get_by_role("button", name="Give them").click()
    expect(phone.get_by_role("alert")).to_contain_text("The records are given.")
    phone.get_by_role("button", name="Undo this").click()
    expect(phone.get_by_role("alert")).to_contain_text("The records went back.")
    assert Subject.objects.get(pk=subject).owner.username == MANAGER  # type: ignore[union-attr]


def test_a_caseload_is_checked_put_right_and_loaded(desk: Page, tmp_path: Path) -> None:
    sign_in(desk, SERGEANT)
    desk.goto("/offenders/")
    desk.get_by_role("link", name="Load the caseload you have").click()
    with desk.expect_download() as downloading:
        desk.get_by_role("link", name="Download it as CSV").click()
    header = downloading.value.path().read_text(encoding="utf-8-sig")
    assert header.startswith("National register reference,Name,")

    own = {
        "reference": "NV-LOADED-1",
        "name": "Loaded Fromatable",
        "registered": "2025-02-01",
        "level": "extreme",
        "visited": "2026-01-10",
        "team": Subject.objects.filter(**OFFENDERS).earliest("pk").team.name,  # type: ignore[union-attr]
    }
    filled = tmp_path / "caseload.xlsx"

    def fill(**values: str) -> None:
        row = [{**own, **values}.get(column.key, "") for column in COLUMNS]
        filled.write_bytes(write_xlsx([column.name for column in COLUMNS], [row]))

    fill()
    desk.get_by_label("The filled-in template").set_input_files(filled)
    desk.get_by_role("button", name="Load it").click()
    expect(desk.get_by_role("heading", name="1 row needs to be put right")).to_be_visible()
    expect(desk.locator("main")).to_contain_text("“extreme” is not one of")
    fill(level="high")
    desk.get_by_label("The filled-in template").set_input_files(filled)
    desk.get_by_role("button", name="Check it").click()
    expect(desk.locator("main")).to_contain_text("1 row is in order, 1 without an owner")
    desk.get_by_label("The filled-in template").set_input_files(filled)
    desk.get_by_role("button", name="Load it").click()
    expect(desk.get_by_role("alert")).to_contain_text("The caseload is loaded.")
    desk.get_by_label(re.compile("^Find a person by name")).fill("Fromatable")
    desk.get_by_role("button", name="Find", exact=True).click()
    found = desk.locator("main").get_by_role("link", name=re.compile("Loaded Fromatable"))
    expect(found).to_be_visible()
    desk.goto("/team/")
    expect(desk.locator(".db-panel--danger")).to_contain_text("Loaded Fromatable")
