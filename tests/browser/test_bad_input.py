"""Bad input at the forms: each refusal stands at its field, and what was typed is kept."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.people import INVESTIGATOR, MANAGER, fill_day, sign_in

pytestmark = pytest.mark.browser


def refused(page: Page, message: str, field_id: str) -> None:
    """The summary has the focus and says `message`; its link leads to the field that is wrong."""
    summary = page.locator(".govuk-error-summary")
    expect(summary).to_be_focused()
    expect(page).to_have_title(re.compile("^Error: "))
    link = summary.get_by_role("link", name=message)
    link.click()
    expect(page.locator(f"#{field_id}")).to_be_focused()
    expect(page.locator(".govuk-error-message").filter(has_text=message)).to_be_visible()


def open_visit(page: Page) -> None:
    sign_in(page, MANAGER)
    page.get_by_role("link", name="Record a visit").first.click()


def test_a_day_that_does_not_exist(phone: Page) -> None:
    open_visit(phone)
    fill_day(phone, "Day", "31", "2", "2026")
    phone.get_by_label("No reply").check()
    phone.get_by_label("How many of you went?").fill("2")
    phone.get_by_role("button", name="Save the visit").click()
    refused(phone, "there is no 31 2 2026", "id_day_day")
    expect(phone.get_by_label("Day", exact=True)).to_have_value("31")
    expect(phone.get_by_label("Month", exact=True)).to_have_value("2")
    expect(phone.get_by_label("No reply")).to_be_checked()
    expect(phone.get_by_label("How many of you went?")).to_have_value("2")


def test_a_visit_in_the_future(desk: Page) -> None:
    open_visit(desk)
    fill_day(desk, "Day", "25", "11", "2026")
    desk.get_by_label("Seen", exact=True).check()
    desk.get_by_role("button", name="Save the visit").click()
    refused(desk, "cannot be in the future: today is 24 November 2026", "id_day_day")
    fill_day(desk, "Day", "24", "11", "2026")
    desk.get_by_label("Time").fill("14:06")
    desk.get_by_role("button", name="Save the visit").click()
    refused(desk, "That is in the future: it is now 14:05", "id_clock")


def test_a_visit_without_its_outcome_and_with_a_second_who_was_not_there(desk: Page) -> None:
    open_visit(desk)
    desk.get_by_label("How many of you went?").fill("1")
    desk.get_by_role("group", name="Has the second visitor confirmed").get_by_label("Yes").check()
    desk.get_by_role("button", name="Save the visit").click()
    expect(desk.locator(".govuk-error-summary li")).to_have_count(2)
    refused(desk, "Say what came of it", "id_outcome_0")
    refused_second = "One visitor has no second to confirm"
    expect(desk.locator(".govuk-error-summary")).to_contain_text(refused_second)
    expect(desk.get_by_label("How many of you went?")).to_have_value("1")


def test_bail_that_ends_before_it_begins(desk: Page) -> None:
    sign_in(desk, INVESTIGATOR)
    desk.goto("/suspects/")
    desk.locator("tbody th a").first.click()
    desk.get_by_role("link", name="A bail", exact=True).click()
    fill_day(desk, "Bail begins on", "20", "11", "2026")
    fill_day(desk, "Ends at the end of", "19", "11", "2026")
    desk.get_by_label("The conditions").fill("No contact with the school.")
    desk.get_by_role("group", name="Does bail carry conditions?").get_by_label("Yes").check()
    desk.get_by_role("button", name="Save the bail").click()
    refused(desk, "Bail cannot end before it begins, on 20 November 2026", "id_last_day_day")
    expect(desk.get_by_label("The conditions")).to_have_value("No contact with the school.")


def test_a_risk_level_that_no_list_offers(desk: Page) -> None:
    sign_in(desk, MANAGER)
    desk.locator("tbody th a").first.click()
    desk.get_by_role("link", name="A risk level", exact=True).click()
    desk.locator("input[name=level]").first.evaluate("one => { one.value = 'extreme'; }")
    desk.locator("input[name=level]").first.check()
    desk.get_by_role("button", name="Save").click()
    refused(desk, "That answer is not one of those listed", "id_level_0")


def test_a_refused_form_without_javascript_says_what_is_wrong(no_script: Page) -> None:
    open_visit(no_script)
    fill_day(no_script, "Day", "32", "13", "2026")
    no_script.get_by_role("button", name="Save the visit").click()
    summary = no_script.locator(".govuk-error-summary")
    expect(summary.get_by_role("link", name="there is no 32 13 2026")).to_have_attribute(
        "href", "#id_day_day"
    )
    expect(no_script.get_by_label("Day", exact=True)).to_have_value("32")


def test_a_wrong_password_names_no_cause(desk: Page) -> None:
    desk.goto("/sign-in/")
    desk.get_by_label("Username").fill("nobody")
    desk.get_by_label("Password").fill("wrong")
    desk.get_by_role("button", name="Sign in").click()
    expect(desk.locator(".govuk-error-summary")).to_contain_text(
        "The username or the password is wrong."
    )
    expect(desk.get_by_label("Username")).to_have_value("nobody")
    expect(desk.get_by_label("Password")).to_have_value("")
