"""Offenders: the list, one offender whole, a new one, who they are and who answers for them."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dutybook.access import queries as access_queries
from dutybook.access.errors import NotAllowed
from dutybook.access.roles import RecordKind
from dutybook.ledger.fact_models import choices_of
from dutybook.ledger.queries import versions_of
from dutybook.records.offenders import actions, queries
from dutybook.records.offenders.queries import EVENT_TABLES, Header
from dutybook.web.events import told
from dutybook.web.flow import asked, chosen, onward, saved, seen_version
from dutybook.web.forms.offender import EditForm, RegisterForm, RestrictForm
from dutybook.web.identity import sections, warnings
from dutybook.web.narrowing import asked_for, listed
from dutybook.web.offender_events import with_links
from dutybook.web.offender_sections import record_sections
from dutybook.web.views.work_views import today
from dutybook.web.wording import LEVELS, plain

KINDS = {
    "visit": "Visits and attempts",
    "visit_authorisation": "Authorisations",
    "supervisor_review": "Reviews",
    "arms_assessment": "ARMS assessments",
    "risk_plan": "Plans",
    "risk_level": "Risk levels",
    "database_check": "Searches of databases",
    "database_assessment": "What searches mean",
    "entry_attempt": "Attempts to enter",
    "reactive_evidence": "Conditions of reactive management",
}


ORDER_TITLES = {
    "name": "Name",
    "danger": "Most dangerous first",
    "unseen": "Longest not seen first",
}
WHOSE = {"mine": "My own", "unowned": "Unowned"}
WHERE = {state: plain(state) for state in choices_of("community_status", "state")}
MANAGED = {state: plain(state) for state in choices_of("management", "state")}


def offenders(request: Any) -> HttpResponse:
    """Offenders, narrowed and ordered; somebody is found by name with the search above."""
    narrowed, fields = offenders_asked(request)
    asked_page = request.GET.get("page", "")
    page = queries.offender_list(request.viewer, now=request.now, page=asked_page, **narrowed)
    return render(
        request,
        "offenders/list.html",
        {
            "page": page,
            "fields": fields,
            "parameters": {**asked_for(fields), "page": asked_page},
            "may_add": request.viewer.may_write(RecordKind.OFFENDER),
        },
    )


def offenders_asked(request: Any) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """How the list is narrowed and ordered, for the query and as the template draws it."""
    fields = [
        listed(request, "level", "Risk level", "All levels", LEVELS),
        listed(request, "where", "Where", "Everywhere", WHERE),
        listed(request, "managed", "Management", "Either way", MANAGED),
        listed(request, "whose", "Owner", "Anybody", WHOSE),
        listed(request, "order", "Sort by", "", ORDER_TITLES),
    ]
    narrowed = {field["name"]: field["value"] or None for field in fields}
    return {**narrowed, "order": narrowed["order"] or "name"}, fields


def offender(request: Any, subject_id: int) -> HttpResponse:
    """One offender: who, how dangerous, what is due, what happened."""
    kind = chosen(request, "kind", EVENT_TABLES)
    asked_page = request.GET.get("page", "")
    page = queries.offender_page(
        request.viewer,
        subject_id,
        now=request.now,
        tables=[kind] if kind else (),
        page=asked_page,
    )
    listed = [("", "Everything"), *((name, KINDS.get(name, plain(name))) for name in EVENT_TABLES)]
    return render(
        request,
        "offenders/offender.html",
        {
            "who": page.header,
            "record_sections": record_sections(page.header),
            "due": page.due,
            "next_visit": next(
                (one for one in page.due if one.duty == "visit_within_interval"), None
            ),
            "events": [with_links(event, page.header, page.beside) for event in page.events.rows],
            "next": page.events.next,
            "fields": [
                {"name": "kind", "label": "Show", "choices": listed, "value": kind},
            ],
            "parameters": {"kind": kind, "page": asked_page},
            "today": today(request),
            "warned": warnings(page.identity, today(request)) if page.identity else (),
            "identity": page.identity,
            "identity_sections": sections(page.identity, today(request)) if page.identity else (),
        },
    )


def offender_versions(request: Any, subject_id: int, table: str, fact_id: int) -> HttpResponse:
    """Every version of one fact, with who keyed each and why."""
    events = versions_of(request.viewer, subject_id, table, fact_id)
    back = {"text": "Back", "href": reverse("web:offender", args=[subject_id])}
    return render(
        request, "offenders/versions.html", {"events": [told(one) for one in events], "back": back}
    )


def own_teams(request: Any) -> list[tuple[int, str]]:
    """The teams in which the viewer manages offenders."""
    own = request.viewer.team_ids
    return [
        (team.team_id, team.name)
        for team in access_queries.teams(request.viewer)
        if team.team_id in own and team.unit == "offender_management"
    ]


def offender_register(request: Any) -> HttpResponse:
    """Open a record of a registered offender."""
    form = RegisterForm(request.POST or None, now=request.now, teams=own_teams(request))

    def register(answers: dict[str, Any]) -> Any:
        return actions.register_offender(
            by=request.viewer,
            now=request.now,
            national_register_ref=answers["national_register_ref"],
            name=answers["name"],
            date_of_birth=answers["date_of_birth"],
            sex=answers["sex"],
            registered_at=answers["day"],
            level=answers["level"],
            team_id=int(answers["team"]),
        )

    made = saved(form, register) if request.method == "POST" else None
    if made:
        return onward("web:offender", made.subject_id, saved="registered")
    return asked(
        request,
        form,
        "Register an offender",
        "Open the record",
        back=("Offenders", reverse("web:offenders")),
        lede="A supervisor then allocates them; until then they show as unowned.",
    )


def offender_edit(request: Any, subject_id: int) -> HttpResponse:
    """Change who an offender is recorded as."""
    who = writable_header(request, subject_id)
    beginning = {
        name: getattr(who, name)
        for name in ("national_register_ref", "name", "date_of_birth", "sex")
    }
    form = EditForm(request.POST or None, now=request.now, initial=beginning)

    def edit(answers: dict[str, Any]) -> object:
        return actions.edit_offender(
            by=request.viewer,
            now=request.now,
            subject_id=subject_id,
            seen_revision=seen_version(request),
            **answers,
        )

    if request.method == "POST" and saved(form, edit):
        return onward("web:offender", subject_id, saved="edit")
    return _about(
        request,
        who,
        form,
        "Change who this is recorded as",
        "Save",
        seen_version=seen_version(request) or who.revision,
    )


def offender_restrict(request: Any, subject_id: int) -> HttpResponse:
    """Close a record to all but its owner and those granted it, or open it again."""
    who = writable_header(request, subject_id)
    form = RestrictForm(request.POST or None)

    def restrict(answers: dict[str, Any]) -> object:
        return actions.restrict(
            by=request.viewer,
            now=request.now,
            subject_id=subject_id,
            restricted=not who.restricted,
            reason=answers["reason"],
            seen_revision=seen_version(request),
        )

    if request.method == "POST" and saved(form, restrict):
        return onward("web:offender", subject_id, saved="restriction")
    heading = "Open this record again" if who.restricted else "Restrict this record"
    return _about(
        request, who, form, heading, "Save", seen_version=seen_version(request) or who.revision
    )


def writable_header(request: Any, subject_id: int) -> Header:
    """The offender's header for a form; refused to somebody who may only read."""
    header = queries.header_for_form(request.viewer, subject_id, now=request.now)
    if not header.may_write:
        raise NotAllowed("your role may read this offender but not change it")
    return header


def _about(
    request: Any, who: Header, form: Any, heading: str, button: str, **more: Any
) -> HttpResponse:
    return asked(
        request,
        form,
        heading,
        button,
        back=(who.name, reverse("web:offender", args=[who.subject_id])),
        caption=who.name,
        **more,
    )
