"""The forms by which the layers of a limb are written, each by whose layer it is."""

from dutybook.inspections.models import (
    Assured,
    Certification,
    EvidenceKind,
    StatusOfInspectorate,
    Verified,
)
from dutybook.web.forms.base import PageForm
from dutybook.web.forms.fields import ChoiceField, DayField, LongTextField, TextField


class VerifyForm(PageForm):
    """The force's own check."""

    outcome = ChoiceField(
        label="What the check found of what the force says",
        missing="Choose what the check found",
        choices=Verified.choices,
    )
    checked = LongTextField(
        label="What was looked at",
        missing="Say what was looked at, and how much of it",
        max_length=4000,
    )
    checked_on = DayField(label="Checked on", missing="Enter the day", what="the day")


class AssureForm(PageForm):
    """The commissioner's view."""

    view = ChoiceField(
        label="The commissioner is", missing="Choose the view", choices=Assured.choices
    )
    reasons = LongTextField(label="Reasons", missing="Give the reasons", max_length=4000)


class InspectorateForm(PageForm):
    """What a document of the inspectorate says."""

    status = ChoiceField(
        label="Status", missing="Choose the status", choices=StatusOfInspectorate.choices
    )
    document = TextField(
        label="The inspectorate's document",
        missing="Name the inspectorate's document",
        help_text="Its title, as the inspectorate gives it.",
        max_length=300,
    )
    document_date = DayField(
        label="Date of the document", missing="Enter the date of the document", what="the day"
    )
    effective_on = DayField(label="In effect from", missing="Enter the day", what="the day")
    reference = TextField(label="Reference or address", max_length=500)
    scope = LongTextField(label="What it covers", max_length=2000)


class ProposeForm(PageForm):
    """What the force would certify, and on what it rests."""

    claim = LongTextField(
        label="What the force claims of this limb",
        missing="Say what the force claims of this limb",
        max_length=4000,
    )
    evidence = LongTextField(
        label="On what the claim rests",
        missing="Say on what the claim rests",
        help_text="Documents by their names and dates. What the records show is added by itself.",
        max_length=4000,
    )


class ProposeWholeForm(PageForm):
    """What the force would certify of a whole recommendation."""

    claim = LongTextField(
        label="What the force claims of this recommendation",
        missing="Say what the force claims of this recommendation",
        max_length=4000,
    )


class AnswerProposalForm(PageForm):
    """A chief officer's answer."""

    outcome = ChoiceField(
        label="Your answer",
        missing="Choose your answer",
        choices=[(Certification.CERTIFIED, "I certify it"), (Certification.DECLINED, "I decline")],
    )
    reason = LongTextField(
        label="Reason",
        help_text="Needed to decline, and to certify what the records do not fully show.",
        max_length=4000,
    )
    public_reason = LongTextField(
        label="The reason as it may be published",
        help_text="Needed to certify what the records do not fully show. Name nobody in it.",
        max_length=2000,
    )


class QuestionForm(PageForm):
    """What the commissioner's office asks the force."""

    question = LongTextField(label="Question", missing="Write the question", max_length=4000)
    answer_by = DayField(
        label="Answer asked for by", what="the day", help_text="Leave it empty if no day is named."
    )


class AnswerQuestionForm(PageForm):
    """What the force answers."""

    answer = LongTextField(
        label="Answer",
        missing="Write the answer",
        help_text="Name no offender, victim or member of staff.",
        max_length=8000,
    )


class WithdrawForm(PageForm):
    """A certification taken back."""

    reason = LongTextField(label="Reason", missing="Say why it is withdrawn", max_length=4000)


class OwnersForm(PageForm):
    """Who owns the limb."""

    senior_owner = TextField(
        label="Senior owner",
        missing="Name the senior owner",
        help_text="The post, and the person in it.",
        max_length=160,
    )
    delivery_owner = TextField(
        label="Delivery owner", missing="Name who delivers it", max_length=160
    )
    board = TextField(
        label="Board that decides", missing="Name the board that decides", max_length=160
    )
    minute = TextField(
        label="Where this was decided",
        missing="Say where this was decided",
        help_text="The meeting, its day and the number of the minute.",
        max_length=200,
    )


class EvidenceForm(PageForm):
    """One item of evidence."""

    kind = ChoiceField(
        label="What it is",
        missing="Choose what it is",
        choices=EvidenceKind.choices,
        hints={"figures": "They are counted now, for the day given, and frozen."},
    )
    title = TextField(label="Title", missing="Say what it is", max_length=200)
    reference = TextField(
        label="Where it is kept", help_text="Needed for a document.", max_length=300
    )
    attested_by = TextField(
        label="Who says so",
        help_text="Needed for a person's word: the name and the post.",
        max_length=160,
    )
    speaks_for = DayField(
        label="The day that it is about", missing="Enter the day that it is about", what="the day"
    )
    expires_on = DayField(
        label="Counts until",
        what="the day",
        help_text="Leave it empty where it does not expire.",
    )
