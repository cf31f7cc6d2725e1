"""On whom and on what a limb rests, what was frozen counted again, and where claims do not hold."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from dutybook.inspections import actions, queries
from dutybook.web.flow import asked, saved
from dutybook.web.forms import layers as forms
from dutybook.web.forms.base import PageForm
from dutybook.web.links import with_query


def limb_basis(request: Any, key: str, code: str) -> HttpResponse:
    """The owners and the evidence of one limb."""
    page = queries.basis_page(request.viewer, key, code, now=request.now)
    back = {"text": f"Limb {code}", "href": reverse("web:limb", args=[key, code])}
    return render(request, "inspections/basis.html", {"page": page, "back": back})


def limb_own(request: Any, key: str, code: str) -> HttpResponse:
    """Say who owns the limb."""
    page = queries.basis_page(request.viewer, key, code, now=request.now)
    standing = page.owner
    names = ("senior_owner", "delivery_owner", "board")
    beginning = {name: getattr(standing, name) for name in names} if standing else {}
    form = forms.OwnersForm(request.POST or None, initial=beginning)

    def keep(answers: dict[str, Any]) -> object:
        return actions.own_limb(by=request.viewer, now=request.now, limb_id=page.limb.pk, **answers)

    return _kept(request, page, form, keep, "Who owns this limb", "Save the owners")


def limb_evidence(request: Any, key: str, code: str) -> HttpResponse:
    """Add an item of evidence."""
    page = queries.basis_page(request.viewer, key, code, now=request.now)
    form = forms.EvidenceForm(request.POST or None)

    def keep(answers: dict[str, Any]) -> object:
        return actions.add_evidence(
            by=request.viewer, now=request.now, limb_id=page.limb.pk, **answers
        )

    return _kept(request, page, form, keep, "Add evidence", "Add it")


def evidence_withdraw(request: Any, key: str, code: str, evidence_id: int) -> HttpResponse:
    """Take an item of evidence back."""
    page = queries.basis_page(request.viewer, key, code, now=request.now)
    form = forms.WithdrawForm(request.POST or None)

    def keep(answers: dict[str, Any]) -> object:
        return actions.withdraw_evidence(
            by=request.viewer, now=request.now, evidence_id=evidence_id, **answers
        )

    return _kept(request, page, form, keep, "Withdraw evidence", "Withdraw it")


def limb_replay(request: Any, key: str, code: str, certification_id: int) -> HttpResponse:
    """What a certification froze, counted again."""
    found = queries.replay(request.viewer, key, code, certification_id, now=request.now)
    back = {"text": "Owners and evidence", "href": _address(key, code)}
    return render(request, "inspections/replay.html", {"replay": found, "back": back})


def inspection_xray(request: Any, key: str) -> HttpResponse:
    """Where a claim and what it rests on part company."""
    found = queries.xray(request.viewer, key, now=request.now)
    back = {"text": found.inspection.title, "href": reverse("web:inspection", args=[key])}
    return render(request, "inspections/xray.html", {"xray": found, "back": back})


def _kept(
    request: Any, page: Any, form: PageForm, keep: Any, heading: str, button: str
) -> HttpResponse:
    address = _address(page.inspection.key, page.limb.code)
    if request.method == "POST" and saved(form, keep):
        return redirect(with_query(address, {"saved": "basis"}))
    return asked(
        request,
        form,
        heading,
        button,
        back=("Owners and evidence", address),
        caption=f"Limb {page.limb.code}: {page.limb.title}",
    )


def _address(key: str, code: str) -> str:
    return reverse("web:limb_basis", args=[key, code])
