"""The form by which something keyed in error is withdrawn."""

from dutybook.web.forms.base import PageForm
from dutybook.web.forms.fields import LongTextField


class WithdrawForm(PageForm):
    """It was keyed in error."""

    reason = LongTextField(
        label="Why is it withdrawn?",
        missing="Say why it is withdrawn",
        help_text="It stays on record, reads withdrawn and no longer counts.",
        max_length=500,
    )
    renames = {"change_reason": "reason"}
