"""Published responses on the pages: the sample meets the demonstration's findings, a response of
another force never does, and the public sees what was released and nothing else."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.people import INSPECTION, LIAISON, sign_in
from tests.documents.real_documents import REAL_RESPONSE

from dutybook.documents.samples import sample_bytes
from dutybook.records.offenders.models import Offender

pytestmark = pytest.mark.browser

NO_RECORDS = "No records of this force here"


def import_file(page: Page, file: Path) -> None:
    page.goto("/inspections/import/")
    page.get_by_label("The published response").set_input_files(file)
    page.get_by_role("button", name="Read and keep it").click()


def test_the_shipped_sample_meets_the_demonstrations_findings(desk: Page) -> None:
    sign_in(desk, LIAISON)
    desk.goto(INSPECTION)
    row = desk.locator("tr", has=desk.get_by_role("link", name="10a", exact=True))
    expect(row).to_contain_text("Self-certified")
    expect(row).to_contain_text("Shortfall")
    row.get_by_role("link").click()
    expect(desk.locator(".govuk-warning-text").first).to_contain_text("The records show less.")
    expect(desk.get_by_role("region", name="What the force says")).to_contain_text(
        "Wealdmoor Police has self-certified this recommendation as complete."
    )
    desk.locator("#records ~ table").first.get_by_role("link").first.click()
    expect(desk).to_have_url(re.compile(r"/offenders/\d+/$"))


def expect_no_findings(page: Page, force: str) -> None:
    """Every limb that records could show says that there are none of this force."""
    expect(page.locator(".govuk-inset-text")).to_contain_text(
        f"No records of {force} are held here"
    )
    found = page.locator("td[data-label='Records show']").all_inner_texts()
    assert len(found) == 23
    assert {words.strip() for words in found} == {NO_RECORDS}
    figures = page.locator("td[data-label='Figures']").all_inner_texts()
    assert not any(" of " in words for words in figures)
    page.get_by_role("link", name="10a", exact=True).click()
    shown = page.get_by_role("region", name="What the records show")
    expect(shown).to_contain_text(NO_RECORDS)
    expect(page.locator(".db-figure")).to_have_count(0)
    expect(page.get_by_role("heading", name="Records not shown as met")).to_have_count(0)


def test_a_response_of_another_force_meets_no_findings(desk: Page, tmp_path: Path) -> None:
    file = tmp_path / "another.txt"
    file.write_bytes(sample_bytes().replace(b"Wealdmoor", b"Southmarsh"))
    sign_in(desk, LIAISON)
    import_file(desk, file)
    expect(desk.get_by_role("alert")).to_contain_text("The response was read and kept.")
    expect_no_findings(desk, "Southmarsh")
    import_file(desk, file)
    expect(desk.get_by_role("alert")).to_contain_text("Nothing has changed.")


@pytest.mark.skipif(not REAL_RESPONSE.is_file(), reason="the real document is not here")
def test_a_real_forces_response_meets_no_findings(desk: Page) -> None:
    sign_in(desk, LIAISON)
    import_file(desk, REAL_RESPONSE)
    expect(desk.get_by_role("alert")).to_contain_text("The response was read and kept.")
    name = desk.locator("dt:has-text('Force') + dd").first.inner_text()
    assert not name.startswith("Wealdmoor")
    expect_no_findings(desk, name)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "empty"), (b"\x00\x01\x02PK", "text"), ("Grüße".encode("latin-1"), "UTF-8")],
    ids=["empty", "binary", "latin-1"],
)
def test_a_file_that_is_no_response_is_refused(
    desk: Page, tmp_path: Path, content: bytes, said: str
) -> None:
    file = tmp_path / "wrong.txt"
    file.write_bytes(content)
    sign_in(desk, LIAISON)
    import_file(desk, file)
    expect(desk.locator(".govuk-error-summary")).to_contain_text(said)
    desk.goto("/inspections/")
    expect(desk.locator("body")).not_to_contain_text("wrong.txt")


SENTENCE = "The commissioner met both teams in November."


def comment_and_prepare(page: Page) -> None:
    """The commissioner's office adopts a new comment and prepares the next release."""
    sign_in(page, "commissioner")
    page.goto(f"{INSPECTION}recommendations/10/comment/")
    page.get_by_label("Action taken or proposed").fill(SENTENCE)
    page.get_by_label("The commissioner adopts this text").check()
    page.locator("main").get_by_role("button").click()
    page.goto(f"{INSPECTION}response/")
    page.get_by_role("button", name="Prepare this for release").click()
    expect(page.get_by_role("alert")).to_contain_text("The draft is frozen.")


def approve(page: Page) -> None:
    """Somebody else of that office tests the draft and releases it."""
    page.context.clear_cookies()
    sign_in(page, "deputy-commissioner")
    page.goto(f"{INSPECTION}response/")
    page.get_by_role("link", name="Test it and release it").click()
    page.get_by_label("I tested the figures").check()
    page.get_by_label("What this release corrects").fill("The commissioner's comment is newer.")
    page.locator("main").get_by_role("button").click()
    expect(page.get_by_role("alert")).to_contain_text("Released.")


def test_the_public_page_shows_a_release_and_nothing_else(phone: Page, desk: Page) -> None:
    phone.goto("/public/")
    expect(phone.get_by_text("Release 1 of 24 November 2026.")).to_be_visible()
    phone.get_by_role("link", name="Wealdmoor Police: The policing response").click()
    before = phone.content()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Response to the inspection")
    for name in Offender.objects.values_list("name", flat=True):
        assert name not in before

    comment_and_prepare(desk)
    phone.reload()
    assert phone.content() == before
    approve(desk)
    phone.reload()
    expect(phone.locator("body")).to_contain_text(SENTENCE)
    phone.goto("/public/")
    expect(phone.get_by_text("Correction: The commissioner's comment is newer.")).to_be_visible()


def test_what_was_never_released_is_absent(phone: Page) -> None:
    answer = phone.goto("/public/wealdmoor/another-inspection/")
    assert answer is not None
    assert answer.status == 404
