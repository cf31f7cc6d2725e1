"""Signing in and out, one's own password, and what the shortcuts are."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from dutybook.access import sign_in as access
from dutybook.access.errors import InvalidInput
from dutybook.web.flow import form_page, onward, saved
from dutybook.web.forms.account import ChangePasswordForm, SignInForm

WHY_ENDED = {
    "idle": "You were signed out because nothing was done for 15 minutes.",
    "absolute": "You were signed out because the day's session had run its 12 hours.",
    "out": "You are signed out.",
}


def sign_in(request: Any) -> HttpResponse:
    """Who are you? One message for every failure, so that nobody learns which names exist."""
    form = SignInForm(request.POST or None)

    def enter(answers: dict[str, Any]) -> object:
        user = access.sign_in(request, **answers, now=request.now)
        if user is None:
            raise InvalidInput({"": "The username or the password is wrong. Check both."})
        return user

    if request.method == "POST" and saved(form, enter):
        return redirect(access.where_next(request, default=reverse("web:home")))
    told = WHY_ENDED.get(request.GET.get("ended", ""), "")
    return form_page(
        request,
        "account/sign_in.html",
        form,
        {"told": told, "next": request.POST.get("next") or request.GET.get("next") or ""},
    )


def sign_out(request: Any) -> HttpResponse:
    """End the session here and on the server."""
    access.sign_out(request)
    return onward("web:sign_in", ended="out")


def change_password(request: Any) -> HttpResponse:
    """A person's own password; somebody given a temporary one comes here first."""
    forced = request.user.must_change_password
    form = ChangePasswordForm(request.POST or None)

    def change(answers: dict[str, Any]) -> bool:
        access.change_password(request, by=request.viewer, **answers, now=request.now)
        return True

    if request.method == "POST" and saved(form, change):
        return onward("web:home", saved="password")
    return form_page(request, "account/change_password.html", form, {"forced": forced})


def help_page(request: Any) -> HttpResponse:
    """What the words mean and what the keys do."""
    return render(request, "account/help.html")
