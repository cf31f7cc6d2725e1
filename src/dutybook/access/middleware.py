"""What stands between every request and its page: session limits, the URL policy, error pages.

After these have run, `request.now` is the request's one instant, `request.request_id` its random
name, and `request.viewer` the `Viewer` (None on public pages and before signing in).
"""

import logging
import uuid
from collections.abc import Callable
from typing import Any, Protocol
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, resolve_url
from django.utils import timezone

from dutybook.access import error_pages, sessions
from dutybook.access.errors import AccessError, NotAllowed, NotFound
from dutybook.access.url_policy import PUBLIC, Decision, UrlRule, decide, rule_for
from dutybook.access.viewer import viewer_for

_log = logging.getLogger(__name__)

GetResponse = Callable[[HttpRequest], HttpResponse]


class _Match(Protocol):
    view_name: str
    args: tuple[Any, ...]
    kwargs: dict[str, Any]


def _rule(request: Any) -> UrlRule | None:
    return rule_for(request.resolver_match.view_name)


class SessionLimits:
    """Ends sessions that have been idle or open too long; public pages leave sessions alone."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        request.now = timezone.now()
        request.request_id = uuid.uuid4().hex
        request.viewer = None
        request.session_ended = None
        return self.get_response(request)

    def process_view(self, request: Any, *_view: Any) -> None:
        rule = _rule(request)
        if rule is None or rule.audience is PUBLIC or not request.user.is_authenticated:
            return
        request.session_ended = sessions.why_over(request.session, request.now)
        if request.session_ended:
            logout(request)
        else:
            sessions.touch(request.session, request.now)


class UrlPolicy:
    """Enforces the one table of who may open what, before any page's code runs."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        response = self.get_response(request)
        if request.viewer is not None and "Cache-Control" not in response:
            response["Cache-Control"] = "no-store"
        return response

    def process_view(self, request: Any, *_view: Any) -> HttpResponse | None:
        match: _Match = request.resolver_match
        rule = _rule(request)
        if rule is None:
            _log.error("no rule in the URL policy for %s: refused", match.view_name)
        elif rule.audience is not PUBLIC and request.user.is_authenticated:
            request.viewer = viewer_for(
                request.user,
                now=request.now,
                route=match.view_name,
                request_id=request.request_id,
            )
        decision = decide(
            rule,
            method=request.method,
            viewer=request.viewer,
            about_one_record=bool(match.args or match.kwargs),
            must_change_password=(request.viewer is not None and request.user.must_change_password),
        )
        return _answer(request, rule, decision)


class ErrorPages:
    """Answers the refusals that pages raise, after their transaction has been rolled back."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, AccessError):
            return None
        if error_pages.status_of(error) == 503:
            _log.critical("the access log cannot be written: page refused", exc_info=error)
        return error_pages.answer(request, error)


def _answer(request: Any, rule: UrlRule | None, decision: Decision) -> HttpResponse | None:
    if decision is Decision.ALLOW:
        return None
    if decision is Decision.WRONG_METHOD and rule is not None:
        return HttpResponseNotAllowed(sorted(rule.methods))
    if decision is Decision.SIGN_IN:
        return _to_page(request, _sign_in_address(request))
    if decision is Decision.CHOOSE_OWN:
        return _to_page(request, resolve_url(settings.PASSWORD_CHANGE_URL))
    refusal = NotAllowed() if decision is Decision.NOT_ALLOWED else NotFound()
    return error_pages.answer(request, refusal)


def _sign_in_address(request: Any) -> str:
    """The sign-in page, with the way back and, when a session has just ended, why."""
    query = {}
    if request.method in ("GET", "HEAD"):
        query["next"] = request.get_full_path()
    if request.session_ended:
        query["ended"] = request.session_ended
    address = resolve_url(settings.LOGIN_URL)
    return f"{address}?{urlencode(query)}" if query else address


def _to_page(request: HttpRequest, address: str) -> HttpResponse:
    """A redirect; a fragment asked for by htmx moves the whole page instead."""
    if "HX-Request" in request.headers:
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    response = redirect(address)
    response["Cache-Control"] = "no-store"
    return response
