"""Forms about an offender who goes to another force."""

from typing import Any

from dutybook.web.forms.base import PageForm
from dutybook.web.forms.fields import ChoiceField, DayField, LongTextField, TextField
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
    to_force = TextField(label="Force", missing="Name the force", max_length=120)
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
