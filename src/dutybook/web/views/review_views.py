"""A supervisor's reviews: what waits, and one at a time."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dutybook.access.errors import NotFound
from dutybook.ledger.queries import versions_of
from dutybook.ledger.queries.review_queue import review_queue
from dutybook.records.offenders import actions, queries
from dutybook.web.events import told
from dutybook.web.flow import form_page, onward, saved
from dutybook.web.forms.offender import ReviewForm
from dutybook.web.narrowing import listed
from dutybook.web.views.work_views import today

TABLES = {"arms": "arms_assessment", "plan": "risk_plan", "visit": "visit"}
WHY = {
    "announced": "Announced",
    "alone": "Made alone",
    "unconfirmed": "The second visitor says they were not there",
    "unrecorded": "Not recorded how it was made",
}
KINDS = {"arms": "ARMS assessments", "plan": "Plans", "visit": "Visits"}


def reviews(request: Any) -> HttpResponse:
    """Assessments, plans and visits that wait for review, most dangerous first."""
    what, fields = reviews_asked(request)
    asked = request.GET.get("page", "")
    page = review_queue(request.viewer, today(request), what=what, page=asked)
    return render(
        request,
        "work/reviews.html",
        {
            "page": page,
            "fields": fields,
            "parameters": {"what": what, "page": asked},
        },
    )


def exceptions(request: Any) -> HttpResponse:
    """Visits that were announced, or not in pairs, those without leave first."""
    asked = request.GET.get("page", "")
    found = queries.exceptions(request.viewer, today(request), page=asked)
    told_of = {"found": found, "why": WHY, "parameters": {"page": asked}}
    return render(request, "work/exceptions.html", told_of)


def reviews_asked(request: Any) -> tuple[str, list[dict[str, Any]]]:
    """Which kind of work is asked for, for the query and as the template draws it."""
    field = listed(request, "what", "Show", "Everything", KINDS)
    return field["value"], [field]


def review_make(request: Any, subject_id: int, what: str, fact_id: int) -> HttpResponse:
    """Review one piece of somebody else's work."""
    if what not in TABLES:
        raise NotFound("no such kind of review")
    form = ReviewForm(request.POST or None)

    def review(answers: dict[str, Any]) -> object:
        return actions.review(
            by=request.viewer,
            now=request.now,
            subject_id=subject_id,
            what=what,
            fact_id=fact_id,
            **answers,
        )

    if request.method == "POST" and saved(form, review):
        return onward("web:reviews", saved="review")
    reviewed = versions_of(request.viewer, subject_id, TABLES[what], fact_id)[0]
    return form_page(
        request,
        "work/review.html",
        form,
        {
            "reviewed": told(reviewed),
            "record": reverse("web:offender", args=[subject_id]),
            "back": {"text": "Work to review", "href": reverse("web:reviews")},
        },
    )
