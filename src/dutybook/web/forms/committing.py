"""The forms of promises, of what became of them, and of the meetings that ask for them."""

from collections.abc import Iterable
from typing import Any

from dutybook.inspections.models import LearntFrom, PromisedIn
from dutybook.web.forms.base import PageForm
from dutybook.web.forms.fields import (
    ChoiceField,
    DayField,
    ListField,
    LongTextField,
    TextField,
    WholeNumberField,
)


class CommitmentForm(PageForm):
    """One promise; whose it can be is told by the view."""

    what = LongTextField(label="What is promised", missing="Say what is promised", max_length=2000)
    party = ChoiceField(label="Whose promise it is", missing="Choose whose it is", choices=())
    owner = TextField(
        label="Who answers for it",
        missing="Name who answers for it",
        help_text="The post, and the person in it.",
        max_length=160,
    )
    by_when = DayField(
        label="By when", missing="Enter the day by which it is promised", what="the day"
    )
    amount = WholeNumberField(
        label="Money promised, in whole pounds",
        missing="",
        help_text="Leave it empty if no money was promised.",
        most=999_999_999_999,
    )
    limb_id = ListField(label="Limb", choices=())
    promised_in = ChoiceField(
        label="Where it was promised", missing="Say where it was promised",
        choices=PromisedIn.choices,
    )  # fmt: skip
    meeting_id = ListField(
        label="Which meeting", choices=(), help_text="Only if it was promised at one."
    )
    learning_id = ListField(
        label="Which review", choices=(), help_text="Only if it follows from what was learnt."
    )
    decided = TextField(
        label="Where it was decided",
        help_text="The board, its day and the number of the minute.",
        max_length=200,
    )
    public_words = LongTextField(
        label="As it may be published",
        help_text="Name nobody in it. Left empty, the promise is not in the published response.",
        max_length=1000,
    )

    def __init__(
        self,
        *arguments: Any,
        parties: Iterable[tuple[str, str]],
        limbs: Iterable[tuple[int, str]],
        meetings: Iterable[tuple[int, str]],
        learning: Iterable[tuple[int, str]],
        **options: Any,
    ) -> None:
        super().__init__(*arguments, **options)
        self.fields["party"].choices = list(parties)
        self.fields["limb_id"].choices = [("", "The whole recommendation"), *limbs]
        self.fields["meeting_id"].choices = [("", "None"), *meetings]
        self.fields["learning_id"].choices = [("", "None"), *learning]

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        names = ("limb_id", "meeting_id", "learning_id")
        numbers = {name: int(answers[name]) if answers.get(name) else None for name in names}
        return {**answers, **numbers}


class DeliveredForm(PageForm):
    """That a promise was kept."""

    day = DayField(
        label="Delivered on", missing="Enter the day on which it was delivered", what="the day"
    )
    words = LongTextField(
        label="What shows it",
        missing="Say what shows it, or why",
        help_text="A document by its name and date, or the figure that shows it.",
        max_length=2000,
    )


class MovedForm(PageForm):
    """That a promise will be kept later."""

    day = DayField(label="New day", missing="Enter the new day", what="the day")
    words = LongTextField(
        label="Why it is moved", missing="Say what shows it, or why", max_length=2000
    )


class DroppedForm(PageForm):
    """That a promise will not be kept."""

    words = LongTextField(
        label="Why it is dropped", missing="Say what shows it, or why", max_length=2000
    )


class MeetingForm(PageForm):
    """A meeting that was held."""

    title = TextField(label="Name of the meeting", missing="Name the meeting", max_length=200)
    held_on = DayField(label="Held on", missing="Enter the day", what="the day")
    attended = LongTextField(
        label="Who was there",
        missing="Say who was there",
        help_text="Posts, and the people in them.",
        max_length=2000,
    )
    minutes = TextField(
        label="Where the minutes are kept",
        help_text="A reference or an address; leave it empty until there are any.",
        max_length=300,
    )


class LearningForm(PageForm):
    """A review that has ended, and what was learnt from it."""

    title = TextField(label="Title", missing="Give it a title", max_length=200)
    learnt_from = ChoiceField(
        label="What it was learnt from", missing="Say what it was learnt from",
        choices=LearntFrom.choices,
    )  # fmt: skip
    ended_on = DayField(label="The review ended on", missing="Enter the day", what="the day")
    led_by = TextField(
        label="Who led it",
        missing="Name who led the review",
        help_text="The post, and the person in it.",
        max_length=160,
    )
    looked_at = LongTextField(
        label="What was looked at",
        missing="Say what was looked at, and how much of it",
        help_text="How many cases, of which time. Name no suspect, offender, victim or child.",
        max_length=4000,
    )
    learnt = LongTextField(
        label="What was learnt",
        missing="Say what was learnt",
        help_text="Name nobody in it. What is to be done about it comes next.",
        max_length=8000,
    )
    kept_where = TextField(
        label="Where the report is kept",
        help_text="A reference or an address; leave it empty if there is none.",
        max_length=300,
    )
