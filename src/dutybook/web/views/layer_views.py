"""The layers of a limb, each written by whose layer it is, and its certification."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from dutybook.access.errors import NotFound
from dutybook.inspections import actions, queries
from dutybook.web.flow import asked, form_page, saved
from dutybook.web.forms import layers as forms
from dutybook.web.forms.base import PageForm
from dutybook.web.links import with_query
from dutybook.web.views.work_views import today


def limb_verify(request: Any, key: str, code: str) -> HttpResponse:
    """The force's own check of the limb."""
    form = forms.VerifyForm(request.POST or None, now=request.now)
    return _said(request, key, code, form, actions.verify_limb, "The force's own check", "Save")


def limb_assure(request: Any, key: str, code: str) -> HttpResponse:
    """The commissioner's view of the limb."""
    form = forms.AssureForm(request.POST or None, now=request.now)
    return _said(request, key, code, form, actions.assure_limb, "The commissioner's view", "Save")


def limb_inspectorate(request: Any, key: str, code: str) -> HttpResponse:
    """What a document of the inspectorate says of the limb."""
    form = forms.InspectorateForm(request.POST or None, now=request.now)
    save = actions.record_inspectorate_status
    return _said(request, key, code, form, save, "The inspectorate's status", "Save")


def limb_propose(request: Any, key: str, code: str) -> HttpResponse:
    """Propose that the limb be certified."""
    form = forms.ProposeForm(request.POST or None, now=request.now)
    save = actions.propose_certification
    return _said(request, key, code, form, save, "Propose that it be certified", "Propose it")


def limb_ask(request: Any, key: str, code: str) -> HttpResponse:
    """Ask the force about the limb."""
    form = forms.QuestionForm(request.POST or None, now=request.now)
    return _said(request, key, code, form, actions.ask_question, "Ask the force", "Ask")


def questions(request: Any) -> HttpResponse:
    """What the commissioner's office asked, and what waits for the force's answer."""
    about = {"inspection": request.GET.get("inspection", ""), "code": request.GET.get("limb", "")}
    found = queries.scrutiny(request.viewer, now=request.now, **about)
    back = {"text": "Inspections", "href": reverse("web:inspections")}
    told = {"scrutiny": found, "only": about["code"], "back": back}
    return render(request, "inspections/questions.html", told)


def question_answer(request: Any, question_id: int) -> HttpResponse:
    """Answer one question."""
    one = queries.question_of(request.viewer, question_id, now=request.now)
    form = forms.AnswerQuestionForm(request.POST or None, now=request.now)

    def answer(answers: dict[str, Any]) -> object:
        return actions.answer_question(
            by=request.viewer, now=request.now, question_id=question_id, **answers
        )

    if request.method == "POST" and saved(form, answer):
        return redirect(with_query(reverse("web:questions"), {"saved": "answered"}))
    return asked(
        request,
        form,
        "Answer a question",
        "Answer",
        back=("Questions", reverse("web:questions")),
        caption=f"Limb {one.code}: {one.title}",
        lede=f"{one.asked_by} asks: {one.question}",
    )


def limb_certify(request: Any, key: str, code: str) -> HttpResponse:
    """Certify or decline what waits, with what contradicts it shown first."""
    page = _page(request, key, code)
    waiting = page.layers.waiting
    if waiting is None:
        raise NotFound("nothing waits to be certified")
    form = forms.AnswerProposalForm(request.POST or None, now=request.now)

    def save(answers: dict[str, Any]) -> object:
        return actions.answer_proposal(
            by=request.viewer, now=request.now, proposal_id=waiting.pk, **answers
        )

    return _shown(request, page, form, save, "Certify this limb", "Save the answer")


def limb_withdraw(request: Any, key: str, code: str) -> HttpResponse:
    """Take a certification back."""
    page = _page(request, key, code)
    standing = page.layers.certification
    if standing is None:
        raise NotFound("no certification stands")
    form = forms.WithdrawForm(request.POST or None, now=request.now)

    def save(answers: dict[str, Any]) -> object:
        return actions.withdraw_certification(
            by=request.viewer, now=request.now, certification_id=standing.pk, **answers
        )

    return _shown(request, page, form, save, "Withdraw the certification", "Withdraw it")


def _said(
    request: Any,
    key: str,
    code: str,
    form: PageForm,
    save: Callable[..., object],
    heading: str,
    button: str,
) -> HttpResponse:
    page = _page(request, key, code)

    def keep(answers: dict[str, Any]) -> object:
        return save(by=request.viewer, now=request.now, limb_id=page.limb.pk, **answers)

    return _shown(request, page, form, keep, heading, button)


def _shown(
    request: Any,
    page: Any,
    form: PageForm,
    save: Callable[[dict[str, Any]], object],
    heading: str,
    button: str,
) -> HttpResponse:
    address = reverse("web:limb", args=[page.inspection.key, page.limb.code])
    if request.method == "POST" and saved(form, save):
        return redirect(with_query(address, {"saved": "layer"}))
    back = {"text": f"Limb {page.limb.code}", "href": address}
    told = {"heading": heading, "button": button, "back": back, "page": page}
    return form_page(request, "inspections/layer.html", form, told)


def _page(request: Any, key: str, code: str) -> Any:
    """The limb in the viewer's own force."""
    return queries.limb_page(request.viewer, key, code, day=today(request), now=request.now)


VIEWS = {
    "verify": limb_verify,
    "assure": limb_assure,
    "inspectorate": limb_inspectorate,
    "propose": limb_propose,
    "ask": limb_ask,
    "certify": limb_certify,
    "withdraw": limb_withdraw,
}
"""The views by the last word of their addresses."""
