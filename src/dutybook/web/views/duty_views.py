"""How each duty is counted, from the same definition that counts it."""

from collections.abc import Sequence
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from dutybook.access.errors import NotFound
from dutybook.documents.charts import LATE, REST, UNSURE, Bar, stacked_bars
from dutybook.duties.catalogue import CATALOGUE, TOPICS
from dutybook.duties.catalogue.gaming import GAMING, companions_of
from dutybook.ledger.queries.trends import Month, months_of
from dutybook.ledger.recorded import is_recorded
from dutybook.web import policy_words
from dutybook.web.explaining import conditions_in_words, shape_in_words
from dutybook.web.views.work_views import today

PARTS: Final = (LATE, UNSURE, REST)
"""From the bottom of a bar up."""


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
            "chart": _chart(months),
            "chart_key": [part.name for part in PARTS],
        },
    )


def _chart(months: Sequence[Month]) -> str:
    """What was open at each month's end, with what is overdue and what cannot be judged in it."""
    drawn = stacked_bars(
        [Bar(f"{month.day:%b}", _stacked(month)) for month in months],
        PARTS,
        title="What was open at the end of each month",
        said="One bar for each month’s end. The same numbers stand in the table that follows.",
    )
    return mark_safe(drawn)  # noqa: S308 - our own drawing, its words escaped


def _stacked(month: Month) -> tuple[int, ...]:
    unsure = month.unknown + month.no_standard
    return (month.overdue, unsure, month.open - month.overdue - unsure)
