"""A policy that nobody has set reads *no standard set* wherever it counts, and never as met."""

from datetime import datetime

import pytest
from playwright.sync_api import Page, expect
from tests.browser.installation import CHIEF, MANAGER, OFFENDERS, PASSWORD, install
from tests.browser.people import INSPECTION, sign_in
from tests.ledger.scene import catch_up
from tests.web import scene

pytestmark = pytest.mark.browser


@pytest.fixture
def starting_point(template_database: str) -> str:
    """These tests begin from an empty installation."""
    return template_database


def test_unset_is_said_on_list_matrix_limb_measure_and_record(desk: Page, clock: datetime) -> None:
    made = install(clock)
    sign_in(desk, MANAGER, PASSWORD)
    desk.goto("/?duty=visit_within_interval")
    rows = desk.locator("tbody tr")
    expect(rows).to_have_count(len(OFFENDERS))
    for place, (name, _) in enumerate(OFFENDERS):
        expect(rows.nth(place)).to_contain_text(name)
        expect(rows.nth(place)).to_contain_text("No standard set")
        expect(rows.nth(place)).to_contain_text("500 days ago")

    desk.goto("/team/?duty=visit_within_interval")
    head = desk.locator(".db-matrix thead th").all_inner_texts()
    foot = desk.locator(".db-matrix tfoot td")
    expect(foot.nth(head.index("No standard set") - 1)).to_contain_text(str(len(OFFENDERS)))
    expect(foot.nth(head.index("Not late") - 1)).to_have_text("0")
    expect(desk.get_by_role("region", name="Policies not set")).to_contain_text(
        "Longest time between home visits"
    )

    desk.goto(f"{INSPECTION}limbs/8c/")
    shown = desk.get_by_role("region", name="What the records show")
    expect(shown.locator("p .db-tag")).to_have_text(["No standard set", "Records untested"])
    expect(shown).to_contain_text("0 of 4 shown (0%)")
    expect(shown).to_contain_text("4 not shown as met, of them 4 with no standard set.")
    expect(shown).to_contain_text("Unset: First home visit, Longest time between home visits.")

    desk.goto("/?duty=visit_within_interval")
    desk.locator("tbody th a").first.click()
    expect(desk.locator(".db-facts")).to_contain_text("No standard set")
    expect(desk.locator(".db-facts")).to_contain_text("500 days ago")

    scene.set_policies(made.chief, clock)
    catch_up(made.chief.force_id, now=clock)
    desk.goto(f"{INSPECTION}limbs/8c/")
    visits = shown.locator("h3:has-text('Home visit') + .db-figure")
    expect(visits).to_contain_text("0 of 4 shown")
    expect(visits).not_to_contain_text("no standard set")


def test_the_chief_sets_a_policy_and_the_list_has_dates(desk: Page, clock: datetime) -> None:
    made = install(clock)
    sign_in(desk, CHIEF, PASSWORD)
    desk.goto("/policies/")
    expect(desk.locator(".db-panel--warm")).to_contain_text("4 people have no standard")
    desk.get_by_role("link", name="Longest time between home visits").last.click()
    desk.get_by_role("link", name="Make this setting").click()
    desk.get_by_label("Every level").or_(desk.get_by_label("For which risk level")).select_option(
        ""
    )
    desk.get_by_label("How many").fill("6")
    desk.get_by_label("Counted in").select_option("months")
    desk.get_by_label("Who decided it, and where that is written").fill("Chief's order 4 of 2026")
    desk.get_by_role("button").last.click()
    expect(desk.get_by_role("alert")).to_contain_text("The setting is saved")
    catch_up(made.chief.force_id, now=clock)
    desk.goto("/team/records/?duty=visit_within_interval")
    rows = desk.locator("tbody tr")
    expect(rows).to_have_count(len(OFFENDERS))
    expect(desk.get_by_text("No standard set", exact=True)).to_have_count(0)


def test_before_anything_is_released_the_public_page_is_empty(phone: Page, clock: datetime) -> None:
    install(clock)
    phone.goto("/public/")
    expect(phone.get_by_text("Nothing has been published yet.")).to_be_visible()
