"""The forms of signing in, passwords and accounts."""

from collections.abc import Iterable
from typing import Any

from dutybook.access.models import Unit
from dutybook.access.models.user import RANK_TITLES
from dutybook.access.roles import Role
from dutybook.web.forms.base import PageForm
from dutybook.web.forms.fields import ChoiceField, DayField, ListField, PasswordField, TextField

RANK_CHOICES = (("", "None (police staff)"), *RANK_TITLES.items())
TEMPORARY = "A temporary one: they choose their own when they first sign in. 12 characters or more."


class SignInForm(PageForm):
    username = TextField(
        label="Username",
        missing="Enter your username",
        max_length=80,
        autocomplete="username",
    )
    password = PasswordField(
        label="Password", missing="Enter your password", autocomplete="current-password"
    )


class ChangePasswordForm(PageForm):
    current = PasswordField(
        label="Present password",
        missing="Enter your present password",
        autocomplete="current-password",
    )
    new = PasswordField(
        label="New password",
        missing="Enter a new password",
        help_text="At least 12 characters. A few words that only you would put together is good.",
        autocomplete="new-password",
    )
    again = PasswordField(
        label="New password again",
        missing="Enter the new password a second time",
        autocomplete="new-password",
    )


class PersonForm(PageForm):
    display_name = TextField(
        label="Name",
        missing="Enter the person's name",
        max_length=120,
        help_text="As colleagues know them.",
    )
    rank = ListField(label="Rank", choices=RANK_CHOICES)
    email = TextField(
        label="E-mail address",
        max_length=254,
        help_text="Mail says only that notices wait. Leave it empty for none.",
    )


class NewAccountForm(PersonForm):
    username = TextField(
        label="Username", missing="Enter a username", max_length=63, width="govuk-input--width-20"
    )
    password = PasswordField(
        label="Password",
        missing="Enter a password to begin with",
        help_text=TEMPORARY,
        autocomplete="new-password",
    )
    field_order = ("username", "display_name", "rank", "email", "password")


class TemporaryPasswordForm(PageForm):
    password = PasswordField(
        label="New password",
        missing="Enter a password",
        help_text=TEMPORARY,
        autocomplete="new-password",
    )


class GrantRoleForm(PageForm):
    role = ListField(
        label="Role",
        missing="Choose a role",
        choices=[("", "Choose a role"), *((role.value, role.label) for role in Role)],
    )
    team = ListField(
        label="Team",
        help_text="For investigators, offender managers and supervisors. Others leave it empty.",
        choices=(),
    )

    until = DayField(
        label="Last day",
        what="the last day",
        help_text="Needed for inspectors. Others hold a role until further notice without it.",
    )
    renames = {"until_at": "until"}

    def __init__(self, *arguments: Any, teams: Iterable[tuple[int, str]], **options: Any):
        super().__init__(*arguments, **options)
        listed = [("", "The whole force")]
        listed += [(str(number), name) for number, name in teams]
        self.fields["team"].choices = listed


class TeamForm(PageForm):
    name = TextField(label="Name of the team", missing="Enter the team's name", max_length=120)
    key = TextField(
        label="Short key",
        missing="Enter a short key",
        max_length=60,
        help_text="Lower-case letters, digits and hyphens, such as north-oca.",
    )
    unit = ChoiceField(label="Unit", missing="Choose the unit", choices=Unit.choices)


class ConfirmForm(PageForm):
    """Nothing is asked but the button itself."""
