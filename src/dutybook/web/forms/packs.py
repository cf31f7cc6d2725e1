"""The form by which somebody asks for a governance pack."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from dutybook.inspections.models import PackUnit
from dutybook.web.forms.base import PageForm
from dutybook.web.forms.fields import ChoiceField, ListField


class PackForm(PageForm):
    """Which unit's pack, and of which month."""

    unit = ChoiceField(label="Unit", missing="Choose the unit", choices=PackUnit.choices)
    day = ListField(label="Month", missing="Choose the month", choices=())

    def __init__(self, *arguments: Any, months: Sequence[date], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["day"].choices = [(f"{day:%Y-%m-%d}", f"{day:%B %Y}") for day in months]

    def clean_day(self) -> date:
        return date.fromisoformat(self.cleaned_data["day"])
