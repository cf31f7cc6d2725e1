"""The forms of offender management."""

from collections.abc import Iterable
from typing import Any

from dutybook.web.forms.base import DatedForm, PageForm
from dutybook.web.forms.fields import (
    ChoiceField,
    DayField,
    ListField,
    LongTextField,
    TextField,
    WholeNumberField,
)

LEVELS = (
    ("very_high", "Very high"),
    ("high", "High"),
    ("medium", "Medium"),
    ("low", "Low"),
    ("unknown", "Not known"),
)
TOOLS = (
    ("", "Not recorded"),
    ("arms", "ARMS"),
    ("osp", "OSP"),
    ("rm2000", "RM2000"),
    ("judgement", "Professional judgement"),
    ("other", "Another tool"),
)
UNITS = (
    ("months", "months"),
    ("days", "days"),
    ("working_days", "working days"),
)


class IdentityForm(PageForm):
    """Who an offender is recorded as."""

    national_register_ref = TextField(
        label="National register reference",
        missing="Enter the reference in the national register",
        max_length=40,
        width="govuk-input--width-20",
    )
    name = TextField(label="Full name", missing="Enter the offender's name", max_length=160)
    date_of_birth = DayField(label="Date of birth", what="the date of birth")
    sex = ChoiceField(
        label="Sex",
        missing="Choose what is recorded",
        choices=[("male", "Male"), ("female", "Female"), ("not_recorded", "Not recorded")],
        inline=True,
    )

    def clean_date_of_birth(self) -> Any:
        self.no_later_than_now("date_of_birth", "The date of birth")
        return self.cleaned_data.get("date_of_birth")


class EditForm(IdentityForm):
    """Who an offender is recorded as, changed."""

    name_taken_on = DayField(
        label="If this is a new name, taken since",
        what="the day",
        help_text="Left empty, a different name is a correction. The former name is kept either "
        "way.",
    )
    field_order = ("national_register_ref", "name", "name_taken_on", "date_of_birth", "sex")

    def clean_name_taken_on(self) -> Any:
        self.no_later_than_now("name_taken_on", "The day")
        return self.cleaned_data.get("name_taken_on")


class RegisterForm(DatedForm, IdentityForm):
    """A new registered offender."""

    day_label = "Registered since"
    level = ListField(label="Risk level", choices=[("", "Not assessed yet"), *LEVELS[:-1]])
    team = ListField(label="Team", missing="Choose the team that manages them", choices=())
    field_order = ("national_register_ref", "name", "date_of_birth", "sex", "day", "level", "team")
    renames = {**DatedForm.renames, "registered_at": "day", "team_id": "team"}

    def __init__(self, *arguments: Any, teams: Iterable[tuple[int, str]], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["team"].choices = [(str(number), name) for number, name in teams]


class RiskForm(DatedForm):
    """The level at which an offender is managed from a day on."""

    day_label = "From which day"
    level = ChoiceField(label="Risk level", missing="Choose the risk level", choices=LEVELS)
    tool = ListField(label="What it rests on", choices=TOOLS)
    tool_version = TextField(
        label="Version of the tool", max_length=40, width="govuk-input--width-10"
    )
    reason = LongTextField(label="Reason", missing="Say why this is the level", max_length=4000)
    field_order = ("level", "day", "tool", "tool_version", "reason")


class ArmsForm(DatedForm):
    """An ARMS assessment, by its outcome alone."""

    day_label = "Completed on"
    priority = ChoiceField(
        label="Priority it gave",
        missing="Choose the priority",
        choices=[(value, text) for value, text in LEVELS if value != "unknown"],
        help_text="The questions and their scores are not kept here.",
    )
    tool_version = TextField(label="Version of ARMS", max_length=40, width="govuk-input--width-10")
    field_order = ("day", "priority", "tool_version")


class PlanForm(DatedForm):
    """A risk management plan was made."""

    day_label = "Plan made on"
    summary = LongTextField(
        label="What the plan says, in short", missing="Say what the plan is", max_length=8000
    )
    field_order = ("day", "summary")


class IntervalForm(DatedForm):
    """How often the offender's own plan says to visit."""

    day_label = "From which day"
    amount = WholeNumberField(
        label="Visit at least every", missing="Enter a number", least=1, most=1000
    )
    unit = ListField(label="Counted in", choices=UNITS)
    reason = LongTextField(
        label="Why that interval fits this offender", missing="Say why", max_length=4000
    )
    field_order = ("amount", "unit", "day", "reason")


class ArmsApplicabilityForm(DatedForm):
    """Whether ARMS applies: it is for adult men."""

    day_label = "From which day"
    state = ChoiceField(
        label="Which tool applies",
        missing="Choose which applies",
        choices=[("applies", "ARMS applies"), ("other_tool", "Another tool is used")],
    )
    other_tool = TextField(label="The other tool", max_length=80)
    reason = LongTextField(label="Reason", max_length=4000)
    field_order = ("state", "day", "other_tool", "reason")


class RegistrationForm(DatedForm):
    """Notification requirements began to hold, or ended."""

    day_label = "Since"
    state = ChoiceField(
        label="Notification requirements",
        missing="Choose whether they hold",
        choices=[("registered", "They hold"), ("ended", "They have ended")],
    )
    field_order = ("state", "day")


class StatusForm(DatedForm):
    """Where an offender is from a day on."""

    day_label = "Since"
    state = ChoiceField(
        label="Where the offender is",
        missing="Choose where the offender is",
        choices=[
            ("community", "In the community"),
            ("custody", "In custody"),
            ("hospital", "In hospital"),
            ("abroad", "Abroad"),
            ("deceased", "Deceased"),
        ],
    )
    note = TextField(label="Note", max_length=500)
    field_order = ("state", "day", "note")


class ManagementForm(DatedForm):
    """Actively or reactively managed from a day on."""

    day_label = "From which day"
    state = ChoiceField(
        label="How the offender is managed",
        missing="Choose how the offender is managed",
        choices=[("active", "Actively"), ("reactive", "Reactively")],
        hints={"reactive": "No home visits fall due. Any new information must lead to a review."},
    )
    reason = LongTextField(label="Reason", missing="Give the reason", max_length=4000)
    field_order = ("state", "day", "reason")


class RestrictForm(PageForm):
    """A record closed to all but its owner and those granted it, or opened again."""

    reason = LongTextField(label="Reason", missing="Say why", max_length=1000)


class ReviewForm(PageForm):
    """A supervisor's review of somebody else's work."""

    outcome = ChoiceField(
        label="What you found",
        missing="Choose what you found",
        choices=[("agreed", "Agreed"), ("sent_back", "Sent back for more work")],
    )
    comment = LongTextField(label="Comment", max_length=4000)

    def clean(self) -> dict[str, Any]:
        answers = super().clean()
        if answers.get("outcome") == "sent_back" and not answers.get("comment"):
            self.add_error("comment", "Say what is to be done before it can be agreed")
        return answers
