"""The public addresses."""

from django.urls import path, re_path

from dutybook.documents.response import SCHEMA_NAME
from dutybook.public import views

app_name = "public"
urlpatterns = [
    path("", views.index, name="index"),
    path("how-figures-are-made/", views.figures, name="figures"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("search/", views.search, name="search"),
    path("feed.xml", views.feed, name="feed"),
    path("<slug:force_key>/<slug:inspection_key>/", views.release, name="release"),
    path(
        "<slug:force_key>/<slug:inspection_key>/<int:number>/",
        views.release_number,
        name="release_number",
    ),
    path(
        "<slug:force_key>/<slug:inspection_key>/<int:number>/changes/",
        views.release_changes,
        name="release_changes",
    ),
    path("<slug:force_key>/<slug:inspection_key>/over-time/", views.over_time, name="over_time"),
    path(SCHEMA_NAME, views.schema, name="schema"),
    re_path(
        r"^(?P<force_key>[-\w]+)/(?P<inspection_key>[-\w]+)\.(?P<form>[a-z.]+)$",
        views.release_file,
        name="release_file",
    ),
]
