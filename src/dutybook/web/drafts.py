"""A form that was saved has no draft any more."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse

from dutybook.access import actions

GetResponse = Callable[[Any], HttpResponse]


class DropDrafts:
    """Drops the draft of a page once what was sent to it was accepted and led on."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        response = self.get_response(request)
        viewer = getattr(request, "viewer", None)
        if request.method == "POST" and response.status_code == 302 and viewer is not None:
            actions.drop_draft(by=viewer, place=request.path)
        return response
