"""What was promised, what became of it, and the meetings that hold the force to account."""

from typing import Any, Final

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer
from dutybook.inspections import actions, queries
from dutybook.inspections.models import Party, PromisedIn, StepKind
from dutybook.web.flow import asked, onward, saved
from dutybook.web.forms import committing as forms
from dutybook.web.narrowing import asked_for, listed

STATES: Final = {
    "late": "Late",
    "open": "Open, not late",
    "delivered": "Delivered",
    "dropped": "Dropped",
}
STEPS: Final = {
    StepKind.DELIVERED: (forms.DeliveredForm, "It was delivered", "Save it as delivered"),
    StepKind.MOVED: (forms.MovedForm, "Move it to another day", "Move it"),
    StepKind.DROPPED: (forms.DroppedForm, "Drop it", "Drop it"),
}


def promises_asked(request: Any) -> tuple[dict[str, str | None], list[dict[str, Any]]]:
    """How the promises are narrowed, and the fields that say so."""
    fields = [
        listed(request, "state", "How it stands", "All", STATES),
        listed(request, "party", "Whose", "Everybody's", dict(Party.choices)),
    ]
    return {field["name"]: field["value"] or None for field in fields}, fields


def commitments(request: Any) -> HttpResponse:
    """Every promise, the late ones first."""
    narrowed, fields = promises_asked(request)
    asked_page = request.GET.get("page", "")
    page = queries.promises(
        request.viewer,
        now=request.now,
        state=narrowed["state"],
        party=narrowed["party"],
        page=asked_page,
    )
    told = {
        "page": page,
        "fields": fields,
        "parameters": asked_for(fields),
        "filtered": any(narrowed.values()),
        "back": {"text": "Inspections", "href": reverse("web:inspections")},
    }
    return render(request, "commitments/list.html", told)


def commitment(request: Any, commitment_id: int) -> HttpResponse:
    """One promise, and every step of what became of it."""
    page = queries.promise_page(request.viewer, commitment_id, now=request.now)
    back = {"text": "Promises", "href": reverse("web:commitments")}
    return render(request, "commitments/one.html", {"page": page, "back": back})


def commitment_new(request: Any, key: str, number: int) -> HttpResponse:
    """Write a promise down."""
    recommendation = queries.recommendation_of(key, number)
    held = queries.meetings(request.viewer, now=request.now)
    reviews = queries.all_learning(request.viewer, now=request.now)
    form = forms.CommitmentForm(
        request.POST or None,
        initial=_begun_from(request),
        parties=_parties(request.viewer),
        limbs=[(one.pk, f"{one.code} {one.title}") for one in recommendation.limbs.all()],
        meetings=[(one.meeting.pk, _named(one.meeting)) for one in held],
        learning=[(one.learning.pk, one.learning.title) for one in reviews],
    )

    def make(answers: dict[str, Any]) -> Any:
        return actions.make_commitment(
            by=request.viewer, now=request.now, recommendation_id=recommendation.pk, **answers
        )

    if request.method == "POST" and (made := saved(form, make)):
        return onward("web:commitment", made.pk, saved="made")
    return asked(
        request,
        form,
        "Write a promise down",
        "Save it",
        back=(f"Recommendation {number}", reverse("web:recommendation", args=[key, number])),
        caption=f"Recommendation {number}: {recommendation.title}",
    )


def commitment_step(request: Any, commitment_id: int, kind: str) -> HttpResponse:
    """Say that a promise was kept, is moved, or is dropped."""
    if kind not in STEPS:
        raise Http404
    page = queries.promise_page(request.viewer, commitment_id, now=request.now)
    form_class, heading, button = STEPS[StepKind(kind)]
    form = form_class(request.POST or None, now=request.now)

    def step(answers: dict[str, Any]) -> Any:
        return actions.step_commitment(
            by=request.viewer, now=request.now, commitment_id=commitment_id, kind=kind, **answers
        )

    if request.method == "POST" and saved(form, step):
        return onward("web:commitment", commitment_id, saved="step")
    back = ("The promise", reverse("web:commitment", args=[commitment_id]))
    what = page.promise.commitment.what
    return asked(request, form, heading, button, back=back, lede=what)


def meetings(request: Any) -> HttpResponse:
    """The meetings that were held, the newest first."""
    found = queries.meetings(request.viewer, now=request.now)
    back = {"text": "Inspections", "href": reverse("web:inspections")}
    return render(request, "commitments/meetings.html", {"meetings": found, "back": back})


def meeting(request: Any, meeting_id: int) -> HttpResponse:
    """One meeting, and what was promised at it."""
    page = queries.meeting_page(request.viewer, meeting_id, now=request.now)
    back = {"text": "Meetings", "href": reverse("web:meetings")}
    return render(request, "commitments/meeting.html", {"page": page, "back": back})


def meeting_new(request: Any) -> HttpResponse:
    """Write a meeting down."""
    form = forms.MeetingForm(request.POST or None, now=request.now)

    def keep(answers: dict[str, Any]) -> Any:
        return actions.record_meeting(by=request.viewer, now=request.now, **answers)

    if request.method == "POST" and (made := saved(form, keep)):
        return onward("web:meeting", made.pk, saved="held")
    back = ("Meetings", reverse("web:meetings"))
    return asked(request, form, "Write a meeting down", "Save it", back=back)


def _parties(viewer: Viewer) -> list[tuple[str, str]]:
    """Whose promises the viewer can write down: the commissioner's office also the force's, as
    far as they were made at a meeting."""
    if viewer.has_role(Role.COMMISSIONERS_OFFICE):
        return list(Party.choices)
    return [(value, label) for value, label in Party.choices if value == Party.FORCE]


def _begun_from(request: Any) -> dict[str, str]:
    """What a form begins with that was opened from a meeting's page or a review's."""
    if meeting := request.GET.get("meeting", ""):
        return {"promised_in": PromisedIn.MEETING, "meeting_id": meeting}
    if learning := request.GET.get("learning", ""):
        return {"promised_in": PromisedIn.LEARNING, "learning_id": learning}
    return {}


def _named(held: Any) -> str:
    return f"{held.title}, {held.held_on:%-d %B %Y}"
