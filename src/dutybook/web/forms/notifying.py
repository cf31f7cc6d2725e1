"""Forms about what an offender must notify, and what he notified."""

from dutybook.web.event_words import CHANGES, DISPOSALS, NOTIFICATIONS
from dutybook.web.forms.base import DatedForm, PageForm
from dutybook.web.forms.fields import (
    ChoiceField,
    DayField,
    LongTextField,
    TextField,
    WholeNumberField,
    YesNoField,
)


class NotifiedForm(DatedForm):
    """The offender notified."""

    day_label = "Notified on"
    kind = ChoiceField(
        label="What kind of notification",
        missing="Choose what kind",
        choices=NOTIFICATIONS.items(),
        hints={
            "change": "It moves the date of the next yearly notification.",
            "details": "It does not move the date of the next yearly notification.",
        },
    )
    note = LongTextField(label="What was notified", max_length=4000)
    field_order = ("kind", "day", "note")


class ChangedForm(DatedForm):
    """Something changed that must be notified."""

    day_label = "Changed on"
    kind = ChoiceField(label="What changed", missing="Choose what changed", choices=CHANGES.items())
    note = LongTextField(label="What is known of it", max_length=4000)
    field_order = ("kind", "day", "note")


class ResidenceForm(DatedForm):
    """Whether there is a sole or main residence."""

    day_label = "Since"
    state = ChoiceField(
        label="Does the offender have a fixed home?",
        missing="Choose which",
        choices=[("fixed", "Yes"), ("none", "No: he notifies every week")],
    )
    note = LongTextField(label="Note", max_length=4000)
    field_order = ("state", "day", "note")


class RelevantDateForm(DatedForm):
    """The date from which the offender must notify."""

    day_label = "Date of conviction, finding, caution or release"
    matter = LongTextField(
        label="Offence, court and disposal",
        missing="Say which offence, court and disposal",
        max_length=4000,
    )
    disposal = ChoiceField(
        label="How was it dealt with?",
        choices=DISPOSALS.items(),
        hints={"imprisonment": "Of a fixed length, detention too."},
    )
    term_months = WholeNumberField(
        label="Months of imprisonment or conditional discharge",
        missing="",
        most=600,
        help_text="The whole effective length, as the court passed it. A year is 12 months.",
    )
    term_days = WholeNumberField(label="And days", missing="", most=999)
    field_order = ("day", "matter", "disposal", "term_months", "term_days")


class TravelForm(PageForm):
    """A departure from the United Kingdom, past or ahead."""

    departs = DayField(label="Leaves on", missing="Enter the day of departure", what="the day")
    destination = TextField(label="Where to", max_length=200)
    was_notified = YesNoField(label="Did the offender notify it beforehand?")
    notified_on = DayField(
        label="Notified on",
        what="the day",
        help_text="At least seven days before the departure.",
    )


class ReturnedForm(DatedForm):
    """The offender came back."""

    day_label = "Came back on"
    note = LongTextField(label="Note", max_length=4000)
    field_order = ("day", "note")


class BreachForm(DatedForm):
    """A requirement was broken."""

    day_label = "Established on"
    note = LongTextField(
        label="Which requirement, and how it is known",
        missing="Say which requirement was broken, and how that is known",
        max_length=4000,
    )
    field_order = ("day", "note")


class BreachSystemsForm(PageForm):
    """Where the breach was put."""

    systems = LongTextField(
        label="Systems it was put on, and who was told",
        missing="Say on which systems it was put and who was told",
        help_text="Local systems, the national register, the Police National Computer; every "
        "agency that manages the offender.",
        max_length=1000,
    )


class BreachDecisionForm(PageForm):
    """What follows from a breach."""

    decision = ChoiceField(
        label="Decision",
        missing="Choose what is decided",
        choices=[("arrest", "Arrest"), ("charge", "Charge"), ("no_action", "No action")],
    )
    rationale = LongTextField(label="Reasons", missing="Give the reasons", max_length=4000)
