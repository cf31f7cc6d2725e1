"""The inspector's room: what is asked for, what was given, who is let in."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dutybook.access.roles import Role
from dutybook.inspections import actions, queries
from dutybook.inspections.room import answers_in_room
from dutybook.web.flow import asked, onward, saved
from dutybook.web.forms.room import RoomAnswerForm, RoomAskForm
from dutybook.web.wording import short_day


def room(request: Any) -> HttpResponse:
    """What was asked for and given, the newest first."""
    page = request.GET.get("page", "")
    told = {
        "room": queries.room(request.viewer, now=request.now, page=page),
        "may_ask": request.viewer.has_role(Role.INSPECTOR),
        "may_answer": answers_in_room(request.viewer),
        "back": {"text": "Inspections", "href": reverse("web:inspections")},
    }
    return render(request, "room/room.html", told)


def room_ask(request: Any) -> HttpResponse:
    """Ask the force for something."""
    form = RoomAskForm(request.POST or None, limbs=queries.limbs_to_ask_about(request.viewer))

    def ask(answers: dict[str, Any]) -> object:
        return actions.ask_in_room(by=request.viewer, now=request.now, **answers)

    if request.method == "POST" and saved(form, ask):
        return onward("web:room", saved="asked")
    back = ("The inspector’s room", reverse("web:room"))
    return asked(request, form, "Ask the force for something", "Ask for it", back=back)


def room_answer(request: Any, request_id: int) -> HttpResponse:
    """Give what was asked for, or say why not."""
    wanted = queries.request_of(request.viewer, request_id)
    samples = [
        (one.pk, f"Sample {one.pk}, limb {one.limb.code}, {short_day(one.said_at)}")
        for one in queries.samples_to_give(request.viewer)
    ]
    form = RoomAnswerForm(request.POST or None, samples=samples)

    def answer(answers: dict[str, Any]) -> object:
        return actions.answer_in_room(
            by=request.viewer, now=request.now, request_id=request_id, **answers
        )

    if request.method == "POST" and saved(form, answer):
        return onward("web:room", saved="answered")
    return asked(
        request,
        form,
        "Answer what was asked for",
        "Save the answer",
        back=("The inspector’s room", reverse("web:room")),
        caption=f"{wanted.get_kind_display()}, asked for by {wanted.said_by.display_name}",
        lede=f"“{wanted.what}”",
    )
