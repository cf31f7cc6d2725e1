"""Psychological screening: persons for the wellbeing lead, counts for everybody else."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dutybook.access.roles import RecordKind
from dutybook.records.workforce import actions, queries
from dutybook.web.flow import asked, onward, saved
from dutybook.web.forms.screening import JoinForm, LeaveForm, ScreeningForm
from dutybook.web.views.work_views import today

BOARD = ("Screening", "web:screening")


def screening(request: Any) -> HttpResponse:
    """Who is owed screening, for the wellbeing lead; how many, for others."""
    viewer = request.viewer
    if not viewer.may_read(RecordKind.STAFF_SCREENING):
        found = queries.provision(viewer, today(request))
        return render(request, "screening/provision.html", {"provision": found})
    asked_page = request.GET.get("page", "")
    page = queries.screening_board(viewer, today(request), page=asked_page)
    return render(
        request, "screening/board.html", {"page": page, "parameters": {"page": asked_page}}
    )


def screening_record(request: Any, subject_id: int) -> HttpResponse:
    """Screening was offered, completed or declined."""
    form = ScreeningForm(request.POST or None, now=request.now)

    def keep(answers: dict[str, Any]) -> object:
        return actions.record_screening(
            by=request.viewer,
            now=request.now,
            subject_id=subject_id,
            at=answers["day"],
            state=answers["state"],
        )

    if request.method == "POST" and saved(form, keep):
        return onward("web:screening", saved="screening")
    return _form(request, form, "Record screening", "Save")


def screening_join(request: Any) -> HttpResponse:
    """Somebody entered a role for which screening is owed."""
    form = JoinForm(request.POST or None, now=request.now)

    def join(answers: dict[str, Any]) -> object:
        day = answers.pop("day")
        return actions.join_role(by=request.viewer, now=request.now, at=day, **answers)

    if request.method == "POST" and saved(form, join):
        return onward("web:screening", saved="joined")
    return _form(request, form, "Add somebody to the board", "Add them")


def screening_leave(request: Any, subject_id: int) -> HttpResponse:
    """Somebody left the role."""
    form = LeaveForm(request.POST or None, now=request.now)

    def leave(answers: dict[str, Any]) -> object:
        return actions.leave_role(
            by=request.viewer, now=request.now, subject_id=subject_id, at=answers["day"]
        )

    if request.method == "POST" and saved(form, leave):
        return onward("web:screening", saved="left")
    return _form(request, form, "Record that they left the role", "Save")


def _form(request: Any, form: Any, heading: str, button: str) -> HttpResponse:
    text, name = BOARD
    return asked(request, form, heading, button, back=(text, reverse(name)))
