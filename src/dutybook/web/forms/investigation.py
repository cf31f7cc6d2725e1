"""The forms of online child abuse investigation: referrals, suspects, bail."""

from collections.abc import Iterable
from typing import Any

from dutybook.web.forms.base import DatedForm, PageForm
from dutybook.web.forms.fields import (
    ChoiceField,
    DayField,
    ListField,
    LongTextField,
    TextField,
    YesNoField,
)
from dutybook.web.forms.offender import LEVELS


class ReferralForm(DatedForm):
    """A referral has come in about somebody, who may not be known by name yet."""

    day_label = "Received on"
    renames = {**DatedForm.renames, "received_at": "day", "team_id": "team"}
    reference = TextField(
        label="Our reference",
        missing="Enter the reference of this investigation",
        max_length=40,
        width="govuk-input--width-20",
    )
    received_from = TextField(
        label="Who sent it", max_length=80, help_text="For example the National Crime Agency."
    )
    referral_reference = TextField(
        label="Their reference", max_length=80, width="govuk-input--width-20"
    )
    name = TextField(label="Suspect's name", max_length=160, help_text="If it is known.")
    date_of_birth = DayField(label="Date of birth", what="the date of birth")
    team = ListField(label="Team", missing="Choose the team that takes it", choices=())
    field_order = (
        "reference",
        "day",
        "received_from",
        "referral_reference",
        "name",
        "date_of_birth",
        "team",
    )

    def __init__(self, *arguments: Any, teams: Iterable[tuple[int, str]], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["team"].choices = [(str(number), name) for number, name in teams]

    def clean_date_of_birth(self) -> Any:
        self.no_later_than_now("date_of_birth", "The date of birth")
        return self.cleaned_data.get("date_of_birth")


class GradeForm(DatedForm):
    """The grade the prioritisation tool gave, by its outcome alone."""

    day_label = "Graded on"
    level = ChoiceField(label="Grade", missing="Choose the grade", choices=LEVELS)
    tool_version = TextField(
        label="Version of the tool", max_length=40, width="govuk-input--width-10"
    )
    field_order = ("level", "day", "tool_version")


class EnforceForm(DatedForm):
    """What was done towards a suspect."""

    day_label = "Done on"
    kind = ChoiceField(
        label="What was done",
        missing="Choose what was done",
        choices=[
            ("arrest", "Arrest"),
            ("voluntary_attendance", "Voluntary attendance"),
            ("safeguarding_visit", "Safeguarding visit"),
            ("other", "Something else"),
        ],
    )
    note = LongTextField(label="Note", max_length=4000)
    field_order = ("kind", "day", "note")


class ReasonForm(DatedForm):
    """An investigation ended, or was opened again."""

    day_label = "On"
    reason = LongTextField(label="Reason", missing="Give the reason", max_length=4000)
    field_order = ("day", "reason")


class SegmentForm(PageForm):
    """A segment of bail: until when, under what conditions."""

    last_day = DayField(
        label="Ends at the end of",
        what="the end of bail",
        help_text="Leave empty if no end is set yet.",
    )
    conditional = YesNoField(label="Does bail carry conditions?")
    conditions = LongTextField(label="The conditions", max_length=4000)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        if answers.get("conditions") and answers.get("conditional") is not True:
            self.add_error(
                "conditional", "There are conditions, so answer yes, or remove the conditions"
            )
        return answers


class WholeSegmentForm(SegmentForm):
    """A segment of bail from its first day, which may be tomorrow, to its last."""

    first_day = DayField(
        label="Bail begins on",
        missing="Enter the day on which bail begins",
        what="the beginning of bail",
        help_text="The day after arrest.",
    )

    def clean(self) -> dict[str, Any]:
        answers = super().clean()
        begins, ends = answers.get("first_day"), answers.get("last_day")
        if begins and ends and ends < begins:
            self.add_error(
                "last_day", f"Bail cannot end before it begins, on {begins:%-d %B %Y}: change one"
            )
        return answers


class OpenBailForm(WholeSegmentForm):
    """The first segment of a bail."""

    arrested_on = DayField(label="Arrested on", what="the day of arrest")
    field_order = ("arrested_on", "first_day", "last_day", "conditional", "conditions")

    def clean_arrested_on(self) -> Any:
        self.no_later_than_now("arrested_on", "The day of arrest")
        return self.cleaned_data.get("arrested_on")


class CorrectSegmentForm(WholeSegmentForm):
    """A segment put right, and why."""

    reason = TextField(
        label="Why is it changed?", missing="Say why this record is changed", max_length=500
    )
    field_order = ("first_day", "last_day", "conditional", "conditions", "reason")
    renames = {"change_reason": "reason"}


class ExtendBailForm(SegmentForm):
    """A further segment, from the day after the last one ends."""

    last_day = DayField(
        label="It now ends at the end of",
        what="the end of the extension",
        missing="Enter the day on which the extension ends",
    )
    field_order = ("last_day", "conditional", "conditions")
    renames = {"first_day": "last_day"}


class EndBailForm(DatedForm):
    """Bail ended early."""

    day_label = "Ended on"
    reason = ChoiceField(
        label="Why it ended",
        missing="Choose why bail ended",
        choices=[
            ("charged", "Charged"),
            ("no_further_action", "No further action"),
            ("cancelled", "Bail cancelled"),
            ("released_under_investigation", "Released under investigation"),
            ("other", "Another reason"),
        ],
    )
    field_order = ("reason", "day")


class CheckBailForm(DatedForm):
    """The conditions were checked."""

    day_label = "Checked on"
    proactive = YesNoField(
        label="Was it our own check?",
        yes="Yes, we checked",
        no="No, somebody told us",
        help_text="Only a check of our own doing counts towards the duty.",
    )
    method = TextField(
        label="How", max_length=80, help_text="For example a visit, a call or a device check."
    )
    findings = LongTextField(label="What was found", max_length=4000)
    field_order = ("day", "proactive", "method", "findings")
