"""What the force itself must have: the board, one document or agreement, and what is recorded."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dutybook.access.errors import NotAllowed
from dutybook.ledger.queries import Event, versions_of
from dutybook.records.governance import actions, queries
from dutybook.records.governance.queries import UndertakingPage
from dutybook.web.events import Told, told
from dutybook.web.flow import asked, form_page, onward, saved, seen_version
from dutybook.web.forms import governance as forms
from dutybook.web.forms.base import DatedForm
from dutybook.web.forms.governance import PURPOSES
from dutybook.web.forms.withdrawal import WithdrawForm
from dutybook.web.views.fact_pages import FactPage, fact_view
from dutybook.web.views.work_views import today

ONE = "web:undertaking"


def governance(request: Any) -> HttpResponse:
    """What the force must have, the most overdue first, and what limbs ask for beside it."""
    board = queries.governance_board(request.viewer, now=request.now)
    return render(
        request,
        "governance/board.html",
        {"board": board, "purposes": PURPOSES, "today": today(request)},
    )


def undertaking(request: Any, subject_id: int) -> HttpResponse:
    """One document or agreement: what is owed on it, what happened, what can be recorded."""
    asked_page = request.GET.get("page", "")
    page = queries.undertaking_page(request.viewer, subject_id, now=request.now, page=asked_page)
    return render(
        request,
        "governance/undertaking.html",
        {
            "page": page,
            "one": page.undertaking,
            "purposes": PURPOSES,
            "events": [_with_links(event, page.may_write) for event in page.events.rows],
            "parameters": {"page": asked_page},
            "today": today(request),
            "records": [
                (text, name)
                for text, name in RECORDS[page.undertaking.of]
                if page.undertaking.kind in ONLY.get(name, (page.undertaking.kind,))
            ],
            "back": {"text": "Documents and agreements", "href": reverse("web:governance")},
        },
    )


def _with_links(event: Event, may_write: bool) -> Told:
    """A line of the timeline with what may be done about it."""
    said = told(event)
    if event.withdrawn or not may_write:
        return said
    place = {"subject_id": event.subject_id, "fact_id": event.fact_id}
    if event.table == "partner_escalation":
        said.links.append(("Answer it", reverse("web:undertaking_answer", kwargs=place)))
    href = reverse("web:undertaking_withdraw", kwargs={**place, "table": event.table})
    said.links.append(("Withdraw", href))
    return said


def _need(
    heading: str, form_class: type[DatedForm], action: Callable[..., Any]
) -> Callable[[Any], HttpResponse]:
    """The view that says that the force must have something; the kind may stand in the address."""

    def view(request: Any) -> HttpResponse:
        form = form_class(
            request.POST or None,
            now=request.now,
            initial={"kind": request.GET.get("kind", "")},
        )

        def keep(answers: dict[str, Any]) -> Any:
            day = answers.pop("day")
            return action(by=request.viewer, now=request.now, at=day, **answers)

        made = saved(form, keep) if request.method == "POST" else None
        if made:
            return onward(ONE, made.subject_id, saved="needed")
        return asked(
            request,
            form,
            heading,
            "Save",
            back=("Documents and agreements", reverse("web:governance")),
            lede="It is owed from that day. The document itself is kept elsewhere.",
        )

    return view


need_document = _need(
    "The force must have a document", forms.NeedDocumentForm, actions.need_document
)
need_agreement = _need(
    "The force must have an agreement", forms.NeedAgreementForm, actions.need_agreement
)


def undertaking_answer(request: Any, subject_id: int, fact_id: int) -> HttpResponse:
    """An escalation was answered."""
    form = forms.AnswerForm(request.POST or None, now=request.now)

    def answer(answers: dict[str, Any]) -> Any:
        day = answers.pop("day")
        return actions.answer_escalation(
            by=request.viewer,
            now=request.now,
            subject_id=subject_id,
            fact_id=fact_id,
            at=day,
            **answers,
        )

    if request.method == "POST" and saved(form, answer):
        return onward(ONE, subject_id, saved="recorded")
    _writable(request, subject_id)
    raised = versions_of(request.viewer, subject_id, "partner_escalation", fact_id)[0]
    return form_page(
        request,
        "offenders/answer.html",
        form,
        {
            "heading": "The answer to an escalation",
            "button": "Save the answer",
            "answered": told(raised),
            "back": {"text": "Back", "href": reverse(ONE, args=[subject_id])},
        },
    )


def undertaking_withdraw(request: Any, subject_id: int, table: str, fact_id: int) -> HttpResponse:
    """Withdraw something keyed in error."""
    form = WithdrawForm(request.POST or None, now=request.now)
    stands = versions_of(request.viewer, subject_id, table, fact_id)[0]

    def withdraw(answers: dict[str, Any]) -> Any:
        return actions.withdraw_fact(
            by=request.viewer,
            now=request.now,
            subject_id=subject_id,
            table=table,
            fact_id=fact_id,
            seen_version=seen_version(request),
            reason=answers["reason"],
        )

    if request.method == "POST" and saved(form, withdraw):
        return onward(ONE, subject_id, saved="withdrawn")
    page = _writable(request, subject_id)
    return asked(
        request,
        form,
        "Withdraw this?",
        "Withdraw it",
        back=(page.undertaking.title, reverse(ONE, args=[subject_id])),
        caption=page.undertaking.title,
        lede=f"{told(stands).title}, {told(stands).when}.",
        grave=True,
        seen_version=seen_version(request) or stands.version,
    )


def _writable(request: Any, subject_id: int) -> UndertakingPage:
    """The document or agreement for a form; refused to somebody who may only read."""
    page = queries.undertaking_page(request.viewer, subject_id, now=request.now)
    if not page.may_write:
        raise NotAllowed("your role may read this but not change it")
    return page


def _name_of(request: Any, subject_id: int) -> str:
    return _writable(request, subject_id).undertaking.title


PAGES = {
    "approve": FactPage(
        "A version was approved", "Save", forms.ApproveForm, actions.approve_document, "recorded"
    ),
    "own": FactPage(
        "Who answers for it", "Save", forms.OwnDocumentForm, actions.own_document, "recorded"
    ),
    "disown": FactPage(
        "Nobody answers for it any more",
        "Save",
        forms.NoteForm,
        actions.disown_document,
        "recorded",
    ),
    "withdrawn": FactPage(
        "The version in force was withdrawn",
        "Save",
        forms.ReasonForm,
        actions.take_out_of_force,
        "recorded",
        lede="From that day none is in force until another is approved.",
    ),
    "reach": FactPage(
        "The forecast looks five years ahead",
        "Save",
        forms.ReachForm,
        actions.find_reach,
        "recorded",
        lede="And back on past trends, as the recommendation asks.",
    ),
    "stock": FactPage(
        "Were copies at hand?", "Save", forms.StockForm, actions.check_stock, "recorded"
    ),
    "sign": FactPage(
        "Both sides signed", "Save", forms.SignForm, actions.sign_agreement, "recorded"
    ),
    "owners": FactPage(
        "Who answers for it", "Save", forms.OwnAgreementForm, actions.own_agreement, "recorded"
    ),
    "ended": FactPage(
        "The agreement ended", "Save", forms.ReasonForm, actions.end_agreement, "recorded"
    ),
    "review": FactPage(
        "Both sides met", "Save", forms.ReviewForm, actions.review_with_partner, "recorded"
    ),
    "escalate": FactPage(
        "A matter was escalated", "Save", forms.EscalateForm, actions.escalate, "recorded"
    ),
    "no_more": FactPage(
        "The force needs it no more",
        "Save",
        forms.ReasonForm,
        actions.need_no_more,
        "recorded",
        lede="Nothing more is owed on it. What was late stays late.",
    ),
}
VIEWS = {key: fact_view(page, place=ONE, name_of=_name_of) for key, page in PAGES.items()}
"""The views by the names that the table of addresses uses."""

RECORDS = {
    "document": (
        ("A version was approved", "web:undertaking_approve"),
        ("Who answers for it", "web:undertaking_own"),
        ("Nobody answers for it any more", "web:undertaking_disown"),
        ("Copies were looked for", "web:undertaking_stock"),
        ("A forecast looks five years ahead", "web:undertaking_reach"),
        ("The version in force was withdrawn", "web:undertaking_withdrawn"),
        ("The force needs it no more", "web:undertaking_no_more"),
    ),
    "agreement": (
        ("Both sides signed", "web:undertaking_sign"),
        ("Who answers for it", "web:undertaking_owners"),
        ("Both sides met", "web:undertaking_review"),
        ("A matter was escalated", "web:undertaking_escalate"),
        ("The agreement ended", "web:undertaking_ended"),
        ("The force needs it no more", "web:undertaking_no_more"),
    ),
}
"""What can be recorded about each, as (text, page)."""

ONLY = {
    "web:undertaking_stock": ("family_leaflet", "suspect_leaflet"),
    "web:undertaking_reach": ("demand_forecast",),
    "web:undertaking_review": ("probation",),
    "web:undertaking_escalate": ("probation",),
}
"""What is recorded of some kinds alone."""
