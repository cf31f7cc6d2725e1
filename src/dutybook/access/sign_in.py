"""Signing in and out, and a person's own password."""

from datetime import datetime
from typing import Any

from django.contrib.auth import authenticate, login, logout, update_session_auth_hash
from django.db import transaction
from django.utils.http import url_has_allowed_host_and_scheme

from dutybook.access import log, sessions
from dutybook.access.actions.passwords import change_own_password
from dutybook.access.models import Operation, User
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer, viewer_for


def sign_in(request: Any, *, username: str, password: str, now: datetime) -> User | None:
    """Sign a person in under a new session key, or give None when they may not.

    It says nothing of which of the two was wrong. It returns rather than raises on a failure, so
    that the count of failures is kept when the request's transaction ends. The log row comes
    before the session: a sign-in that cannot be logged does not happen.
    """
    name = username.strip().lower()
    user = authenticate(request, username=name, password=password)
    if user is None:
        return None
    viewer = viewer_for(
        user, now=now, route=_route(request), request_id=getattr(request, "request_id", "")
    )
    with transaction.atomic():
        log.record(
            viewer,
            operation=Operation.CONSULTATION,
            kind=RecordKind.ACCOUNT,
            subjects=[user.pk],
            detail="sign-in",
        )
        login(request, user)
        sessions.begin(request.session, now)
    return user


def sign_out(request: Any) -> None:
    """End the session on the server; its cookie opens nothing from now on."""
    logout(request)


def change_password(
    request: Any, *, by: Viewer, current: str, new: str, again: str, now: datetime
) -> None:
    """Change the signed-in person's own password; their other sessions end, this one goes on.

    Raises InvalidInput on the fields `current`, `new` and `again`.
    """
    user = change_own_password(by=by, current=current, new=new, again=again)
    update_session_auth_hash(request, user)
    sessions.begin(request.session, now)


def where_next(request: Any, *, default: str) -> str:
    """Where to go after signing in: the `next` of the request if it leads back here."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    here = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if here and wanted.startswith("/") else default


def _route(request: Any) -> str:
    match = getattr(request, "resolver_match", None)
    return match.view_name if match else "sign-in"
