"""Records opened out of hours: opening one, and looking at it afterwards."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dutybook.records.people import actions, queries
from dutybook.web.flow import asked, form_page, onward, saved
from dutybook.web.forms.emergency import EmergencyForm, EmergencyReviewForm


def emergencies(request: Any) -> HttpResponse:
    """One's own and those to look at, the newest first."""
    asked_page = request.GET.get("page", "")
    page = queries.openings(request.viewer, now=request.now, page=asked_page)
    return render(
        request, "people/openings.html", {"page": page, "parameters": {"page": asked_page}}
    )


def emergency_open(request: Any, hit_id: int) -> HttpResponse:
    """Open what one's own search hit, with a reason."""
    queries.own_hit(request.viewer, hit_id)
    form = EmergencyForm(request.POST or None)

    def open_it(answers: dict[str, Any]) -> Any:
        return actions.open_in_emergency(
            by=request.viewer, now=request.now, hit_id=hit_id, **answers
        )

    if request.method == "POST" and (made := saved(form, open_it)):
        return onward("web:emergency", made.pk, saved="opened")
    return asked(
        request,
        form,
        "Open a record out of hours",
        "Open it",
        back=("Find a person", reverse("web:find")),
        grave=True,
        lede="You read it for some hours and can change nothing. Your reason, and every page you "
        "look at, is kept. Whoever answers for the record is told at once, and says afterwards "
        "whether it had to be opened.",
    )


def emergency(request: Any, opening_id: int) -> HttpResponse:
    """One opening, with the form for whoever looks at it afterwards."""
    row = queries.opening(request.viewer, opening_id, now=request.now)
    form = EmergencyReviewForm(request.POST or None)

    def review(answers: dict[str, Any]) -> Any:
        return actions.review_emergency(
            by=request.viewer, now=request.now, opening_id=opening_id, **answers
        )

    if request.method == "POST" and saved(form, review):
        return onward("web:emergency", opening_id, saved="reviewed")
    back = {"text": "Records opened out of hours", "href": reverse("web:emergencies")}
    return form_page(request, "people/opening.html", form, {"row": row, "back": back})
