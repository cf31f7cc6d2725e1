"""Asking a supervisor for leave for a visit, saying that none was given, and the register."""

from collections.abc import Iterable
from typing import Any

from dutybook.web.forms.base import DatedForm, PageForm, local_moment
from dutybook.web.forms.fields import ClockField, DayField, ListField, LongTextField


class AskLeaveForm(PageForm):
    """Who gave leave or is asked for it, and why the visit was made as it was."""

    asked_of = ListField(
        label="Who gave leave, or is asked for it?", missing="Choose who", choices=()
    )
    reason = LongTextField(
        label="Why was it announced, or made by one person?",
        missing="Say why it was announced, or made by one person",
        max_length=4000,
    )
    said_day = DayField(
        label="If leave was given already, on",
        what="the day",
        help_text="They are asked to confirm it. Leave it empty if you ask only now.",
    )
    said_clock = ClockField(label="At")

    renames = {"said_given_at": "said_clock"}

    def __init__(
        self, *arguments: Any, authorisers: Iterable[tuple[int, str]], **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        named = [(str(number), name) for number, name in authorisers]
        self.fields["asked_of"].choices = [("", "Choose"), *named]

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        self.no_later_than_now("said_day", "The day")
        day, clock = answers.get("said_day"), answers.get("said_clock")
        answers["said_given_at"] = local_moment(day, clock) if day and clock else None
        if day and not clock and "said_clock" not in self.errors:
            self.add_error("said_clock", "Enter the time at which leave was given")
        if clock and not day and "said_day" not in self.errors:
            self.add_error("said_day", "Enter the day on which leave was given")
        return answers


class RefuseLeaveForm(PageForm):
    """No leave was given."""

    reason = LongTextField(
        label="Why not, and what follows?",
        missing="Say why not, and what follows",
        max_length=4000,
    )


class RegisterNoteForm(DatedForm):
    """The day on which somebody put a record on the national register."""

    day_label = "Put on the national register on"
    renames = {"put_on": "day"}
