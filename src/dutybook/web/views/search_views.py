"""Searches that somebody keeps under a name, to come back to the same list."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dutybook.access import actions
from dutybook.access.queries import kept_searches
from dutybook.web.flow import asked, onward, saved
from dutybook.web.forms.export import KeepSearchForm
from dutybook.web.links import with_query
from dutybook.web.views.export_views import open_to
from dutybook.web.views.list_files import LIST_FILES


def searches(request: Any) -> HttpResponse:
    """One's own, by name, each leading to its list as it was narrowed."""
    rows = [
        (one, LIST_FILES[one.list_name].title, with_query(_place(one.list_name), one.filters))
        for one in kept_searches(request.viewer)
        if one.list_name in LIST_FILES
    ]
    return render(request, "work/searches.html", {"rows": rows})


def search_keep(request: Any, list_name: str) -> HttpResponse:
    """Give a name to the list as it is narrowed."""
    chosen = open_to(request, list_name)
    words = chosen.narrowed(request)
    form = KeepSearchForm(request.POST or None, initial={"title": words[:80]})
    filters = {name: value for name, value in request.GET.items() if value and name != "page"}

    def keep(answers: dict[str, Any]) -> Any:
        return actions.keep_search(
            by=request.viewer,
            now=request.now,
            list_name=list_name,
            filters=filters,
            words=words,
            **answers,
        )

    if request.method == "POST" and saved(form, keep):
        return onward("web:searches", saved="kept")
    return asked(
        request,
        form,
        f"Keep this search: {chosen.title.lower()}",
        "Keep it",
        back=(chosen.title, with_query(_place(list_name), filters)),
        caption=words,
        lede="Only you see it. What it finds is looked for anew each time.",
    )


def search_drop(request: Any, search_id: int) -> HttpResponse:
    """Forget one."""
    actions.drop_search(by=request.viewer, search_id=search_id)
    return onward("web:searches", saved="forgotten")


def _place(list_name: str) -> str:
    return reverse(LIST_FILES[list_name].place)
