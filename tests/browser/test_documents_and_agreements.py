"""A limb that only a document can show: asked for, needed, approved and owned, and then shown."""

import pytest
from playwright.sync_api import Page, expect
from tests.browser.people import sign_in
from tests.browser.test_recording_a_visit import shown_on

pytestmark = pytest.mark.browser


def test_a_limb_turns_into_a_finding_once_the_force_says_what_it_must_have(desk: Page) -> None:
    sign_in(desk, "liaison")
    desk.goto("/inspections/hmicfrs-2026-april/limbs/15b/")
    desk.goto("/governance/")
    asked = desk.locator("tbody tr", has_text="15b").first
    asked.get_by_role("link", name="The force must have it").click()
    desk.get_by_label("Title").fill("How supervisors refer staff")
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.get_by_role("alert")).to_contain_text("the force must have it")
    # Neither approved nor owned.
    assert shown_on(desk, "15b", "supervisor_referral_route_in_date") == (0, 2)

    desk.goto("/governance/")
    desk.get_by_role("link", name="How supervisors refer staff").click()
    record = desk.url
    desk.get_by_role("link", name="A version was approved").click()
    desk.get_by_label("Approved by").fill("Deputy Chief Constable")
    due = desk.get_by_role("group", name="Its review is due on")
    for part, value in (("Day", "1"), ("Month", "6"), ("Year", "2029")):
        due.get_by_label(part).fill(value)
    desk.get_by_label("Where it is kept").fill("Policy register")
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.get_by_role("alert")).to_contain_text("It is recorded.")
    desk.get_by_role("link", name="Who answers for it").click()
    desk.get_by_label("Who answers for it").fill("Head of Public Protection")
    desk.get_by_role("button", name="Save", exact=True).click()
    assert shown_on(desk, "15b", "supervisor_referral_route_in_date") == (2, 2)

    desk.goto(record)
    desk.locator(".moj-timeline__item", has_text="A version was approved").get_by_role(
        "link", name="Withdraw"
    ).click()
    desk.get_by_label("Why is it withdrawn?").fill("It was the draft.")
    desk.get_by_role("button", name="Withdraw it").click()
    expect(desk.get_by_role("alert")).to_contain_text("no longer counts")
    assert shown_on(desk, "15b", "supervisor_referral_route_in_date") == (1, 2)
