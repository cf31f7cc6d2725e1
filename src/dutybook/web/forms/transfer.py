"""Forms about an offender who goes to another force or comes from one."""

from collections.abc import Iterable
from typing import Any

from dutybook.web.forms.base import PageForm
from dutybook.web.forms.fields import (
    ChoiceField,
    DayField,
    ListField,
    LongTextField,
    TextField,
    WholeNumberField,
    YesNoField,
)
from dutybook.web.forms.offender import LEVELS, IdentityForm
from dutybook.web.wording import LOCAL


class _OnADay(PageForm):
    """A form about a day that has come; today unless changed."""

    day_name = ""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        if self.now is not None:
            self.initial.setdefault(self.day_name, self.now.astimezone(LOCAL).date())

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        self.no_later_than_now(self.day_name, "The day")
        return answers


class SendTransferForm(_OnADay):
    """The package that went to another force."""

    day_name = "sent_on"
    force = TextField(label="Force", missing="Name the force", max_length=120)
    contact = TextField(
        label="Who there is to answer",
        missing="Say who there is to answer",
        help_text="A post or a shared mailbox is enough.",
        max_length=200,
    )
    sent_on = DayField(label="Sent on", missing="Enter the day", what="the day")
    reason = LongTextField(
        label="Why the offender goes there",
        missing="Say why the offender goes there",
        max_length=4000,
    )


class AnswerTransferForm(_OnADay):
    """What the other force answered."""

    day_name = "answered_on"
    outcome = ChoiceField(
        label="What was the answer?",
        missing="Choose what the answer was",
        choices=[
            ("accepted", "They accepted"),
            ("refused", "They refused"),
            ("taken_back", "We took the package back"),
        ],
        hints={
            "accepted": "From that day nothing more falls due here. What is late stays late.",
            "refused": "Everything stays owed here.",
        },
    )
    answered_on = DayField(label="On", missing="Enter the day", what="the day")
    answered_by = TextField(
        label="Who answered", help_text="Needed when they accepted.", max_length=200
    )
    note = LongTextField(
        label="Reason",
        help_text="Needed when they refused or it was taken back.",
        max_length=4000,
    )


class ReceiveAgainForm(_OnADay):
    """The package about somebody whose record is here already."""

    day_name = "received_on"
    force = TextField(label="Force they come from", missing="Name the force", max_length=120)
    contact = TextField(
        label="Whom to answer there",
        missing="Say whom to answer",
        help_text="A post or a shared mailbox is enough.",
        max_length=200,
    )
    received_on = DayField(label="Received on", missing="Enter the day", what="the day")
    reason = LongTextField(
        label="Why the offender comes here",
        missing="Say why the offender comes here",
        max_length=4000,
    )


class ReceiveTransferForm(ReceiveAgainForm, IdentityForm):
    """The package about somebody who is not known here yet."""

    team = ListField(label="Team that looks at it", missing="Choose the team", choices=())
    field_order = (
        *("national_register_ref", "name", "date_of_birth", "sex", "force", "contact"),
        *("received_on", "reason", "team"),
    )
    renames = {**ReceiveAgainForm.renames, "team_id": "team"}

    def __init__(self, *arguments: Any, teams: Iterable[tuple[int, str]], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["team"].choices = [(str(number), name) for number, name in teams]


class AnswerArrivalForm(_OnADay):
    """What this force answered, and what the sender's papers say."""

    day_name = "answered_on"
    outcome = ChoiceField(
        label="What is the answer?",
        missing="Choose what the answer is",
        choices=[
            ("accepted", "We accept"),
            ("refused", "We refuse"),
            ("taken_back", "They took the package back"),
        ],
        hints={
            "accepted": "From now on everything is owed here. What was late there is late here.",
            "refused": "They go on answering for the offender.",
        },
    )
    answered_on = DayField(label="On", missing="Enter the day", what="the day")
    answered_by = TextField(
        label="Who answered", help_text="Needed when we accept: name and rank.", max_length=200
    )
    note = LongTextField(
        label="Reason",
        help_text="Needed when we refuse or it was taken back.",
        max_length=4000,
    )
    registered_on = DayField(
        label="Notification requirements since",
        what="the day they began",
        help_text="Needed when we accept, unless they are recorded here already.",
    )
    level = ListField(label="Risk level", choices=[("", "Not known"), *LEVELS[:-1]])
    last_seen_on = DayField(
        label="Last seen by that force on",
        what="the day of the last visit",
        help_text="The last visit at which they saw the offender. The next one counts from it.",
    )
    announced = YesNoField(
        label="Was that visit announced?", yes="Yes, announced", no="No, unannounced"
    )
    crew = WholeNumberField(label="How many of them went", missing="", least=1, most=9)
