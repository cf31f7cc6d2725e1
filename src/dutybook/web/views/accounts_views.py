"""The administrator's pages: accounts, their roles, the teams."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dutybook.access import actions, queries
from dutybook.access.errors import NotFound
from dutybook.access.models import Unit
from dutybook.access.models.user import RANK_TITLES
from dutybook.ledger.instants import day_ends
from dutybook.web.flow import asked, form_page, onward, saved
from dutybook.web.forms.account import (
    ConfirmForm,
    GrantRoleForm,
    NewAccountForm,
    PersonForm,
    TeamForm,
    TemporaryPasswordForm,
)
from dutybook.web.forms.base import PageForm

CLOSING = (
    "Their roles end now and their sessions open nothing. What was allocated to them shows as "
    "unowned at the top of their supervisor's page. The account is kept: the log still names it."
)


def accounts(request: Any) -> HttpResponse:
    """Every account of the force, found by a piece of its name, which is sent: it and the name
    that ended a page never stand in an address."""
    search, after = (request.POST.get(name, "")[:80] for name in ("q", "after"))
    page = queries.accounts(request.viewer, now=request.now, search=search, after=after)
    return render(
        request, "accounts/list.html", {"page": page, "search": search, "ranks": RANK_TITLES}
    )


def account_new(request: Any) -> HttpResponse:
    """Add an account; its roles come next."""
    form = NewAccountForm(request.POST or None)
    made = request.method == "POST" and saved(
        form,
        lambda answers: actions.create_user(
            by=request.viewer, force_id=request.viewer.force_id, **answers
        ),
    )
    if made:
        return onward("web:account", made.pk, saved="account")
    return asked(
        request,
        form,
        "Add an account",
        "Add the account",
        back=("Accounts", reverse("web:accounts")),
    )


def account(request: Any, user_id: int) -> HttpResponse:
    """One account and every role it ever held."""
    found = queries.account(request.viewer, user_id=user_id)
    own = user_id == request.viewer.user_id
    return render(
        request,
        "accounts/account.html",
        {"account": found, "own": own, "ranks": RANK_TITLES, "now": request.now},
    )


def account_change(request: Any, user_id: int) -> HttpResponse:
    """What a person is called, and their rank."""
    found = queries.account(request.viewer, user_id=user_id)
    beginning = {
        "display_name": found.display_name,
        "rank": found.rank or "",
        "email": found.email,
    }
    form = PersonForm(request.POST or None, initial=beginning)
    done = request.method == "POST" and saved(
        form, lambda answers: actions.change_user(by=request.viewer, user_id=user_id, **answers)
    )
    if done:
        return onward("web:account", user_id, saved="account")
    return _about(request, found, form, "Change the account", "Save")


def account_grant(request: Any, user_id: int) -> HttpResponse:
    """Give a role from now on."""
    found = queries.account(request.viewer, user_id=user_id)
    teams = [(team.team_id, team.name) for team in queries.teams(request.viewer)]
    form = GrantRoleForm(request.POST or None, teams=teams)

    def grant(answers: dict[str, Any]) -> object:
        team = answers["team"]
        return actions.grant_role(
            by=request.viewer,
            user_id=user_id,
            role=answers["role"],
            team_id=int(team) if team else None,
            until_at=day_ends(answers["until"]) if answers["until"] else None,
            now=request.now,
        )

    if request.method == "POST" and saved(form, grant):
        return onward("web:account", user_id, saved="role")
    return _about(request, found, form, "Give a role", "Give the role")


def account_end_role(request: Any, user_id: int, grant_id: int) -> HttpResponse:
    """End a role now."""
    found = queries.account(request.viewer, user_id=user_id)
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    done = request.method == "POST" and saved(
        form, lambda _: actions.end_role(by=request.viewer, grant_id=grant_id, now=request.now)
    )
    if done:
        return onward("web:account", user_id, saved="role_ended")
    held = next((role for role in found.roles if role.grant_id == grant_id), None)
    if held is None:
        raise NotFound("no such grant")
    return _about(
        request,
        found,
        form,
        f"End the role of {held.role.label.lower()}?",
        "End the role now",
        lede="It stops counting from the next page they open. What is allocated to them stays "
        "theirs until somebody else takes it.",
        grave=True,
    )


def account_password(request: Any, user_id: int) -> HttpResponse:
    """Set a temporary password for somebody who has lost theirs."""
    found = queries.account(request.viewer, user_id=user_id)
    form = TemporaryPasswordForm(request.POST or None)
    done = request.method == "POST" and saved(
        form, lambda answers: actions.set_password(by=request.viewer, user_id=user_id, **answers)
    )
    if done:
        return onward("web:account", user_id, saved="password")
    return _about(request, found, form, "Set a temporary password", "Set the password")


def account_activity(request: Any, user_id: int) -> HttpResponse:
    """Close an account, or open a closed one again."""
    found = queries.account(request.viewer, user_id=user_id)
    form = ConfirmForm(request.POST if request.method == "POST" else None)

    def turn(_answers: dict[str, Any]) -> object:
        if found.is_active:
            return actions.deactivate(by=request.viewer, user_id=user_id, now=request.now)
        return actions.reactivate(by=request.viewer, user_id=user_id)

    if request.method == "POST" and saved(form, turn):
        return onward("web:account", user_id, saved="closed" if found.is_active else "reopened")
    if found.is_active:
        return _about(
            request,
            found,
            form,
            "Close this account?",
            "Close the account",
            lede=CLOSING,
            grave=True,
        )
    return _about(
        request,
        found,
        form,
        "Open this account again?",
        "Open it again",
        lede="It opens without any role. Give the roles they need afterwards.",
    )


def teams(request: Any) -> HttpResponse:
    """The force's teams, and a form to add one."""
    form = TeamForm(request.POST or None)
    done = request.method == "POST" and saved(
        form,
        lambda answers: actions.create_team(
            by=request.viewer, force_id=request.viewer.force_id, **answers
        ),
    )
    if done:
        return onward("web:account_teams", saved="team")
    listed = queries.teams(request.viewer)
    return form_page(
        request, "accounts/teams.html", form, {"teams": listed, "units": dict(Unit.choices)}
    )


def _about(
    request: Any,
    account: queries.AccountRow,
    form: PageForm,
    heading: str,
    button: str,
    **more: Any,
) -> HttpResponse:
    """A form about one account, with the way back to it."""
    return asked(
        request,
        form,
        heading,
        button,
        back=(account.display_name, reverse("web:account", args=[account.user_id])),
        caption=account.display_name,
        **more,
    )
