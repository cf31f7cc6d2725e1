"""The form by which a team's caseload is sent as a table."""

from typing import Any

from django import forms

from dutybook.web.forms.base import PageForm
from dutybook.web.forms.inspection import FileField

LARGEST_FILE = 5 * 1024 * 1024


class CaseloadForm(PageForm):
    """The filled-in template."""

    file = FileField(
        label="The filled-in template",
        missing="Choose the file",
        help_text="CSV in UTF-8 or XLSX, at most 5 megabytes. The file itself is not kept.",
    )

    def clean_file(self) -> Any:
        sent = self.cleaned_data["file"]
        if sent.size > LARGEST_FILE:
            raise forms.ValidationError("The file is larger than 5 megabytes. Send it in parts")
        return sent
