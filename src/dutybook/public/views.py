"""The public pages. They need no sign-in and know nobody who has signed in."""

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from dutybook.documents.response import response_schema
from dutybook.documents.response.page_style import style_sources
from dutybook.documents.response.writing import CONTENT_TYPES, FORM_NAMES
from dutybook.public import queries


@require_safe
@transaction.non_atomic_requests
def index(request: HttpRequest) -> HttpResponse:
    """The list of published responses."""
    found = {"releases": queries.newest_releases(), "forms": FORM_NAMES}
    return render(request, "public/index.html", found)


@require_safe
@transaction.non_atomic_requests
def release(_request: HttpRequest, force_key: str, inspection_key: str) -> HttpResponse:
    """One released response, exactly as it was approved."""
    page = queries.release_page(force_key, inspection_key)
    if page is None:
        raise Http404
    answer = HttpResponse(page)
    answer._csp_update = {"style-src": style_sources(page)}  # how django-csp is told of one page
    return answer


@require_safe
@transaction.non_atomic_requests
def release_file(
    _request: HttpRequest, force_key: str, inspection_key: str, form: str
) -> HttpResponse:
    """The same release in another form: a tagged PDF, Word, text, open data or OSCAL."""
    document = queries.release_file(force_key, inspection_key, form)
    if document is None or form not in CONTENT_TYPES:
        raise Http404
    name = f"{force_key}-{inspection_key}.{form}"
    return HttpResponse(
        document,
        content_type=CONTENT_TYPES[form],
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )


@require_safe
@transaction.non_atomic_requests
def schema(_request: HttpRequest) -> HttpResponse:
    """What the open data hold, as a JSON Schema."""
    return HttpResponse(response_schema(), content_type="application/schema+json")
