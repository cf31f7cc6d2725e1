"""A visit recorded in under a minute, put right, withdrawn, or given leave."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dutybook.access import queries as access_queries
from dutybook.access.errors import EditCollision
from dutybook.ledger.queries import Event, versions_of
from dutybook.records.offenders import actions, queries
from dutybook.web.event_words import OUTCOMES, PURPOSES
from dutybook.web.flow import asked, form_page, onward, saved, seen_version
from dutybook.web.forms.visit import (
    AuthoriseVisitForm,
    CorrectVisitForm,
    VisitForm,
    WithdrawVisitForm,
)
from dutybook.web.wording import LOCAL


def visit_record(request: Any, subject_id: int) -> HttpResponse:
    """Record a visit or an attempt; the offender's page then says when the next is due."""
    form = VisitForm(request.POST or None, now=request.now, colleagues=_others(request))
    done = (
        None
        if request.method != "POST"
        else saved(
            form,
            lambda _: actions.record_visit(
                by=request.viewer,
                now=request.now,
                subject_id=subject_id,
                second_id=form.second_id,
                on_register=form.cleaned_data["on_register"],
                **form.visit,
            ),
        )
    )
    if done:
        if form.fell_short:
            return onward("web:visit_leave", subject_id, done.fact_id, saved="visit")
        return onward("web:offender", subject_id, saved="visit")
    return form_page(
        request,
        "offenders/visit.html",
        form,
        {
            "about": queries.visit_form_context(request.viewer, subject_id, now=request.now),
            "heading": "Record a visit",
            "button": "Save the visit",
            "back": _back(subject_id),
        },
    )


def visit_correct(request: Any, subject_id: int, fact_id: int) -> HttpResponse:
    """Correct a visit. When somebody else did so first, both versions are shown, nothing lost."""
    visit = _visit(request, subject_id, fact_id)
    beginning = _answers(visit)
    form = CorrectVisitForm(request.POST or None, now=request.now, initial=beginning)

    def correct(answers: dict[str, Any]) -> object:
        return actions.correct_visit(
            by=request.viewer,
            now=request.now,
            subject_id=subject_id,
            fact_id=fact_id,
            seen_version=seen_version(request),
            reason=answers["reason"],
            **form.visit,
        )

    try:
        if request.method == "POST" and saved(form, correct):
            return onward("web:offender", subject_id, saved="correction")
    except EditCollision:
        return _collided(request, form, visit, subject_id)
    return form_page(
        request,
        "offenders/visit.html",
        form,
        {
            "about": queries.visit_form_context(request.viewer, subject_id, now=request.now),
            "heading": "Correct a visit",
            "button": "Save the correction",
            "back": _back(subject_id),
            "seen_version": seen_version(request) or visit.version,
        },
    )


def visits_to_confirm(request: Any) -> HttpResponse:
    """Visits that name me as the second visitor and wait for my word."""
    return render(
        request,
        "offenders/confirm.html",
        {
            "rows": queries.visits_to_confirm(request.viewer),
            "outcomes": OUTCOMES,
            "back": {"text": "My work", "href": reverse("web:home")},
        },
    )


def visit_confirm(request: Any, subject_id: int, fact_id: int) -> HttpResponse:
    """I was there, or I was not."""
    actions.confirm_presence(
        by=request.viewer,
        now=request.now,
        subject_id=subject_id,
        fact_id=fact_id,
        was_there=request.POST.get("was_there") == "yes",
    )
    return onward("web:visits_to_confirm", saved="confirmed")


def visit_withdraw(request: Any, subject_id: int, fact_id: int) -> HttpResponse:
    """Withdraw a visit that never was."""
    visit = _visit(request, subject_id, fact_id)
    form = WithdrawVisitForm(request.POST or None)

    def withdraw(answers: dict[str, Any]) -> object:
        return actions.withdraw_visit(
            by=request.viewer,
            now=request.now,
            subject_id=subject_id,
            fact_id=fact_id,
            seen_version=seen_version(request),
            reason=answers["reason"],
        )

    if request.method == "POST" and saved(form, withdraw):
        return onward("web:offender", subject_id, saved="withdrawal")
    return asked(
        request,
        form,
        "Withdraw this visit?",
        "Withdraw the visit",
        back=("Back", reverse("web:offender", args=[subject_id])),
        lede="It stays on record and reads withdrawn. It no longer counts, so what it met is "
        "owed again.",
        grave=True,
        seen_version=seen_version(request) or visit.version,
    )


def visit_authorise(request: Any, subject_id: int, fact_id: int) -> HttpResponse:
    """Give leave for a visit that was announced or not made in pairs."""
    asked_for = queries.leave_to_answer(request.viewer, fact_id)
    form = AuthoriseVisitForm(request.POST or None, now=request.now, initial=_said(asked_for))

    def authorise(answers: dict[str, Any]) -> object:
        return actions.authorise_visit(
            by=request.viewer,
            now=request.now,
            subject_id=subject_id,
            fact_id=fact_id,
            rationale=answers["rationale"],
            given_at=answers["at"],
        )

    if request.method == "POST" and saved(form, authorise):
        return onward("web:offender", subject_id, saved="authorisation")
    visit = _visit(request, subject_id, fact_id)
    return form_page(
        request,
        "offenders/authorise.html",
        form,
        {
            "visit": {"at": visit.at, **visit.details},
            "asked_for": asked_for,
            "back": _back(subject_id),
        },
    )


def _collided(request: Any, form: CorrectVisitForm, stored: Event, subject_id: int) -> HttpResponse:
    """The version that stands beside what was typed; sending again corrects the newer one."""
    return render(
        request,
        "offenders/collision.html",
        {
            "stored": {"at": stored.at, "version": stored.version, **stored.details},
            "typed": form.visit,
            "purposes": PURPOSES,
            "sent": [
                (name, value)
                for name, values in request.POST.lists()  # a question may have several answers
                if name not in ("csrfmiddlewaretoken", "seen_version")
                for value in values
            ],
            "back": _back(subject_id),
        },
        status=409,
    )


def _visit(request: Any, subject_id: int, fact_id: int) -> Event:
    """The version of the visit that stands."""
    return versions_of(request.viewer, subject_id, "visit", fact_id)[0]


def _others(request: Any) -> list[tuple[int, str]]:
    """Colleagues who may have gone along, each once, by name."""
    found = access_queries.colleagues(request.viewer, now=request.now)
    named = {one.user_id: one.display_name for one in found}
    named.pop(request.viewer.user_id, None)
    return sorted(named.items(), key=lambda one: one[1])


def _said(asked_for: Any) -> dict[str, Any]:
    """When whoever asks says that leave was given; nothing where they ask only now."""
    if asked_for is None or asked_for.said_given_at is None:
        return {}
    said = asked_for.said_given_at.astimezone(LOCAL)
    return {"day": said.date(), "clock": said.time()}


def _back(subject_id: int) -> dict[str, str]:
    return {"text": "Back", "href": reverse("web:offender", args=[subject_id])}


def _answers(visit: Event) -> dict[str, Any]:
    """A stored visit as the form's answers."""
    flag = {True: "yes", False: "no", None: ""}
    found = visit.details
    return {
        "day": visit.at,
        "clock": visit.at.astimezone(LOCAL).time(),
        "outcome": found["outcome"],
        "announced": flag[found["announced"]],
        "crew": found["crew"],
        "second_confirmed": flag[found["second_confirmed"]],
        "findings": found["findings"],
        "officers_view": found["officers_view"],
        "follow_up": found["follow_up"],
        "purposes": found["purposes"],
        "with_partner": found["with_partner"],
    }
