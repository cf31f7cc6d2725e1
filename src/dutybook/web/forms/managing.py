"""Forms about managing the risk from day to day: what changes it, what is to be done, with whom."""

from typing import Any, Final

from dutybook.web.event_words import AGENCIES, AGREED_IN, MAPPA_LEVELS, PARTNERS, TRIGGERS
from dutybook.web.forms.base import DatedForm, PageForm
from dutybook.web.forms.fields import (
    ChoiceField,
    DayField,
    ListField,
    LongTextField,
    TextField,
    YesNoField,
)
from dutybook.web.wording import LEVELS

CATEGORIES: Final = (
    ("", "Not recorded"),
    ("1", "1: registered offender"),
    ("2", "2: violent or other sexual offender"),
    ("3", "3: other dangerous offender"),
    ("4", "4: terrorist or terrorist-risk offender"),
)


class ChangeOfRiskForm(DatedForm):
    """Something that may change the risk."""

    day_label = "Happened on"
    kind = ChoiceField(label="What it was", missing="Choose what it was", choices=TRIGGERS.items())
    note = LongTextField(label="What happened", missing="Say what happened", max_length=4000)
    field_order = ("kind", "day", "note")


class DecideChangeForm(PageForm):
    """What it means for the risk."""

    decision = ChoiceField(
        label="Decision",
        missing="Choose what is decided",
        choices=[("level_stays", "The level stays"), ("level_changes", "The level changes")],
        hints={"level_changes": "Every clock that depends on it counts anew from now."},
    )
    level = ListField(
        label="New level",
        choices=[("", "The level stays"), *LEVELS.items()],
        required=False,
    )
    rationale = LongTextField(label="Reasons", missing="Give the reasons", max_length=4000)


class AgreeActionForm(DatedForm):
    """Something that is to be done about the risk."""

    day_label = "Agreed on"
    what = TextField(label="What is to be done", missing="Say what is to be done", max_length=400)
    agreed_in = ChoiceField(
        label="Where it was agreed", missing="Choose where", choices=AGREED_IN.items()
    )
    done_by_whom = ListField(
        label="Whose it is to do",
        missing="Choose whose it is",
        choices=[("", "Choose"), *AGENCIES.items()],
    )
    who = TextField(label="Who there", help_text="A post or a name.", max_length=120)
    due_on = DayField(label="By", missing="Enter the day by which", what="the day")
    field_order = ("what", "agreed_in", "day", "done_by_whom", "who", "due_on")


class EndActionForm(PageForm):
    """How an action ended."""

    outcome = ChoiceField(
        label="How it ended",
        missing="Choose which",
        choices=[("done", "Done"), ("not_needed", "Needed no more")],
    )
    rationale = LongTextField(
        label="What was done, or why it is needed no more",
        missing="Say what was done, or why it is needed no more",
        max_length=4000,
    )


class MappaLevelForm(DatedForm):
    """At which level the agencies manage him."""

    day_label = "Since"
    state = ChoiceField(label="Level", missing="Choose the level", choices=MAPPA_LEVELS.items())
    category = ListField(label="Category", choices=CATEGORIES, required=False)
    lead = TextField(label="Who leads", help_text="The agency and the post.", max_length=120)
    reason = LongTextField(label="Reasons", max_length=4000)
    field_order = ("state", "day", "category", "lead", "reason")

    def clean_category(self) -> int | None:
        """The category as a number; None where it is not recorded."""
        chosen = self.cleaned_data["category"]
        return int(chosen) if chosen else None


class MeetingForm(DatedForm):
    """A meeting of the agencies."""

    day_label = "Held on"
    minutes_at = TextField(
        label="Minutes",
        missing="Give the reference of the minutes",
        help_text="Their reference; the minutes themselves stay where the agencies keep them.",
        max_length=200,
    )
    note = LongTextField(
        label="What the police need to know of it",
        help_text="What anybody is to do is recorded as an action.",
        max_length=4000,
    )
    field_order = ("day", "minutes_at", "note")


class JointRequestForm(DatedForm):
    """One agency asked the other."""

    day_label = "Asked on"
    direction = ChoiceField(
        label="Who asked whom",
        missing="Choose who asked",
        choices=[("to_us", "They asked the police"), ("from_us", "The police asked them")],
    )
    partner = ListField(
        label="Which agency",
        missing="Choose the agency",
        choices=[("", "Choose"), *PARTNERS.items()],
    )
    who = TextField(label="Who there", help_text="A post or a name.", max_length=120)
    note = LongTextField(label="What was asked", missing="Say what was asked", max_length=4000)
    field_order = ("direction", "partner", "who", "day", "note")


class JointAnswerForm(PageForm):
    """What was answered."""

    answer = LongTextField(
        label="What was answered", missing="Say what was answered", max_length=4000
    )


class MonitoringForm(DatedForm):
    """Whether devices are monitored."""

    day_label = "Since"
    state = ChoiceField(
        label="Monitoring",
        missing="Choose which",
        choices=[
            ("monitored", "Devices are monitored"),
            ("ended", "Devices are monitored no more"),
        ],
    )
    note = LongTextField(
        label="Which devices, by what means, or why no more",
        missing="Say which devices, and by what means or why no more",
        max_length=4000,
    )
    field_order = ("state", "day", "note")


class MonitoringCheckForm(DatedForm):
    """A look at what was reported."""

    day_label = "Looked at on"
    concern = YesNoField(
        label="Does anything give concern?",
        missing="Say whether anything gives concern",
        help_text="Yes asks at once what it means for the risk.",
    )
    findings = LongTextField(label="What was found", missing="Say what was found", max_length=4000)
    field_order = ("day", "concern", "findings")

    def clean(self) -> dict[str, Any]:
        answers = super().clean()
        if "concern" not in self.errors and answers.get("concern") is None:
            self.add_error("concern", "Say whether anything gives concern")
        return answers
