"""The staff pulse: what is asked, one's own answers, and what everybody said once it has closed."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dutybook.inspections import actions, queries
from dutybook.web.flow import asked, form_page, onward, saved
from dutybook.web.forms.pulse import PulseAnswerForm, PulseForm


def pulses(request: Any) -> HttpResponse:
    """Every pulse, the newest first."""
    found = queries.pulses(request.viewer, now=request.now)
    back = {"text": "Inspections", "href": reverse("web:inspections")}
    return render(request, "pulses/list.html", {"page": found, "back": back})


def pulse(request: Any, pulse_id: int) -> HttpResponse:
    """One pulse: the form for whoever is asked, and what was said once it has closed."""
    page = queries.pulse_page(request.viewer, pulse_id, now=request.now)
    statements = [one.words for one in page.lines]
    form = PulseAnswerForm(request.POST or None, statements=statements)

    def take(answers: dict[str, Any]) -> bool:
        actions.take_pulse(by=request.viewer, now=request.now, pulse_id=pulse_id, **answers)
        return True

    if request.method == "POST" and saved(form, take):
        return onward("web:pulse", pulse_id, saved="taken")
    back = {"text": "What staff say", "href": reverse("web:pulses")}
    return form_page(request, "pulses/one.html", form, {"page": page, "back": back})


def pulse_new(request: Any) -> HttpResponse:
    """Ask the staff."""
    choices = queries.pulse_choices(request.viewer)
    form = PulseForm(request.POST or None, limbs=choices.limbs, titles=choices.inspections)

    def begin(answers: dict[str, Any]) -> Any:
        return actions.begin_pulse(by=request.viewer, now=request.now, **answers)

    if request.method == "POST" and (made := saved(form, begin)):
        return onward("web:pulse", made.pk, saved="begun")
    return asked(
        request,
        form,
        "Ask the staff",
        "Ask them",
        back=("What staff say", reverse("web:pulses")),
        lede="Everybody with a role in a team is asked. Nobody can see who said what, and nothing "
        "is shown before the last day has passed.",
    )
