"""The sections of an offender's record, and answers to what stands in them."""

from calendar import day_name
from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dutybook.access.errors import NotFound
from dutybook.ledger.queries import versions_of
from dutybook.ledger.writes import Saved
from dutybook.records.offenders import actions, queries
from dutybook.web.event_words import ORDERS
from dutybook.web.events import told
from dutybook.web.flow import asked, form_page, onward, saved
from dutybook.web.forms.base import PageForm
from dutybook.web.forms.checks import (
    AssessAuthorisationForm,
    AssessCheckForm,
    DecideDoubtForm,
    EntryAttemptForm,
)
from dutybook.web.forms.managing import DecideChangeForm, EndActionForm, JointAnswerForm
from dutybook.web.forms.notifying import BreachDecisionForm, BreachSystemsForm, TravelForm
from dutybook.web.forms.prevention import CommissionReviewForm
from dutybook.web.offender_events import with_links
from dutybook.web.offender_sections import SECTIONS, record_sections
from dutybook.web.views.offender_views import writable_header
from dutybook.web.views.work_views import today


def offender_section(request: Any, subject_id: int, section: str) -> HttpResponse:
    """One section of the record: what is owed in it, what was recorded, what can be."""
    if section not in SECTIONS:
        raise NotFound("no such section")
    found = SECTIONS[section]
    asked_page = request.GET.get("page", "")
    page = queries.section_page(
        request.viewer,
        subject_id,
        now=request.now,
        tables=found.tables,
        duties=found.duties,
        page=asked_page,
        with_period=section == "notification",
        with_orders=section == "prevention",
        with_pattern=section == "visits",
        with_spells=section == "whereabouts",
        with_plans=section == "assessments",
    )
    return render(
        request,
        "offenders/section.html",
        {
            "who": page.header,
            "warned": [one.line for one in page.warnings],
            "section": found,
            "record_sections": record_sections(page.header, section),
            "here": reverse("web:offender_section", args=[subject_id, section]),
            "due": page.due,
            "period": page.period,
            "orders": page.orders,
            "pattern": page.pattern,
            "spells": page.spells,
            "plans": page.plans,
            "weekdays": day_name,
            "order_names": ORDERS,
            "events": [with_links(event, page.header, page.beside) for event in page.events.rows],
            "next": page.events.next,
            "parameters": {"page": asked_page},
            "today": today(request),
        },
    )


def entry_attempt(request: Any, subject_id: int) -> HttpResponse:
    """Record that entry was sought for risk assessment."""
    form = EntryAttemptForm(request.POST or None, now=request.now)

    def attempt(answers: dict[str, Any]) -> Saved:
        return actions.attempt_entry(
            by=request.viewer,
            now=request.now,
            subject_id=subject_id,
            at=answers["at"],
            outcome=answers["outcome"],
            place=answers["place"],
            grounds=answers["grounds"],
        )

    if request.method == "POST" and saved(form, attempt):
        return onward("web:offender_section", subject_id, "visits", saved="recorded")
    name = writable_header(request, subject_id).name
    return asked(
        request,
        form,
        "Record an attempt to enter",
        "Save the attempt",
        back=(name, reverse("web:offender_section", args=[subject_id, "visits"])),
        caption=name,
        lede="After the second failed attempt a warrant to enter and search is to be considered "
        "(section 96B, Sexual Offences Act 2003). Whether these attempts suffice is for the "
        "force's lawyers.",
    )


def travel(request: Any, subject_id: int) -> HttpResponse:
    """Record a departure from the United Kingdom, past or ahead."""
    form = TravelForm(request.POST or None, now=request.now)

    def keep(answers: dict[str, Any]) -> Saved:
        return actions.record_travel(
            by=request.viewer, now=request.now, subject_id=subject_id, **answers
        )

    if request.method == "POST" and saved(form, keep):
        return onward("web:offender_section", subject_id, "notification", saved="recorded")
    name = writable_header(request, subject_id).name
    return asked(
        request,
        form,
        "Travel abroad",
        "Save",
        back=(name, reverse("web:offender_section", args=[subject_id, "notification"])),
        caption=name,
    )


def _answer(
    heading: str,
    button: str,
    form_class: type[PageForm],
    action: Callable[..., Saved],
    table: str,
    section: str,
) -> Callable[..., HttpResponse]:
    """The view that answers one fact of an offender; `action` takes the form's answers by name."""

    def view(request: Any, subject_id: int, fact_id: int) -> HttpResponse:
        form = form_class(request.POST or None)

        def keep(answers: dict[str, Any]) -> Saved:
            return action(
                by=request.viewer,
                now=request.now,
                subject_id=subject_id,
                fact_id=fact_id,
                **answers,
            )

        if request.method == "POST" and saved(form, keep):
            return onward("web:offender_section", subject_id, section, saved="recorded")
        answered = versions_of(request.viewer, subject_id, table, fact_id)[0]
        back = reverse("web:offender_section", args=[subject_id, section])
        return form_page(
            request,
            "offenders/answer.html",
            form,
            {
                "heading": heading,
                "button": button,
                "answered": told(answered),
                "back": {"text": SECTIONS[section].text, "href": back},
            },
        )

    return view


check_assess = _answer(
    "What the search means for the risk",
    "Save the assessment",
    AssessCheckForm,
    actions.assess_check,
    "database_check",
    "checks",
)
doubt_decide = _answer(
    "Does the offender stay reactively managed?",
    "Save the decision",
    DecideDoubtForm,
    actions.decide_doubt,
    "reactive_trigger",
    "reactive",
)
authorisation_assess = _answer(
    "Was it sound to authorise this visit?",
    "Save the assessment",
    AssessAuthorisationForm,
    actions.assess_authorisation,
    "visit_authorisation",
    "visits",
)
breach_systems = _answer(
    "Put the breach on the systems",
    "Save",
    BreachSystemsForm,
    actions.put_breach_on_systems,
    "notification_breach",
    "notification",
)
breach_decide = _answer(
    "What follows from the breach?",
    "Save the decision",
    BreachDecisionForm,
    actions.decide_breach,
    "notification_breach",
    "notification",
)
offence_review = _answer(
    "The review of how the offender was managed",
    "Save",
    CommissionReviewForm,
    actions.commission_review,
    "further_offence",
    "prevention",
)
trigger_decide = _answer(
    "What does it mean for the risk?",
    "Save the decision",
    DecideChangeForm,
    actions.decide_change,
    "risk_trigger",
    "assessments",
)
action_end = _answer(
    "Is it done, or needed no more?",
    "Save",
    EndActionForm,
    actions.end_action,
    "plan_action",
    "assessments",
)
joint_answer = _answer(
    "What was answered?",
    "Save the answer",
    JointAnswerForm,
    actions.answer_jointly,
    "joint_request",
    "agencies",
)
