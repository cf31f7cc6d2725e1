"""The product's addresses with two more: signed-in pages that only say hello."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from dutybook.access.url_policy import SIGNED_IN, UrlRule
from dutybook.config import urls
from dutybook.config.url_policy import URL_POLICY as PRODUCT_POLICY


def hello(_request: HttpRequest) -> HttpResponse:
    """The word alone: what signing in and the session cost."""
    return HttpResponse("hello")


def framed(request: HttpRequest) -> HttpResponse:
    """The word in the frame that stands round every page: whose force, notices, where to go."""
    return render(request, "layout.html", {"hello": "hello"})


urlpatterns = [
    path("bench/hello/", hello, name="bench_hello"),
    path("bench/framed/", framed, name="bench_framed"),
    *urls.urlpatterns,
]
handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500

URL_POLICY = (
    *PRODUCT_POLICY,
    UrlRule("bench_hello", SIGNED_IN),
    UrlRule("bench_framed", SIGNED_IN),
)
