"""The forms of what is opened out of hours: why, and whether it had to be."""

from dutybook.access.models import Justified
from dutybook.web.forms.base import PageForm
from dutybook.web.forms.fields import ChoiceField, LongTextField


class EmergencyForm(PageForm):
    """Why a record cannot wait until somebody who knows it can be reached."""

    reason = LongTextField(
        label="Why it cannot wait",
        missing="Say why it cannot wait",
        max_length=1000,
        help_text="What has happened, whom you tried to reach, and what you need to know.",
    )


class EmergencyReviewForm(PageForm):
    """What the reviewer says."""

    outcome = ChoiceField(
        label="Did it have to be opened?", missing="Say whether it had to be",
        choices=Justified.choices,
    )  # fmt: skip
    review = LongTextField(
        label="Why you think so",
        missing="Say what you looked at, and why you think so",
        max_length=2000,
    )
