"""How each duty is counted, from the same definition that counts it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from dutybook.access.errors import NotFound
from dutybook.duties.catalogue import CATALOGUE, TOPICS
from dutybook.duties.catalogue.gaming import GAMING, companions_of
from dutybook.ledger.queries.trends import months_of
from dutybook.ledger.recorded import is_recorded
from dutybook.web import policy_words
from dutybook.web.explaining import conditions_in_words, shape_in_words
from dutybook.web.views.work_views import today


def duties(request: Any) -> HttpResponse:
    """Every duty by topic, and whether its records are kept here."""
    recorded = {key for key, duty in CATALOGUE.items() if is_recorded(duty)}
    return render(request, "duties/list.html", {"topics": TOPICS, "recorded": recorded})


def duty(request: Any, key: str) -> HttpResponse:
    """One duty in full, with its worked examples."""
    found = CATALOGUE.get(key)
    if found is None:
        raise NotFound("no such duty")
    months = months_of(request.viewer, key, today(request), now=request.now)
    return render(
        request,
        "duties/duty.html",
        {
            "duty": found,
            "shape": shape_in_words(found),
            "conditions": conditions_in_words(found),
            "policy_title": policy_words.title,
            "gaming": GAMING[key],
            "companions": [CATALOGUE[one] for one in companions_of(key)],
            "months": months if any(month.open for month in months) else (),
        },
    )
