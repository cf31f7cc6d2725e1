"""What Django itself refuses, answered with the same pages as the refusals of the rooms below."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from dutybook.access.error_pages import render_error


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django passes it
    return render_error(request, 400)


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django passes it
    return render_error(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django passes it
    return render_error(request, 404)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django passes it
    """A form whose token is missing or of another session; nothing has been saved."""
    return render_error(request, 403, {"form_is_stale": True})


def server_error(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django passes it
    """Something broke. The page is drawn without the request, whose data may be what broke."""
    response = HttpResponse(render_to_string("errors/500.html"), status=500)
    response["Cache-Control"] = "no-store"
    return response
