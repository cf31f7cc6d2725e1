"""Inspections: what is asked, what the force says, what the records show, and the response."""

from collections import Counter
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from dutybook.access.errors import InvalidInput
from dutybook.access.roles import RecordKind
from dutybook.duties.catalogue import CATALOGUE
from dutybook.inspections import actions, queries
from dutybook.inspections.findings import WORDS, WORST_FIRST
from dutybook.web import policy_words
from dutybook.web.flow import asked, form_page, onward, saved
from dutybook.web.forms.inspection import (
    CommentForm,
    ImportForm,
    NarrowerForm,
    NarrowerReplyForm,
    PositionStateForm,
)
from dutybook.web.forms.layers import OwnersForm
from dutybook.web.links import with_query
from dutybook.web.views.work_views import today


def inspections(request: Any) -> HttpResponse:
    """Every inspection known here."""
    return render(
        request,
        "inspections/list.html",
        {
            "lines": queries.inspections(request.viewer, now=request.now),
            "may_import": request.viewer.may_write(RecordKind.INSPECTION),
        },
    )


def inspection(request: Any, key: str) -> HttpResponse:
    """One inspection as one force answers it, limb by limb."""
    page = queries.inspection_page(
        request.viewer, key, day=_day(request), now=request.now, force_key=_force(request)
    )
    found = Counter(each.finding.state for line in page.recommendations for each in line.limbs)
    tally = [(WORDS[state], found[state]) for state in WORST_FIRST if found[state]]
    return render(request, "inspections/inspection.html", {"page": page, "tally": tally})


def recommendation(request: Any, key: str, number: int) -> HttpResponse:
    """One recommendation: asked, answered, and each limb."""
    page = queries.recommendation_page(
        request.viewer,
        key,
        number,
        day=_day(request),
        now=request.now,
        force_key=_force(request),
    )
    return render(request, "inspections/recommendation.html", {"page": page})


def limb(request: Any, key: str, code: str) -> HttpResponse:
    """One limb: what is asked, the force's words and the records, side by side."""
    page = queries.limb_page(
        request.viewer,
        key,
        code,
        day=_day(request),
        now=request.now,
        force_key=_force(request),
        duty=request.GET.get("duty") or None,
        page=request.GET.get("page", ""),
    )
    may_judge = page.position is not None and request.viewer.user_id is not None
    return render(
        request,
        "inspections/limb.html",
        {
            "page": page,
            "may_judge": may_judge,
            "catalogue": CATALOGUE,
            "policy_title": policy_words.title,
        },
    )


def inspection_import(request: Any) -> HttpResponse:
    """Take a published response in; what could not be placed is said at once."""
    form = ImportForm(request.POST or None, request.FILES or None, now=request.now)
    done = request.method == "POST" and saved(
        form,
        lambda answers: actions.import_response(
            content=answers["file"].read(),
            file_name=answers["file"].name,
            by=request.viewer,
            now=request.now,
        ),
    )
    if done:
        address = reverse("web:inspection", args=[done.inspection_key])
        told = "imported" if done.is_new else "known"
        return redirect(with_query(address, {"force": done.force_key, "saved": told}))
    back = {"text": "Inspections", "href": reverse("web:inspections")}
    return form_page(request, "inspections/import.html", form, {"back": back})


def limb_state(request: Any, key: str, code: str) -> HttpResponse:
    """A named person says what the force's words amount to for this limb."""
    page = _limb_of(request, key, code)
    form = PositionStateForm(request.POST or None, now=request.now)
    done = request.method == "POST" and saved(
        form,
        lambda answers: actions.map_position(
            position_id=page.position.pk,
            limb_id=page.limb.pk,
            by=request.viewer,
            now=request.now,
            **answers,
        ),
    )
    if done:
        return redirect(_limb_address(page, saved="state"))
    return asked(
        request,
        form,
        "What the force's words amount to",
        "Save the state",
        back=(f"Limb {code}", _limb_address(page)),
        caption=f"Limb {code}: {page.limb.title}",
        lede=f"The force says: {page.position.words}",
    )


