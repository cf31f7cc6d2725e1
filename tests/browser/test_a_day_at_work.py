"""A manager's morning on a phone, a solo visit and its leave, a sergeant's reviews, a transfer."""

import re
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect
from tests.browser.people import MANAGER, SERGEANT, sign_in, visited_record
from tests.browser.test_offender_sections import as_somebody, opened
from tests.browser.test_recording_a_visit import answer, shown_on

from dutybook.access import actions as access
from dutybook.access.models import User
from dutybook.access.roles import Role
from dutybook.access.viewer import viewer_for
from dutybook.ledger.models import Entry, Subject

pytestmark = pytest.mark.browser


def test_a_managers_morning_on_a_phone(phone: Page) -> None:
    sign_in(phone, MANAGER)
    phone.get_by_role("link", name="My week, by place").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("My week")
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    stops = phone.locator("tbody tr")
    before = stops.count()
    assert before > 1
    visit = phone.get_by_role("link", name=re.compile("^Record a visit for")).first
    expect(visit).to_be_visible()
    visit.click()
    answer(phone)
    expect(phone.get_by_role("alert")).to_contain_text("The visit is recorded.")
    subject = int(phone.url.split("/offenders/")[1].split("/")[0])
    (entry,) = Entry.objects.filter(
        subject_id=subject, duty="visit_within_interval", closed_at=None
    )
    assert entry.opened_at.minute == 5
    phone.goto("/week/")
    due = phone.locator("tbody tr", has=phone.locator(f"a[href='/offenders/{subject}/']"))
    expect(due.get_by_text("Home visit within the offender's interval")).to_have_count(0)


def test_a_solo_visit_is_authorised_and_the_decision_assessed(desk: Page, clock: datetime) -> None:
    sign_in(desk, MANAGER)
    record = visited_record(MANAGER)
    pairs = shown_on(desk, "10a", "visit_unannounced_in_pairs")
    desk.goto(record)
    desk.get_by_role("link", name="Record a visit").first.click()
    desk.get_by_label("Seen", exact=True).check()
    desk.get_by_label("No, unannounced").check()
    desk.get_by_label("How many of you went?").fill("1")
    desk.get_by_label("I have put it on the national register").check()
    desk.get_by_role("button", name="Save the visit").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Who gave leave for this visit?")
    desk.get_by_label("Who gave leave, or is asked for it?").select_option(index=1)
    desk.get_by_label("Why was it announced").fill("She rang: my colleague was called away.")
    desk.get_by_role("button", name="Ask them").click()
    expect(desk.get_by_role("alert")).to_contain_text("once they say so")
    expect(desk.locator(".moj-timeline__item").first).to_contain_text("National register: since")
    assert shown_on(desk, "10a", "visit_unannounced_in_pairs") == (pairs[0], pairs[1] + 1)

    as_somebody(desk, SERGEANT)
    desk.get_by_role("link", name="Leave for 1 visit is asked of you").click()
    expect(desk.locator("tbody tr")).to_have_count(1)
    desk.get_by_role("link", name=re.compile("^Give leave, with your rationale")).click()
    expect(desk.locator("main")).to_contain_text("asks you for leave: She rang")
    desk.get_by_role("button", name="Authorise the visit").click()
    expect(desk.get_by_role("alert")).to_contain_text("Give the rationale")
    desk.get_by_label("Rationale").fill("Urgent information; a second officer was an hour away.")
    desk.get_by_role("button", name="Authorise the visit").click()
    subject = int(record.split("/")[2])
    judged = Entry.objects.filter(subject_id=subject, duty="visit_unannounced_in_pairs").latest(
        "opened_at"
    )
    assert judged.authorised_by is not None
    desk.goto("/visits/leave/")
    expect(desk.locator("main")).to_contain_text("No leave is asked of you")
    # Leave is no pair: the limb that asks for pairs counts the visit as before.
    assert shown_on(desk, "10a", "visit_unannounced_in_pairs") == (pairs[0], pairs[1] + 1)
    waiting = len(opened(record, "visit_authorisation_assessed"))
    assert waiting >= 1

    def assess() -> None:
        desk.goto(f"{record}section/visits/")
        desk.locator(f"a[href*='/authorisations/{judged.authorised_by}/assess/']").click()
        desk.get_by_label("Sound", exact=True).check()
        desk.get_by_role("button", name="Save the assessment").click()

    assess()
    expect(desk.get_by_role("heading", level=1)).to_have_text("You may not do this")
    expect(desk.locator("main")).to_contain_text("Nobody assesses their own decision to authorise.")
    assert len(opened(record, "visit_authorisation_assessed")) == waiting
    team = Subject.objects.get(pk=subject).team_id
    keeper = viewer_for(User.objects.get(username="administrator"), now=clock, route="test")
    other = User.objects.get(username="analyst")
    access.grant_role(by=keeper, user_id=other.pk, role=Role.SUPERVISOR, team_id=team, now=clock)
    as_somebody(desk, "analyst")
    assess()
    assert len(opened(record, "visit_authorisation_assessed")) == waiting - 1


