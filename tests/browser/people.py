"""The invented people of the demonstration force, and how they sign in."""

from playwright.sync_api import Page

from dutybook.demo.force import PASSWORD

MANAGER = "manager"
SERGEANT = "sergeant"
INVESTIGATOR = "investigator"
LIAISON = "liaison"
EVERYBODY = (
    MANAGER,
    SERGEANT,
    INVESTIGATOR,
    "analyst",
    LIAISON,
    "chief",
    "commissioner",
    "wellbeing",
    "auditor",
    "inspector",
    "duty",
    "administrator",
)
INSPECTION = "/inspections/hmicfrs-2026-04-online-child-abuse-and-offender-management/"


def sign_in(page: Page, username: str, password: str = PASSWORD) -> None:
    """Sign in through the page, as a person would."""
    page.goto("/sign-in/")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda address: "/sign-in/" not in address)


def fill_day(page: Page, group: str, day: str, month: str, year: str) -> None:
    """Type a day into its three boxes, whether or not there is such a day."""
    boxes = page.get_by_role("group", name=group)
    for label, typed in (("Day", day), ("Month", month), ("Year", year)):
        boxes.get_by_label(label, exact=True).fill(typed)


def visited_record(username: str) -> str:
    """The address of the record, among those of a person's own, that was visited last."""
    from dutybook.records.offenders.models import Visit

    visits = Visit.objects.filter(subject__owner__username=username, subject__restricted=False)
    return f"/offenders/{visits.latest('at').subject_id}/"
