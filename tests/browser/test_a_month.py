"""A month of one limb: proposed, contradicted, made true by the unit's work, certified by another,
published; then a visit made alone un-proves it the same day, and what was frozen comes out again.

Everybody works in the browser, each day on its own day; the clock is moved by the test.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect
from tests.browser.people import INSPECTION, sign_in

from dutybook.access.models import Force, RoleGrant, Team, User
from dutybook.access.roles import TEAM_ROLES, Role
from dutybook.access.viewer import operator, viewer_for
from dutybook.inspections.actions import load_library
from dutybook.inspections.actions.watching import watch_findings
from dutybook.inspections.models import Certification, Release
from dutybook.inspections.queries.basis import canonical
from dutybook.ledger.models import Subject
from dutybook.ledger.queries import measures_of
from dutybook.records.offenders import actions as offenders

pytestmark = pytest.mark.browser

LONDON = ZoneInfo("Europe/London")
PASSWORD = "a lantern for the harbour"  # an invented person's
PAIRS = f"{INSPECTION}limbs/10a/"
PEOPLE = {
    "pat": (Role.OFFENDER_MANAGER, "Pat Ellwood"),
    "robin": (Role.OFFENDER_MANAGER, "Robin Ashdown"),
    "lee": (Role.INSPECTION_LIAISON, "Lee Marsh"),
    "morgan": (Role.CHIEF_OFFICER, "Morgan Hale"),
    "casey": (Role.COMMISSIONERS_OFFICE, "Casey Wren"),
    "devon": (Role.COMMISSIONERS_OFFICE, "Devon Teal"),
}
BEGAN = datetime(2026, 10, 1, 8, 0, tzinfo=UTC)

MoveTo = Callable[[int, int, int], datetime]


@pytest.fixture
def starting_point(template_database: str) -> str:
    """The month begins in an empty installation."""
    return template_database


@pytest.fixture
def move_to(served: str, monkeypatch: pytest.MonkeyPatch) -> MoveTo:
    """Moves everybody's clock to an hour of a day of 2026 (month, day, hour)."""
    moment = [BEGAN]
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment[0])

    def move(month: int, day: int, hour: int) -> datetime:
        moment[0] = datetime(2026, month, day, hour, 5, tzinfo=LONDON).astimezone(UTC)
        return moment[0]

    return move


@pytest.fixture
def force(served: str) -> Force:
    """A force with two offender managers, those who answer for it, and the policing body."""
    made = Force.objects.create(key="harrowmere", name="Harrowmere Police", is_demonstration=True)
    team = Team.objects.create(
        force=made, key="north", name="Harrowmere North", unit="offender_management"
    )
    for username, (role, name) in PEOPLE.items():
        user = User(username=username, display_name=name, force=made)
        user.set_password(PASSWORD)
        user.save()
        RoleGrant.objects.create(
            user=user,
            force=made,
            role=role,
            team=team if role in TEAM_ROLES else None,
            from_at=BEGAN - timedelta(days=900),
        )
    load_library(by=operator("root", force_id=made.pk, route="test"))
    pat = User.objects.get(username="pat")
    offenders.register_offender(
        by=viewer_for(pat, now=BEGAN, route="test"),
        now=BEGAN,
        national_register_ref="HM-2001",
        name="Alfred Quillfeather",
        team_id=team.pk,
        registered_at=BEGAN.date(),
        owner_id=pat.pk,
        level="high",
    )
    return made


def enter(page: Page, username: str) -> None:
    page.context.clear_cookies()
    sign_in(page, username, PASSWORD)


def record_visit(page: Page, *, crew: str, second: str = "") -> None:
    """The manager records a visit of this hour from the record, as on a phone."""
    subject = Subject.objects.get(kind="offender")
    page.goto(f"/offenders/{subject.pk}/visits/new/")
    page.get_by_label("Seen").check()
    page.get_by_label("No, unannounced").check()
    page.get_by_label("How many of you went?").fill(crew)
    if second:
        page.get_by_label("Who went with you?").select_option(label=second)
    page.get_by_role("button", name="Save the visit").click()


def propose(page: Page) -> None:
    page.goto(PAIRS)
    page.get_by_role("link", name="Propose that it be certified").click()
    page.get_by_label("What the force claims").fill("Every visit is made in pairs, unannounced.")
    page.get_by_label("On what the claim rests").fill("The order of October; the records.")
    page.get_by_role("button", name="Propose it").click()
    expect(page.get_by_role("alert")).to_contain_text("It is saved.")


def watch(force: Force, now: datetime) -> None:
    """What the worker does every hour."""
    watch_findings(by=operator("worker", force_id=force.pk, route="worker"), now=now)


