"""Journeys through an offender's record: entry refused, reactive management, a solo visit."""

import re
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect
from tests.browser.people import MANAGER, SERGEANT, sign_in, visited_record
from tests.browser.test_recording_a_visit import shown_on

from dutybook.ledger.models import Entry

pytestmark = pytest.mark.browser


def as_somebody(page: Page, username: str) -> None:
    page.context.clear_cookies()
    sign_in(page, username)


def opened(record: str, duty: str) -> list[Entry]:
    subject = int(record.split("/")[2])
    return list(Entry.objects.filter(subject_id=subject, duty=duty, closed_at=None))


def seek_entry(page: Page, record: str, clock: str) -> None:
    page.goto(f"{record}section/visits/")
    page.get_by_role("link", name="An attempt to enter for risk assessment").click()
    page.get_by_label("Time").fill(clock)
    page.get_by_label("We did not get in").check()
    page.get_by_label("Address", exact=True).fill("1 Invented Row")
    page.get_by_label("Why this address qualifies").fill("Last notified; not seen since June.")
    page.get_by_role("button", name="Save the attempt").click()


def test_two_failed_attempts_ask_for_a_decision_on_a_warrant(phone: Page) -> None:
    sign_in(phone, MANAGER)
    record = visited_record(MANAGER)
    before = len(opened(record, "warrant_considered"))
    seek_entry(phone, record, "09:10")
    expect(phone.locator(".moj-timeline__title").first).to_have_text(
        "Entry sought and not gained, first since last seen"
    )
    assert len(opened(record, "warrant_considered")) == before
    seek_entry(phone, record, "13:40")
    expect(phone.locator(".moj-timeline__title").first).to_have_text(
        "Entry sought and not gained, second since last seen"
    )
    assert len(opened(record, "warrant_considered")) == before + 1
    phone.get_by_role("link", name="Decide on a warrant").first.click()
    expect(phone.locator("main")).to_contain_text("section 96B, Sexual Offences Act 2003")
    phone.get_by_label("Ask a court for a warrant").check()
    phone.get_by_label("Reasons").fill("Two attempts failed and the risk is not known.")
    phone.get_by_role("button", name="Save the decision").click()
    decided = phone.locator(".moj-timeline__title", has_text="Warrant to be asked for")
    expect(decided).to_have_count(1)
    assert opened(record, "warrant_considered") == []


def test_into_reactive_management_with_evidence_and_out_by_a_supervisors_decision(
    desk: Page,
) -> None:
    sign_in(desk, MANAGER)
    record = visited_record(MANAGER)
    assert len(opened(record, "visit_within_interval")) == 1
    desk.goto(f"{record}section/reactive/")
    desk.get_by_role("link", name="Active or reactive management").click()
    desk.get_by_label("Reactively").check()
    desk.get_by_label("Day", exact=True).fill("20")
    desk.get_by_label("Reason").fill("Low for years, nothing known.")
    desk.get_by_role("button", name="Save").click()
    assert opened(record, "visit_within_interval") == []
    waiting = opened(record, "reactive_conditions")
    assert len(waiting) == 4
    evidenced = shown_on(desk, "10c", "reactive_conditions")

    desk.goto(f"{record}section/reactive/")
    desk.get_by_role("link", name="A condition that was looked at").click()
    desk.get_by_label("Consistently assessed as low risk").check()
    desk.get_by_label("Yes").check()
    desk.get_by_label("On what evidence").fill("Three assessments, all low.")
    until = desk.get_by_role("group", name="Counts until")
    for label, value in (("Day", "1"), ("Month", "6"), ("Year", "2027")):
        until.get_by_label(label).fill(value)
    desk.get_by_role("button", name="Save").click()
    expect(desk.locator(".moj-timeline__title").first).to_have_text(
        "Consistently assessed as low risk: holds"
    )
    shown, of = shown_on(desk, "10c", "reactive_conditions")
    assert (shown, of) == (evidenced[0] + 1, evidenced[1])

    desk.goto(f"{record}section/reactive/")
    desk.get_by_role("link", name="Something that puts it in doubt").click()
    desk.get_by_label("An arrest").check()
    desk.get_by_label("What happened").fill("Arrested for theft.")
    desk.get_by_role("button", name="Save").click()
    assert len(opened(record, "reactive_trigger_decided")) == 1
    expect(desk.get_by_role("link", name=re.compile("^Decide"))).to_have_count(0)

    as_somebody(desk, SERGEANT)
    desk.goto(f"{record}section/reactive/")
    desk.get_by_role("link", name=re.compile("^Decide")).first.click()
    desk.get_by_label("Visits resume").check()
    desk.get_by_label("Reasons").fill("No longer low.")
    desk.get_by_role("button", name="Save the decision").click()
    expect(desk.locator(".db-identity__line")).to_contain_text("Managed actively")
    assert len(opened(record, "visit_within_interval")) == 1
    assert opened(record, "reactive_conditions") == []


