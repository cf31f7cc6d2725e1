"""Leave for a visit, asked there and then and answered in person; what is on the register."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from dutybook.access.models.user import RANK_TITLES
from dutybook.records.offenders import actions, queries
from dutybook.web.flow import asked, onward, saved
from dutybook.web.forms.leave import AskLeaveForm, RefuseLeaveForm, RegisterNoteForm
from dutybook.web.views.offender_views import writable_header


def visit_leave(request: Any, subject_id: int, fact_id: int) -> HttpResponse:
    """Say who gave leave for a visit, or ask for it now."""
    who = writable_header(request, subject_id)
    found = queries.may_give_leave(request.viewer, who.team_id, now=request.now)
    authorisers = [
        (one.user_id, f"{RANK_TITLES[one.rank]} {one.name}" if one.rank else one.name)
        for one in found
    ]
    form = AskLeaveForm(request.POST or None, now=request.now, authorisers=authorisers)

    def ask(answers: dict[str, Any]) -> object:
        return actions.ask_leave(
            by=request.viewer,
            now=request.now,
            subject_id=subject_id,
            fact_id=fact_id,
            asked_of_id=int(answers["asked_of"]),
            reason=answers["reason"],
            said_given_at=answers["said_given_at"],
        )

    if request.method == "POST" and saved(form, ask):
        return onward("web:offender", subject_id, saved="leave_asked")
    just_made = request.GET.get("saved") == "visit"
    lede = (
        "A visit that was announced, or made by one person, is in breach unless a supervisor whose "
        "rank suffices gave leave. Only they can say so: they are asked in person."
    )
    return asked(
        request,
        form,
        "Who gave leave for this visit?",
        "Ask them",
        back=(who.name, reverse("web:offender", args=[subject_id])),
        caption=who.name,
        lede=f"The visit is recorded. {lede}" if just_made else lede,
    )


def leave_asked(request: Any) -> HttpResponse:
    """Visits for which leave is asked of me, the oldest first."""
    return render(
        request,
        "offenders/leave_asked.html",
        {
            "rows": queries.leave_asked(request.viewer),
            "back": {"text": "My work", "href": reverse("web:home")},
        },
    )


def leave_refuse(request: Any, subject_id: int, request_id: int) -> HttpResponse:
    """I gave no leave, and why."""
    form = RefuseLeaveForm(request.POST or None, now=request.now)

    def refuse(answers: dict[str, Any]) -> object:
        return actions.refuse_leave(
            by=request.viewer,
            now=request.now,
            subject_id=subject_id,
            request_id=request_id,
            reason=answers["reason"],
        )

    if request.method == "POST" and saved(form, refuse):
        return redirect(f"{reverse('web:leave_asked')}?saved=refused")
    name = writable_header(request, subject_id).name
    return asked(
        request,
        form,
        "You gave no leave for this visit",
        "Save",
        back=("Leave asked of you", reverse("web:leave_asked")),
        caption=name,
        lede="The visit stays as it was made, and whoever asked reads your reason.",
    )


def register_note(request: Any, subject_id: int, table: str, fact_id: int) -> HttpResponse:
    """Note that a record was put on the national register."""
    form = RegisterNoteForm(request.POST or None, now=request.now)

    def note(answers: dict[str, Any]) -> object:
        return actions.put_on_register(
            by=request.viewer,
            now=request.now,
            subject_id=subject_id,
            table=table,
            fact_id=fact_id,
            put_on=answers["day"],
        )

    if request.method == "POST" and saved(form, note):
        return onward("web:offender", subject_id, saved="on_register")
    name = writable_header(request, subject_id).name
    return asked(
        request,
        form,
        "Put on the national register",
        "Save",
        back=(name, reverse("web:offender", args=[subject_id])),
        caption=name,
        lede="Dutybook does not write to the register. This says when somebody did.",
    )
