"""Forms about orders, disclosure and further offences."""

from typing import Any

from dutybook.web.event_words import ORDERS, ROUTES
from dutybook.web.forms.base import DatedForm, PageForm
from dutybook.web.forms.fields import ChoiceField, DayField, LongTextField, TextField

CONDITIONS = "What the order forbids or asks"


class ConsiderOrderForm(DatedForm):
    """Whether to seek an order."""

    day_label = "Decided on"
    decision = ChoiceField(
        label="Decision",
        missing="Choose what is decided",
        choices=[
            ("apply", "Ask a court for one"),
            ("already_in_force", "One is in force already"),
            ("do_not_apply", "Do not ask for one"),
        ],
    )
    rationale = LongTextField(label="Reasons", missing="Give the reasons", max_length=4000)
    field_order = ("decision", "day", "rationale")


class _OfCourt(PageForm):
    """What a court decided, from a day that has come."""

    day_name = "made_on"

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        self.no_later_than_now(self.day_name, "The day")
        return answers


class OpenOrderForm(_OfCourt):
    """An order that a court made."""

    kind = ChoiceField(label="Which order", missing="Choose which order", choices=ORDERS.items())
    court = TextField(label="Court", missing="Name the court", max_length=200)
    made_on = DayField(label="Made on", missing="Enter the day it was made", what="the day")
    last_day = DayField(
        label="Last day",
        what="the last day",
        help_text="Leave it empty when the order is until further order.",
    )
    conditions = LongTextField(
        label=CONDITIONS, missing="Say what the order forbids or asks", max_length=8000
    )


class RenewOrderForm(_OfCourt):
    """The order made anew, to another last day."""

    court = TextField(label="Court", missing="Name the court", max_length=200)
    made_on = DayField(label="Renewed on", missing="Enter the day", what="the day")
    last_day = DayField(
        label="New last day",
        what="the last day",
        help_text="Leave it empty when the order is until further order.",
    )
    conditions = LongTextField(
        label=CONDITIONS, missing="Say what the order forbids or asks", max_length=8000
    )


class VaryOrderForm(_OfCourt):
    """Other conditions; the order ends when it did."""

    day_name = "from_day"
    court = TextField(label="Court", missing="Name the court", max_length=200)
    from_day = DayField(label="Varied on", missing="Enter the day", what="the day")
    conditions = LongTextField(
        label=CONDITIONS,
        missing="Say what the order forbids or asks",
        help_text="All of it as it stands now. What it said before stays on record.",
        max_length=8000,
    )


class CheckOrderForm(DatedForm):
    """The police's own check of the conditions."""

    day_label = "Checked on"
    method = TextField(
        label="How", help_text="For example: devices looked at, a visit.", max_length=80
    )
    findings = LongTextField(label="What was found", missing="Say what was found", max_length=4000)
    field_order = ("day", "method", "findings")


class OrderEndDecisionForm(DatedForm):
    """Whether to ask for another order before this one runs out."""

    day_label = "Decided on"
    decision = ChoiceField(
        label="Decision",
        missing="Choose what is decided",
        choices=[("renew", "Ask for it to be renewed"), ("let_it_end", "Let it end")],
    )
    rationale = LongTextField(label="Reasons", missing="Give the reasons", max_length=4000)
    field_order = ("decision", "day", "rationale")


class EndOrderForm(DatedForm):
    """The order is in force no more."""

    day_label = "Ended on"
    reason = LongTextField(
        label="How it ended",
        missing="Say how the order ended",
        help_text="It ran out, a court discharged it, another order replaced it.",
        max_length=4000,
    )
    field_order = ("day", "reason")


class BreakOrderForm(DatedForm):
    """A condition was broken."""

    day_label = "Established on"
    note = LongTextField(
        label="Which condition, and how it is known",
        missing="Say which condition was broken, and how that is known",
        max_length=4000,
    )
    field_order = ("day", "note")


class AskDisclosureForm(DatedForm):
    """Somebody asked to be told."""

    day_label = "Asked on"
    route = ChoiceField(
        label="How the request came", missing="Choose how it came", choices=ROUTES.items()
    )
    reference = TextField(
        label="Reference",
        help_text="Who asked is kept in the system that this reference is of, not here.",
        max_length=80,
    )
    note = LongTextField(label="What is asked", max_length=4000)
    field_order = ("route", "day", "reference", "note")


class DecideDisclosureForm(DatedForm):
    """Whether to tell somebody."""

    day_label = "Decided on"
    decision = ChoiceField(
        label="Decision",
        missing="Choose what is decided",
        choices=[("disclose", "Disclose"), ("do_not_disclose", "Do not disclose")],
    )
    told = TextField(
        label="Who is to be told",
        help_text="By their part in it, such as the child's mother; no name is needed.",
        max_length=200,
    )
    rationale = LongTextField(label="Reasons", missing="Give the reasons", max_length=4000)
    field_order = ("decision", "day", "told", "rationale")


class FurtherOffenceForm(DatedForm):
    """A charge with a serious further offence."""

    day_label = "Charged on"
    note = LongTextField(
        label="With what", missing="Say with what the offender is charged", max_length=4000
    )
    field_order = ("day", "note")


class CommissionReviewForm(PageForm):
    """The review of how the police had managed the offender."""

    note = LongTextField(
        label="Who reviews, and by when", missing="Say who reviews, and by when", max_length=4000
    )