def test_a_sergeant_clears_reviews_one_at_a_time(desk: Page) -> None:
    sign_in(desk, SERGEANT)
    reviewed = shown_on(desk, "8d", "supervisor_review_of_arms")
    desk.goto("/reviews/")
    rows = desk.locator("tbody tr")
    waiting = rows.count()
    assert rows.filter(has_text="Review the ARMS").count() >= 2
    desk.get_by_role("link", name=re.compile("^Review the ARMS")).first.click()
    desk.get_by_label("Sent back for more work").check()
    desk.get_by_role("button", name="Record the review").click()
    expect(desk.get_by_role("alert")).to_be_visible()  # sent back, it needs a comment
    desk.get_by_label("Comment").fill("The new address is not in it.")
    desk.get_by_role("button", name="Record the review").click()
    expect(rows).to_have_count(waiting - 1)
    desk.get_by_role("link", name=re.compile("^Review the ARMS")).first.click()
    desk.get_by_label("Agreed").check()
    desk.get_by_role("button", name="Record the review").click()
    expect(rows).to_have_count(waiting - 2)
    shown, _ = shown_on(desk, "8d", "supervisor_review_of_arms")
    assert shown >= reviewed[0]


def test_a_transfer_is_refused_once_and_then_accepted(desk: Page, clock: datetime) -> None:
    sign_in(desk, MANAGER)
    record = visited_record(MANAGER)

    def send(reason: str) -> None:
        desk.goto(f"{record}transfers/")
        desk.get_by_role("link", name="Send to another force").click()
        desk.get_by_label("Force", exact=True).fill("South Vale Police")
        desk.get_by_label("Who there is to answer").fill("Their duty desk")
        desk.get_by_label("Why the offender goes there").fill(reason)
        desk.get_by_role("button", name="Save", exact=True).click()

    def answered(label: str, **more: str) -> None:
        desk.goto(f"{record}transfers/")
        desk.get_by_role("link", name="Record the answer").click()
        desk.get_by_label(label).check()
        for name, text in more.items():
            desk.get_by_label(name).fill(text)
        desk.get_by_role("button", name="Save", exact=True).click()

    send("Moved in with his brother.")
    assert len(opened(record, "visit_within_interval")) == 1  # owed here until they accept
    answered("They refused", Reason="The address is in our county.")
    assert len(opened(record, "visit_within_interval")) == 1
    send("The tenancy is signed there.")
    answered("They accepted", **{"Who answered": "Their inspector"})
    assert opened(record, "visit_within_interval") == []
    desk.goto(record)
    expect(desk.locator(".db-identity__line")).to_contain_text("Transferred")


