"""What the force learnt from reviews, and what is done about it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dutybook.inspections import actions, queries
from dutybook.inspections.parties import OF_THE_FORCE
from dutybook.web.flow import asked, onward, saved
from dutybook.web.forms.committing import LearningForm


def all_learning(request: Any) -> HttpResponse:
    """Every review, the newest first."""
    found = queries.all_learning(request.viewer, now=request.now)
    back = {"text": "Inspections", "href": reverse("web:inspections")}
    return render(request, "commitments/all_learning.html", {"lines": found, "back": back})


def learning(request: Any, learning_id: int) -> HttpResponse:
    """One review, and the actions that follow from it."""
    page = queries.learning_page(request.viewer, learning_id, now=request.now)
    told = {
        "page": page,
        "may_promise": request.viewer.has_role(*OF_THE_FORCE),
        "back": {"text": "What was learnt", "href": reverse("web:all_learning")},
    }
    return render(request, "commitments/learning.html", told)


def learning_new(request: Any) -> HttpResponse:
    """Write down what was learnt."""
    form = LearningForm(request.POST or None)

    def keep(answers: dict[str, Any]) -> Any:
        return actions.record_learning(by=request.viewer, now=request.now, **answers)

    if request.method == "POST" and (made := saved(form, keep)):
        return onward("web:learning", made.pk, saved="kept")
    back = ("What was learnt", reverse("web:all_learning"))
    return asked(request, form, "Write down what was learnt", "Save it", back=back)
