"""A stay with a child comes to notice: the risk is decided anew, and the child is acted on."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.people import MANAGER, sign_in, visited_record
from tests.browser.test_offender_sections import opened

from dutybook.ledger.models import Entry

pytestmark = pytest.mark.browser


def owed_for_children(record: str) -> list[str]:
    """The duties open on the children beneath a record."""
    found = Entry.objects.filter(
        subject__beneath_id=int(record.split("/")[2]), subject__kind="child", closed_at=None
    )
    return list(found.values_list("duty", flat=True))


def test_a_stay_with_a_child_from_notification_to_answer(phone: Page) -> None:
    sign_in(phone, MANAGER)
    record = visited_record(MANAGER)
    before = len(opened(record, "risk_trigger_decided"))

    # What the offender must notify asks by itself what it means for the risk.
    phone.goto(f"{record}section/notification/")
    phone.get_by_role("link", name="A change that must be notified").click()
    phone.get_by_label("Stays in a household with a child").check()
    phone.get_by_role("button", name="Save the change").click()
    assert len(opened(record, "risk_trigger_decided")) == before + 1
    phone.goto(f"{record}section/assessments/")
    phone.get_by_role("link", name="Decide what it means").first.click()
    expect(phone.locator("main")).to_contain_text("new contact with a child")
    phone.get_by_label("The level changes").check()
    phone.get_by_label("New level").select_option(label="Very high")
    phone.get_by_label("Reasons").fill("A child of six in the house.")
    phone.get_by_role("button", name="Save the decision").click()
    expect(phone.locator(".db-identity__line").first).to_contain_text("Very high")
    assert len(opened(record, "risk_trigger_decided")) == before

    # The child has a record of its own, and each step its clock.
    children = len(owed_for_children(record))
    phone.get_by_role("link", name="Children", exact=True).click()
    phone.get_by_role("link", name="Record a child at risk").click()
    phone.get_by_label("Name, or how the child is known").fill("The child of the new partner")
    phone.get_by_label("From where it is known").fill("The offender's notification")
    phone.get_by_label("What was learnt").fill("He stays there three nights a week.")
    phone.get_by_role("button", name="Save", exact=True).click()
    assert "child_safeguarding_decided" in owed_for_children(record)
    phone.locator(".moj-timeline").get_by_role("link", name=re.compile("^Decide")).click()
    phone.get_by_label("Tell children's social care").check()
    phone.get_by_label("Reasons", exact=True).fill("He is alone with the child.")
    phone.get_by_role("button", name="Save the decision").click()
    assert "social_care_told" in owed_for_children(record)
    phone.get_by_role("link", name="Say that social care was told").click()
    phone.get_by_label("Who was told").fill("The duty team, by telephone")
    phone.get_by_role("button", name="Save", exact=True).click()
    assert "social_care_answered" in owed_for_children(record)
    phone.get_by_role("link", name="Record the answer").click()
    phone.get_by_label("What they will do").fill("They visit this afternoon.")
    phone.get_by_role("button", name="Save the answer").click()
    expect(phone.locator("main")).to_contain_text("Children's social care answered")
    assert len(owed_for_children(record)) == children
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
