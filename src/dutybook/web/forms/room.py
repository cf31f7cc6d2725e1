"""The forms of the inspector's room."""

from collections.abc import Iterable
from typing import Any

from dutybook.inspections.models import RoomKind
from dutybook.web.forms.base import PageForm
from dutybook.web.forms.fields import ChoiceField, DayField, ListField, LongTextField, TextField


class RoomAskForm(PageForm):
    """What an inspector asks for."""

    kind = ChoiceField(
        label="What you ask for", missing="Choose what you ask for", choices=RoomKind.choices
    )
    what = LongTextField(
        label="In words",
        missing="Say what you ask for",
        max_length=2000,
        help_text="Name no person: a case is asked for by what it is an example of.",
    )
    limb_id = ListField(label="Limb it is about", choices=())
    wanted_by = DayField(label="Wanted by", what="the day")

    def __init__(self, *arguments: Any, limbs: Iterable[tuple[int, str]], **options: Any) -> None:
        super().__init__(*arguments, **options)
        listed = [(str(number), text) for number, text in limbs]
        self.fields["limb_id"].choices = [("", "None in particular"), *listed]

    def clean_limb_id(self) -> int | None:
        return int(self.cleaned_data["limb_id"]) if self.cleaned_data["limb_id"] else None


class RoomAnswerForm(PageForm):
    """What the force gives."""

    words = LongTextField(
        label="Answer",
        missing="Say what you give, or why you do not",
        max_length=4000,
    )
    reference = TextField(
        label="Where the document lies",
        max_length=300,
        help_text="Its place and number in the force's own system. No file is kept here.",
    )
    sample_id = ListField(
        label="Sample of cases",
        choices=(),
        help_text="Drawn by the auditor from the figures of a limb.",
    )

    def __init__(self, *arguments: Any, samples: Iterable[tuple[int, str]], **options: Any) -> None:
        super().__init__(*arguments, **options)
        listed = [(str(number), text) for number, text in samples]
        self.fields["sample_id"].choices = [("", "None"), *listed]

    def clean_sample_id(self) -> int | None:
        return int(self.cleaned_data["sample_id"]) if self.cleaned_data["sample_id"] else None
