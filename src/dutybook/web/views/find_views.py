"""Finding anyone; answering for what others' searches hit; what is to be put right about people."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dutybook.access.errors import NotFound
from dutybook.records.people import actions, queries
from dutybook.records.people.kinds import KINDS
from dutybook.web.flow import asked, chosen, form_page, onward, saved
from dutybook.web.forms.person import AnswerForm, FindForm


def find(request: Any) -> HttpResponse:
    """The search: what is typed is sent and never stands in an address."""
    form = FindForm(request.POST or None, now=request.now)

    def search(answers: dict[str, Any]) -> actions.Search:
        return actions.find_people(by=request.viewer, now=request.now, **answers)

    found = saved(form, search) if request.method == "POST" else None
    return form_page(
        request,
        "people/find.html",
        form,
        {"found": found, "kinds": {key: kind.title for key, kind in KINDS.items()}},
    )


def restricted_hits(request: Any) -> HttpResponse:
    """Others' searches that hit records of mine or of my team."""
    answered = chosen(request, "show", ("answered",)) == "answered"
    asked_page = request.GET.get("page", "")
    page = queries.hit_list(request.viewer, now=request.now, answered=answered, page=asked_page)
    choices = [("", "Waiting for an answer"), ("answered", "Answered")]
    show = "answered" if answered else ""
    return render(
        request,
        "people/hits.html",
        {
            "page": page,
            "fields": [{"name": "show", "label": "Show", "choices": choices, "value": show}],
            "parameters": {"show": show, "page": asked_page},
            "kinds": {key: kind.title for key, kind in KINDS.items()},
        },
    )


def restricted_hit_answer(request: Any, hit_id: int) -> HttpResponse:
    """Say what came of one."""
    hit = queries.hit(request.viewer, hit_id, now=request.now)
    if hit is None:
        raise NotFound("no such notice")
    form = AnswerForm(request.POST or None, now=request.now)

    def answer(answers: dict[str, Any]) -> bool:
        actions.answer_hit(by=request.viewer, now=request.now, hit_id=hit_id, **answers)
        return True

    if request.method == "POST" and saved(form, answer):
        return onward("web:restricted_hits", saved="answered")
    return asked(
        request,
        form,
        f"{hit.asked_by} searched for this person",
        "Save the answer",
        back=("Searches to answer", reverse("web:restricted_hits")),
        caption=hit.label,
        lede="They may not see the record. They have been told whom to ring, and nothing else.",
    )


def people_quality(request: Any) -> HttpResponse:
    """What is missing, stale, doubled or disagreeing, with owners and ages."""
    rule = chosen(request, "rule", tuple(queries.RULES)) or "no_birth"
    page = queries.people_quality(request.viewer, now=request.now, rule=rule)
    choices = [
        (key, f"{words} ({'no standard set' if page.counts[key] is None else page.counts[key]})")
        for key, words in queries.RULES.items()
    ]
    return render(
        request,
        "people/quality.html",
        {
            "page": page,
            "title": queries.RULES[rule],
            "is_unset": page.counts[rule] is None,
            "fields": [{"name": "rule", "label": "What to put right", "choices": choices,
                        "value": rule}],
        },
    )  # fmt: skip
