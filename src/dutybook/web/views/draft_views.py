"""Forms kept while they are typed; asked for by the pages' own script."""

import json
from typing import Any

from django.http import HttpResponse, JsonResponse

from dutybook.access import actions
from dutybook.access.drafts import draft_of
from dutybook.access.errors import InvalidInput
from dutybook.web.wording import moment


def draft_keep(request: Any) -> HttpResponse:
    """Keep a form as it stands."""
    try:
        fields = json.loads(request.POST.get("fields", ""))
        actions.keep_draft(
            by=request.viewer, now=request.now, place=request.POST.get("place", ""), fields=fields
        )
    except (ValueError, InvalidInput):
        return HttpResponse(status=400)
    return HttpResponse(status=204)


def draft_ask(request: Any) -> HttpResponse:
    """What was kept of a form; nothing when nothing was."""
    found = draft_of(request.viewer, request.POST.get("place", ""), now=request.now)
    if found is None:
        return HttpResponse(status=204)
    return JsonResponse({"fields": found.fields, "kept": moment(found.kept_at)})


def draft_drop(request: Any) -> HttpResponse:
    """Throw away what was kept of a form."""
    actions.drop_draft(by=request.viewer, place=request.POST.get("place", ""))
    return HttpResponse(status=204)
