"""Every page of the URL policy, as axe sees it, at a desk and on a phone.

The pages are found as a person finds them: by following links from where each role begins. A page
of the policy that no link leads to fails the test too.
"""

import re
from collections import deque
from collections.abc import Iterator
from datetime import datetime, timedelta
from html import unescape

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import Resolver404, resolve
from playwright.sync_api import APIRequestContext, Page
from tests.browser.people import (
    EVERYBODY,
    INSPECTION,
    INVESTIGATOR,
    LIAISON,
    MANAGER,
    SERGEANT,
    sign_in,
    visited_record,
)
from tests.web import scene

from dutybook.access.models import User
from dutybook.access.viewer import viewer_for
from dutybook.documents.inspections import APRIL_2026
from dutybook.inspections.actions import begin_pulse
from dutybook.inspections.models import Recommendation
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.reallocating import reallocate
from dutybook.public.url_policy import PUBLIC_RULES
from dutybook.records.offenders import actions as offenders
from dutybook.records.offenders.models import Offender, Transfer
from dutybook.records.people import actions as people
from dutybook.web.offender_sections import SECTIONS
from dutybook.web.url_policy import WEB_RULES

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_ONE_PAGE = {
    "web:offender": 6,
    "web:offender_section": 12,
    "web:offender_transfers": 6,
    "web:suspect": 6,
    "web:bail": 3,
    "web:account": 2,
    "web:undertaking": 14,
    "web:limb_tests": 13,
    "web:limb": 8,
    "web:recommendation": 4,
    "web:recommendation_whole": 4,
}
"""How many addresses of a page are followed, where not one: some links stand on some records."""

CERTIFIED = [
    *(f"{INSPECTION}limbs/{code}/" for code in ("10a", "15a")),
    f"{INSPECTION}recommendations/5/certification/",
]
"""A limb whose certification stands, one whose proposal waits, and a whole recommendation of which
both is so."""

BY_FILTER = {"/suspects/": "/suspects/?ended=yes"}
"""Lists whose filter a person must use to come to every record: investigations that ended."""

NOT_PAGES = {
    "web:response_file",
    "web:response_letter",
    "web:pack_file",
    "public:release_file",
    "public:schema",
    "public:feed",
    "web:caseload_template",
    "web:calendar_feed",
}


def pages_of_the_policy() -> set[str]:
    """The names of everything that answers GET with a page."""
    return {rule.name for rule in (*WEB_RULES, *PUBLIC_RULES) if rule.answers("GET")} - NOT_PAGES


def page_name(path: str) -> str | None:
    try:
        return resolve(path.split("?")[0].split("#")[0]).view_name
    except Resolver404:
        return None


def links_of(asked: APIRequestContext, path: str) -> Iterator[str]:
    """The addresses on a page, without their fragments."""
    answer = asked.get(path)
    assert answer.ok, f"{path} answered {answer.status}"
    for found in re.findall(r'(?:href|action)="(/[^"#]*)', answer.text()):
        yield BY_FILTER.get(found, unescape(found))


def reachable(asked: APIRequestContext, *begun: str) -> dict[str, str]:
    """An address of each page that links and searches lead to from the first page (and from those
    `begun` with), by the page's name."""
    followed: dict[str, list[str]] = {"web:home": ["/"]}
    for path in begun:
        followed.setdefault(page_name(path) or "", []).append(path)
    waiting = deque(["/", *begun])
    while waiting:
        for path in links_of(asked, waiting.popleft()):
            name = page_name(path)
            known = followed.setdefault(name or "", [])
            if name not in pages_of_the_policy() or path in known:
                continue
            if len(known) < OF_ONE_PAGE.get(name, 1):
                known.append(path)
                waiting.append(path)
    return {name: paths[0] for name, paths in followed.items() if name and paths}


def complaints(page: Page, axe: Axe, name: str) -> list[str]:
    """What axe says against the page that is open."""
    found = axe.run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
    return [
        f"{name}: {each['id']}: {each['help']}: {[node['html'][:160] for node in each['nodes']]}"
        for each in found.response["violations"]
    ]


def something_of_everything(page: Page) -> None:
    """What the demonstration lacks: a draft that waits for approval, a visit with two versions."""
    sign_in(page, "commissioner")
    page.goto(f"{INSPECTION}response/")
    page.get_by_role("button", name="Prepare this for release").click()
    page.context.clear_cookies()
    sign_in(page, MANAGER)
    page.goto(visited_record(MANAGER))
    page.locator("a[href*='/visits/']", has_text="Correct").first.click()
    page.get_by_label("Why is it corrected?").fill("To have two versions.")
    page.get_by_role("button", name="Save the correction").click()
    page.context.clear_cookies()


