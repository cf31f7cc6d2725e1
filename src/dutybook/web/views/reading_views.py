"""How a published response was read, and where what was not placed belongs."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dutybook.access.errors import NotFound
from dutybook.access.roles import RecordKind
from dutybook.inspections import actions, queries
from dutybook.web.flow import asked, onward, saved
from dutybook.web.forms.reading import PlaceLineForm


def reading(request: Any, key: str, response_id: int) -> HttpResponse:
    """Every part of the document, and the lines that wait for a person's word."""
    page = queries.reading_page(request.viewer, key, response_id)
    told = {
        "page": page,
        "may_place": request.viewer.may_write(RecordKind.INSPECTION),
        "back": {
            "text": page.response.inspection.title,
            "href": reverse("web:inspection", args=[key]),
        },
    }
    return render(request, "inspections/reading.html", told)


def line_place(request: Any, key: str, response_id: int, line: int) -> HttpResponse:
    """Say what one line is part of."""
    page = queries.reading_page(request.viewer, key, response_id)
    printed = next((one for one in page.unplaced if one.line == line), None)
    if printed is None:
        raise NotFound("no such line to place")
    form = PlaceLineForm(
        request.POST or None, numbers=[one["number"] for one in page.recommendations]
    )

    def place(answers: dict[str, Any]) -> object:
        return actions.place_line(
            by=request.viewer, now=request.now, response_id=response_id, line=line, **answers
        )

    if request.method == "POST" and saved(form, place):
        return onward("web:inspection_reading", key, response_id, saved="placed")
    return asked(
        request,
        form,
        "What this line is part of",
        "Save it",
        back=(
            "How the response was read",
            reverse("web:inspection_reading", args=[key, response_id]),
        ),
        caption=f"Line {line}",
        lede=f"“{printed.words}”",
    )
