"""Pictures of the main pages, from invented data, as the documentation shows them.

`make screenshots` writes them to docs/screenshots; any other run only looks at the pages.
"""

import io
import os
import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect
from tests.browser.people import INSPECTION, INVESTIGATOR, LIAISON, MANAGER, SERGEANT, sign_in

pytestmark = pytest.mark.browser

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
LARGEST = 200_000
"""Bytes a picture may have, so that the repository stays light."""


def picture(page: Page, name: str, heading: str) -> None:
    """The screen as it stands, once the page that was meant is open."""
    expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
    page.wait_for_load_state("networkidle")
    taken = _small(page.screenshot(animations="disabled", caret="hide"))
    assert len(taken) < LARGEST, f"{name} has {len(taken):,} bytes"
    if os.environ.get("DUTYBOOK_SCREENSHOTS") == "1":
        FOLDER.mkdir(parents=True, exist_ok=True)
        (FOLDER / f"{name}.png").write_bytes(taken)


def _small(taken: bytes) -> bytes:
    """The same picture in 128 colours, about a quarter of the bytes."""
    made = io.BytesIO()
    Image.open(io.BytesIO(taken)).convert("RGB").quantize(128).save(made, "PNG", optimize=True)
    return made.getvalue()


def switch(page: Page, username: str) -> None:
    page.context.clear_cookies()
    sign_in(page, username)


def test_screenshots_at_a_desk(desk: Page) -> None:
    desk.set_viewport_size({"width": 1280, "height": 1000})
    sign_in(desk, MANAGER)
    picture(desk, "home", "My work")
    desk.goto("/?status=overdue")
    desk.locator("tbody th a").first.click()
    picture(desk, "offender", "")
    switch(desk, SERGEANT)
    desk.goto("/team/")
    picture(desk, "team", "Team")
    switch(desk, INVESTIGATOR)
    desk.goto("/bail/")
    picture(desk, "bail-board", "Bail board")
    switch(desk, LIAISON)
    desk.goto(INSPECTION)
    picture(desk, "inspection", "The policing response")
    desk.goto(f"{INSPECTION}limbs/10a/")
    picture(desk, "limb", "Limb 10a")
    desk.goto(f"{INSPECTION}response/preview/")
    picture(desk, "response-preview", "Response to the inspection")
    desk.goto("/duties/visit_within_interval/")
    picture(desk, "duty", "Home visit within the offender's interval")
    desk.context.clear_cookies()
    desk.goto("/public/")
    picture(desk, "public", "Published responses")


def test_screenshots_on_a_phone(phone: Page) -> None:
    sign_in(phone, MANAGER)
    picture(phone, "phone-home", "My work")
    phone.goto("/team/")
    phone.locator(".db-matrix caption").scroll_into_view_if_needed()
    phone.evaluate("document.querySelector('.db-matrix').scrollIntoView()")
    picture(phone, "phone-matrix", "Team")
    phone.goto("/?duty=visit_within_interval&status=overdue")
    phone.get_by_role("link", name=re.compile("^Record a visit")).first.click()
    picture(phone, "phone-visit", "Record a visit")
