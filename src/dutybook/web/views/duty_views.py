"""How each duty is counted, from the same definition that counts it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from dutybook.access.errors import NotFound
from dutybook.duties.catalogue import CATALOGUE
from dutybook.web import policy_words
from dutybook.web.explaining import conditions_in_words, shape_in_words


def duties(request: Any) -> HttpResponse:
    """Every duty that is counted here."""
    return render(request, "duties/list.html", {"duties": CATALOGUE.values()})


def duty(request: Any, key: str) -> HttpResponse:
    """One duty in full, with its worked examples."""
    found = CATALOGUE.get(key)
    if found is None:
        raise NotFound("no such duty")
    return render(
        request,
        "duties/duty.html",
        {
            "duty": found,
            "shape": shape_in_words(found),
            "conditions": conditions_in_words(found),
            "policy_title": policy_words.title,
        },
    )
