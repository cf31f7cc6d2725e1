"""Every address: the signed-in pages and the public ones."""

from django.urls import include, path

urlpatterns = [
    path("public/", include("dutybook.public.urls")),
    path("", include("dutybook.web.urls")),
]

handler400 = "dutybook.web.error_views.bad_request"
handler403 = "dutybook.web.error_views.not_allowed"
handler404 = "dutybook.web.error_views.not_found"
handler500 = "dutybook.web.error_views.server_error"
