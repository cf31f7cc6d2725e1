"""What moves an offender's clocks: a raised risk, custody, release."""

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect
from tests.browser.people import MANAGER, sign_in

from dutybook.ledger.models import Entry, Subject

pytestmark = pytest.mark.browser

VISITS = "visit_within_interval"


def low_risk_record(now: datetime) -> int:
    """An offender of the manager's at low risk whose visit is due in more than ten weeks."""
    later = now + timedelta(weeks=10)
    found = Entry.objects.filter(
        duty=VISITS,
        closed_at=None,
        subject__owner__username=MANAGER,
        subject__restricted=False,
        spans__last=True,
        spans__level=0,
        spans__due_at__gt=later,
    )
    return int(found.earliest("subject_id").subject_id)


def dues(subject: int) -> dict[tuple[str, int], datetime]:
    """When everything open on a record is due, where it has a date."""
    return {
        (entry.duty, entry.opened_by): span.due_at
        for entry in Entry.objects.filter(subject_id=subject, closed_at=None)
        if (span := entry.spans.get(last=True)).due_at is not None
    }


def test_a_raised_risk_brings_forward_what_is_due_and_puts_nothing_off(
    phone: Page, clock: datetime
) -> None:
    subject = low_risk_record(clock)
    before = dues(subject)
    sign_in(phone, MANAGER)
    phone.goto(f"/offenders/{subject}/")
    phone.get_by_role("link", name="A risk level").click()
    phone.get_by_label("Very high").check()
    phone.get_by_label("Reason").fill("A new relationship with a woman who has children.")
    phone.get_by_role("button", name="Save the level").click()
    expect(phone.locator(".db-identity__line")).to_contain_text("Very high")
    after = dues(subject)
    assert after.keys() >= before.keys()
    assert all(after[key] <= due for key, due in before.items())
    sooner = {key[0] for key, due in before.items() if after[key] < due}
    assert VISITS in sooner
    phone.goto("/?level=very_high")
    name = Subject.objects.get(pk=subject).label
    expect(phone.get_by_role("link", name=name).first).to_be_visible()


def test_custody_ends_what_is_owed_and_release_begins_it_again(desk: Page, clock: datetime) -> None:
    subject = low_risk_record(clock)
    sign_in(desk, MANAGER)

    def is_since(where: str, day: str) -> None:
        desk.goto(f"/offenders/{subject}/")
        desk.get_by_role("link", name="Where the offender is").click()
        desk.get_by_label(where).check()
        desk.get_by_label("Day", exact=True).fill(day)
        desk.get_by_role("button", name="Save").click()
        expect(desk.get_by_role("alert")).to_be_visible()

    desk.goto(f"/offenders/{subject}/")
    seen = desk.locator(".db-facts").get_by_text("days ago").inner_text()
    is_since("In custody", "10")
    assert not Entry.objects.filter(subject_id=subject, duty=VISITS, closed_at=None).exists()
    is_since("In the community", "20")
    again = Entry.objects.get(subject_id=subject, duty=VISITS, closed_at=None)
    assert again.opened_at.date().day == 20
    # The days since last seen run on across custody.
    expect(desk.locator(".db-facts")).to_contain_text(seen)