def limb_narrower(request: Any, key: str, code: str) -> HttpResponse:
    """A named person judges, with reasons, whether the claim is narrower than what was asked."""
    page = _limb_of(request, key, code)
    form = NarrowerForm(request.POST or None, now=request.now)
    done = request.method == "POST" and saved(
        form,
        lambda answers: actions.judge_narrower(
            position_id=page.position.pk,
            limb_id=page.limb.pk,
            is_narrower=answers["is_narrower"],
            reasons=answers["reasons"],
            by=request.viewer,
            now=request.now,
        ),
    )
    if done:
        return redirect(_limb_address(page, saved="judgement"))
    return asked(
        request,
        form,
        "Is the claim narrower than what was asked?",
        "Save the judgement",
        back=(f"Limb {code}", _limb_address(page)),
        caption=f"Limb {code}: {page.limb.title}",
        lede=f"Asked: {page.limb.asked} The force says: {page.position.words}",
    )


def limb_narrower_reply(request: Any, key: str, code: str) -> HttpResponse:
    """The force replies to the judgement that stands."""
    page = _limb_of(request, key, code)
    judgement = page.line.judgement
    if judgement is None or not judgement.is_narrower:
        raise Http404
    form = NarrowerReplyForm(request.POST or None)

    def reply(answers: dict[str, Any]) -> object:
        return actions.reply_to_judgement(
            judgement_id=judgement.pk, by=request.viewer, now=request.now, **answers
        )

    if request.method == "POST" and saved(form, reply):
        return redirect(_limb_address(page, saved="reply"))
    return asked(
        request,
        form,
        "Reply to the judgement",
        "Save the reply",
        back=(f"Limb {code}", _limb_address(page)),
        caption=f"Limb {code}: {page.limb.title}",
        lede=f"Judged narrower than asked: {judgement.reasons}",
    )


def recommendation_own(request: Any, key: str, number: int) -> HttpResponse:
    """Say who answers for a recommendation as a whole."""
    page = queries.recommendation_page(
        request.viewer, key, number, day=_day(request), now=request.now
    )
    names = ("senior_owner", "delivery_owner", "board")
    beginning = {name: getattr(page.owner, name) for name in names} if page.owner else {}
    form = OwnersForm(request.POST or None, initial=beginning)

    def keep(answers: dict[str, Any]) -> object:
        about = page.line.recommendation.pk
        return actions.own_recommendation(
            by=request.viewer, now=request.now, recommendation_id=about, **answers
        )

    if request.method == "POST" and saved(form, keep):
        return onward("web:recommendation", key, number, saved="owners")
    return asked(
        request,
        form,
        "Who owns this recommendation",
        "Save the owners",
        back=(f"Recommendation {number}", reverse("web:recommendation", args=[key, number])),
        caption=f"Recommendation {number}: {page.line.recommendation.title}",
    )


def recommendation_comment(request: Any, key: str, number: int) -> HttpResponse:
    """The policing body's own action taken or proposed, or why there is none."""
    page = queries.recommendation_page(
        request.viewer, key, number, day=_day(request), now=request.now
    )
    standing = page.comment
    initial = (
        {"action": standing.action, "reply_to_chief": standing.reply_to_chief} if standing else {}
    )
    form = CommentForm(request.POST or None, now=request.now, initial=initial)
    done = request.method == "POST" and saved(
        form,
        lambda answers: actions.comment_as_policing_body(
            recommendation_id=page.line.recommendation.pk,
            by=request.viewer,
            now=request.now,
            **answers,
        ),
    )
    if done:
        return onward("web:recommendation", key, number, saved="comment")
    return asked(
        request,
        form,
        f"The commissioner's own comment on recommendation {number}",
        "Save the comment",
        back=(f"Recommendation {number}", reverse("web:recommendation", args=[key, number])),
        lede="The law asks for the action that the commissioner has taken or proposes, or why "
        "none. The force's action restated is not that.",
    )


def _limb_of(request: Any, key: str, code: str) -> Any:
    page = queries.limb_page(
        request.viewer,
        key,
        code,
        day=today(request),
        now=request.now,
        force_key=_force(request),
    )
    if page.position is None:
        raise InvalidInput({"": "The force has said nothing on this recommendation yet."})
    return page


def _limb_address(page: Any, **query: str) -> str:
    address = reverse("web:limb", args=[page.inspection.key, page.limb.code])
    return with_query(address, {"force": page.choice.force.key, **query})


def _force(request: Any) -> str | None:
    return request.GET.get("force") or None


def _day(request: Any) -> date:
    """The day whose end is looked at: the one asked for if it has come, otherwise today."""
    now = today(request)
    try:
        asked_for = date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return now
    return min(asked_for, now)
