"""Nothing but a keyboard: past the navigation, through the form, and on to what was saved."""

import pytest
from playwright.sync_api import Page, expect
from tests.browser.people import MANAGER, sign_in

pytestmark = pytest.mark.browser


def focused(page: Page) -> str:
    """The name of the control that has the focus, or the words of the link."""
    return page.evaluate(
        """() => {
            const at = document.activeElement;
            return (at.labels && at.labels[0] ? at.labels[0].innerText : at.innerText).trim();
        }"""
    )


def tab_to(page: Page, name: str, most: int = 40) -> None:
    """Press Tab until the control of that name has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if focused(page).startswith(name):
            return
    raise AssertionError(f"Tab did not reach “{name}” in {most} presses")


def test_signing_in_and_recording_a_visit_with_a_keyboard(desk: Page) -> None:
    desk.goto("/sign-in/")
    tab_to(desk, "Username")
    desk.keyboard.type("manager")
    tab_to(desk, "Password")
    desk.keyboard.type("invented-people-only")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", level=1)).to_have_text("My work")

    desk.keyboard.press("Tab")
    assert focused(desk) == "Skip to main content"
    expect(desk.get_by_role("link", name="Skip to main content")).to_be_in_viewport()
    desk.keyboard.press("Enter")
    desk.keyboard.press("Tab")
    assert desk.evaluate("!!document.activeElement.closest('main')")
    tab_to(desk, "Record a visit")
    desk.keyboard.press("Enter")

    expect(desk.get_by_role("heading", level=1)).to_have_text("Record a visit")
    tab_to(desk, "Seen")
    desk.keyboard.press("Space")
    tab_to(desk, "Yes, announced")
    desk.keyboard.press("ArrowDown")
    tab_to(desk, "How many of you went?")
    desk.keyboard.type("2")
    tab_to(desk, "Yes")
    desk.keyboard.press("Space")
    tab_to(desk, "Save the visit")
    desk.keyboard.press("Enter")

    expect(desk.get_by_role("alert")).to_contain_text("The visit is recorded.")
    first = desk.locator(".moj-timeline__item").first
    expect(first).to_contain_text("Announced: No")
    expect(first).to_contain_text("How many went: 2")


def test_the_focus_is_always_seen_and_goes_in_the_order_of_the_page(desk: Page) -> None:
    sign_in(desk, MANAGER)
    desk.goto("/team/")
    last = -1
    for _ in range(60):
        desk.keyboard.press("Tab")
        place, outlined = desk.evaluate(
            """() => {
                const all = [...document.querySelectorAll("*")];
                const at = document.activeElement;
                const look = getComputedStyle(at);
                const seen = look.outlineStyle !== "none" || look.boxShadow !== "none";
                return [at === document.body ? -1 : all.indexOf(at), seen];
            }"""
        )
        if place == -1:
            break
        assert place > last, "the focus went back up the page"
        assert outlined, "a control shows no focus"
        last = place
    assert last > 0


def test_escape_twice_hides_the_page_and_loses_nothing_typed(desk: Page) -> None:
    sign_in(desk, MANAGER)
    desk.get_by_role("link", name="Record a visit").first.click()
    desk.get_by_label("How many of you went?").fill("3")
    desk.keyboard.press("Escape")
    desk.keyboard.press("Escape")
    expect(desk.get_by_role("heading", name="Hidden")).to_be_visible()
    desk.get_by_role("button", name="Show the page again").click()
    expect(desk.get_by_label("How many of you went?")).to_have_value("3")
