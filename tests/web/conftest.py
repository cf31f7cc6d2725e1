"""A small force with somebody in every role, and browsers in which they have signed in."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from tests.web import scene

from dutybook.access import sessions
from dutybook.access.models import Force, RoleGrant, Team, User
from dutybook.access.roles import TEAM_ROLES, TIMED_ROLES, Role
from dutybook.access.viewer import Viewer, operator, viewer_for
from dutybook.inspections import actions as inspections
from dutybook.inspections.actions.library import load_library
from dutybook.inspections.models import Limb
from dutybook.records.investigations.models import BailSegment
from dutybook.web.url_policy import WEB_RULES

NOW = datetime(2026, 11, 24, 14, 5, tzinfo=UTC)
PASSWORD = "a lantern for the harbour"


@pytest.fixture
def force(db: None) -> Force:
    return Force.objects.create(
        key="north-vale", name="North Vale Constabulary", is_demonstration=True
    )


@pytest.fixture
def offender_team(force: Force) -> Team:
    return Team.objects.create(
        force=force, key="north", name="North Offender Management", unit="offender_management"
    )


@pytest.fixture
def abuse_team(force: Force) -> Team:
    return Team.objects.create(
        force=force, key="online", name="Online Child Abuse", unit="online_child_abuse"
    )


@pytest.fixture
def person(force: Force, offender_team: Team, abuse_team: Team) -> Callable[..., User]:
    """Somebody holding one role since last year; supervisors in both teams."""

    def make(role: Role, username: str = "", **fields: Any) -> User:
        name = username or role.value
        user = User(username=name, display_name=name.replace("_", " ").title(), force=force)
        for field, value in fields.items():
            setattr(user, field, value)
        user.set_unusable_password()
        user.save()
        teams = {
            Role.INVESTIGATOR: [abuse_team],
            Role.OFFENDER_MANAGER: [offender_team],
            Role.SUPERVISOR: [offender_team, abuse_team],
        }.get(role, [None])
        for team in teams:
            RoleGrant.objects.create(
                user=user,
                force=force,
                role=role,
                team=team if role in TEAM_ROLES else None,
                from_at=NOW - timedelta(days=365),
                until_at=NOW + timedelta(days=90) if role in TIMED_ROLES else None,
            )
        return user

    return make


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages' clock stands at NOW."""
    monkeypatch.setattr("dutybook.access.middleware.timezone.now", lambda: NOW)


@pytest.fixture
def enter(clock: None) -> Callable[[User], Client]:
    """A browser in which the user has just signed in."""

    def sign_in(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="dutybook.access.backend.AccountBackend")
        session = client.session
        sessions.begin(session, NOW)
        session.save()
        return client

    return sign_in


@pytest.fixture
def as_viewer() -> Callable[[User], Viewer]:
    return lambda user: viewer_for(user, now=NOW, route="test")


@pytest.fixture
def records(
    person: Callable[..., User],
    as_viewer: Callable[[User], Viewer],
    offender_team: Team,
    abuse_team: Team,
) -> dict[str, int]:
    """One of each kind of record, unrestricted, in the teams of `person`'s people."""
    manager = as_viewer(person(Role.OFFENDER_MANAGER, "first.manager"))
    investigator = as_viewer(person(Role.INVESTIGATOR, "first.investigator"))
    lead = as_viewer(person(Role.WELLBEING_LEAD, "first.lead"))
    offender = scene.register(manager, NOW, offender_team)
    suspect = scene.suspect(investigator, NOW, abuse_team)
    bail = scene.bail(investigator, NOW, suspect)
    other = person(Role.ANALYST, "somebody.else")
    said = scene.said_of(manager, NOW, offender)
    visit = scene.visit(manager, NOW, offender, days_ago=40)
    supervisor = as_viewer(person(Role.SUPERVISOR, "first.supervisor"))
    liaison = as_viewer(person(Role.INSPECTION_LIAISON, "second.liaison"))
    return {
        **said,
        **scene.undertakings(liaison, NOW),
        **scene.asked_of(manager, supervisor, NOW, offender, visit),
        **scene.order_of(manager, NOW, offender),
        **scene.child_of(manager, NOW, offender),
        "hit": scene.hit(investigator, NOW),
        "offender": offender,
        "visit": visit,
        "suspect": suspect,
        "bail": bail,
        "segment": BailSegment.objects.get(subject_id=bail).fact_id,
        "staff": scene.staff(lead, NOW),
        "allocation": scene.given_on(supervisor, NOW, offender),
        "account": other.pk,
        "grant": RoleGrant.objects.get(user=other).pk,
    }


ANSWERED = {
    "web:bail_correct": "segment",
    "web:offender_check_assess": "check",
    "web:offender_doubt_decide": "doubt",
    "web:offender_trigger_decide": "change",
    "web:offender_action_end": "action",
    "web:offender_joint_answer": "request",
    "web:child_decide": "known",
    "web:child_tell": "decided",
    "web:child_answer": "told",
    "web:child_withdraw": "known",
    "web:offender_leave_assess": "leave",
    "web:offender_breach_systems": "breach",
    "web:offender_breach_decide": "breach",
    "web:offender_offence_review": "offence",
    "web:order_breach_decide": "order_breach",
    "web:undertaking_answer": "escalation",
    "web:undertaking_withdraw": "escalation",
    "web:order_withdraw": "order_breach",
    "web:offender_withdraw": "check",
}
"""Pages about another fact than a visit."""

