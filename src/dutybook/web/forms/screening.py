"""The wellbeing lead's forms. No score and no result is ever asked for."""

from dutybook.web.forms.base import DatedForm
from dutybook.web.forms.fields import ChoiceField, TextField


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


class JoinForm(DatedForm):
    """Somebody entered a role for which screening is owed."""

    day_label = "In the role since"
    payroll_ref = TextField(
        label="Payroll reference",
        missing="Enter the payroll reference",
        max_length=40,
        width="govuk-input--width-10",
    )
    name = TextField(label="Name", missing="Enter the name", max_length=160)
    title = TextField(label="Role", missing="Enter the role", max_length=120)
    field_order = ("payroll_ref", "name", "title", "day")


class LeaveForm(DatedForm):
    """Somebody left the role for which screening is owed."""

    day_label = "Left on"
