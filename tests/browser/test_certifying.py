"""A limb proposed, contradicted, certified by another, assured, withdrawn and proposed again."""

import pytest
from playwright.sync_api import Page, expect
from tests.browser.people import INSPECTION, LIAISON, MANAGER, sign_in
from tests.browser.test_offender_sections import as_somebody

pytestmark = pytest.mark.browser

PAIRS = f"{INSPECTION}limbs/10a/"
SCREENED = f"{INSPECTION}limbs/15a/"


def test_a_chief_officer_sees_what_contradicts_a_proposal_before_certifying(desk: Page) -> None:
    sign_in(desk, "chief")
    desk.goto(SCREENED)
    layers = desk.locator("table", has=desk.get_by_text("What each layer says of this limb"))
    expect(layers.get_by_role("row", name="Inspectorate's status")).to_contain_text(
        "Open: no document of the inspectorate says otherwise"
    )
    desk.get_by_role("link", name="Certify or decline").click()
    panel = desk.locator(".db-panel")
    expect(panel.get_by_role("heading", name="What the records show today")).to_be_visible()
    expect(desk.locator("main")).to_contain_text("Proposed by")
    desk.get_by_label("I certify it").check()
    desk.get_by_role("button", name="Save the answer").click()
    expect(desk.get_by_role("alert")).to_contain_text("The records do not fully show it")
    desk.get_by_label("Reason", exact=True).fill("Two returns came after the count.")
    desk.get_by_label("The reason as it may be published").fill("Two returns came late.")
    desk.get_by_role("button", name="Save the answer").click()
    expect(desk.get_by_role("alert")).to_contain_text("It is saved.")
    expect(desk.locator("main")).to_contain_text("Certified by")
    expect(desk.locator(".govuk-warning-text").last).to_contain_text("The records now read")

    as_somebody(desk, "commissioner")
    desk.goto(SCREENED)
    layers.get_by_role("row", name="Commissioner's assurance").get_by_role("link").click()
    desk.get_by_label("Partly assured").check()
    desk.get_by_label("Reasons").fill("The late returns are to be seen first.")
    desk.get_by_role("button", name="Save").click()
    expect(layers.get_by_role("row", name="Commissioner's assurance")).to_contain_text(
        "Partly assured"
    )
    expect(desk.get_by_role("link", name="Certify or decline")).to_have_count(0)


def test_a_certification_against_the_records_is_withdrawn_and_proposed_again(phone: Page) -> None:
    sign_in(phone, "chief")
    phone.goto(PAIRS)
    expect(phone.locator(".govuk-warning-text").last).to_contain_text("Certified on")
    phone.get_by_role("link", name="Withdraw it").click()
    phone.get_by_label("Reason").fill("Visits made alone go on.")
    phone.get_by_role("button", name="Withdraw it").click()
    expect(phone.locator("main")).to_contain_text("Nobody has certified this limb.")
    as_somebody(phone, LIAISON)
    phone.goto(PAIRS)
    phone.get_by_role("link", name="Propose that it be certified").click()
    phone.get_by_label("What the force claims").fill("Visits are made in pairs.")
    phone.get_by_label("On what the claim rests").fill("The order of November.")
    phone.get_by_role("button", name="Propose it").click()
    expect(phone.locator("main")).to_contain_text("proposed on")
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_who_reads_the_limb_without_a_part_in_it_is_offered_nothing(desk: Page) -> None:
    sign_in(desk, MANAGER)
    desk.goto(PAIRS)
    expect(desk.get_by_role("heading", name="Five layers, never merged")).to_be_visible()
    layers = desk.locator("table", has=desk.get_by_text("What each layer says of this limb"))
    expect(layers.get_by_role("link")).to_have_count(0)
    desk.goto(f"{PAIRS}verify/")
    expect(desk.get_by_role("heading", level=1)).to_have_text("There is nothing here for you")