def test_somebody_who_comes_is_refused_once_and_then_as_late_here_as_there(desk: Page) -> None:
    sign_in(desk, MANAGER)
    visits = shown_on(desk, "8c", "visit_within_interval")

    def package(**who: str) -> None:
        answers = {
            "Force they come from": "South Vale Police",
            "Whom to answer there": "Their duty desk",
            "Why the offender comes here": "He came back to his mother.",
        }
        for label, text in {**who, **answers}.items():
            desk.get_by_label(label).fill(text)

    desk.goto("/offenders/transfers/")
    desk.get_by_role("link", name="Receive from another force").click()
    package(**{"National register reference": "NR-80001", "Full name": "Edric Ashquay"})
    desk.get_by_label("Male", exact=True).check()
    desk.get_by_role("button", name="Open the record").click()
    expect(desk.get_by_role("alert")).to_contain_text("Nothing is owed here until we accept.")
    record = "/offenders/" + desk.url.split("/offenders/")[1].split("/")[0] + "/"
    assert opened(record, "visit_within_interval") == []

    desk.get_by_role("link", name="Record our answer").click()
    desk.get_by_label("We refuse").check()
    desk.get_by_label("Reason").fill("The tenancy is not signed.")
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.get_by_role("cell", name=re.compile("Refused"))).to_be_visible()
    assert opened(record, "visit_within_interval") == []

    desk.get_by_role("link", name="Receive from another force").click()
    package()
    desk.get_by_role("button", name="Save", exact=True).click()
    desk.goto(record)
    expect(desk.get_by_text("South Vale Police asks us to take this offender")).to_be_visible()
    desk.get_by_role("link", name="Record our answer").click()
    desk.get_by_label("We accept").check()
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.get_by_role("alert")).to_contain_text("Enter since when")
    desk.get_by_label("Who answered").fill("Inspector Reed")
    desk.get_by_label("Risk level").select_option("high")
    for group, year in (("requirements since", "2022"), ("Last seen by that force", "2025")):
        asked = desk.get_by_role("group", name=re.compile(group))
        for part, value in (("Day", "3"), ("Month", "3"), ("Year", year)):
            asked.get_by_label(part).fill(value)
    desk.get_by_role("button", name="Save", exact=True).click()
    desk.goto(record)
    expect(desk.locator(".db-facts")).to_contain_text("overdue")
    after = shown_on(desk, "8c", "visit_within_interval")
    assert after == (visits[0], visits[1] + 1)  # one more is owed, and not in time


def test_a_second_visitor_is_named_and_answers_in_person(phone: Page) -> None:
    sergeant = User.objects.get(username=SERGEANT)
    sign_in(phone, MANAGER)
    pairs = shown_on(phone, "10a", "visit_unannounced_in_pairs")
    phone.goto(visited_record(MANAGER))
    phone.get_by_role("link", name="Record a visit").first.click()
    phone.get_by_label("Seen", exact=True).check()
    phone.get_by_label("No, unannounced").check()
    phone.get_by_label("Who went with you?").select_option(label=sergeant.display_name)
    phone.get_by_role("button", name="Save the visit").click()
    expect(phone.get_by_role("alert")).to_contain_text("The visit is recorded.")
    expect(phone.locator("main")).to_contain_text("Asked to confirm")
    assert shown_on(phone, "10a", "visit_unannounced_in_pairs") == (pairs[0], pairs[1] + 1)

    as_somebody(phone, SERGEANT)
    phone.goto("/")
    phone.get_by_role("link", name=re.compile("you as the second visitor")).click()
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    phone.get_by_role("button", name=re.compile("^I was there")).click()
    expect(phone.get_by_role("alert")).to_contain_text("Your answer is recorded.")
    expect(phone.get_by_text("No visit waits for your word")).to_be_visible()
    assert shown_on(phone, "10a", "visit_unannounced_in_pairs") == (pairs[0] + 1, pairs[1] + 1)
