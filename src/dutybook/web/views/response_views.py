"""The statutory response: looked at, taken away, prepared for the public and released."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dutybook.access.errors import NotFound
from dutybook.access.roles import RecordKind, Role
from dutybook.documents.response import (
    all_forms,
    letter_docx,
    letter_text,
    one_form,
    to_html,
)
from dutybook.documents.response.page_style import style_sources
from dutybook.documents.response.writing import CONTENT_TYPES, FORM_NAMES
from dutybook.inspections import actions, queries
from dutybook.inspections.models import LetterTo
from dutybook.web.flow import asked, onward, saved, seen_version
from dutybook.web.forms.inspection import InvitationSentForm, LetterSentForm, ReleaseForm
from dutybook.web.views.work_views import today

LETTER_FORMS = {
    "docx": (letter_docx, CONTENT_TYPES["docx"]),
    "txt": (letter_text, CONTENT_TYPES["txt"]),
}


def response(request: Any, key: str) -> HttpResponse:
    """Where the response stands: preview, draft for release, releases."""
    viewer = request.viewer
    return render(
        request,
        "inspections/response.html",
        {
            "page": queries.releases_page(viewer, key),
            "forms": FORM_NAMES,
            "addressees": LetterTo.choices,
            "may_prepare": viewer.may_write(RecordKind.RESPONSE),
            "may_approve": viewer.has_role(Role.COMMISSIONERS_OFFICE),
        },
    )


def response_preview(request: Any, key: str) -> HttpResponse:
    """The whole document as it would be set today, marked as a draft."""
    return _page(to_html(_document(request, key)))


def response_file(request: Any, key: str, form: str) -> HttpResponse:
    """The same in another form: a tagged PDF, Word, text, open data or OSCAL."""
    if form not in CONTENT_TYPES:
        raise NotFound
    return HttpResponse(
        one_form(_document(request, key), form, made_at=request.now),
        content_type=CONTENT_TYPES[form],
        headers={"Content-Disposition": f'inline; filename="{key}-draft.{form}"'},
    )


def response_prepare(request: Any, key: str) -> HttpResponse:
    """Freeze the document for approval by somebody else."""
    document = queries.release_document(request.viewer, key, day=today(request), now=request.now)
    actions.prepare_release(
        inspection_key=key,
        forms=all_forms(document, made_at=request.now),
        figures_on=today(request),
        by=request.viewer,
        now=request.now,
    )
    return onward("web:response", key, saved="prepared")


def response_draft(request: Any, key: str) -> HttpResponse:
    """The frozen draft, exactly as the public would read it."""
    return _page(queries.draft_page(request.viewer, key))


def response_changes(request: Any, key: str) -> HttpResponse:
    """What the draft, or today's document, says otherwise than the last release."""
    found = queries.release_changes(request.viewer, key, day=today(request), now=request.now)
    back = {"text": "The response", "href": reverse("web:response", args=[key])}
    return render(request, "inspections/response_changes.html", {"page": found, "back": back})


def response_approve(request: Any, key: str) -> HttpResponse:
    """Approve the draft and publish it; whoever prepared it may not.

    The form carries the number of the draft that stood when it was opened: a draft prepared in the
    meantime is one that nobody here has looked at.
    """
    page = queries.releases_page(request.viewer, key)
    newest = page.draft.pk if page.draft else 0
    back = ("The response", reverse("web:response", args=[key]))
    form = ReleaseForm(request.POST or None, now=request.now)
    done = request.method == "POST" and saved(
        form,
        lambda answers: actions.approve_release(
            draft_id=seen_version(request),
            by=request.viewer,
            now=request.now,
            **answers,
        ),
    )
    if done:
        return onward("web:response", key, saved="released")
    return asked(
        request,
        form,
        "Release the response to the public",
        "Release it",
        back=back,
        grave=True,
        lede="The public site shows exactly the draft that you looked at, and nothing newer, until "
        "the next release.",
        seen_version=seen_version(request) or newest,
    )


def response_letter(request: Any, key: str, to: str, form: str) -> HttpResponse:
    """A letter that goes with the response, to be looked at, signed and sent."""
    if form not in LETTER_FORMS:
        raise NotFound
    viewer = request.viewer
    force_key = queries.releases_page(viewer, key).force.key
    address = request.build_absolute_uri(reverse("public:release", args=[force_key, key]))
    letter = queries.draft_letter(viewer, key, to, now=request.now, address=address)
    set_as, content_type = LETTER_FORMS[form]
    return HttpResponse(
        set_as(letter),
        content_type=content_type,
        headers={"Content-Disposition": f'inline; filename="letter-{to}.{form}"'},
    )


def response_letter_sent(request: Any, key: str, to: str) -> HttpResponse:
    """Write down that a letter was sent."""
    if to not in LetterTo.values:
        raise NotFound
    invites = to == LetterTo.CHIEF_OFFICER
    form = (InvitationSentForm if invites else LetterSentForm)(request.POST or None)

    def record(answers: dict[str, Any]) -> object:
        return actions.record_letter(
            by=request.viewer, now=request.now, inspection_key=key, to=to, **answers
        )

    if request.method == "POST" and saved(form, record):
        return onward("web:response", key, saved="letter")
    return asked(
        request,
        form,
        "A letter was sent",
        "Save it",
        back=("The response", reverse("web:response", args=[key])),
        caption=str(LetterTo(to).label),
    )


def _document(request: Any, key: str) -> Any:
    return queries.response_document(request.viewer, key, day=today(request), now=request.now)


def _page(page: str) -> HttpResponse:
    """A page whose own style, and nothing else, is allowed."""
    answer = HttpResponse(page)
    answer._csp_update = {"style-src": style_sources(page)}  # how django-csp is told of one page
    return answer
