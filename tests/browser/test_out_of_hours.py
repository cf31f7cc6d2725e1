"""A record opened at night and looked at in the morning, and staff who say how the work goes."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.people import MANAGER, SERGEANT, fill_day, sign_in, visited_record
from tests.browser.test_screenshots import switch

from dutybook.records.offenders.models import Offender

pytestmark = pytest.mark.browser


def test_the_duty_officer_opens_a_record_and_a_supervisor_looks_at_it(phone: Page) -> None:
    record = int(visited_record(MANAGER).split("/")[2])
    number = Offender.objects.get(subject=record).national_register_ref
    sign_in(phone, "duty")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Find a person")
    answer = phone.goto(f"/offenders/{record}/")
    assert answer is not None
    assert answer.status == 404
    phone.goto("/")
    phone.get_by_role("textbox", name="Name, reference, phone").fill(number)
    phone.locator("main").get_by_role("button", name="Find").click()
    expect(phone.locator("main")).to_contain_text("You are on duty.")
    phone.get_by_role("link", name="Open the record").click()
    phone.get_by_role("button", name="Open it").click()
    expect(phone.get_by_role("alert")).to_contain_text("Say why it cannot wait")
    phone.get_by_label("Why it cannot wait").fill("A child is said to be at his address now.")
    phone.get_by_role("button", name="Open it").click()
    expect(phone.get_by_role("alert")).to_contain_text("is open to you until")
    phone.get_by_role("link", name="The record", exact=True).click()
    assert phone.url.endswith(f"/offenders/{record}/")
    expect(phone.get_by_role("link", name="Record a visit")).to_have_count(0)

    switch(phone, SERGEANT)
    phone.goto("/notices/")
    phone.get_by_role("link", name=re.compile("opened out of hours")).first.click()
    phone.get_by_label("It had to be opened", exact=True).check()
    phone.get_by_label("Why you think so").fill("I rang the patrol, and the child is safe.")
    phone.get_by_role("button", name="Save the review").click()
    expect(phone.locator("main")).to_contain_text("I rang the patrol, and the child is safe.")
    expect(phone.get_by_role("button", name="Save the review")).to_have_count(0)


def test_staff_are_asked_and_answer_on_a_phone(phone: Page) -> None:
    sign_in(phone, "auditor")
    phone.goto("/pulses/")
    phone.get_by_role("link", name="Ask the staff").click()
    phone.get_by_label("Title").fill("After the winter")
    fill_day(phone, "Last day for answers", "10", "12", "2026")
    phone.get_by_label("Inspection").select_option(index=1)
    phone.get_by_label("Statements").fill(
        "99z: I know what this is.\n10a: I can find a second officer.\nMy phone works."
    )
    phone.get_by_role("button", name="Ask them").click()
    expect(phone.get_by_role("alert")).to_contain_text("Limb 99z is not in the inspection chosen")
    phone.get_by_label("Statements").fill("10a: I can find a second officer.\nMy phone works.")
    phone.get_by_role("button", name="Ask them").click()
    expect(phone.locator("main")).to_contain_text("0 of")

    switch(phone, MANAGER)
    phone.goto("/notices/")
    phone.get_by_role("link", name=re.compile("You are asked how the work goes")).first.click()
    phone.get_by_role("group", name="I can find a second officer.").get_by_label(
        "I disagree"
    ).check()
    phone.get_by_role("button", name="Send my answers").click()
    expect(phone.get_by_role("alert")).to_contain_text("Answer this")
    phone.get_by_role("group", name="My phone works.").get_by_label("I agree").check()
    phone.get_by_role("button", name="Send my answers").click()
    expect(phone.locator("main")).to_contain_text("Thank you.")
    expect(phone.locator("main")).to_contain_text("people are still answering")
    expect(phone.get_by_role("button", name="Send my answers")).to_have_count(0)


def test_a_team_answers_what_an_auditor_found(desk: Page) -> None:
    sign_in(desk, MANAGER)
    desk.goto("/inspections/")
    desk.get_by_role("link", name="Records read against their files").click()
    if desk.locator("tbody th a").count() == 0:  # chance drew none of this manager's
        switch(desk, SERGEANT)
        desk.goto("/records-read/")
    desk.locator("tbody th a").first.click()
    desk.get_by_label("Your answer").fill("The account stands in the paper file.")
    desk.get_by_role("button", name="Save the answer").click()
    expect(desk.locator("main")).to_contain_text("The account stands in the paper file.")
    expect(desk.get_by_role("alert")).to_contain_text("the auditor is told")


def test_what_was_learnt_leads_to_an_action(desk: Page) -> None:
    sign_in(desk, "liaison")
    desk.goto("/inspections/")
    desk.get_by_role("link", name="What was learnt").click()
    desk.get_by_role("link", name="Write down what was learnt").click()
    desk.get_by_label("Title").fill("Late screening")
    desk.get_by_label("A thematic review").check()
    fill_day(desk, "The review ended on", "1", "11", "2026")
    desk.get_by_label("Who led it").fill("The wellbeing lead")
    desk.get_by_label("What was looked at").fill("Everybody's offers of a year")
    desk.get_by_label("What was learnt").fill("Offers stop when somebody changes teams")
    desk.get_by_role("button", name="Save it").click()
    expect(desk.get_by_role("alert")).to_contain_text("Now say what is done about it")
    desk.get_by_role("link", name="About recommendation 15").click()
    desk.get_by_label("What is promised").fill("An offer goes out with every change of team")
    desk.get_by_label("The force", exact=True).check()
    desk.get_by_label("Who answers for it").fill("The wellbeing lead")
    fill_day(desk, "By when", "1", "2", "2027")
    desk.get_by_role("button", name="Save it").click()
    expect(desk.locator("main")).to_contain_text("From what was learnt: Late screening")
