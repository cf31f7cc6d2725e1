"""Suspects: the list, one suspect whole, referrals, and what is done towards them."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dutybook.access import queries as access_queries
from dutybook.access.errors import NotAllowed
from dutybook.access.roles import RecordKind
from dutybook.records.investigations import actions, queries
from dutybook.records.investigations.queries import EVENT_TABLES, Header
from dutybook.web.events import told
from dutybook.web.flow import asked, chosen, onward, saved
from dutybook.web.forms import investigation as forms
from dutybook.web.identity import sections, warnings
from dutybook.web.narrowing import asked_for, listed
from dutybook.web.views.fact_pages import FactPage, fact_view
from dutybook.web.views.work_views import today
from dutybook.web.wording import LEVELS, plain

ORDER_TITLES = {
    "reference": "Reference",
    "danger": "Highest grade first",
    "idle": "Longest without action first",
}
WHOSE = {"mine": "My own", "unowned": "Unowned"}


def suspects(request: Any) -> HttpResponse:
    """Suspects, narrowed and ordered; those whose investigation has ended only when asked for."""
    narrowed, fields = suspects_asked(request)
    asked_page = request.GET.get("page", "")
    page = queries.suspect_list(request.viewer, now=request.now, page=asked_page, **narrowed)
    return render(
        request,
        "suspects/list.html",
        {
            "page": page,
            "fields": fields,
            "parameters": {**asked_for(fields), "page": asked_page},
            "may_add": request.viewer.may_write(RecordKind.SUSPECT),
        },
    )


def suspects_asked(request: Any) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """How the list is narrowed and ordered, for the query and as the template draws it."""
    fields = [
        listed(request, "level", "Grade", "All grades", LEVELS),
        listed(request, "ended", "Investigations", "Open ones", {"yes": "Ended ones too"}),
        listed(request, "whose", "Owner", "Anybody", WHOSE),
        listed(request, "order", "Sort by", "", ORDER_TITLES),
    ]
    chosen_here = asked_for(fields)
    return {
        "level": chosen_here["level"] or None,
        "also_ended": bool(chosen_here["ended"]),
        "whose": chosen_here["whose"] or None,
        "order": chosen_here["order"] or "reference",
    }, fields


def suspect(request: Any, subject_id: int) -> HttpResponse:
    """One suspect: what is owed, the bails, what happened."""
    kind = chosen(request, "kind", EVENT_TABLES)
    asked_page = request.GET.get("page", "")
    page = queries.suspect_page(
        request.viewer,
        subject_id,
        now=request.now,
        tables=[kind] if kind else (),
        page=asked_page,
    )
    listed = [("", "Everything"), *((name, plain(name)) for name in EVENT_TABLES)]
    return render(
        request,
        "suspects/suspect.html",
        {
            "who": page.header,
            "warned": warnings(page.identity, today(request)) if page.identity else (),
            "identity": page.identity,
            "identity_sections": sections(page.identity, today(request)) if page.identity else (),
            "bails": page.bails,
            "due": page.due,
            "events": [told(event) for event in page.events.rows],
            "next": page.events.next,
            "fields": [{"name": "kind", "label": "Show", "choices": listed, "value": kind}],
            "parameters": {"kind": kind, "page": asked_page},
            "today": today(request),
        },
    )


def referral_receive(request: Any) -> HttpResponse:
    """A referral has come in: open a record of the suspect, named or not."""
    own = request.viewer.team_ids
    teams = [
        (team.team_id, team.name)
        for team in access_queries.teams(request.viewer)
        if team.team_id in own and team.unit == "online_child_abuse"
    ]
    form = forms.ReferralForm(request.POST or None, now=request.now, teams=teams)

    def receive(answers: dict[str, Any]) -> Any:
        team, day = answers.pop("team"), answers.pop("day")
        return actions.receive_referral(
            by=request.viewer, now=request.now, received_at=day, team_id=int(team), **answers
        )

    made = saved(form, receive) if request.method == "POST" else None
    if made:
        return onward("web:suspect", made.subject_id, saved="referral")
    return asked(
        request,
        form,
        "Receive a referral",
        "Open the record",
        back=("Suspects", reverse("web:suspects")),
        lede="Images and files are never kept here: only that the referral came, and from whom.",
    )


def writable_header(request: Any, subject_id: int) -> Header:
    """The suspect's header for a form; refused to somebody who may only read."""
    header = queries.suspect_page(request.viewer, subject_id, now=request.now, size=1).header
    if not header.may_write:
        raise NotAllowed("your role may read this suspect but not change it")
    return header


def name_of(request: Any, subject_id: int) -> str:
    """The suspect's reference and name, for a form about them."""
    who = writable_header(request, subject_id)
    return f"{who.reference} {who.name}".strip()


PAGES = {
    "grade": FactPage(
        "Record the grade", "Save the grade", forms.GradeForm, actions.grade, "grade"
    ),
    "enforce": FactPage(
        "Record what was done", "Save", forms.EnforceForm, actions.enforce, "enforcement"
    ),
    "end": FactPage(
        "End the investigation",
        "End it",
        forms.ReasonForm,
        actions.end_investigation,
        "end",
        lede="What is owed on this suspect ceases. What was late stays on record as unmet.",
    ),
    "reopen": FactPage(
        "Open the investigation again",
        "Open it again",
        forms.ReasonForm,
        actions.reopen_investigation,
        "reopened",
    ),
}
VIEWS = {key: fact_view(page, place="web:suspect", name_of=name_of) for key, page in PAGES.items()}
