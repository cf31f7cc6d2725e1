"""The web page in a real Chromium: accessible, and usable at the width of a small phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.documents.response.test_other_forms import MADE

from dutybook.documents.response import write_response

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

pytestmark = [
    pytest.mark.browser,
    # pytest-base-url, which the browser plugin brings, still declares a fixture in the old way.
    pytest.mark.filterwarnings("ignore:Session-scoped fixtures defined as instance methods"),
]


@pytest.mark.parametrize("width", [1100, 320])
def test_no_violation_and_no_sideways_scrolling(page, converted, issued, tmp_path, width):
    page.set_viewport_size({"width": width, "height": 800})
    for name, document in (("converted", converted), ("issued", issued)):
        written = write_response(document, tmp_path / name, made_at=MADE)
        page.goto(written.files["html"].as_uri())
        results = Axe().run(page, options={"runOnly": RULES})
        assert results.violations_count == 0, results.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_reaches_the_response_first(page, converted, tmp_path):
    page.goto(write_response(converted, tmp_path, made_at=MADE).files["html"].as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the response"
    assert page.locator(".skip").bounding_box()["x"] == 0
    page.keyboard.press("Enter")
    page.wait_for_url("**#response")
