"""One order, and what is recorded about it."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dutybook.access.errors import NotAllowed
from dutybook.ledger.queries import versions_of
from dutybook.records.offenders import actions, queries
from dutybook.records.offenders.queries import OrderPage
from dutybook.web.event_words import ORDERS
from dutybook.web.events import told
from dutybook.web.flow import asked, form_page, onward, saved
from dutybook.web.forms import prevention as forms
from dutybook.web.forms.notifying import BreachDecisionForm
from dutybook.web.offender_events import with_answers
from dutybook.web.views.fact_pages import FactPage, fact_view
from dutybook.web.views.offender_views import writable_header
from dutybook.web.views.work_views import today

ORDER = "web:order"


def order(request: Any, subject_id: int) -> HttpResponse:
    """One order: what it says, what is owed on it, what happened."""
    asked_page = request.GET.get("page", "")
    page = queries.order_page(
        request.viewer, subject_id, now=request.now, page=asked_page, warn=True
    )
    return render(
        request,
        "offenders/order.html",
        {
            "page": page,
            "title": ORDERS[page.order.kind],
            "events": [with_answers(event, may_write=page.may_write) for event in page.events.rows],
            "parameters": {"page": asked_page},
            "today": today(request),
            "back": {"text": page.label, "href": _prevention(page.offender_id)},
        },
    )


def order_open(request: Any, subject_id: int) -> HttpResponse:
    """A court made an order against an offender."""
    form = forms.OpenOrderForm(request.POST or None, now=request.now)

    def begin(answers: dict[str, Any]) -> Any:
        return actions.open_order(
            by=request.viewer, now=request.now, offender_id=subject_id, **answers
        )

    made = saved(form, begin) if request.method == "POST" else None
    if made:
        return onward(ORDER, made.subject_id, saved="opened")
    name = writable_header(request, subject_id).name
    return asked(
        request,
        form,
        "Record an order",
        "Save the order",
        back=(name, _prevention(subject_id)),
        caption=name,
        lede="As the order of the court says. Nothing is worked out here.",
    )


def _of_court(
    heading: str, button: str, form_class: type[Any], action: Callable[..., Any], said: str
) -> Callable[..., HttpResponse]:
    """The view by which a court's later decision on an order is kept."""

    def view(request: Any, subject_id: int) -> HttpResponse:
        form = form_class(request.POST or None, now=request.now)

        def keep(answers: dict[str, Any]) -> Any:
            return action(by=request.viewer, now=request.now, subject_id=subject_id, **answers)

        if request.method == "POST" and saved(form, keep):
            return onward(ORDER, subject_id, saved=said)
        page = writable_order(request, subject_id)
        if not form.is_bound and page.terms:
            form.initial["conditions"] = page.terms[0].conditions
        return asked(
            request,
            form,
            heading,
            button,
            back=(ORDERS[page.order.kind], reverse(ORDER, args=[subject_id])),
            caption=page.label,
        )

    return view


order_vary = _of_court(
    "The conditions were varied",
    "Save the conditions",
    forms.VaryOrderForm,
    actions.vary_order,
    "varied",
)
order_renew = _of_court(
    "The order was renewed",
    "Save the renewal",
    forms.RenewOrderForm,
    actions.renew_order,
    "renewed",
)


def order_breach_decide(request: Any, subject_id: int, fact_id: int) -> HttpResponse:
    """What follows from one breach of an order."""
    form = BreachDecisionForm(request.POST or None)

    def decide(answers: dict[str, Any]) -> Any:
        return actions.decide_order_breach(
            by=request.viewer, now=request.now, subject_id=subject_id, fact_id=fact_id, **answers
        )

    if request.method == "POST" and saved(form, decide):
        return onward(ORDER, subject_id, saved="decided")
    answered = versions_of(request.viewer, subject_id, "order_breach", fact_id)[0]
    return form_page(
        request,
        "offenders/answer.html",
        form,
        {
            "heading": "What follows from the breach?",
            "button": "Save the decision",
            "answered": told(answered),
            "back": {"text": "Order", "href": reverse(ORDER, args=[subject_id])},
        },
    )


def writable_order(request: Any, subject_id: int) -> OrderPage:
    """The order for a form; refused to somebody who may only read."""
    page = queries.order_page(request.viewer, subject_id, now=request.now)
    if not page.may_write:
        raise NotAllowed("your role may read this order but not change it")
    return page


def _name_of(request: Any, subject_id: int) -> str:
    """Whose order it is, for somebody who may record something about it."""
    return writable_order(request, subject_id).label


def _prevention(offender_id: int) -> str:
    return reverse("web:offender_section", args=[offender_id, "prevention"])


PAGES = {
    "check": FactPage(
        "Record a check of the conditions",
        "Save the check",
        forms.CheckOrderForm,
        actions.check_order,
        "check",
        lede="The police's own doing: what a complaint brings is a breach.",
    ),
    "end_decide": FactPage(
        "What follows when the order runs out?",
        "Save the decision",
        forms.OrderEndDecisionForm,
        actions.decide_order_end,
        "decided",
    ),
    "end": FactPage(
        "The order is in force no more",
        "End the order",
        forms.EndOrderForm,
        actions.end_order,
        "ended",
        lede="What is owed on it ceases. What was late stays on record as unmet.",
    ),
    "breach": FactPage(
        "A condition was broken",
        "Save the breach",
        forms.BreakOrderForm,
        actions.break_order,
        "breach",
        lede="It leads to an arrest, a charge or a reasoned no.",
    ),
}
VIEWS = {key: fact_view(page, place=ORDER, name_of=_name_of) for key, page in PAGES.items()}
"""The views by the names that the table of addresses uses."""
