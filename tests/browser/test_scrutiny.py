"""The commissioner's office asks about a limb; the force answers; both read it from the limb."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.people import INSPECTION, sign_in
from tests.browser.test_offender_sections import as_somebody

pytestmark = pytest.mark.browser


def test_a_question_is_asked_and_answered(desk: Page) -> None:
    sign_in(desk, "commissioner")
    desk.goto(f"{INSPECTION}limbs/16a/")
    expect(desk.locator("main")).to_contain_text("None has been asked about this limb.")
    desk.get_by_role("link", name="Ask the force").click()
    desk.get_by_role("button", name="Ask", exact=True).click()
    expect(desk.get_by_role("alert")).to_contain_text("Write the question")
    desk.get_by_label("Question").fill("Who answers for the agreement on probation's side?")
    desk.get_by_role("button", name="Ask", exact=True).click()
    expect(desk.locator("main")).to_contain_text("1 question about this limb")

    as_somebody(desk, "chief")
    desk.goto("/questions/")
    row = desk.locator("tbody tr", has_text="probation's side")
    row.get_by_role("link", name=re.compile("^Answer")).click()
    desk.get_by_label("Answer").fill("The head of the delivery unit, since last December.")
    desk.get_by_role("button", name="Answer", exact=True).click()
    expect(desk.get_by_role("alert")).to_contain_text("stands beside the question")

    as_somebody(desk, "commissioner")
    desk.goto(f"{INSPECTION}limbs/16a/")
    desk.get_by_role("link", name="1 question about this limb").click()
    expect(desk.locator("main")).to_contain_text("since last December")
    expect(desk.locator("main")).to_contain_text("Only those about limb 16a.")
