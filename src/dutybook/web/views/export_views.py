"""Lists taken out as files: the reason asked for, the file, and which were made."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dutybook.access.errors import InvalidInput, NotFound
from dutybook.access.url_policy import rule_for
from dutybook.documents.spreadsheets import FORMATS, write_sheet
from dutybook.ledger.exporting import record_export
from dutybook.ledger.queries.exports import exports as export_rows
from dutybook.web.flow import asked, saved
from dutybook.web.forms.export import ExportForm
from dutybook.web.links import with_query
from dutybook.web.views.list_files import LIST_FILES, ListFile


def export(request: Any, list_name: str) -> HttpResponse:
    """Ask what the file is for, then send it: the list as it was narrowed, to its end."""
    chosen = open_to(request, list_name)
    answered = "form" in request.POST or not chosen.sent
    form = ExportForm((request.POST or None) if answered else None)

    def send(answers: dict[str, Any]) -> bytes:
        rows = chosen.rows(request)
        if not rows:
            raise InvalidInput({"": "The list is empty: there is nothing to put into a file"})
        record_export(
            by=request.viewer,
            now=request.now,
            list_name=list_name,
            narrowed=chosen.narrowed(request),
            rows=len(rows),
            **answers,
        )
        return write_sheet(answers["form"], chosen.columns, rows)

    content = saved(form, send) if form.is_bound else None
    if content is not None:
        return _file(content, form.cleaned_data["form"], list_name, request)
    narrowed = chosen.narrowed(request)
    back = with_query(reverse(chosen.place), request.GET.dict())
    return asked(
        request,
        form,
        f"Save as a file: {chosen.title.lower()}",
        "Save the file",
        back=(chosen.title, back),
        caption=narrowed,
        hidden={name: request.POST.get(name, "") for name in chosen.sent},
        lede="The file holds the whole list as you narrowed it. Your reason is kept, and each "
        "record in it is logged as looked at. Keep the file where only those may open it who "
        "may see these records, and delete it when it has served.",
    )


def exports(request: Any) -> HttpResponse:
    """Which lists left as files, by whom and why, newest first."""
    asked_page = request.GET.get("page", "")
    page = export_rows(request.viewer, page=asked_page)
    titles = {key: one.title for key, one in LIST_FILES.items()}
    return render(
        request,
        "access_log/exports.html",
        {
            "page": page,
            "titles": titles,
            "parameters": {"page": asked_page},
            "back": {"text": "Access log", "href": reverse("web:access_log")},
        },
    )


def open_to(request: Any, list_name: str) -> ListFile:
    """The list, when its own page is for whoever asks."""
    chosen = LIST_FILES.get(list_name)
    rule = rule_for(chosen.place) if chosen else None
    if chosen is None or rule is None or not rule.admits(request.viewer):
        raise NotFound("no such list")
    return chosen


def _file(content: bytes, form: str, list_name: str, request: Any) -> HttpResponse:
    response = HttpResponse(content, content_type=FORMATS[form])
    name = f"dutybook-{list_name}-{request.now:%Y-%m-%d}.{form}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
