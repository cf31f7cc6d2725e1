"""What a person is told, and that they have seen it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from dutybook.inspections.findings import WORDS, Finding
from dutybook.ledger import actions
from dutybook.ledger.queries.notices import own_notices
from dutybook.web.flow import onward
from dutybook.web.notice_words import reminder_place, reminder_words


def notices(request: Any) -> HttpResponse:
    """One's own notices, newest first."""
    asked = request.GET.get("page", "")
    found = own_notices(request.viewer, now=request.now, page=asked)
    return render(
        request,
        "notices/list.html",
        {
            "page": found.notices,
            "escalates_after_days": found.escalates_after_days,
            "parameters": {"page": asked},
            "reminder_words": reminder_words,
            "reminder_place": reminder_place,
            "finding_words": lambda finding: WORDS[Finding(finding)].lower(),
        },
    )


def notice_acknowledge(request: Any, notice_id: int) -> HttpResponse:
    """Acknowledge one of one's own notices."""
    actions.acknowledge(by=request.viewer, now=request.now, notice_id=notice_id)
    return onward("web:notices", saved="notice")
