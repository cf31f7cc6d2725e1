"""What falls due in one's own calendar: the address, made and stopped, and what it answers."""

import secrets
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from dutybook.documents.calendar import DueOn, write_calendar
from dutybook.ledger.calendar_feeds import digest_of, make_feed, stop_feed
from dutybook.ledger.queries.calendar import due_by_day, has_feed, owner_of_feed
from dutybook.web.views.work_views import today

SECRET_BYTES = 32


def calendar(request: Any) -> HttpResponse:
    """Whether my calendar is open to an address, and how to make or stop it."""
    return _page(request, has_feed(request.viewer))


def calendar_make(request: Any) -> HttpResponse:
    """Make the address, or make it anew; it is shown this once."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    make_feed(by=request.viewer, now=request.now, secret=secret)
    address = request.build_absolute_uri(reverse("web:calendar_feed", args=[secret]))
    return _page(request, True, address)


def calendar_stop(request: Any) -> HttpResponse:
    """No address opens my calendar any more."""
    stop_feed(by=request.viewer, now=request.now)
    return redirect(f"{reverse('web:calendar')}?saved=stopped")


def calendar_feed(request: Any, secret: str) -> HttpResponse:
    """Days and counts for whoever holds the address; nobody's name is in it."""
    viewer = owner_of_feed(secret, now=request.now)
    if viewer is None:
        raise Http404
    days = [DueOn(one.day, one.due, one.late) for one in due_by_day(viewer, today(request))]
    content = write_calendar(
        days,
        feed=digest_of(secret)[:16],
        page=request.build_absolute_uri(reverse("web:week")),
        now=request.now,
    )
    return HttpResponse(content, content_type="text/calendar; charset=utf-8")


def _page(request: Any, is_open: bool, address: str = "") -> HttpResponse:
    back = {"text": "My week", "href": reverse("web:week")}
    return render(
        request, "work/calendar.html", {"is_open": is_open, "address": address, "back": back}
    )
