"""One person: all that is said of them, and saying more, better, or that it has ended."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dutybook.access.errors import EditCollision, NotAllowed, NotFound
from dutybook.access.roles import Role
from dutybook.records.people import actions, queries
from dutybook.records.people.kinds import KINDS
from dutybook.records.people.queries import PersonPage, Said
from dutybook.web.flow import asked, onward, saved, seen_version
from dutybook.web.forms.base import PageForm
from dutybook.web.forms.person import (
    EndForm,
    LinkForm,
    MergeForm,
    WhyForm,
    form_of,
    with_reason,
)
from dutybook.web.identity import sections
from dutybook.web.views.work_views import today

DAYS = ("born", "verified_on")


def person(request: Any, person_id: int) -> HttpResponse:
    """Everything said of one person that whoever asks may see."""
    page = queries.person_page(request.viewer, person_id)
    return render(
        request,
        "people/person.html",
        {
            "who": page,
            "sections": sections(page, today(request)),
            "may_merge": page.may_write and request.viewer.has_role(Role.SUPERVISOR),
        },
    )


def person_add(request: Any, person_id: int, kind: str) -> HttpResponse:
    """Say something new of a person."""
    if kind not in KINDS:
        raise NotFound("there is nothing of that kind")
    page = _writable(request, person_id)
    form_type = LinkForm if kind == "link" else form_of(kind, may_replace=True)
    form = form_type(request.POST or None, now=request.now)

    def add(answers: dict[str, Any]) -> object:
        told = {"by": request.viewer, "now": request.now, "person_id": person_id}
        if kind == "link":
            who = {name: answers.pop(name) for name in ("name", "date_of_birth", "category")}
            return actions.link(**told, **who, values=answers)
        replaces = answers.pop("replaces", False)
        return actions.state(**told, kind=kind, values=answers, replaces=replaces)

    if request.method == "POST" and saved(form, add):
        return onward("web:person", person_id, saved="added")
    return _about(request, person_id, page.name, form, f"Add: {KINDS[kind].title.lower()}", "Save")


def person_correct(request: Any, person_id: int, kind: str, fact_id: int) -> HttpResponse:
    """Correct something said; the former version stays."""
    name, one = queries.said_once(request.viewer, person_id, kind, fact_id)
    _check_may_change(one)
    form = with_reason(form_of(kind, may_replace=False))(
        request.POST or None, now=request.now, initial=_beginning(one)
    )

    def correct(answers: dict[str, Any]) -> object:
        return actions.correct(
            by=request.viewer,
            now=request.now,
            person_id=person_id,
            kind=kind,
            fact_id=fact_id,
            seen_version=seen_version(request),
            reason=answers.pop("reason"),
            values=answers,
        )

    return _change(request, person_id, name, one, form, correct, "Correct", "Save the correction")


def person_end(request: Any, person_id: int, kind: str, fact_id: int) -> HttpResponse:
    """Say that something no longer holds."""
    name, one = queries.said_once(request.viewer, person_id, kind, fact_id)
    _check_may_change(one)
    form = EndForm(request.POST or None, now=request.now)

    def end(answers: dict[str, Any]) -> object:
        return actions.end(
            by=request.viewer,
            now=request.now,
            person_id=person_id,
            kind=kind,
            fact_id=fact_id,
            seen_version=seen_version(request),
            **answers,
        )

    return _change(request, person_id, name, one, form, end, "No longer so", "Save")


def person_withdraw(request: Any, person_id: int, kind: str, fact_id: int) -> HttpResponse:
    """Take back something keyed in error."""
    name, one = queries.said_once(request.viewer, person_id, kind, fact_id)
    _check_may_change(one)
    form = WhyForm(request.POST or None, now=request.now)

    def withdraw(answers: dict[str, Any]) -> object:
        return actions.withdraw(
            by=request.viewer,
            now=request.now,
            person_id=person_id,
            kind=kind,
            fact_id=fact_id,
            seen_version=seen_version(request),
            **answers,
        )

    return _change(request, person_id, name, one, form, withdraw, "Withdraw", "Withdraw it")


def person_versions(request: Any, person_id: int, kind: str, fact_id: int) -> HttpResponse:
    """Every version of one thing said, with who keyed each and why."""
    name, versions = queries.said_versions(request.viewer, person_id, kind, fact_id)
    back = {"text": name, "href": reverse("web:person", args=[person_id])}
    return render(
        request,
        "people/versions.html",
        {"versions": versions, "name": name, "kind": KINDS[kind], "back": back},
    )


def person_protect(request: Any, person_id: int) -> HttpResponse:
    """Close what is said of a person to all but those who work the record, or open it again."""
    page = _writable(request, person_id)
    actions.set_protected(by=request.viewer, person_id=person_id, protected=not page.protected)
    return onward("web:person", person_id, saved="protected")


def person_merge(request: Any, person_id: int) -> HttpResponse:
    """Decide that another entry is the same person."""
    page = _writable(request, person_id)
    form = MergeForm(request.POST or None, now=request.now)

    def merge(answers: dict[str, Any]) -> object:
        try:
            return actions.merge(
                by=request.viewer,
                now=request.now,
                kept_id=person_id,
                absorbed_id=answers["number"],
                reason=answers["reason"],
            )
        except NotFound:
            form.add_error("number", "There is no entry with this number that you may see")
            return None

    if request.method == "POST" and saved(form, merge):
        return onward("web:person", person_id, saved="merged")
    return _about(
        request,
        person_id,
        page.name,
        form,
        "Another entry is the same person",
        "Merge",
        lede="Nothing is moved or lost: both entries stay, and the merge can be undone.",
    )


def person_unmerge(request: Any, person_id: int, merge_id: int) -> HttpResponse:
    """Undo a merge."""
    page = _writable(request, person_id)
    form = WhyForm(request.POST or None, now=request.now)

    def unmerge(answers: dict[str, Any]) -> bool:
        actions.unmerge(
            by=request.viewer, now=request.now, merge_id=merge_id, reason=answers["reason"]
        )
        return True

    if request.method == "POST" and saved(form, unmerge):
        return onward("web:person", person_id, saved="unmerged")
    return _about(
        request,
        person_id,
        page.name,
        form,
        "These are not one person",
        "Undo the merge",
        lede="Each entry then stands as it did, with all that was said of it.",
    )


def _writable(request: Any, person_id: int) -> PersonPage:
    page = queries.person_page(request.viewer, person_id)
    if not page.may_write:
        raise NotAllowed("your role may read about this person but not change it")
    return page


def _check_may_change(one: Said) -> None:
    if not one.may_change:
        raise NotAllowed("your role may read about this person but not change it")


def _beginning(one: Said) -> dict[str, Any]:
    """What a form of correction begins with."""
    details: dict[str, Any] = {
        name: date.fromisoformat(value) if name in DAYS and value else value
        for name, value in one.details.items()
    }
    if "with_children" in details:
        details["with_children"] = {True: "yes", False: "no"}.get(details["with_children"], "")
    common = {
        name: getattr(one, name) for name in ("from_day", "until_day", "source", "is_opinion")
    }
    return {**details, **common}


def _change(
    request: Any,
    person_id: int,
    name: str,
    one: Said,
    form: PageForm,
    save: Callable[[dict[str, Any]], object],
    heading: str,
    button: str,
) -> HttpResponse:
    version = seen_version(request) or one.version
    if request.method == "POST":
        try:
            if saved(form, save):
                return onward("web:person", person_id, saved="changed")
        except EditCollision:
            version = one.version
            form.add_error(
                None,
                f"Somebody else changed this while you typed. It now reads: {one.line}. Nothing "
                "of yours was saved. If yours is right, save it as a further correction",
            )
    told = f"{heading}: {one.line}" if one.kind != "link" else f"{heading}: {one.line.lower()}"
    return _about(request, person_id, name, form, told, button, seen_version=version)


def _about(
    request: Any, person_id: int, name: str, form: PageForm, heading: str, button: str, **more: Any
) -> HttpResponse:
    back = (name, reverse("web:person", args=[person_id]))
    return asked(request, form, heading, button, back=back, caption=name, **more)
