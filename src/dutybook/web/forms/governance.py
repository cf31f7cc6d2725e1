"""Forms about what the force itself must have: documents, agreements and what passes under them."""

from typing import Any, Final

from dutybook.ledger.models import SubjectKind
from dutybook.records.governance.actions import KINDS
from dutybook.web.forms.base import DatedForm
from dutybook.web.forms.fields import (
    ChoiceField,
    DayField,
    ListField,
    LongTextField,
    TextField,
    YesNoField,
)

PURPOSES: Final = {
    "escalation_policy": "Policy on when a case is escalated",
    "family_leaflet": "Leaflet for suspects' families",
    "suspect_leaflet": "Leaflet for suspects",
    "operating_model": "Operating model of offender management",
    "data_review": "Review of what the data are based on",
    "demand_forecast": "Forecast of demand",
    "abstraction_policy": "Policy on abstractions",
    "authorisation_process": "Process to authorise visits",
    "follow_on_services": "Services after screening",
    "supervisor_referral_route": "Route by which supervisors refer staff",
    "two_way_process": "Two-way process with probation",
    "staffing_plan": "Plan for staffing",
    "probation": "Agreement with probation",
    "family_support": "Support for suspects' families",
    "withdrawn": "Needed no more",
    "ended": "Needed no more",
}
"""What a document or an agreement is for, in words."""


def _choices(of: SubjectKind) -> list[tuple[str, str]]:
    return [("", "Choose"), *((kind, PURPOSES[kind]) for kind in KINDS[of])]


class NeedDocumentForm(DatedForm):
    """The force must have a document."""

    day_label = "Needed since"
    kind = ListField(label="What it is for", missing="Choose what it is for", choices=())
    title = TextField(label="Title", missing="Enter its title", max_length=160)
    field_order = ("kind", "title", "day")

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["kind"].choices = _choices(SubjectKind.DOCUMENT)


class NeedAgreementForm(DatedForm):
    """The force must have an agreement with another body."""

    day_label = "Needed since"
    kind = ListField(label="What it is for", missing="Choose what it is for", choices=())
    title = TextField(label="Title", missing="Enter its title", max_length=160)
    partner = TextField(label="With whom", missing="Say with whom", max_length=160)
    field_order = ("kind", "title", "partner", "day")

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["kind"].choices = _choices(SubjectKind.AGREEMENT)


class ReasonForm(DatedForm):
    """A change that needs its reason."""

    day_label = "On"
    reason = LongTextField(label="Reason", missing="Give the reason", max_length=4000)
    field_order = ("day", "reason")


class _LastingForm(DatedForm):
    until = DayField(label="Counts until", missing="Enter the day", what="the day")


class ApproveForm(_LastingForm):
    """A version of a document was approved."""

    day_label = "Approved on"
    until = DayField(
        label="Its review is due on",
        missing="Enter the day on which its review is due",
        what="the day",
        help_text="It counts as in date to the end of that day.",
    )
    approved_by = TextField(
        label="Approved by",
        missing="Say who approved it: name and post",
        help_text="Name and post.",
        max_length=200,
    )
    kept_at = TextField(
        label="Where it is kept",
        missing="Say where it is kept",
        help_text="A reference or an address inside the force. The document is not kept here.",
        max_length=200,
    )
    field_order = ("day", "approved_by", "until", "kept_at")


class OwnDocumentForm(DatedForm):
    """Somebody answers for a document."""

    day_label = "Since"
    post = TextField(
        label="Who answers for it",
        missing="Say who answers for it",
        help_text="A post, or a name and post.",
        max_length=200,
    )
    field_order = ("post", "day")


class NoteForm(DatedForm):
    """Something that may be explained."""

    day_label = "Since"
    note = LongTextField(label="Note", max_length=4000)
    field_order = ("day", "note")


class ReachForm(_LastingForm):
    """A forecast looks back on trends and ahead five years."""

    day_label = "Looked at on"
    until = DayField(
        label="Reaches five years until",
        missing="Enter the day",
        what="the day",
        help_text="From the day after, it no longer looks five years ahead.",
    )
    note = LongTextField(label="On what it rests", max_length=4000)
    field_order = ("day", "until", "note")


class StockForm(DatedForm):
    """Copies were looked for."""

    day_label = "Looked at on"
    found = YesNoField(label="Were copies of the version in force found everywhere?")
    note = LongTextField(label="Where, and what was missing", max_length=4000)
    field_order = ("day", "found", "note")


class SignForm(_LastingForm):
    """Both sides signed an agreement."""

    day_label = "Signed on"
    until = DayField(
        label="Ends, or its review is due, on",
        missing="Enter the day",
        what="the day",
        help_text="The earlier of the two. It counts to the end of that day.",
    )
    signed_by_us = TextField(
        label="Signed for the force by", missing="Say who signed for the force", max_length=200
    )
    signed_by_them = TextField(
        label="Signed for them by", missing="Say who signed for them", max_length=200
    )
    kept_at = TextField(label="Where it is kept", missing="Say where it is kept", max_length=200)
    field_order = ("day", "signed_by_us", "signed_by_them", "until", "kept_at")


class OwnAgreementForm(DatedForm):
    """Who answers for an agreement on each side."""

    day_label = "Since"
    ours = TextField(label="Who answers for it here", max_length=200)
    theirs = TextField(
        label="Who answers for it there",
        help_text="It is owned once there is somebody on both sides.",
        max_length=200,
    )
    field_order = ("ours", "theirs", "day")


class ReviewForm(DatedForm):
    """Both sides met about how the agreement works."""

    day_label = "Met on"
    both_ways = YesNoField(label="Did each side give the other its view?")
    note = LongTextField(label="What was said and agreed", max_length=4000)
    field_order = ("day", "both_ways", "note")


class EscalateForm(DatedForm):
    """One side escalated a matter."""

    day_label = "Raised on"
    raised_by = ChoiceField(
        label="Who raised it",
        missing="Choose who raised it",
        choices=[("police", "We did"), ("partner", "They did")],
    )
    matter = LongTextField(
        label="What was escalated",
        missing="Say what was escalated, without a name",
        help_text="Without a name: the case is in its own record.",
        max_length=4000,
    )
    field_order = ("raised_by", "day", "matter")


class AnswerForm(DatedForm):
    """An escalation was answered."""

    day_label = "Answered on"
    answer = LongTextField(label="The answer", missing="Say what was answered", max_length=4000)
    field_order = ("day", "answer")
