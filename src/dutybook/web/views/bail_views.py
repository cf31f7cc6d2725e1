"""The bail board, one bail, and what is recorded about it."""

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dutybook.access.errors import NotAllowed
from dutybook.ledger.queries import Event, versions_of
from dutybook.records.investigations import actions, queries
from dutybook.records.investigations.queries.bail_page import BailPage, bail_page
from dutybook.web.events import told
from dutybook.web.flow import asked, onward, saved, seen_version
from dutybook.web.forms import investigation as forms
from dutybook.web.narrowing import listed
from dutybook.web.views.fact_pages import FactPage, fact_view
from dutybook.web.views.suspect_views import writable_header
from dutybook.web.views.work_views import today

BOARDS = {"running": "Running", "ran_out": "Ran out, no end recorded"}
"""Which bails the board shows."""


def bail_board(request: Any) -> HttpResponse:
    """Running bails, the soonest to run out first; those that ran out unended are beside them."""
    asked_page = request.GET.get("page", "")
    which, _ = bails_asked(request)
    page = queries.bail_board(request.viewer, today(request), which=which, page=asked_page)
    return render(
        request,
        "bail/board.html",
        {
            "page": page,
            "boards": BOARDS,
            "which": which,
            "parameters": {"which": which if which != "running" else None, "page": asked_page},
        },
    )


def bails_asked(request: Any) -> tuple[Any, list[dict[str, Any]]]:
    """Which bails are asked for, for the query and to be said in words."""
    field = listed(request, "which", "Bails", "", BOARDS)
    field["value"] = field["value"] or "running"
    return field["value"], [field]


def bail(request: Any, subject_id: int) -> HttpResponse:
    """One bail with its segments and checks."""
    asked_page = request.GET.get("page", "")
    page = bail_page(request.viewer, subject_id, now=request.now, page=asked_page, warn=True)
    return render(
        request,
        "bail/bail.html",
        {
            "bail": page,
            "events": [told(event) for event in page.events.rows],
            "parameters": {"page": asked_page},
            "today": today(request),
        },
    )


def bail_open(request: Any, subject_id: int) -> HttpResponse:
    """A suspect is bailed: the first segment."""
    form = forms.OpenBailForm(request.POST or None, now=request.now)

    def begin(answers: dict[str, Any]) -> Any:
        return actions.open_bail(
            by=request.viewer, now=request.now, suspect_id=subject_id, **answers
        )

    made = saved(form, begin) if request.method == "POST" else None
    if made:
        return onward("web:bail", made.subject_id, saved="opened")
    who = writable_header(request, subject_id)
    return asked(
        request,
        form,
        "Record a bail",
        "Save the bail",
        back=(who.reference, reverse("web:suspect", args=[subject_id])),
        caption=f"{who.reference} {who.name}".strip(),
    )


def bail_extend(request: Any, subject_id: int) -> HttpResponse:
    """A further segment, from the day after the last one ends."""
    form = forms.ExtendBailForm(request.POST or None, now=request.now)

    def extend(answers: dict[str, Any]) -> object:
        return actions.extend_bail(
            by=request.viewer, now=request.now, subject_id=subject_id, **answers
        )

    if request.method == "POST" and saved(form, extend):
        return onward("web:bail", subject_id, saved="extended")
    found = writable_bail(request, subject_id)
    return asked(
        request,
        form,
        "Extend bail",
        "Save the extension",
        back=(found.label, reverse("web:bail", args=[subject_id])),
        caption=found.label,
        lede="The extension begins on the day after the present end. It opens a new period in "
        "which the conditions are to be checked.",
    )


def bail_correct(request: Any, subject_id: int, fact_id: int) -> HttpResponse:
    """Put a segment right: its end has become known, or something was mistyped."""
    found = writable_bail(request, subject_id)
    segment = versions_of(request.viewer, subject_id, "bail_segment", fact_id)[0]
    form = forms.CorrectSegmentForm(
        request.POST or None, now=request.now, initial=_answers(segment)
    )

    def correct(answers: dict[str, Any]) -> object:
        return actions.correct_segment(
            by=request.viewer,
            now=request.now,
            subject_id=subject_id,
            fact_id=fact_id,
            seen_version=seen_version(request),
            **answers,
        )

    if request.method == "POST" and saved(form, correct):
        return onward("web:bail", subject_id, saved="corrected")
    return asked(
        request,
        form,
        "Correct this period of bail",
        "Save the correction",
        back=(found.label, reverse("web:bail", args=[subject_id])),
        caption=found.label,
        lede="What was recorded before stays on record.",
        seen_version=seen_version(request) or segment.version,
    )


def _answers(segment: Event) -> dict[str, Any]:
    """A stored segment as the form's answers."""
    until, conditional = segment.details["until"], segment.details["conditional"]
    return {
        "first_day": segment.at,
        "last_day": datetime.fromisoformat(until) if until else None,
        "conditional": {True: "yes", False: "no", None: ""}[conditional],
        "conditions": segment.details["conditions"],
    }


def writable_bail(request: Any, subject_id: int) -> BailPage:
    """The bail for a form; refused to somebody who may only read."""
    found = bail_page(request.viewer, subject_id, now=request.now)
    if not found.may_write:
        raise NotAllowed("your role may read this bail but not change it")
    return found


def name_of(request: Any, subject_id: int) -> str:
    """Whose bail it is."""
    return writable_bail(request, subject_id).label


PAGES = {
    "check": FactPage(
        "Record a check of the conditions",
        "Save the check",
        forms.CheckBailForm,
        actions.check_bail,
        "check",
    ),
    "end": FactPage("End bail early", "End bail", forms.EndBailForm, actions.end_bail, "ended"),
}
VIEWS = {key: fact_view(page, place="web:bail", name_of=name_of) for key, page in PAGES.items()}
