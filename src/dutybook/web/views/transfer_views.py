"""Offenders who go to another force: the package, the answer, and what still waits."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dutybook.records.offenders import actions, queries
from dutybook.web.flow import asked, onward, saved
from dutybook.web.forms.base import PageForm
from dutybook.web.forms.transfer import AnswerTransferForm, SendTransferForm
from dutybook.web.views.offender_views import writable_header


def transfers(request: Any) -> HttpResponse:
    """Packages that no force has answered yet, the oldest first."""
    return render(
        request,
        "offenders/transfers.html",
        {
            "rows": queries.waiting_transfers(request.viewer, now=request.now),
            "back": {"text": "Offenders", "href": reverse("web:offenders")},
        },
    )


def offender_transfers(request: Any, subject_id: int) -> HttpResponse:
    """Where one offender was sent, and what was answered."""
    page = queries.transfer_page(request.viewer, subject_id, now=request.now)
    who = page.header
    return render(
        request,
        "offenders/transfer.html",
        {
            "page": page,
            "who": who,
            "back": {"text": who.name, "href": reverse("web:offender", args=[subject_id])},
        },
    )


def transfer_send(request: Any, subject_id: int) -> HttpResponse:
    """Record that the package was sent."""
    form = SendTransferForm(request.POST or None, now=request.now)

    def send(answers: dict[str, Any]) -> object:
        return actions.send_transfer(
            by=request.viewer, now=request.now, subject_id=subject_id, **answers
        )

    return _answered(
        request,
        subject_id,
        form,
        send,
        "Send to another force",
        "Save",
        lede="Until the other force accepts, every duty stays owed here.",
    )


def transfer_answer(request: Any, subject_id: int) -> HttpResponse:
    """Record what the other force answered."""
    form = AnswerTransferForm(request.POST or None, now=request.now)

    def answer(answers: dict[str, Any]) -> object:
        return actions.answer_transfer(
            by=request.viewer, now=request.now, subject_id=subject_id, **answers
        )

    return _answered(request, subject_id, form, answer, "The other force's answer", "Save")


def _answered(
    request: Any,
    subject_id: int,
    form: PageForm,
    save: Any,
    heading: str,
    button: str,
    **more: Any,
) -> HttpResponse:
    if request.method == "POST" and saved(form, save):
        return onward("web:offender_transfers", subject_id, saved="recorded")
    name = writable_header(request, subject_id).name
    return asked(
        request,
        form,
        heading,
        button,
        back=(name, reverse("web:offender_transfers", args=[subject_id])),
        caption=name,
        **more,
    )
