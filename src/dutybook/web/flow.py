"""The way every form goes: asked, answered, refused with reasons or saved and gone from."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from dutybook.access.errors import InvalidInput
from dutybook.web.forms.base import PageForm
from dutybook.web.links import with_query

Result = TypeVar("Result")


def saved(form: PageForm, save: Callable[[dict[str, Any]], Result]) -> Result | None:
    """What `save` gives for a form that stands; None when the form or the action refuses it.

    An action that refuses has undone all it did, so the page can be drawn again in the same
    transaction, with what was typed and what is wrong with it.
    """
    if not form.is_valid():
        return None
    try:
        return save(form.cleaned_data)
    except InvalidInput as refusal:
        form.refuse(refusal)
        return None


def form_page(
    request: HttpRequest, template: str, form: PageForm, context: Mapping[str, Any] | None = None
) -> HttpResponse:
    """The page of a form; 400 when an answer was refused, so that no client takes it for saved."""
    refused = form.is_bound and bool(form.errors)
    return render(
        request,
        template,
        {**(context or {}), "form": form, "problems": form.problems if refused else ()},
        status=400 if refused else 200,
    )


def asked(
    request: HttpRequest,
    form: PageForm,
    heading: str,
    button: str,
    *,
    back: tuple[str, str],
    **more: Any,
) -> HttpResponse:
    """A page that is one form; `back` is the text and the address of the way back."""
    text, href = back
    told = {"heading": heading, "button": button, "back": {"text": text, "href": href}, **more}
    return form_page(request, "form_page.html", form, told)


def onward(name: str, *arguments: Any, **query: Any) -> HttpResponse:
    """To another page after saving, so that loading it again saves nothing twice."""
    return redirect(with_query(reverse(name, args=arguments), query))


def page_number(request: HttpRequest) -> int:
    """The page of a list that is asked for; anything that is no number means the first."""
    asked = request.GET.get("page", "")
    return max(int(asked), 1) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1


def chosen(request: HttpRequest, name: str, allowed: Mapping[str, Any] | tuple[str, ...]) -> str:
    """A filter's value, if it is one of those offered; otherwise no filter."""
    asked = request.GET.get(name, "")
    return asked if asked in allowed else ""


def seen_version(request: HttpRequest) -> int:
    """The version that stood when the form was opened; 0 when the form did not say."""
    sent = request.POST.get("seen_version", "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 6 else 0
