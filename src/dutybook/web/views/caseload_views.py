"""A team starts from the caseload that it has: the template, the check, the loading."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from dutybook.access.errors import InvalidInput, NotFound
from dutybook.documents.spreadsheets import (
    FORMATS,
    SheetError,
    SheetRow,
    read_sheet,
    write_sheet,
)
from dutybook.records.offenders import actions
from dutybook.records.offenders.caseload import COLUMNS
from dutybook.records.offenders.queries import CheckedCaseload, check_caseload
from dutybook.web.flow import form_page, onward
from dutybook.web.forms.caseload import CaseloadForm

SHOWN = 500
"""How many problems are listed on the page; the rest come up when these are put right."""


def caseload(request: Any) -> HttpResponse:
    """Check a filled-in template, or load it: all of it or nothing."""
    form = CaseloadForm(request.POST or None, request.FILES or None, now=request.now)
    checked = None
    if request.method == "POST" and form.is_valid():
        sheet = _sheet(form)
        if sheet is not None and request.POST.get("step") == "load":
            opened = _loaded(request, form, sheet)
            if opened:
                return onward("web:offenders", saved="caseload", opened=opened)
        if sheet is not None:
            checked = check_caseload(request.viewer, sheet, now=request.now)
    return _page(request, form, checked)


def caseload_template(_request: Any, form: str) -> HttpResponse:
    """The template, empty, as CSV or XLSX."""
    if form not in FORMATS:
        raise NotFound("no such format")
    content = write_sheet(form, [column.name for column in COLUMNS], [])
    response = HttpResponse(content, content_type=FORMATS[form])
    response["Content-Disposition"] = f'attachment; filename="caseload.{form}"'
    return response


def _sheet(form: CaseloadForm) -> tuple[SheetRow, ...] | None:
    """The rows of the file that was sent; None when it is no such table, which the form says."""
    try:
        names = [column.name for column in COLUMNS]
        return read_sheet(form.cleaned_data["file"].read(), names)
    except SheetError as error:
        for problem in error.problems:
            form.add_error("file", problem)
        return None


def _loaded(request: Any, form: CaseloadForm, sheet: tuple[SheetRow, ...]) -> int:
    try:
        return actions.load_caseload(by=request.viewer, now=request.now, sheet=sheet)
    except InvalidInput as refusal:
        form.refuse(refusal)
        return 0


def _page(request: Any, form: CaseloadForm, checked: CheckedCaseload | None) -> HttpResponse:
    rejected = checked.rejected if checked else ()
    return form_page(
        request,
        "offenders/caseload.html",
        form,
        {
            "columns": COLUMNS,
            "formats": tuple(FORMATS),
            "checked": checked,
            "rejected": rejected[:SHOWN],
            "more": len(rejected) - SHOWN,
            "rows_rejected": len({one.row for one in rejected}),
            "back": {"text": "Offenders", "href": reverse("web:offenders")},
        },
    )
