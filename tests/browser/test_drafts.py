"""A lost connection loses nothing: what is typed is kept, offered again, and gone once saved."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.people import MANAGER, sign_in, visited_record

pytestmark = pytest.mark.browser

FOUND = "A new telephone lay on the table."


def test_what_was_typed_is_offered_again_and_gone_once_saved(phone: Page) -> None:
    sign_in(phone, MANAGER)
    place = f"{visited_record(MANAGER)}visits/new/"
    phone.goto(place)
    phone.get_by_label("No reply").check()
    phone.locator("main details summary").click()
    phone.get_by_label("What you saw and were told").fill(FOUND)
    expect(phone.get_by_text("Kept, and not saved yet.")).to_be_visible()

    phone.goto("/")
    phone.goto(place)
    offered = phone.get_by_role("region", name="What you typed before")
    expect(offered).to_contain_text("did not save it")
    expect(phone.get_by_label("What you saw and were told")).to_have_value("")
    offered.get_by_role("button", name="Go on with it").click()
    expect(phone.get_by_label("What you saw and were told")).to_have_value(FOUND)
    expect(phone.get_by_label("No reply")).to_be_checked()

    phone.goto(place)
    offered.get_by_role("button", name="Throw it away").click()
    expect(offered).to_have_count(0)
    phone.goto(place)
    phone.wait_for_load_state("networkidle")
    expect(offered).to_have_count(0)


def test_somebody_signed_out_meanwhile_is_told_so(phone: Page) -> None:
    sign_in(phone, MANAGER)
    phone.goto(f"{visited_record(MANAGER)}visits/new/")
    phone.wait_for_load_state("networkidle")
    phone.context.clear_cookies(name="sessionid")
    phone.locator("main details summary").click()
    phone.get_by_label("What you saw and were told").fill(FOUND)
    expect(phone.get_by_role("status")).to_contain_text("You are signed out.")


def test_without_a_connection_nothing_is_sent_and_nothing_is_lost(phone: Page) -> None:
    sign_in(phone, MANAGER)
    phone.goto(f"{visited_record(MANAGER)}visits/new/")
    phone.wait_for_load_state("networkidle")
    phone.locator("main details summary").click()
    phone.context.set_offline(True)
    phone.get_by_label("What you saw and were told").fill(FOUND)
    expect(phone.get_by_role("status")).to_contain_text("No connection.")
    phone.get_by_role("button", name=re.compile("^Save")).first.click()
    expect(phone.get_by_role("status")).to_contain_text("Not saved: there is no connection.")
    expect(phone.get_by_label("What you saw and were told")).to_have_value(FOUND)
    phone.context.set_offline(False)
    expect(phone.get_by_text("Kept, and not saved yet.")).to_be_visible(timeout=15_000)
