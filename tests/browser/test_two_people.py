"""Two people correct one visit: the second is told, sees both versions, and nothing is lost."""

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import PHONE
from tests.browser.people import MANAGER, SERGEANT, sign_in, visited_record

pytestmark = pytest.mark.browser


def correct(page: Page, findings: str, reason: str) -> None:
    words = page.get_by_label("What you saw and were told")
    if not words.is_visible():
        page.get_by_text("Add what you saw").click()
    words.fill(findings)
    page.get_by_label("Why is it corrected?").fill(reason)
    page.get_by_role("button", name="Save the correction").click()


def test_the_second_to_correct_a_visit_loses_nothing(
    desk: Page, browser: Browser, served: str
) -> None:
    elsewhere = browser.new_context(base_url=served, viewport=PHONE)
    phone = elsewhere.new_page()
    record = visited_record(MANAGER)
    sign_in(desk, MANAGER)
    desk.goto(record)
    sign_in(phone, SERGEANT)
    phone.goto(record)
    for page in (desk, phone):
        page.locator("a[href*='/visits/']", has_text="Correct").first.click()

    correct(desk, "He has moved into the back room.", "Left out on the day.")
    expect(desk.get_by_role("alert")).to_contain_text("The correction is recorded.")
    correct(phone, "A tablet lay in the kitchen.", "The officer told me so.")

    expect(phone.get_by_role("heading", level=1)).to_have_text(
        "Somebody else corrected this visit first"
    )
    panels = phone.locator(".db-panel")
    expect(panels.nth(0)).to_contain_text("What stands now")
    expect(panels.nth(0)).to_contain_text("He has moved into the back room.")
    expect(panels.nth(1)).to_contain_text("What you typed")
    expect(panels.nth(1)).to_contain_text("A tablet lay in the kitchen.")

    phone.get_by_role("button", name="Save mine as a further correction").click()
    expect(phone.get_by_role("alert")).to_contain_text("Both versions are kept.")
    phone.get_by_role("link", name="All versions").first.click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("All versions, newest first")
    versions = phone.locator(".moj-timeline__item")
    expect(versions).to_have_count(3)
    expect(versions.nth(0)).to_contain_text("A tablet lay in the kitchen.")
    expect(versions.nth(1)).to_contain_text("He has moved into the back room.")
    elsewhere.close()
