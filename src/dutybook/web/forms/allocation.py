"""The form by which a supervisor gives records to somebody."""

from collections.abc import Iterable
from typing import Any

from dutybook.web.forms.base import PageForm
from dutybook.web.forms.fields import ListField, LongTextField


class AllocateForm(PageForm):
    """Who answers for the chosen records from now on, and why."""

    renames = {"team": "receiver", "owner": "receiver"}
    receiver = ListField(
        label="Give them to",
        missing="Choose who is to answer for them",
        choices=(),
        help_text="With nobody, they show as unowned at the top of the team's page.",
    )
    reason = LongTextField(label="Reason", missing="Say why", max_length=1000)

    def __init__(
        self, *arguments: Any, receivers: Iterable[tuple[str, str]], **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        self.fields["receiver"].choices = [("", "Choose"), *receivers]

    @property
    def team_id(self) -> int:
        """The team of the receiver chosen; for a form that is valid."""
        return int(self.cleaned_data["receiver"].split("-")[0])

    @property
    def owner_id(self) -> int | None:
        """The person chosen; None for nobody."""
        person = self.cleaned_data["receiver"].split("-")[1]
        return int(person) if person else None
