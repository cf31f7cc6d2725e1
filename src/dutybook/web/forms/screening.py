"""The wellbeing lead's form. No score and no result is ever asked for."""

from dutybook.web.forms.base import DatedForm
from dutybook.web.forms.fields import ChoiceField


class ScreeningForm(DatedForm):
    """Screening was offered, completed or declined."""

    day_label = "On"
    state = ChoiceField(
        label="What happened",
        missing="Choose what happened",
        choices=[
            ("offered", "Screening was offered"),
            ("completed", "Screening was completed"),
            ("declined", "It was declined"),
        ],
        hints={"declined": "Seen by the wellbeing lead alone."},
    )
    field_order = ("state", "day")