OF_AGREEMENTS = {
    f"web:undertaking_{name}"
    for name in ("sign", "owners", "ended", "review", "escalate", "answer", "withdraw")
}
OF_OFFENDERS = ("web:visit", "web:review", "web:transfer", "web:leave", "web:register")
"""How the names of pages about an offender begin that do not say so."""


@pytest.fixture
def addresses(
    records: dict[str, int],
    person: Callable[..., User],
    as_viewer: Callable[[User], Viewer],
) -> dict[str, str]:
    """An address for every page of the URL policy, with records that are there."""
    load_library(by=operator("root", force_id=Force.objects.get().pk, route="test"))
    limb = Limb.objects.order_by("pk").select_related("recommendation__inspection").first()
    assert limb is not None
    liaison = as_viewer(person(Role.INSPECTION_LIAISON, "first.liaison"))
    chief = as_viewer(person(Role.CHIEF_OFFICER, "first.chief"))
    basis = scene.certified(liaison, chief, NOW, limb.pk)
    scene.whole_certified(liaison, chief, NOW, limb.recommendation_id)
    office = as_viewer(person(Role.COMMISSIONERS_OFFICE, "first.commissioner"))
    question = inspections.ask_question(
        by=office,
        now=NOW,
        limb_id=limb.pk,
        question="Why?",
    )
    promised = scene.promised(office, NOW, limb.recommendation_id)
    auditor = as_viewer(person(Role.AUDITOR, "first.auditor"))
    sample = scene.sampled(auditor, NOW)
    pack = scene.packed(chief, NOW)
    inspector = as_viewer(person(Role.INSPECTOR, "first.inspector"))
    duty = as_viewer(person(Role.DUTY_OFFICER, "first.duty"))
    night = scene.opened_at_night(duty, chief, NOW, records["offender"])
    room_request = scene.asked_in_room(inspector, NOW)
    known = {
        "sample_id": sample,
        "case_id": scene.read_case(auditor, NOW, sample),
        "learning_id": scene.learnt(liaison, NOW),
        "pulse_id": scene.pulse(auditor, chief, NOW),
        "place": 1,
        **basis,
        **promised,
        **scene.read_elsewhere(liaison, NOW),
        "question_id": question.pk,
        "to": "chief_officer",
        "user_id": records["account"],
        "grant_id": records["grant"],
        "notice_id": 1,
        "table": "visit",
        "what": "visit",
        "person_id": records["person"],
        "hit_id": records["hit"],
        "opening_id": night["opening_id"],
        "search_id": 1,
        "request_id": 1,
        "secret": "never-given-out",
        "merge_id": records["merge"],
        "code": limb.code,
        "number": limb.recommendation.number,
        "section": "visits",
        "list_name": "records",
        "allocation_id": records["allocation"],
    }
    found = {}
    for rule in WEB_RULES:
        subject = next((kind for kind in ("bail", "suspect", "offender") if kind in rule.name), "")
        if rule.name == "web:bail_open":
            subject = "suspect"
        if rule.name.startswith("web:order"):
            subject = "offender" if rule.name == "web:order_open" else "order"
        if rule.name.startswith(OF_OFFENDERS):
            subject = "offender"
        if rule.name.startswith("web:undertaking"):
            subject = "agreement" if rule.name in OF_AGREEMENTS else "document"
        if rule.name.startswith("web:screening"):
            subject = "staff"
        if rule.name.startswith("web:child"):
            subject = "offender" if rule.name in ("web:children", "web:child_new") else "child"
        key = {"web:duty": "visit_within_interval"}.get(
            rule.name,
            "visit.maximum" if "policy" in rule.name else limb.recommendation.inspection.key,
        )
        fact = records[ANSWERED.get(rule.name, "visit")]
        if rule.name == "web:caseload_template":
            known["form"] = "csv"
        if rule.name == "web:response_file":
            known["form"] = "pdf"
        if rule.name == "web:response_letter":
            known["form"] = "txt"
        if rule.name == "web:allocate":
            known["kind"] = "offenders"
        known["table"] = "visit"
        if rule.name == "web:undertaking_withdraw":
            known["table"] = "partner_escalation"
        if rule.name == "web:order_withdraw":
            known["table"] = "order_breach"
        if rule.name == "web:offender_withdraw":
            known["table"] = "database_check"
        if rule.name == "web:child_withdraw":
            known["table"] = "child_at_risk"
        given = {**known, "fact_id": fact, "subject_id": records.get(subject, 0), "key": key}
        if rule.name == "web:emergency_open":
            given["hit_id"] = night["own_hit"]
        if rule.name == "web:room_answer":
            given["request_id"] = room_request
        if rule.name.startswith("web:pack"):
            given |= {"number": pack, "form": "docx"}
        if rule.name == "web:commitment_step":
            given["kind"] = "moved"
        if rule.name.startswith("web:person"):
            given |= {"fact_id": records["said"], "kind": "contact"}
        wanted = _parameters(rule.name)
        found[rule.name] = reverse(rule.name, kwargs={name: given[name] for name in wanted})
    return found


def _parameters(name: str) -> list[str]:
    """What the address of a page has to be told."""
    pages = get_resolver().namespace_dict["web"][1].reverse_dict
    [(_, parameters)], *_rest = pages.getlist(name.removeprefix("web:"))[0]
    return list(parameters)