def something_said(now: datetime) -> list[str]:
    """Somebody found twice, said and corrected, asked for by one who may not see the record, in
    doubt, under an order that was broken, and visited by two; gives the addresses of the person's
    page, of the order and of the record's sections."""
    record = int(visited_record(MANAGER).split("/")[2])
    manager, investigator = (
        viewer_for(User.objects.get(username=name), now=now, route="test")
        for name in (MANAGER, INVESTIGATOR)
    )
    said = scene.said_of(manager, now, record)
    people.correct(
        by=manager,
        now=now,
        person_id=said["person"],
        fact_id=said["said"],
        kind="contact",
        seen_version=1,
        reason="Misheard",
        values={"value": "07700 900123"},
    )
    scene.hit(investigator, now)
    given = {"by": manager, "now": now, "subject_id": record}
    offenders.report_change(at=now, kind="child_contact", note="A new partner", **given)
    offenders.agree_action(
        at=now, what="See her", agreed_in="plan", done_by_whom="police", due_on=now.date(), **given
    )
    offenders.request_jointly(
        at=now, direction="to_us", partner="probation", note="Is the address safe?", **given
    )
    offenders.set_management(at=now, state="reactive", reason="Low for years", **given)
    offenders.report_change(at=now, kind="arrest", note="For theft", **given)
    offenders.set_management(at=now, state="active", **given)
    child = scene.child_of(manager, now, record)["child"]
    offenders.record_check(at=now, system="pnd", **given)
    offenders.establish_breach(at=now, note="The yearly notification was late.", **given)
    offenders.send_transfer(
        sent_on=now.date(), force="South Vale", contact="A desk", reason="Moved", **given
    )
    offenders.charge_further_offence(at=now, note="Charged again", **given)
    order = scene.order_of(manager, now, record)["order"]
    sergeant = viewer_for(User.objects.get(username=SERGEANT), now=now, route="test")
    offenders.record_visit(
        by=sergeant, now=now, subject_id=record, at=now, outcome="seen", second_id=manager.user_id
    )
    alone = offenders.record_visit(at=now, outcome="no_reply", crew=1, **given)
    offenders.ask_leave(
        fact_id=alone.fact_id,
        asked_of_id=sergeant.user_id,
        reason="My colleague was called away.",
        said_given_at=now - timedelta(hours=2),
        **given,
    )
    one_is_given(record, now)
    liaison, chief = (
        viewer_for(User.objects.get(username=name), now=now, route="test")
        for name in (LIAISON, "chief")
    )
    asked = Recommendation.objects.get(inspection__key=APRIL_2026, number=5)
    scene.whole_certified(liaison, chief, now, asked.pk)
    came, refused = Transfer.objects.filter(direction="in").order_by("pk")
    sections = [f"/offenders/{record}/section/{key}/" for key in SECTIONS]
    return [
        f"/people/{said['person']}/",
        *(f"/offenders/{one}/transfers/" for one in (record, came.subject_id, refused.subject_id)),
        f"/orders/{order}/",
        f"/children/{child}/",
        *sections,
    ]


def a_line_given_back(now: datetime) -> str:
    """The address of a response's reading with a line that nobody has placed."""
    liaison = viewer_for(User.objects.get(username=LIAISON), now=now, route="test")
    response = scene.read_elsewhere(liaison, now)["response_id"]
    return f"{INSPECTION}responses/{response}/"


def searched_at_night(now: datetime) -> str:
    """Where the duty officer opens a record that their search hit."""
    subject = Subject.objects.filter(kind="offender", owner__username=MANAGER, restricted=False)[0]
    duty = viewer_for(User.objects.get(username="duty"), now=now, route="test")
    number = Offender.objects.get(subject=subject).national_register_ref
    return f"/emergencies/open/{people.find_people(by=duty, now=now, text=number).hits[0]}/"


def staff_are_asked(now: datetime) -> None:
    """A round of asking that is open, with a form for whoever does the work."""
    auditor = viewer_for(User.objects.get(username="auditor"), now=now, route="test")
    begin_pulse(
        by=auditor, now=now, title="After the winter", closes_on=now.date() + timedelta(days=9),
        statements=[("My phone works", None)],
    )  # fmt: skip


def one_is_given(but: int, now: datetime) -> None:
    """Another of the manager's records is given to nobody yet."""
    subject = Subject.objects.filter(
        kind="offender", owner__username=MANAGER, restricted=False
    ).exclude(pk=but)[0]
    reallocate(
        SubjectKind.OFFENDER,
        by=viewer_for(User.objects.get(username=SERGEANT), now=now, route="test"),
        now=now,
        subject_ids=[subject.pk],
        team_id=subject.team_id,
        owner_id=None,
        reason="On leave",
    )


def test_every_page_is_reached_by_links_and_passes_axe(either: Page, clock: datetime) -> None:
    axe = Axe()
    something_of_everything(either)
    addresses = something_said(clock)
    staff_are_asked(clock)
    begun_with = {
        MANAGER: addresses,
        SERGEANT: addresses,
        "chief": [*CERTIFIED, a_line_given_back(clock)],
        "duty": [searched_at_night(clock)],
    }
    either.goto("/sign-in/")
    wrong = complaints(either, axe, "web:sign_in")
    seen = {"web:sign_in"}
    for username in (*EVERYBODY, "sergeant-ocai-1", "deputy-commissioner"):
        either.context.clear_cookies()
        sign_in(either, username)
        begun = begun_with.get(username, [])
        for name, path in reachable(either.context.request, *begun).items():
            if name in seen:
                continue
            seen.add(name)
            either.goto(path)
            assert either.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (
                f"{name} is wider than the screen"
            )
            wrong += complaints(either, axe, name)
    assert wrong == []
    assert sorted(pages_of_the_policy() - seen) == []


def test_refusals_and_errors_pass_axe(either: Page) -> None:
    axe = Axe()
    sign_in(either, SERGEANT)
    wrong = []
    for path in ("/offenders/999999/", "/accounts/", "/offenders/?page=nonsense"):
        either.goto(path)
        wrong += complaints(either, axe, path)
    either.goto("/")
    either.goto("/suspects/new/")
    either.get_by_role("button").last.click()
    assert wrong + complaints(either, axe, "a refused form") == []
