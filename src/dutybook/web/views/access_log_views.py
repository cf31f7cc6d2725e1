"""The auditor's page: who looked at or changed what, when, and to whom it was disclosed."""

from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any, TypeVar

from django.http import HttpResponse
from django.shortcuts import render

from dutybook.access.models import Operation
from dutybook.access.queries import LogFilters, log_rows
from dutybook.access.roles import RecordKind
from dutybook.web.narrowing import asked_for
from dutybook.web.wording import LOCAL, plain

Choice = TypeVar("Choice", bound=Enum)

OPERATIONS = [("", "All"), *((each.value, plain(each.value)) for each in Operation)]
KINDS = [("", "All"), *((each.value, plain(each.value)) for each in RecordKind)]


def access_log(request: Any) -> HttpResponse:
    """The log of the force, newest first; reading it is logged too. What narrows it is sent: whom
    the auditor looks into and which record stand in no address."""
    filters, fields = log_asked(request)
    before = _whole(request.POST.get("before", ""))
    page = log_rows(request.viewer, filters, before=before)
    told = {"page": page, "parameters": asked_for(fields), "fields": fields}
    return render(request, "access_log/list.html", told)


def log_asked(request: Any) -> tuple[LogFilters, list[dict[str, Any]]]:
    """What narrows the log, and the fields that say so."""
    sent = request.POST
    asked = {name: sent.get(name, "")[:80] for name in ("who", "record", "from", "to")}
    operation = _one_of(Operation, sent.get("operation", ""))
    kind = _one_of(RecordKind, sent.get("kind", ""))
    first, last = _day(asked["from"]), _day(asked["to"])
    filters = LogFilters(
        username=asked["who"],
        operation=operation,
        kind=kind,
        subject_id=_whole(asked["record"]),
        from_at=_midnight(first) if first else None,
        until_at=_midnight(last + timedelta(days=1)) if last else None,
    )
    fields: list[dict[str, Any]] = [
        {"name": "who", "label": "Username", "value": asked["who"]},
        {"name": "operation", "label": "Operation", "choices": OPERATIONS, "value": operation},
        {"name": "kind", "label": "Kind of record", "choices": KINDS, "value": kind},
        {"name": "record", "label": "Record number", "value": asked["record"]},
        {"name": "from", "label": "From day", "type": "date", "value": asked["from"]},
        {"name": "to", "label": "To day", "type": "date", "value": asked["to"]},
    ]
    return filters, fields


def _one_of(choices: type[Choice], typed: str) -> Choice | None:
    return choices(typed) if typed in {each.value for each in choices} else None


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=LOCAL)
