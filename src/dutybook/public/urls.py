"""The public addresses."""

from django.urls import path

from dutybook.public import views

app_name = "public"
urlpatterns = [
    path("", views.index, name="index"),
    path("<slug:force_key>/<slug:inspection_key>/", views.release, name="release"),
    path("<slug:force_key>/<slug:inspection_key>.pdf", views.release_pdf, name="release_pdf"),
]
