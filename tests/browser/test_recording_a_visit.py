"""The whole path: what is due, a visit recorded on a phone, and everything that it changes."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.people import INSPECTION, MANAGER, sign_in

from dutybook.ledger.models import Entry

pytestmark = pytest.mark.browser

LATE_VISITS = "/?duty=visit_within_interval&status=overdue"
MATRIX = "/team/?duty=visit_within_interval"


def shown_on(page: Page, limb: str, duty: str) -> tuple[int, int]:
    """The figure of a limb's duty as its page prints it: (shown, of)."""
    page.goto(f"{INSPECTION}limbs/{limb}/")
    section = page.locator("section", has=page.get_by_role("heading", name="What the records show"))
    figure = section.locator(f"h3:has(a[href='/duties/{duty}/']) + .db-figure .db-figure__share")
    found = re.match(r"([\d,]+) of ([\d,]+) shown", figure.inner_text())
    assert found is not None
    shown, of = (int(number.replace(",", "")) for number in found.groups())
    return shown, of


def late_on_matrix(page: Page) -> int:
    """How many visits are late by the matrix: the foot of its five columns of lateness."""
    page.goto(MATRIX)
    foot = page.locator(".db-matrix tfoot td")
    cells = [foot.nth(place).inner_text().split()[0] for place in range(1, 6)]
    return sum(int(cell.replace(",", "")) for cell in cells)


def answer(page: Page) -> None:
    """A successful, unannounced visit by two, now: five touches and one figure."""
    page.get_by_label("Seen", exact=True).check()
    page.get_by_label("No, unannounced").check()
    page.get_by_label("How many of you went?").fill("2")
    page.get_by_role("group", name="Has the second visitor confirmed being there?").get_by_label(
        "Yes"
    ).check()
    page.get_by_role("button", name="Save the visit").click()


def test_a_visit_recorded_on_a_phone_changes_list_matrix_limbs_and_ledger(phone: Page) -> None:
    sign_in(phone, MANAGER)
    expect(phone.get_by_role("heading", level=1)).to_have_text("My work")
    matrix = late_on_matrix(phone)
    pairs = shown_on(phone, "10a", "visit_unannounced_in_pairs")
    visits = shown_on(phone, "8c", "visit_within_interval")

    phone.goto(LATE_VISITS)
    late = phone.locator("tbody tr").count()
    first = phone.locator("tbody tr").first
    name = first.locator("th a").inner_text()
    expect(first).to_contain_text("overdue")
    first.get_by_role("link", name="Record a visit").click()
    expect(phone.get_by_label("Day")).to_have_value("24")
    expect(phone.get_by_label("Time")).to_have_value("14:05")
    answer(phone)

    expect(phone.get_by_role("alert")).to_contain_text("The visit is recorded.")
    expect(phone.get_by_role("alert")).to_contain_text(re.compile(r"Next visit due by \w+ \d+"))
    expect(phone.get_by_role("heading", level=1)).to_have_text(name)
    expect(phone.locator(".db-facts")).to_contain_text("today")
    expect(phone.locator(".moj-timeline__title").first).to_have_text("Visit: seen")

    subject = int(phone.url.split("/offenders/")[1].split("/")[0])
    entries = Entry.objects.filter(subject_id=subject, duty="visit_within_interval")
    assert entries.filter(met_at__isnull=False).latest("met_at").met_at.minute == 5
    assert entries.filter(met_at=None, closed_at=None).count() == 1

    phone.goto(LATE_VISITS)
    assert phone.locator("tbody tr").count() == late - 1
    assert late_on_matrix(phone) == matrix - 1
    assert shown_on(phone, "10a", "visit_unannounced_in_pairs") == (pairs[0] + 1, pairs[1] + 1)
    assert shown_on(phone, "8c", "visit_within_interval") == (visits[0] + 1, visits[1])


def test_an_attempt_that_nobody_answered_meets_nothing(phone: Page) -> None:
    sign_in(phone, MANAGER)
    visits = shown_on(phone, "8c", "visit_within_interval")
    phone.goto(LATE_VISITS)
    late = phone.locator("tbody tr").count()
    phone.get_by_role("link", name="Record a visit").first.click()
    phone.get_by_label("No reply").check()
    phone.get_by_role("button", name="Save the visit").click()
    expect(phone.locator(".moj-timeline__title").first).to_have_text("Attempt: no reply")
    phone.goto(LATE_VISITS)
    assert phone.locator("tbody tr").count() == late
    assert shown_on(phone, "8c", "visit_within_interval") == visits


def test_a_visit_is_recorded_without_javascript(no_script: Page) -> None:
    sign_in(no_script, MANAGER)
    no_script.goto(LATE_VISITS)
    no_script.get_by_role("link", name="Record a visit").first.click()
    answer(no_script)
    expect(no_script.get_by_role("alert")).to_contain_text("Next visit due by")
    no_script.get_by_role("link", name="Team", exact=True).click()
    expect(no_script.get_by_role("heading", level=1)).to_have_text("Team")


def test_the_form_of_a_visit_fits_a_phone_and_asks_little(phone: Page) -> None:
    """In under a minute: nothing to scroll sideways, one page and a half, three answers at most
    that must be typed, and only one question that must be answered."""
    sign_in(phone, MANAGER)
    phone.get_by_role("link", name="Record a visit").first.click()
    expect(phone.get_by_role("button", name="Save the visit")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert phone.evaluate("document.querySelector('form.db-form').offsetHeight") < 1.5 * 844
    assert phone.locator("form.db-form :is(input[type=text], textarea):visible").count() == 5
    phone.get_by_label("Seen", exact=True).check()
    phone.get_by_role("button", name="Save the visit").click()
    expect(phone.get_by_role("alert")).to_contain_text("The visit is recorded.")
