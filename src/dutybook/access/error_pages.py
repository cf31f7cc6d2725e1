"""The pages that answer refusals; their templates are supplied by the room that has the pages.

Absent and hidden records get the same page from the same call: nothing about the request's subject
is handed to the template.
"""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from dutybook.access.errors import (
    AccessError,
    AccessLogUnavailable,
    EditCollision,
    InvalidInput,
    NotAllowed,
    NotFound,
)

RETRY_SECONDS = 30

_STATUS: Mapping[type[AccessError], int] = {
    InvalidInput: 400,
    NotAllowed: 403,
    NotFound: 404,
    EditCollision: 409,
    AccessLogUnavailable: 503,
}


def status_of(error: AccessError) -> int:
    """The HTTP status that answers `error`."""
    return next(status for kind, status in _STATUS.items() if isinstance(error, kind))


def answer(request: HttpRequest, error: AccessError) -> HttpResponse:
    """The page for `error`. What is wrong, what collides, or why it may not be done is told: the
    words are the product's own and name nobody. An absent record is told nothing more."""
    told: dict[str, Any] = {}
    if isinstance(error, InvalidInput):
        told = {"problems": error.problems}
    elif isinstance(error, NotAllowed):
        told = {"reason": str(error)}
    elif isinstance(error, EditCollision):
        told = {"what": str(error), "seen": error.seen, "stored": error.stored}
    response = render_error(request, status_of(error), told)
    if isinstance(error, AccessLogUnavailable):
        response["Retry-After"] = str(RETRY_SECONDS)
    return response


def render_error(
    request: HttpRequest, status: int, told: Mapping[str, Any] | None = None
) -> HttpResponse:
    """`errors/STATUS.html` under its status, with the same headers however it came about."""
    response = render(request, f"errors/{status}.html", dict(told or {}), status=status)
    response["Cache-Control"] = "no-store"
    patch_vary_headers(response, ["Cookie"])
    return response


def locked_out(request: HttpRequest, _response: Any, _credentials: Any) -> HttpResponse:
    """Too many failed sign-ins (AXES_LOCKOUT_CALLABLE); says nothing of whether the account is."""
    return render_error(request, 429)
