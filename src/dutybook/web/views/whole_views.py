"""A recommendation certified as a whole: proposed, certified by another, withdrawn."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dutybook.access.errors import NotFound
from dutybook.inspections import actions, queries
from dutybook.web.flow import form_page, onward, saved
from dutybook.web.forms import layers as forms
from dutybook.web.forms.base import PageForm


def recommendation_whole(request: Any, key: str, number: int) -> HttpResponse:
    """Each limb, what stands of the whole, and every proposal."""
    page = queries.whole_page(request.viewer, key, number, now=request.now)
    return render(request, "inspections/whole.html", {"page": page, "back": _back(key, number)})


def recommendation_propose(request: Any, key: str, number: int) -> HttpResponse:
    """Propose that the whole be certified."""
    page = queries.whole_page(request.viewer, key, number, now=request.now)
    form = forms.ProposeWholeForm(request.POST or None)

    def keep(answers: dict[str, Any]) -> object:
        return actions.propose_whole(
            by=request.viewer,
            now=request.now,
            recommendation_id=page.recommendation.pk,
            **answers,
        )

    return _kept(request, page, form, keep, "Propose that the whole be certified", "Propose it")


def recommendation_certify(request: Any, key: str, number: int) -> HttpResponse:
    """Certify or decline, the limbs that do not hold first."""
    page = queries.whole_page(request.viewer, key, number, now=request.now)
    if page.waiting is None:
        raise NotFound("nothing waits to be certified")
    waiting = page.waiting
    form = forms.AnswerProposalForm(request.POST or None)

    def keep(answers: dict[str, Any]) -> object:
        return actions.answer_whole(
            by=request.viewer, now=request.now, proposal_id=waiting.pk, **answers
        )

    return _kept(request, page, form, keep, "Certify this recommendation", "Save the answer")


def recommendation_withdraw(request: Any, key: str, number: int) -> HttpResponse:
    """Take the certification of the whole back."""
    page = queries.whole_page(request.viewer, key, number, now=request.now)
    if page.certification is None:
        raise NotFound("no certification stands")
    standing = page.certification
    form = forms.WithdrawForm(request.POST or None)

    def keep(answers: dict[str, Any]) -> object:
        return actions.withdraw_whole(
            by=request.viewer, now=request.now, certification_id=standing.pk, **answers
        )

    return _kept(request, page, form, keep, "Withdraw the certification", "Withdraw it")


def _kept(
    request: Any, page: Any, form: PageForm, keep: Any, heading: str, button: str
) -> HttpResponse:
    key, number = page.inspection.key, page.recommendation.number
    if request.method == "POST" and saved(form, keep):
        return onward("web:recommendation_whole", key, number, saved="whole")
    address = reverse("web:recommendation_whole", args=[key, number])
    told = {
        "page": page,
        "heading": heading,
        "button": button,
        "back": {"text": "Certification of the whole", "href": address},
    }
    return form_page(request, "inspections/whole_form.html", form, told)


def _back(key: str, number: int) -> dict[str, str]:
    address = reverse("web:recommendation", args=[key, number])
    return {"text": f"Recommendation {number}", "href": address}


BY_WORD = {
    "propose": recommendation_propose,
    "certify": recommendation_certify,
    "withdraw": recommendation_withdraw,
}
"""The views by the last word of their addresses."""