def test_a_search_is_half_done_until_somebody_says_what_it_means(phone: Page) -> None:
    sign_in(phone, MANAGER)
    record = visited_record(MANAGER)
    phone.goto(f"{record}section/checks/")
    phone.get_by_role("link", name="A search of a database").click()
    phone.get_by_label("Police National Database").check()
    phone.get_by_label("What came back").fill("One entry from a neighbouring force.")
    phone.get_by_role("button", name="Save the search").click()
    before = len(opened(record, "pnd_check_assessed"))
    assert before >= 1
    phone.get_by_role("link", name=re.compile("^Say what it means")).first.click()
    phone.get_by_label("No effect").check()
    phone.get_by_label("What was found and what it means").fill("Known since the last visit.")
    phone.get_by_role("button", name="Save the assessment").click()
    assert len(opened(record, "pnd_check_assessed")) == before - 1


def test_somebody_who_cannot_be_found_has_a_plan_with_an_owner(desk: Page, clock: datetime) -> None:
    sign_in(desk, MANAGER)
    record = visited_record(MANAGER)
    desk.goto(f"{record}section/visits/")
    desk.get_by_role("link", name="Whether they can be found").click()
    desk.get_by_label("Cannot be found").check()
    desk.get_by_label("On what that rests").fill("The flat is empty.")
    desk.get_by_role("button", name="Save").click()
    assert len(opened(record, "missing_plan_made")) == 1
    desk.get_by_role("link", name="Make the plan").click()
    desk.get_by_label("What will be done").fill("Sister, employer and hospitals to be asked.")
    desk.get_by_label("I answer for this plan").check()
    desk.get_by_role("button", name="Save the plan").click()
    assert opened(record, "missing_plan_made") == []
    desk.get_by_role("link", name="Whether they can be found").click()
    desk.get_by_label("Is known").check()
    desk.get_by_label("On what that rests").fill("Found at his sister's.")
    desk.get_by_role("button", name="Save").click()
    expect(desk.locator(".moj-timeline__title").first).to_have_text("Whereabouts known")
    assert opened(record, "missing_plan_reviewed") == []


def test_a_missed_yearly_notification_is_a_breach_put_on_the_systems_and_decided(
    desk: Page, clock: datetime
) -> None:
    sign_in(desk, MANAGER)
    record = visited_record(MANAGER)
    desk.goto(f"{record}section/notification/")
    desk.get_by_role("link", name="A breach").click()
    desk.get_by_label("Which requirement, and how it is known").fill("The yearly one; no visit.")
    desk.get_by_role("button", name="Save").click()
    assert len(opened(record, "breach_recorded_everywhere")) == 1
    decisions = len(opened(record, "breach_decided"))

    desk.get_by_role("link", name=re.compile("^Put it on the systems")).first.click()
    desk.get_by_label("Systems it was put on").fill("Local, the national register and the PNC.")
    desk.get_by_role("button", name="Save").click()
    assert opened(record, "breach_recorded_everywhere") == []

    desk.goto(f"{record}section/notification/")
    desk.get_by_role("link", name=re.compile("^Decide")).first.click()
    desk.get_by_label("No action").check()
    desk.get_by_label("Reasons").fill("In hospital on the day; he notified from there.")
    desk.get_by_role("button", name="Save").click()
    assert len(opened(record, "breach_decided")) == decisions - 1

    desk.goto(f"{record}section/notification/")
    desk.get_by_role("link", name="That the offender notified").click()
    desk.get_by_label("Yearly or weekly").check()
    desk.get_by_label("Day").fill("24")
    desk.get_by_role("button", name="Save").click()
    titles = desk.locator(".moj-timeline__title")
    expect(titles.filter(has_text="Notified: yearly or weekly").first).to_be_visible()
    (yearly,) = opened(record, "yearly_notification")
    assert yearly.opened_at.date() == clock.date()
