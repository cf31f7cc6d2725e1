"""An order from the court to its breach; a list taken out as a file with its reason."""

import csv
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect
from tests.browser.people import MANAGER, fill_day, sign_in

from dutybook.ledger.models import Entry, Export, Subject
from dutybook.records.offenders.models import Order

pytestmark = pytest.mark.browser


def offender_without_order() -> int:
    """An offender of the manager's against whom no order is recorded."""
    own = Subject.objects.filter(kind="offender", owner__username=MANAGER, restricted=False)
    return own.exclude(pk__in=Order.objects.values("offender_id")).earliest("pk").pk


def open_duties(subject: int) -> set[str]:
    found = Entry.objects.filter(subject_id=subject, closed_at=None)
    return set(found.values_list("duty", flat=True))


def test_an_order_is_recorded_checked_broken_and_decided(desk: Page, clock: datetime) -> None:
    offender = offender_without_order()
    sign_in(desk, MANAGER)
    desk.goto(f"/offenders/{offender}/section/prevention/")
    expect(desk.get_by_text("No order is recorded.")).to_be_visible()
    desk.get_by_role("link", name="An order that a court made").click()
    desk.get_by_label("Sexual harm prevention order", exact=True).check()
    desk.get_by_label("Court").fill("Wealdmoor Crown Court")
    fill_day(desk, "Made on", "2", "6", "2026")
    fill_day(desk, "Last day", "1", "6", "2031")
    desk.get_by_label("What the order forbids or asks").fill("Not to go near the school.")
    desk.get_by_role("button", name="Save the order").click()
    expect(desk.get_by_text("The order is recorded.")).to_be_visible()
    order = Order.objects.get(offender_id=offender).pk
    assert open_duties(order) == {"order_conditions_checked", "order_end_decided"}
    expect(desk.get_by_text("overdue").first).to_be_visible()  # three months without a check

    desk.get_by_role("link", name="Record a check").first.click()
    desk.get_by_label("What was found").fill("A second telephone, not shown to us before.")
    desk.get_by_role("button", name="Save the check").click()
    desk.get_by_role("link", name="A condition was broken").click()
    desk.get_by_label("Which condition, and how it is known").fill("A second telephone.")
    desk.get_by_role("button", name="Save the breach").click()
    assert "order_breach_decided" in open_duties(order)
    desk.locator("a[href*='/breaches/']").click()
    desk.get_by_label("Arrest").check()
    desk.get_by_label("Reasons").fill("Deliberate, and not the first.")
    desk.get_by_role("button", name="Save the decision").click()
    expect(desk.get_by_role("heading", name="Breach of the order: arrest")).to_be_visible()
    assert "order_breach_decided" not in open_duties(order)

    desk.goto(f"/offenders/{offender}/section/prevention/")
    row = desk.get_by_role("row").filter(has_text="Sexual harm prevention order").first
    expect(row).to_contain_text("1 Jun 2031")


def test_a_narrowed_list_is_saved_as_a_file_with_its_reason(desk: Page, clock: datetime) -> None:
    sign_in(desk, MANAGER)
    desk.goto("/offenders/")
    desk.get_by_label("Sort by", exact=True).select_option("unseen")
    desk.get_by_label("Owner", exact=True).select_option("mine")
    desk.get_by_role("button", name="Show", exact=True).click()
    shown = desk.locator("tbody th a").all_inner_texts()
    desk.get_by_role("link", name="Save this list as a file").click()
    desk.get_by_role("button", name="Save the file").click()
    expect(desk.get_by_role("alert")).to_contain_text("Say what the file is for")
    desk.get_by_label("CSV").check()
    desk.get_by_label("What is it for?").fill("For the monthly meeting with probation")
    with desk.expect_download() as download:
        desk.get_by_role("button", name="Save the file").click()
    with open(download.value.path(), encoding="utf-8-sig", newline="") as file:
        _, *rows = csv.reader(file)
    assert [row[0] for row in rows] == shown
    assert Export.objects.get().rows == len(shown) > 0
