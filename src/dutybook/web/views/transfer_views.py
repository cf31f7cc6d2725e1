"""Offenders who go to another force or come from one: the package, the answer, what waits."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dutybook.records.offenders import actions, queries
from dutybook.web.flow import asked, onward, saved
from dutybook.web.forms.base import PageForm
from dutybook.web.forms.transfer import (
    AnswerArrivalForm,
    AnswerTransferForm,
    ReceiveAgainForm,
    ReceiveTransferForm,
    SendTransferForm,
)
from dutybook.web.views.offender_views import own_teams, writable_header


def transfers(request: Any) -> HttpResponse:
    """Packages that no force has answered yet, the oldest first."""
    rows = queries.waiting_transfers(request.viewer, now=request.now)
    return render(
        request,
        "offenders/transfers.html",
        {
            "rows": rows,
            "may_be_more": len(rows) == queries.MOST_WAITING,
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


def transfer_receive(request: Any) -> HttpResponse:
    """Another force asks us to take somebody who is not known here yet."""
    form = ReceiveTransferForm(request.POST or None, now=request.now, teams=own_teams(request))

    def receive(answers: dict[str, Any]) -> Any:
        team = int(answers.pop("team"))
        return actions.receive_transfer(by=request.viewer, now=request.now, team_id=team, **answers)

    made = saved(form, receive) if request.method == "POST" else None
    if made:
        return onward("web:offender_transfers", made.subject_id, saved="received")
    return asked(
        request,
        form,
        "Receive from another force",
        "Open the record",
        back=("Transfers not accepted yet", reverse("web:transfers")),
        lede="Nothing is owed here until we accept. For somebody who was here before, "
        "find their record and receive them there.",
    )


def transfer_return(request: Any, subject_id: int) -> HttpResponse:
    """Another force asks us to take somebody whose record is here."""
    form = ReceiveAgainForm(request.POST or None, now=request.now)

    def receive(answers: dict[str, Any]) -> object:
        return actions.receive_again(
            by=request.viewer, now=request.now, subject_id=subject_id, **answers
        )

    return _answered(
        request,
        subject_id,
        form,
        receive,
        "Receive from another force",
        "Save",
        lede="Nothing is owed here until we accept.",
    )


def transfer_decide(request: Any, subject_id: int) -> HttpResponse:
    """Accept or refuse somebody whom another force asks us to take."""
    form = AnswerArrivalForm(request.POST or None, now=request.now)

    def answer(answers: dict[str, Any]) -> object:
        return actions.answer_arrival(
            by=request.viewer, now=request.now, subject_id=subject_id, **answers
        )

    return _answered(request, subject_id, form, answer, "Our answer", "Save")


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
