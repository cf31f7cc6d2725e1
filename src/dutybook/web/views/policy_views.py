"""The force's settings: what stands, what is unset and whom that leaves without a standard."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dutybook.access.errors import NotFound
from dutybook.access.roles import RecordKind
from dutybook.duties.catalogue import CATALOGUE
from dutybook.ledger import actions, queries
from dutybook.ledger.policy_keys import PolicyKey, policy_keys
from dutybook.web import policy_words
from dutybook.web.flow import asked, onward, saved
from dutybook.web.forms.policy import PolicyForm
from dutybook.web.views.work_views import today


def policies(request: Any) -> HttpResponse:
    """Every setting; those that nobody has made come with how many people wait on them."""
    viewer = request.viewer
    lines = policy_words.setting_lines(
        queries.unset_policies(viewer, today(request)),
        queries.policy_history(viewer),
        request.now,
    )
    return render(request, "policies/list.html", {"lines": lines})


def policy(request: Any, key: str) -> HttpResponse:
    """One setting and every version of it, with who made each and when it was keyed."""
    known = _known(key)
    history = [row for row in queries.policy_history(request.viewer) if row.key == key]
    return render(
        request,
        "policies/policy.html",
        {
            "known": known,
            "title": policy_words.title(key),
            "history": [
                (row, policy_words.value_in_words(row.value, row.unit, key)) for row in history
            ],
            "duties": [CATALOGUE[duty] for duty in known.duties],
            "may_set": request.viewer.may_write(RecordKind.POLICY),
        },
    )


def policy_set(request: Any, key: str) -> HttpResponse:
    """Make the setting from a day on; what depends on it is derived anew."""
    known = _known(key)
    form = PolicyForm(request.POST or None, known=known, now=request.now)
    done = request.method == "POST" and saved(
        form,
        lambda _: actions.set_policy(by=request.viewer, now=request.now, **form.setting),
    )
    if done:
        return onward("web:policy", key, saved="policy")
    title = policy_words.title(key)
    return asked(
        request,
        form,
        "Make this setting",
        "Save the setting",
        back=(title, reverse("web:policy", args=[key])),
        caption=title,
        lede="It is never written over: a later setting follows an earlier one, and figures say "
        "which they rest on.",
    )


def _known(key: str) -> PolicyKey:
    known = policy_keys().get(key)
    if known is None:
        raise NotFound("no such setting")
    return known
