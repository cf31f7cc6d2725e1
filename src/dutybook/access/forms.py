"""The forms of the account pages: what may be typed; what it means is decided by the actions."""

from collections.abc import Iterable
from typing import Any

from django import forms

from dutybook.access.models import RANK_TITLES, Unit
from dutybook.access.queries import TeamRow
from dutybook.access.roles import Role


class SignInForm(forms.Form):
    username = forms.CharField(max_length=63, label="Username")
    password = forms.CharField(max_length=1000, label="Password", strip=False)


class PasswordChangeForm(forms.Form):
    """A person's own password; the fields are those that `change_password` complains of."""

    current = forms.CharField(max_length=1000, label="Present password", strip=False)
    new = forms.CharField(max_length=1000, label="New password", strip=False)
    again = forms.CharField(max_length=1000, label="New password again", strip=False)


class AccountForm(forms.Form):
    """A new account; the password is temporary."""

    username = forms.CharField(max_length=63, label="Username")
    display_name = forms.CharField(max_length=120, label="Name")
    rank = forms.ChoiceField(
        choices=[("", "Police staff"), *RANK_TITLES.items()], required=False, label="Rank"
    )
    password = forms.CharField(max_length=1000, label="Temporary password", strip=False)


class AccountChangeForm(forms.Form):
    display_name = forms.CharField(max_length=120, label="Name")
    rank = forms.ChoiceField(
        choices=[("", "Police staff"), *RANK_TITLES.items()], required=False, label="Rank"
    )


class TemporaryPasswordForm(forms.Form):
    password = forms.CharField(max_length=1000, label="Temporary password", strip=False)


class RoleGrantForm(forms.Form):
    """A role for an account; `teams` are those of the force."""

    role = forms.ChoiceField(choices=[(role.value, role.label) for role in Role], label="Role")
    team = forms.TypedChoiceField(coerce=int, empty_value=None, required=False, label="Team")
    until_at = forms.DateTimeField(required=False, label="Until")

    def __init__(self, *args: Any, teams: Iterable[TeamRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].choices = [
            ("", "The whole force"),
            *((team.team_id, team.name) for team in teams),
        ]


class TeamForm(forms.Form):
    key = forms.SlugField(max_length=60, label="Key")
    name = forms.CharField(max_length=120, label="Name")
    unit = forms.ChoiceField(choices=Unit.choices, label="Unit")
