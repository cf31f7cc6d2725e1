"""The forms by which a list is taken out as a file, or kept under a name."""

from dutybook.web.forms.base import PageForm
from dutybook.web.forms.fields import ChoiceField, LongTextField, TextField


class ExportForm(PageForm):
    """Which kind of file, and what it is for."""

    form = ChoiceField(
        label="Kind of file",
        missing="Choose the kind of file",
        choices=[("xlsx", "Excel (XLSX)"), ("csv", "CSV")],
        initial="xlsx",
        inline=True,
    )
    reason = LongTextField(
        label="What is it for?",
        missing="Say what the file is for",
        help_text="Whoever audits exports reads this beside your name.",
        max_length=1000,
    )


class KeepSearchForm(PageForm):
    """What a kept search is called."""

    title = TextField(label="Name of the search", missing="Give the search a name", max_length=80)
