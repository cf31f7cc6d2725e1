"""Children at risk from somebody on record: who they are, what is decided, told and answered."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dutybook.access.errors import EditCollision, NotAllowed
from dutybook.ledger.queries import Event, versions_of
from dutybook.records.safeguarding import actions, queries
from dutybook.records.safeguarding.queries import ChildPage
from dutybook.web.events import Told, told
from dutybook.web.flow import asked, form_page, onward, saved, seen_version
from dutybook.web.forms import children as forms
from dutybook.web.forms.base import PageForm
from dutybook.web.places import record_place
from dutybook.web.views.work_views import today

CHILD = "web:child"
CHANGED_MEANWHILE = "Somebody changed this record meanwhile. Look at it as it stands, then save"


def children(request: Any, subject_id: int) -> HttpResponse:
    """The children at risk from one offender or suspect."""
    page = queries.children_page(request.viewer, subject_id, now=request.now)
    return render(
        request,
        "children/list.html",
        {
            "page": page,
            "today": today(request),
            "back": {"text": page.root.label, "href": _root_place(page.root)},
        },
    )


def child_new(request: Any, subject_id: int) -> HttpResponse:
    """It becomes known that a child is at risk from this person."""
    form = forms.KnowOfChildForm(request.POST or None, now=request.now)

    def know(answers: dict[str, Any]) -> Any:
        names = ("at", "known_as", "learnt_from", "note", "relation", "date_of_birth")
        given = {name: answers[name] for name in names}
        return actions.know_of_child(
            by=request.viewer, now=request.now, root_id=subject_id, **given
        )

    made = saved(form, know) if request.method == "POST" else None
    if made:
        return onward(CHILD, made.subject_id, saved="known")
    page = queries.children_page(request.viewer, subject_id, now=request.now)
    if not page.may_write:
        raise NotAllowed("your role may read this record but not change it")
    return asked(
        request,
        form,
        "A child at risk",
        "Save",
        back=("Children at risk", reverse("web:children", args=[subject_id])),
        caption=page.root.label,
        lede="From the moment it is known a decision is owed. If a child is in danger now, act "
        "first and record it afterwards.",
    )


def child(request: Any, subject_id: int) -> HttpResponse:
    """One child: what is owed, what happened, what can be recorded."""
    asked_page = request.GET.get("page", "")
    page = queries.child_page(
        request.viewer, subject_id, now=request.now, page=asked_page, warn=True
    )
    return render(
        request,
        "children/child.html",
        {
            "page": page,
            "one": page.child,
            "root_href": _root_place(page.root),
            "events": [_with_links(event, page.may_write) for event in page.events.rows],
            "parameters": {"page": asked_page},
            "today": today(request),
            "back": {
                "text": "Children at risk",
                "href": reverse("web:children", args=[page.root.subject_id]),
            },
        },
    )


def child_edit(request: Any, subject_id: int) -> HttpResponse:
    """Who the child is, as it is known now."""
    page = writable_child(request, subject_id)
    one = page.child
    beginning = {
        "known_as": one.known_as,
        "date_of_birth": one.date_of_birth,
        "relation": one.relation,
    }
    form = forms.ChildForm(request.POST or None, initial=beginning)
    revision = seen_version(request) or page.revision

    def edit(answers: dict[str, Any]) -> Any:
        return actions.edit_child(
            by=request.viewer,
            now=request.now,
            subject_id=subject_id,
            seen_revision=revision,
            **answers,
        )

    try:
        if request.method == "POST" and saved(form, edit):
            return onward(CHILD, subject_id, saved="recorded")
    except EditCollision:
        form.add_error(None, CHANGED_MEANWHILE)
        revision = page.revision
    return asked(
        request,
        form,
        "Who the child is",
        "Save",
        back=(one.known_as, reverse(CHILD, args=[subject_id])),
        caption=one.known_as,
        seen_version=revision,
    )


def child_learn(request: Any, subject_id: int) -> HttpResponse:
    """Something new was learnt; it asks for a decision of its own."""
    form = forms.LearnForm(request.POST or None, now=request.now)

    def learn(answers: dict[str, Any]) -> Any:
        given = {name: answers[name] for name in ("at", "learnt_from", "note")}
        return actions.learn_of_risk(
            by=request.viewer, now=request.now, subject_id=subject_id, **given
        )

    if request.method == "POST" and saved(form, learn):
        return onward(CHILD, subject_id, saved="known")
    name = writable_child(request, subject_id).child.known_as
    return asked(
        request,
        form,
        "Something new was learnt",
        "Save",
        back=(name, reverse(CHILD, args=[subject_id])),
        caption=name,
        lede="It asks for a decision of its own.",
    )


def _answer(
    heading: str,
    button: str,
    form_class: type[PageForm],
    action: Callable[..., Any],
    table: str,
    *,
    dated: bool = True,
) -> Callable[..., HttpResponse]:
    """The view that answers one fact about a child; `action` takes the form's answers by name."""

    def view(request: Any, subject_id: int, fact_id: int) -> HttpResponse:
        form = form_class(request.POST or None, now=request.now)

        def keep(answers: dict[str, Any]) -> Any:
            given = dict(answers)
            if dated:
                given["at"] = given.pop("day")
            return action(
                by=request.viewer,
                now=request.now,
                subject_id=subject_id,
                fact_id=fact_id,
                **given,
            )

        if request.method == "POST" and saved(form, keep):
            return onward(CHILD, subject_id, saved="recorded")
        name = writable_child(request, subject_id).child.known_as
        answered = versions_of(request.viewer, subject_id, table, fact_id)[0]
        back = {"text": name, "href": reverse(CHILD, args=[subject_id])}
        told_of = {"heading": heading, "button": button, "answered": told(answered), "back": back}
        return form_page(request, "offenders/answer.html", form, told_of)

    return view


child_decide = _answer(
    "What is to be done for the child?",
    "Save the decision",
    forms.DecideForm,
    actions.decide_safeguarding,
    "child_at_risk",
    dated=False,
)
child_tell = _answer(
    "Children's social care was told",
    "Save",
    forms.TellForm,
    actions.tell_social_care,
    "safeguarding_decision",
)
child_answer = _answer(
    "What children's social care answered",
    "Save the answer",
    forms.AnswerForm,
    actions.answer_of_social_care,
    "social_care_told",
)


ANSWERED = {
    "child_at_risk": ("Decide", "web:child_decide"),
    "safeguarding_decision": ("Say that social care was told", "web:child_tell"),
    "social_care_told": ("Record the answer", "web:child_answer"),
}


def _with_links(event: Event, may_write: bool) -> Told:
    """A line of the timeline with what may be done about it."""
    said = told(event)
    if event.withdrawn or not may_write:
        return said
    place = {"subject_id": event.subject_id, "fact_id": event.fact_id}
    asks = event.details.get("decision") != "no_further_action"
    if event.table in ANSWERED and asks:
        text, name = ANSWERED[event.table]
        said.links.append((text, reverse(name, kwargs=place)))
    href = reverse("web:child_withdraw", kwargs={**place, "table": event.table})
    said.links.append(("Withdraw", href))
    return said


def writable_child(request: Any, subject_id: int) -> ChildPage:
    """The child for a form; refused to somebody who may only read."""
    page = queries.child_page(request.viewer, subject_id, now=request.now)
    if not page.may_write:
        raise NotAllowed("your role may read this record but not change it")
    return page


def _root_place(root: queries.Root) -> str:
    return record_place(root.kind, root.subject_id)
