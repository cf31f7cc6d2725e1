"""The forms about inspections: importing, reading a position, judging it, commenting."""

from typing import Any

from django import forms

from dutybook.inspections.models import ForceState
from dutybook.web.forms.base import PageForm
from dutybook.web.forms.fields import (
    ChoiceField,
    DayField,
    LongTextField,
    TextField,
    TickField,
)

LARGEST_FILE = 5 * 1024 * 1024


class FileField(forms.FileField):
    """One file of words; what it holds is checked by the reader, which says the line."""

    look = "file"

    def __init__(self, *, label: str, missing: str, help_text: str = "") -> None:
        super().__init__(
            label=label,
            help_text=help_text,
            allow_empty_file=True,
            error_messages={"required": missing, "missing": missing, "invalid": missing},
        )


class ImportForm(PageForm):
    """A published response as a file."""

    file = FileField(
        label="The published response",
        missing="Choose the file of the published response",
        help_text="Plain text in UTF-8, a web page, a Word document (.docx) or a PDF with text in "
        "it; at most 5 megabytes.",
    )

    def clean_file(self) -> Any:
        sent = self.cleaned_data["file"]
        if sent.size > LARGEST_FILE:
            raise forms.ValidationError(
                "The file is larger than 5 megabytes. Save the response as plain text and send that"
            )
        return sent


class PositionStateForm(PageForm):
    """What the force's words amount to, as a named person reads them."""

    state = ChoiceField(
        label="The words amount to",
        missing="Choose what the words amount to",
        choices=ForceState.choices,
        hints={
            "claims_complete": "The force says it is done, and nobody signed for it.",
            "self_certified": "The force says it is done over somebody's signature.",
        },
    )
    reasons = LongTextField(
        label="Reasons",
        max_length=4000,
        help_text="Needed for not accepted, not applicable and deferred.",
    )
    signatory = TextField(
        label="Who signed for it", max_length=200, help_text="Empty reads: signatory not stated."
    )
    signatory_rank = TextField(label="Their rank", max_length=60)
    milestone = LongTextField(label="Next milestone", max_length=2000)
    end_date = DayField(label="By when", what="the day by which it is to be done")
    interim_control = LongTextField(
        label="What keeps people safe until then",
        max_length=2000,
        help_text="Needed for a deferral. The deadline itself stays.",
    )


class NarrowerForm(PageForm):
    """A reasoned judgement; the reasons are the point of it."""

    is_narrower = ChoiceField(
        label="The claim is",
        missing="Choose whether the claim is narrower",
        choices=[("yes", "Narrower than what was asked"), ("no", "As wide as what was asked")],
    )
    reasons = LongTextField(
        label="Reasons",
        missing="Say what was asked that the words leave out, or why they leave out nothing",
        max_length=4000,
        help_text="They are published with the judgement. Name nobody in them.",
    )

    def clean_is_narrower(self) -> bool:
        return self.cleaned_data["is_narrower"] == "yes"


class NarrowerReplyForm(PageForm):
    """What the force replies to a judgement; it goes out beside it."""

    words = LongTextField(
        label="The force's reply",
        missing="Write the reply",
        max_length=4000,
        help_text="It is published beside the judgement. Name nobody in it.",
    )


class CommentForm(PageForm):
    """The policing body's own comment; a draft until it is adopted."""

    action = LongTextField(
        label="Action taken or proposed, or why none",
        missing="Say what the commissioner has done or proposes, or why nothing",
        max_length=8000,
    )
    reply_to_chief = LongTextField(label="Reply to the chief officer's comments", max_length=8000)
    adopt = TickField(label="The commissioner adopts this text")


class ReleaseForm(PageForm):
    """Approving what the public will read."""

    tested_for_harm = TickField(
        label="I tested the figures and the free text for harm and for recognising a person"
    )
    correction_note = LongTextField(
        label="What this release corrects",
        max_length=2000,
        help_text="Needed from the second release on.",
    )


class LetterSentForm(PageForm):
    """That a letter was sent."""

    sent_on = DayField(label="Sent on", missing="Enter the day", what="the day")
    how = TextField(
        label="How it was sent, and where to",
        missing="Say how it was sent, and to which address",
        max_length=200,
    )
    reference = TextField(label="Reference", max_length=200)


class InvitationSentForm(LetterSentForm):
    """That the chief officer was invited to comment."""

    answer_by = DayField(
        label="Comments asked for before",
        missing="Enter the day before which comments are asked for",
        what="the day",
    )
