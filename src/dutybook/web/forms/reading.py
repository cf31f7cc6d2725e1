"""The form by which somebody places a line that the reader gave back."""

from collections.abc import Sequence
from typing import Any

from dutybook.inspections.models import Belongs
from dutybook.web.forms.base import PageForm
from dutybook.web.forms.fields import ChoiceField, ListField


class PlaceLineForm(PageForm):
    """What a line is part of, and of which recommendation."""

    belongs = ChoiceField(
        label="What it is part of", missing="Choose what it is part of", choices=Belongs.choices
    )
    number = ListField(
        label="Recommendation",
        choices=(),
        help_text="Only for what a recommendation asks, or what the force says of one.",
    )

    def __init__(self, *arguments: Any, numbers: Sequence[int], **options: Any) -> None:
        super().__init__(*arguments, **options)
        named = [(str(number), f"Recommendation {number}") for number in numbers]
        self.fields["number"].choices = [("", "None"), *named]

    def clean_number(self) -> int | None:
        given = self.cleaned_data["number"]
        return int(given) if given else None