def test_a_limb_through_a_month(desk: Page, force: Force, move_to: MoveTo) -> None:
    # A visit by two, one of whom has not confirmed: nobody can say that it was in pairs.
    move_to(10, 20, 14)
    enter(desk, "pat")
    record_visit(desk, crew="2", second="Robin Ashdown")

    # Proposed all the same; the chief officer sees first what contradicts it, and declines.
    move_to(10, 26, 10)
    enter(desk, "lee")
    propose(desk)
    enter(desk, "morgan")
    desk.goto(PAIRS)
    desk.get_by_role("link", name="Certify or decline").click()
    expect(desk.locator(".db-panel--danger")).to_contain_text("0 of 1 shown, 1 unknown")
    desk.get_by_label("I decline").check()
    desk.get_by_label("Reason", exact=True).fill("The records cannot say who was there.")
    desk.get_by_role("button", name="Save the answer").click()
    expect(desk.get_by_role("alert")).to_contain_text("It is saved.")

    # The unit does its work: the second visitor says that they were there.
    move_to(10, 28, 9)
    enter(desk, "robin")
    desk.get_by_role("link", name="1 visit").click()
    desk.get_by_role("button", name="I was there").click()

    # Proposed again with its evidence, certified by another person, nothing against it.
    move_to(10, 31, 11)
    enter(desk, "lee")
    propose(desk)
    desk.get_by_role("link", name="Owners, evidence").click()
    desk.get_by_role("link", name="Say who owns it").click()
    desk.get_by_label("Senior owner").fill("Assistant chief constable")
    desk.get_by_label("Delivery owner").fill("Head of public protection")
    desk.get_by_label("Board that decides").fill("Public protection board")
    desk.get_by_label("Where this was decided").fill("30 October 2026, item 2")
    desk.get_by_role("button", name="Save the owners").click()
    desk.get_by_role("link", name="Add evidence").click()
    desk.get_by_label("What the records showed").check()
    desk.get_by_label("Title").fill("Visits in pairs, counted")
    about = desk.get_by_role("group", name="The day that it is about")
    for box, value in (("Day", "31"), ("Month", "10"), ("Year", "2026")):
        about.get_by_label(box).fill(value)
    desk.get_by_role("button", name="Add it").click()
    expect(desk.locator("main")).to_contain_text("1 of 1 shown")
    certified = move_to(10, 31, 15)
    watch(force, certified)
    enter(desk, "morgan")
    desk.goto(PAIRS)
    desk.get_by_role("link", name="Certify or decline").click()
    expect(desk.locator(".db-panel")).to_contain_text("1 of 1 shown")
    desk.get_by_label("I certify it").check()
    desk.get_by_role("button", name="Save the answer").click()
    expect(desk.locator("main")).to_contain_text("Certified by Morgan Hale")
    made = Certification.objects.get(outcome="certified")
    frozen = canonical(made.figures)
    figure = next(one for one in made.figures if one["duty"] == "visit_unannounced_in_pairs")
    assert (made.finding, figure["shown"], figure["of"]) == ("fully_shown", 1, 1)

    # Published: one prepares, another tests for harm and approves.
    move_to(11, 2, 10)
    enter(desk, "casey")
    desk.goto(f"{INSPECTION}response/")
    desk.get_by_role("button", name="Prepare this for release").click()
    enter(desk, "devon")
    desk.goto(f"{INSPECTION}response/")
    desk.get_by_role("link", name="Test it and release it").click()
    desk.get_by_label("I tested the figures").check()
    desk.locator("main").get_by_role("button").click()
    expect(desk.get_by_role("alert")).to_contain_text("Released.")
    assert Release.objects.count() == 1

    # A visit made alone: the same day the claim no longer holds, and everybody concerned is told.
    move_to(11, 24, 14)
    enter(desk, "pat")
    record_visit(desk, crew="1")
    watch(force, move_to(11, 24, 15))
    enter(desk, "morgan")
    desk.goto("/notices/")
    expect(desk.locator("main")).to_contain_text("10a")
    desk.goto(PAIRS)
    warning = desk.locator(".govuk-warning-text").last
    expect(warning).to_contain_text("Certified on 31 October 2026 as fully shown")
    expect(warning).to_contain_text("The records now read: shortfall")
    desk.goto(INSPECTION)
    desk.get_by_role("link", name="Where claims do not hold").click()
    first = desk.locator("tbody tr").first
    expect(first).to_contain_text("Certified; the records say: shortfall")
    expect(first).to_contain_text("24 Nov 2026")

    # What was frozen on 31 October comes out again, from what was known then.
    desk.goto(PAIRS)
    desk.get_by_role("link", name="Owners, evidence").click()
    desk.get_by_role("link", name="Count it again").click()
    expect(desk.locator("main")).to_contain_text("The same, to the byte")
    expect(desk.get_by_role("row", name="Home visits unannounced")).to_contain_text("1 of 1")
    made.refresh_from_db()
    assert canonical(made.figures) == frozen
    chief = viewer_for(User.objects.get(username="morgan"), now=move_to(11, 24, 16), route="test")
    then = measures_of(
        chief,
        made.day,
        duties=["visit_unannounced_in_pairs"],
        now=move_to(11, 24, 16),
        known_at=made.said_at,
    )["visit_unannounced_in_pairs"]
    assert (then.digest, then.total.numerator) == (figure["digest"], figure["shown"])
