"""A small site for the tests: a page for each way in which access can answer."""

from typing import Any

from django.http import HttpResponse
from django.urls import path

from dutybook.access import error_pages, log, sign_in
from dutybook.access.errors import EditCollision, InvalidInput, NotFound
from dutybook.access.roles import RecordKind, Role
from dutybook.access.url_policy import PUBLIC, SIGNED_IN, UrlRule

BOTH = frozenset({"GET", "POST"})


def said(text: str) -> Any:
    return lambda request, **_named: HttpResponse(text)


def read(request: Any, number: int) -> HttpResponse:
    """A page about one record; record 1 may be seen, every other is hidden or absent."""
    if number != 1:
        raise NotFound(f"record {number} is hidden or absent")
    log.record(
        request.viewer, operation="consultation", kind=RecordKind.OFFENDER, subjects=[number]
    )
    return HttpResponse("the secret of record 1")


def wrong(request: Any) -> HttpResponse:
    raise InvalidInput({"day": "There is no such day."})


def collide(request: Any) -> HttpResponse:
    raise EditCollision("the visit", seen="mine", stored="theirs")


def enter(request: Any) -> HttpResponse:
    user = sign_in.sign_in(
        request,
        username=request.POST.get("username", ""),
        password=request.POST.get("password", ""),
        now=request.now,
    )
    return HttpResponse(f"hello {user}" if user else "no", status=200 if user else 400)


def leave(request: Any) -> HttpResponse:
    sign_in.sign_out(request)
    return HttpResponse("bye")


def password(request: Any) -> HttpResponse:
    if request.method == "POST":
        sign_in.change_password(
            request,
            by=request.viewer,
            current=request.POST["current"],
            new=request.POST["new"],
            again=request.POST["again"],
            now=request.now,
        )
    return HttpResponse("password")


def absent(request: Any, exception: Exception) -> HttpResponse:
    return error_pages.render_error(request, 404)


urlpatterns = [
    path("open/", said("for all"), name="open"),
    path("home/", said("home"), name="home"),
    path("team/", said("team"), name="team"),
    path("record/<int:number>/", read, name="record"),
    path("wrong/", wrong, name="wrong"),
    path("collide/", collide, name="collide"),
    path("unlisted/", said("nobody thought of me"), name="unlisted"),
    path("sign-in/", enter, name="sign_in"),
    path("sign-out/", leave, name="sign_out"),
    path("password/", password, name="password"),
]
handler404 = absent

URL_POLICY = (
    UrlRule("open", PUBLIC),
    UrlRule("home", SIGNED_IN),
    UrlRule("team", frozenset({Role.SUPERVISOR})),
    UrlRule("record", frozenset({Role.OFFENDER_MANAGER})),
    UrlRule("wrong", SIGNED_IN, BOTH),
    UrlRule("collide", SIGNED_IN, BOTH),
    UrlRule("sign_in", PUBLIC, BOTH),
    UrlRule("sign_out", SIGNED_IN, frozenset({"POST"}), before_password_change=True),
    UrlRule("password", SIGNED_IN, BOTH, before_password_change=True),
)
