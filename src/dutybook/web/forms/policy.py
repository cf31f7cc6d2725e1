"""The form by which a force makes one of its settings."""

from datetime import datetime, time
from typing import Any

from dutybook.ledger.policy_keys import PolicyKey, Shape
from dutybook.web.forms.base import DatedForm, local_moment
from dutybook.web.forms.fields import (
    ChoiceField,
    ListField,
    LongTextField,
    TickField,
    WholeNumberField,
)
from dutybook.web.policy_words import OF_ROWS, choice_words
from dutybook.web.wording import LEVELS

UNITS = (
    ("", "Choose what is counted"),
    ("months", "months"),
    ("days", "days"),
    ("working_days", "working days"),
    ("hours", "hours"),
    ("days_beginning_with", "days, counting the first"),
)


class PolicyForm(DatedForm):
    """A setting from a day on; what it asks follows the setting's shape."""

    may_be_later = True
    day_label = "From the beginning of"
    source = LongTextField(
        label="Who decided it, and where that is written",
        missing="Say who decided this and where it is written",
        max_length=500,
        help_text="It is shown beside every figure that rests on it.",
    )
    unset = TickField(label="Set nothing from then on")
    renames = {"from_at": "day", "team_id": "level"}

    def __init__(self, *arguments: Any, known: PolicyKey, now: datetime, **options: Any) -> None:
        super().__init__(*arguments, now=now, **options)
        self.known = known
        self.fields["unset"].help_text = "What it leaves without a standard is shown as such."
        if known.levels:
            levels = [(name, text) for name, text in LEVELS.items() if name in known.levels]
            self.fields["level"] = ListField(
                label="For which risk level", choices=[("", "Every level"), *levels]
            )
        if known.shape is Shape.CHOICE:
            self.fields["value"] = ChoiceField(label="Setting", choices=choice_words(known))
        else:
            of_days = known.shape is Shape.NUMBER and known.key not in OF_ROWS
            said = "How many days" if of_days else "How many"
            least, most = 0, 10_000
            if known.shape is Shape.SHARE:
                said, most = "How many per cent", 100
            if known.shape is Shape.COUNT:
                said = "How many points"
            if known.shape is Shape.DAY_OF_MONTH:
                said, least, most = "Which day of the month", 1, 31
            self.fields["value"] = WholeNumberField(label=said, missing="", least=least, most=most)
        if known.shape is Shape.ALLOWANCE:
            self.fields["unit"] = ListField(label="Counted in", choices=UNITS)
        self.order_fields(["level", "value", "unit", "unset", "day", "source"])

    def clean(self) -> dict[str, Any]:
        answers = super().clean()
        given = answers.get("value")
        if not answers.get("unset") and given in (None, "") and "value" not in self.errors:
            self.add_error("value", "Enter the setting, or tick that nothing is set from then on")
        counted = self.known.shape is Shape.ALLOWANCE and given not in (None, "")
        if counted and not answers.get("unset") and not answers.get("unit"):
            self.add_error("unit", "Choose what is counted")
        return answers

    @property
    def setting(self) -> dict[str, Any]:
        """The answers as the setting that is to be made."""
        given = self.cleaned_data
        return {
            "key": self.known.key,
            "value": None if given["unset"] else given["value"],
            "unit": "" if given["unset"] else given.get("unit", ""),
            "level": given.get("level", ""),
            "from_at": local_moment(given["day"], time()),
            "source": given["source"],
        }
