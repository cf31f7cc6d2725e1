"""Forms about searches of databases, reactive management, entry and offenders not found."""

from typing import Any

from dutybook.web.event_words import CONDITIONS, EFFECTS, SYSTEMS
from dutybook.web.forms.base import DatedForm, PageForm
from dutybook.web.forms.fields import (
    ChoiceField,
    ClockField,
    DayField,
    LongTextField,
    TextField,
    TickField,
    YesNoField,
)
from dutybook.web.forms.visit import MomentForm


class CheckForm(DatedForm):
    """A database was searched."""

    day_label = "Searched on"
    system = ChoiceField(
        label="Which one", missing="Choose which was searched", choices=SYSTEMS.items()
    )
    result = LongTextField(
        label="What came back",
        help_text="What it means for the risk is recorded next, as an assessment.",
        max_length=4000,
    )
    field_order = ("system", "day", "result")


class AssessCheckForm(PageForm):
    """What the search means for the risk."""

    effect = ChoiceField(
        label="Effect on the risk", missing="Choose the effect on the risk", choices=EFFECTS.items()
    )
    assessment = LongTextField(
        label="What was found and what it means",
        missing="Say what was found and what it means",
        max_length=4000,
    )


class OtherAssessmentForm(DatedForm):
    """An assessment by another tool than ARMS, by its outcome."""

    day_label = "Completed on"
    tool = TextField(label="Tool", missing="Name the tool that was used", max_length=80)
    tool_version = TextField(label="Version", max_length=40, width="govuk-input--width-10")
    band = TextField(label="Band it gave", max_length=40, width="govuk-input--width-10")
    reason = LongTextField(
        label="Why ARMS does not apply",
        help_text="ARMS was made for adult men. Left empty, the assessment does not count.",
        max_length=4000,
    )
    field_order = ("tool", "tool_version", "band", "day", "reason")


class ConditionForm(DatedForm):
    """One condition of reactive management was looked at."""

    day_label = "Looked at on"
    condition = ChoiceField(
        label="Condition", missing="Choose which condition", choices=CONDITIONS.items()
    )
    holds = YesNoField(label="Does it hold?", missing="Say whether the condition holds")
    evidence = LongTextField(label="On what evidence", max_length=4000)
    until = DayField(
        label="Counts until",
        what="the last day",
        help_text="The last day before it must be looked at again.",
    )
    field_order = ("condition", "holds", "evidence", "day", "until")


class DecideDoubtForm(PageForm):
    """A supervisor's decision whether the offender stays reactively managed."""

    decision = ChoiceField(
        label="Decision",
        missing="Choose what is decided",
        choices=[("visits_resume", "Visits resume"), ("stays_reactive", "Stays reactive")],
        hints={"visits_resume": "The offender is actively managed from now on."},
    )
    rationale = LongTextField(label="Reasons", missing="Give the reasons", max_length=4000)


class EntryAttemptForm(MomentForm):
    """Entry was sought for risk assessment."""

    day_words = "the day of the attempt"
    day = DayField(label="Day", missing="Enter the day of the attempt", what="the day")
    clock = ClockField(label="Time", missing="Enter the time")
    outcome = ChoiceField(
        label="What came of it",
        missing="Say what came of it",
        choices=[("not_entered", "We did not get in"), ("entered", "We got in")],
    )
    place = TextField(label="Address", missing="Enter the address", max_length=300)
    grounds = LongTextField(
        label="Why this address qualifies, and the risk to be assessed",
        missing="Say why this address qualifies and what risk was to be assessed",
        help_text="The address last notified, or one where there are grounds to believe that the "
        "offender lives or can be found. A routine call that nobody answered is a visit instead.",
        max_length=4000,
    )
    renames = {"at": "clock"}
    field_order = ("day", "clock", "outcome", "place", "grounds")


class WarrantForm(DatedForm):
    """Whether to ask for a warrant."""

    day_label = "Decided on"
    decision = ChoiceField(
        label="Decision",
        missing="Choose what is decided",
        choices=[("apply", "Ask a court for a warrant"), ("do_not_apply", "Do not ask for one")],
    )
    rationale = LongTextField(label="Reasons", missing="Give the reasons", max_length=4000)
    field_order = ("decision", "day", "rationale")


class WhereaboutsForm(DatedForm):
    """Whether it is known where the offender is."""

    day_label = "Since"
    state = ChoiceField(
        label="Where the offender is",
        missing="Choose which",
        choices=[("not_found", "Cannot be found"), ("known", "Is known")],
        hints={"not_found": "A plan with an owner is then due, and its review every day."},
    )
    note = LongTextField(
        label="On what that rests", missing="Say on what that rests", max_length=4000
    )
    field_order = ("state", "day", "note")


class FindingPlanForm(DatedForm):
    """A plan to find an offender."""

    day_label = "Made on"
    steps = LongTextField(
        label="What will be done, by whom and when",
        missing="Say what will be done to find the offender",
        max_length=4000,
    )
    mine = TickField(label="I answer for this plan")
    field_order = ("steps", "day", "mine")

    def clean(self) -> dict[str, Any]:
        answers = super().clean()
        answers.setdefault("mine", False)
        return answers


class FindingReviewForm(DatedForm):
    """The daily review of that plan."""

    day_label = "Reviewed on"
    done_since = LongTextField(
        label="What was done since, and what is next",
        missing="Say what was done since the last review",
        max_length=4000,
    )
    field_order = ("done_since", "day")


class AssessAuthorisationForm(PageForm):
    """Whether a decision to authorise a visit was sound."""

    outcome = ChoiceField(
        label="Was the decision sound?",
        missing="Choose what you found",
        choices=[("sound", "Sound"), ("not_sound", "Not sound")],
    )
    comment = LongTextField(label="Comment", max_length=4000)
