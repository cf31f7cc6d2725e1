"""An auditor reads drawn cases against their files; a promise is made, heard, moved and kept."""

import re
from datetime import date, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect
from tests.browser.people import INSPECTION, fill_day, sign_in
from tests.browser.test_offender_sections import as_somebody

pytestmark = pytest.mark.browser


def test_an_auditor_draws_records_and_finds_one_that_its_file_does_not_bear_out(
    desk: Page,
) -> None:
    sign_in(desk, "auditor")
    desk.goto(INSPECTION)
    desk.get_by_role("link", name="Records tested against their files").click()
    expect(desk.locator("main")).to_contain_text("nothing is set")
    desk.get_by_role("link", name="10d", exact=True).click()
    expect(desk.locator("main")).to_contain_text("Records untested")
    desk.get_by_role("link", name="Draw a sample").click()
    desk.get_by_role("button", name="Draw it").click()
    expect(desk.get_by_role("alert")).to_contain_text("Say how many records to draw")
    desk.get_by_role("radio").first.check()
    desk.get_by_label("How many records").fill("2")
    desk.get_by_label("Questions to ask of each").select_option(label="Cases read, version 1")
    desk.get_by_role("button", name="Draw it").click()
    expect(desk.get_by_role("alert")).to_contain_text("The sample was drawn")
    expect(desk.locator("tbody tr", has_text="Not audited yet")).to_have_count(2)

    desk.locator("tbody tr").first.get_by_role("link").click()
    expect(desk.locator("main")).to_contain_text("What the record said when it was drawn")
    desk.get_by_role("button", name="Save the audit").click()
    expect(desk.get_by_role("alert")).to_contain_text("Answer this question")
    for question in desk.locator("fieldset", has_text="Does not apply").all():
        question.get_by_label("Partly").check()
    desk.get_by_label("The file shows something else than the record").check()
    desk.get_by_label("Inadequate").check()
    desk.get_by_role("textbox", name="What the file shows").fill("No search is in the file.")
    desk.get_by_role("button", name="Save the audit").click()
    expect(desk.get_by_role("alert")).to_contain_text("The audit was saved")

    as_somebody(desk, "commissioner")
    desk.goto(f"{INSPECTION}limbs/10d/")
    expect(desk.locator("main")).to_contain_text("Record and file disagree")
    desk.get_by_role("link", name="Tests of the records").click()
    expect(desk.get_by_role("link", name=re.compile("sample"))).to_have_count(0)
    expect(desk.locator("tbody tr")).to_have_count(1)


def test_a_promise_is_made_at_a_meeting_moved_and_kept(desk: Page, clock: datetime) -> None:
    today = clock.date()
    sign_in(desk, "commissioner")
    desk.goto("/meetings/")
    desk.get_by_role("link", name="Write a meeting down").click()
    desk.get_by_label("Name of the meeting").fill("Extraordinary scrutiny")
    fill_day(desk, "Held on", *parts(today - timedelta(days=1)))
    desk.get_by_label("Who was there").fill("The commissioner and the chief constable.")
    desk.get_by_role("button", name="Save it").click()
    expect(desk.locator("main")).to_contain_text("Nothing was promised at it so far")
    desk.get_by_role("link", name="About recommendation 16", exact=True).click()
    desk.get_by_label("What is promised").fill("Sign the agreement with probation again")
    desk.get_by_label("The force", exact=True).check()
    desk.get_by_label("Who answers for it").fill("Head of public protection")
    fill_day(desk, "By when", *parts(today + timedelta(days=20)))
    desk.get_by_role("button", name="Save it").click()
    expect(desk.locator("main")).to_contain_text("Extraordinary scrutiny")
    expect(desk.get_by_role("link", name="It was delivered")).to_have_count(0)

    as_somebody(desk, "liaison")
    desk.goto(f"{INSPECTION}recommendations/16/")
    desk.get_by_role("link", name="Sign the agreement with probation again").click()
    desk.get_by_role("link", name="Move it to another day").click()
    fill_day(desk, "New day", *parts(today + timedelta(days=40)))
    desk.get_by_label("Why it is moved").fill("Probation asked for it.")
    desk.get_by_role("button", name="Move it").click()
    expect(desk.locator("main")).to_contain_text("Probation asked for it.")
    desk.get_by_role("link", name="It was delivered").click()
    fill_day(desk, "Delivered on", *parts(today))
    desk.get_by_label("What shows it").fill("The agreement of this week.")
    desk.get_by_role("button", name="Save it as delivered").click()

    as_somebody(desk, "commissioner")
    desk.goto("/commitments/?state=delivered")
    row = desk.locator("tbody tr", has_text="Sign the agreement")
    expect(row).to_contain_text("moved 1 time")
    expect(row).to_contain_text("Delivered")


def parts(day: date) -> tuple[str, str, str]:
    return str(day.day), str(day.month), str(day.year)
