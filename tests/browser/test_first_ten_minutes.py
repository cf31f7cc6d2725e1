"""What a chief officer and a commissioner do first, and that each step leads on by a link.

The pictures are those of `docs/first-ten-minutes.md`; see `test_screenshots`.
"""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.people import sign_in
from tests.browser.test_screenshots import picture, switch

pytestmark = pytest.mark.browser


def to_inspections(desk: Page) -> None:
    """By the navigation, which stands on every page."""
    menu = desk.get_by_role("navigation", name="Main")
    menu.get_by_role("link", name="Inspections", exact=True).click()


def test_a_chief_officers_first_ten_minutes_screenshots(desk: Page) -> None:
    desk.set_viewport_size({"width": 1280, "height": 1000})
    sign_in(desk, "chief")
    waits = desk.locator("td[data-label='What waits here']")
    expect(waits).to_contain_text("To certify")
    expect(desk.locator("main")).to_contain_text(re.compile(r"Released .*\d+ days? late"))
    picture(desk, "chief-first", "Inspections")

    waits.get_by_role("link", name="Limb 15a").click()
    desk.get_by_role("link", name="Certify or decline").click()
    expect(desk.get_by_role("heading", name="What the records show today")).to_be_visible()
    picture(desk, "chief-certifies", "Certify this limb")

    to_inspections(desk)
    desk.get_by_role("link", name="How late and how dangerous").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Team")
    to_inspections(desk)
    desk.get_by_role("link", name="Governance packs").click()
    desk.locator("tbody th a").first.click()
    expect(desk.get_by_role("heading", level=1)).to_contain_text("governance pack")
    desk.locator("details").first.locator("summary").click()
    expect(desk.locator("details svg").first).to_be_visible()
    picture(desk, "pack", "governance pack")


def test_a_commissioners_first_ten_minutes_screenshots(desk: Page) -> None:
    desk.set_viewport_size({"width": 1280, "height": 1000})
    sign_in(desk, "commissioner")
    waits = desk.locator("td[data-label='What waits here']")
    expect(waits).to_contain_text("The force is to certify")
    picture(desk, "commissioner-first", "Inspections")
    waits.get_by_role("link", name=re.compile("promise")).click()
    expect(desk.locator("tbody tr").first).to_contain_text("Late")

    to_inspections(desk)
    desk.get_by_role("link", name=re.compile("^The policing response")).click()
    desk.get_by_role("navigation", name="Recommendations").get_by_role("link", name="10").click()
    desk.get_by_role("link", name="10a", exact=True).click()
    expect(desk.locator("main")).to_contain_text("The force claims completion.")
    picture(desk, "commissioner-limb", "Limb 10a")
    desk.get_by_role("link", name="Ask the force").click()
    expect(desk.get_by_label("Question")).to_be_visible()

    switch(desk, "inspector")
    expect(desk.get_by_role("heading", level=1)).to_have_text("The inspector's room")
    desk.get_by_role("link", name=re.compile("^Sample")).click()
    expect(desk.locator("tbody tr").first).to_be_visible()
