"""Recording a visit in under a minute, putting one right, and giving leave for one."""

from collections.abc import Iterable
from typing import Any

from dutybook.web.event_words import PURPOSES
from dutybook.web.forms.base import PageForm, local_moment
from dutybook.web.forms.fields import (
    ChoiceField,
    ClockField,
    DayField,
    ListField,
    LongTextField,
    TextField,
    TickField,
    TicksField,
    WholeNumberField,
    YesNoField,
)
from dutybook.web.wording import LOCAL

OUTCOMES = (
    ("seen", "Seen"),
    ("no_reply", "No reply"),
    ("not_at_home", "Not at home"),
    ("refused", "Refused to let us in"),
    ("not_living_there", "Not living there"),
)


class MomentForm(PageForm):
    """Something that happened at a minute of a day; this minute unless changed."""

    day_words = "the day"
    day = DayField(label="Day", missing="Enter the day", what="the day")
    clock = ClockField(label="Time", missing="Enter the time")

    def __init__(self, *arguments: Any, now: Any, **options: Any) -> None:
        local = now.astimezone(LOCAL)
        options["initial"] = {
            "day": local.date(),
            "clock": local.time().replace(second=0, microsecond=0),
            **(options.get("initial") or {}),
        }
        super().__init__(*arguments, now=now, **options)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        self.no_later_than_now("day", self.day_words[:1].upper() + self.day_words[1:])
        day, clock = answers.get("day"), answers.get("clock")
        if day and clock and "day" not in self.errors:
            answers["at"] = local_moment(day, clock)
            if self.now is not None and answers["at"] > self.now:
                local = self.now.astimezone(LOCAL)
                self.add_error("clock", f"That is in the future: it is now {local:%H:%M}")
        return answers


class VisitForm(MomentForm):
    """A visit, or an attempt at one. Nothing that counts towards a duty is answered beforehand."""

    day_words = "the day of the visit"
    day = DayField(label="Day", missing="Enter the day of the visit", what="the day of the visit")
    outcome = ChoiceField(label="What came of it", missing="Say what came of it", choices=OUTCOMES)
    announced = YesNoField(
        label="Did they know you were coming?", yes="Yes, announced", no="No, unannounced"
    )
    crew = WholeNumberField(label="How many of you went?", missing="", least=1, most=9)
    second = ListField(
        label="Who went with you?",
        choices=(),
        required=False,
        help_text="They are asked to confirm. Leave it for somebody without an account.",
    )
    second_confirmed = YesNoField(
        label="Has the second visitor confirmed being there?",
        help_text="Leave it open if you do not know. It then counts as unknown, never as met.",
    )
    with_partner = TextField(
        label="Who from another agency went along?",
        help_text="The agency and the post, such as a probation officer.",
        max_length=120,
    )
    purposes = TicksField(label="What was the visit for?", choices=PURPOSES.items())
    findings = LongTextField(
        label="What you saw and were told", help_text="Facts only.", max_length=8000
    )
    officers_view = LongTextField(
        label="Your view", help_text="Opinion, kept apart from the facts.", max_length=8000
    )
    follow_up = LongTextField(
        label="What is to be done, and who was told",
        help_text="Actions and referrals.",
        max_length=4000,
    )

    on_register = TickField(label="I have put it on the national register")

    renames = {"at": "clock"}
    field_order = (
        "day",
        "clock",
        "outcome",
        "announced",
        "crew",
        "second",
        "second_confirmed",
        "with_partner",
        "purposes",
        "findings",
        "officers_view",
        "follow_up",
        "on_register",
    )

    def __init__(
        self, *arguments: Any, colleagues: Iterable[tuple[int, str]] = (), **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        named = [(str(number), name) for number, name in colleagues]
        self.fields["second"].choices = [("", "Not named"), *named]
        if not named:
            del self.fields["second"]

    def clean(self) -> dict[str, Any]:
        answers = super().clean()
        if answers.get("second_confirmed") and answers.get("crew") == 1:
            self.add_error(
                "second_confirmed",
                "One visitor has no second to confirm. Change how many went, or this answer",
            )
        return answers

    @property
    def visit(self) -> dict[str, Any]:
        """The answers as the facts of a visit."""
        given = self.cleaned_data
        return {
            "at": given["at"],
            "outcome": given["outcome"],
            "announced": given["announced"],
            "crew": given["crew"],
            "second_confirmed": given["second_confirmed"],
            "findings": given["findings"],
            "officers_view": given["officers_view"],
            "follow_up": given["follow_up"],
            "purposes": given["purposes"],
            "with_partner": given["with_partner"],
        }

    @property
    def fell_short(self) -> bool:
        """Whether it is known to need leave: announced, or made by one person."""
        return self.cleaned_data["announced"] is True or self.cleaned_data["crew"] == 1

    @property
    def second_id(self) -> int | None:
        """Who went along; None where nobody is named."""
        chosen = self.cleaned_data.get("second")
        return int(chosen) if chosen else None


class CorrectVisitForm(VisitForm):
    """The visit as it should have been recorded, and why it is changed."""

    reason = LongTextField(
        label="Why is it corrected?",
        missing="Say why the visit is corrected",
        help_text="Both versions are kept and shown.",
        max_length=500,
    )
    renames = {**VisitForm.renames, "change_reason": "reason"}

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        del self.fields["on_register"]  # a corrected version is noted by itself


class WithdrawVisitForm(PageForm):
    """A visit that was recorded by mistake."""

    reason = LongTextField(
        label="Why is it withdrawn?",
        missing="Say why the visit is withdrawn",
        help_text="The record stays and reads withdrawn; it no longer counts.",
        max_length=500,
    )
    renames = {"change_reason": "reason"}


class AuthoriseVisitForm(MomentForm):
    """Leave for a visit that was announced or not in pairs."""

    day_words = "the day on which leave was given"
    day = DayField(
        label="Leave was given on",
        missing="Enter the day on which leave was given",
        what="the day",
        help_text="At or before the visit it counts as authorised, afterwards as authorised late.",
    )
    rationale = LongTextField(
        label="Rationale",
        missing="Give the rationale: leave without one does not count",
        help_text="Why this visit could be announced, or made by one person.",
        max_length=4000,
    )
    renames = {"given_at": "clock"}
    field_order = ("day", "clock", "rationale")
