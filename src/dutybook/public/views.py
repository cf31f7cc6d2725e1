"""The public pages. They need no sign-in and know nobody who has signed in."""

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from dutybook.documents.response.page_style import style_sources
from dutybook.public import queries


@require_safe
@transaction.non_atomic_requests
def index(request: HttpRequest) -> HttpResponse:
    """The list of published responses."""
    return render(request, "public/index.html", {"releases": queries.newest_releases()})


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
def release_pdf(_request: HttpRequest, force_key: str, inspection_key: str) -> HttpResponse:
    """The same release as a tagged PDF."""
    document = queries.release_pdf(force_key, inspection_key)
    if document is None:
        raise Http404
    return HttpResponse(
        document,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{force_key}-{inspection_key}.pdf"'},
    )
