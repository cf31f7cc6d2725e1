"""On paper: what the page says, and nothing for moving about in it."""

import pytest
from playwright.sync_api import Page, expect
from tests.browser.people import MANAGER, sign_in

pytestmark = pytest.mark.browser


def test_a_printed_work_list_has_no_navigation_and_every_row(desk: Page) -> None:
    sign_in(desk, MANAGER)
    rows = desk.locator("tbody tr")
    count = rows.count()
    desk.emulate_media(media="print")
    for gone in ("nav", "form.db-filters", "button", ".govuk-skip-link", ".db-table__do"):
        expect(desk.locator(gone).filter(visible=True)).to_have_count(0)
    expect(desk.get_by_text("Demonstration force.")).to_be_visible()
    expect(desk.get_by_text("As of the end of Tuesday 24 November 2026")).to_be_visible()
    expect(rows.filter(visible=True)).to_have_count(count)
    assert desk.evaluate(
        "getComputedStyle(document.querySelector('.db-header')).backgroundColor"
    ) == ("rgba(0, 0, 0, 0)")


def test_a_printed_matrix_is_whole_and_needs_no_colour(phone: Page) -> None:
    sign_in(phone, MANAGER)
    phone.goto("/team/")
    phone.emulate_media(media="print")
    assert phone.locator(".db-scroll").evaluate("one => getComputedStyle(one).overflowX") == (
        "visible"
    )
    hot = phone.locator(".db-matrix td[class^=db-heat]").first
    assert hot.evaluate("one => getComputedStyle(one).color") == "rgb(0, 0, 0)"
