"""The public pages. They need no sign-in and know nobody who has signed in."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from dutybook.documents.response import (
    TREND_PARTS,
    LimbOverTime,
    response_schema,
    trends_of,
)
from dutybook.documents.response.page_style import style_sources
from dutybook.documents.response.writing import CONTENT_TYPES, FORM_NAMES
from dutybook.public import queries

LONGEST_SEARCH = 200


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
    return _frozen(queries.release_page(force_key, inspection_key))


@require_safe
@transaction.non_atomic_requests
def release_number(
    _request: HttpRequest, force_key: str, inspection_key: str, number: int
) -> HttpResponse:
    """One release by its number, at an address that stays, exactly as it was approved."""
    return _frozen(queries.numbered_release(force_key, inspection_key, number))


@require_safe
@transaction.non_atomic_requests
def release_changes(
    request: HttpRequest, force_key: str, inspection_key: str, number: int
) -> HttpResponse:
    """What one release says otherwise than the one before it."""
    found = queries.release_changes(force_key, inspection_key, number)
    if found is None:
        raise Http404
    return render(request, "public/changes.html", {"page": found})


@require_safe
@transaction.non_atomic_requests
def over_time(request: HttpRequest, force_key: str, inspection_key: str) -> HttpResponse:
    """What the records showed of each limb, release by release."""
    found = queries.releases_over_time(force_key, inspection_key)
    if found is None:
        raise Http404
    labels = {one.number: f"{one.number} ({one.figures_on:%b %y})" for one in found.releases}
    told = {
        "page": found,
        "trends": {one.code: _pictures(one, labels) for one in found.limbs},
        "trend_key": [part.name for part in TREND_PARTS],
    }
    return render(request, "public/over_time.html", told)


def _pictures(limb: LimbOverTime, labels: Mapping[int, str]) -> list[dict[str, Any]]:
    return [
        {"title": one.title, "gaps": one.gaps, "picture": mark_safe(one.picture)}  # noqa: S308 - ours
        for one in trends_of(limb, labels)
    ]


@require_safe
@transaction.non_atomic_requests
def search(request: HttpRequest) -> HttpResponse:
    """Words looked for in what is published."""
    asked = " ".join(request.GET.get("words", "").split())[:LONGEST_SEARCH]
    found = queries.search(asked)
    return render(request, "public/search.html", {"asked": asked, "found": found})


def _frozen(page: str | None) -> HttpResponse:
    if page is None:
        raise Http404
    answer = HttpResponse(page)
    answer._csp_update = {"style-src": style_sources(page)}  # how django-csp is told of one page
    return answer


@require_safe
@transaction.non_atomic_requests
def figures(request: HttpRequest) -> HttpResponse:
    """How the figures are made, for whoever reads them."""
    return render(request, "public/figures.html")


@require_safe
@transaction.non_atomic_requests
def accessibility(request: HttpRequest) -> HttpResponse:
    """What these pages are made to do for everybody, and how that was tested."""
    return render(request, "public/accessibility.html")


@require_safe
@transaction.non_atomic_requests
def feed(request: HttpRequest) -> HttpResponse:
    """Every release as an Atom feed, the newest first."""
    made = Atom1Feed(
        title="Published responses to inspections",
        link=request.build_absolute_uri(reverse("public:index")),
        description="Each release of a response, and what a later one corrects.",
        language="en-GB",
        feed_url=request.build_absolute_uri(),
    )
    for one in queries.latest_releases():
        place = reverse(
            "public:release_number", args=[one.force_key, one.inspection_key, one.number]
        )
        made.add_item(
            title=f"{one.force_name}: {one.inspection_title}, release {one.number}",
            link=request.build_absolute_uri(place),
            description=_told(one),
            pubdate=one.released_at,
            updateddate=one.released_at,
        )
    return HttpResponse(made.writeString("utf-8"), content_type="application/atom+xml")


def _told(one: queries.ReleaseLine) -> str:
    """What a release is, in a sentence or three."""
    said = [f"Figures for {one.figures_on:%-d %B %Y}."]
    said += [f"Correction: {one.correction_note}"] if one.correction_note else []
    said += ["This force and everyone in it are invented."] if one.is_demonstration else []
    return " ".join(said)


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
