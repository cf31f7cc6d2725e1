"""The product's addresses with one more: a signed-in page that only says hello."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from dutybook.access.url_policy import SIGNED_IN, UrlRule
from dutybook.config import urls
from dutybook.config.url_policy import URL_POLICY as PRODUCT_POLICY


def hello(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("hello")


urlpatterns = [path("bench/hello/", hello, name="bench_hello"), *urls.urlpatterns]
handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500

URL_POLICY = (*PRODUCT_POLICY, UrlRule("bench_hello", SIGNED_IN))
