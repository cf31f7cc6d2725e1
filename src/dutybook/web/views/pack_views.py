"""Governance packs: asked for, watched while they are made, read and taken away."""

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe

from dutybook.documents.response.writing import CONTENT_TYPES
from dutybook.inspections import actions, queries
from dutybook.inspections.models import PackUnit
from dutybook.inspections.tasks import defer_pack
from dutybook.ledger.queries.trends import MONTHS, month_ends
from dutybook.web.flow import asked, onward, saved
from dutybook.web.forms.packs import PackForm
from dutybook.web.narrowing import asked_for, listed
from dutybook.web.views.work_views import today


def packs(request: Any) -> HttpResponse:
    """Every pack, the newest first."""
    fields = [listed(request, "unit", "Unit", "Both", dict(PackUnit.choices))]
    found = queries.packs(
        request.viewer,
        now=request.now,
        unit=fields[0]["value"] or None,
        page=request.GET.get("page", ""),
    )
    told = {
        "packs": found,
        "fields": fields,
        "parameters": asked_for(fields),
        "back": {"text": "Inspections", "href": reverse("web:inspections")},
    }
    return render(request, "packs/list.html", told)


def pack_new(request: Any) -> HttpResponse:
    """Ask for one."""
    ended = month_ends(today(request) - timedelta(days=1), MONTHS)[::-1]
    form = PackForm(request.POST or None, months=ended)

    def ask(answers: dict[str, Any]) -> Any:
        return actions.ask_for_pack(by=request.viewer, now=request.now, defer=defer_pack, **answers)

    if request.method == "POST" and (made := saved(form, ask)):
        return onward("web:pack", made.pk, saved="asked")
    return asked(
        request,
        form,
        "Make a governance pack",
        "Make it",
        back=("Governance packs", reverse("web:packs")),
        lede="Every figure of the unit at the end of the month and of the eleven months before. It "
        "takes a minute or two, and goes on when you leave the page.",
    )


def pack(request: Any, number: int) -> HttpResponse:
    """One pack, or how far it is."""
    row, contents = queries.pack(request.viewer, number)
    for section in (contents or {}).get("sections", ()):
        for figure in section["figures"]:
            figure["chart"] = mark_safe(figure["chart"])  # noqa: S308 - our own, escaped when drawn
    told = {
        "row": row,
        "contents": contents,
        "back": {"text": "Governance packs", "href": reverse("web:packs")},
    }
    return render(request, "packs/one.html", told)


def pack_file(request: Any, number: int, form: str) -> HttpResponse:
    """A made pack as a tagged PDF or in Word."""
    data = queries.pack_file(request.viewer, number, form)
    name = f"governance-pack-{number}.{form}"
    return HttpResponse(
        data,
        content_type=CONTENT_TYPES[form],
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )
