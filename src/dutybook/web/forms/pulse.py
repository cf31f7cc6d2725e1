"""The forms of the staff pulse: what is asked, and the answers."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from dutybook.inspections.models import PulseAnswer
from dutybook.web.forms.base import PageForm
from dutybook.web.forms.fields import ChoiceField, DayField, ListField, LongTextField, TextField

_OF_A_LIMB: Final = re.compile(r"^([1-9][0-9]*[a-z]):\s*(.*)$")


class PulseForm(PageForm):
    """What staff are asked: a statement a line, perhaps with the limb that it bears on."""

    title = TextField(label="Title", missing="Give it a title", max_length=120)
    closes_on = DayField(
        label="Last day for answers", missing="Enter the last day for answers", what="the day"
    )
    inspection = ListField(
        label="Inspection", choices=(), help_text="The one whose limbs the statements name."
    )
    statements = LongTextField(
        label="Statements",
        missing="Write at least one statement",
        help_text="One on each line, to be answered: I agree, neither, I disagree. Begin a line "
        "with the code of a limb and a colon (10a: I can find a second officer for every visit), "
        "and the answers stand beside that limb.",
        max_length=7000,
    )

    def __init__(
        self,
        *arguments: Any,
        limbs: Mapping[str, Mapping[str, int]],
        titles: Iterable[tuple[str, str]],
        **options: Any,
    ) -> None:
        """`limbs` are numbers by code, for each inspection by its key."""
        super().__init__(*arguments, **options)
        self.limbs = limbs
        self.fields["inspection"].choices = [("", "None"), *titles]

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        known = self.limbs.get(answers.get("inspection") or "", {})
        statements: list[tuple[str, int | None]] = []
        for line in answers.get("statements", "").splitlines():
            if not line.strip():
                continue
            named = _OF_A_LIMB.match(line.strip())
            if named and named[1] not in known:
                self.add_error("statements", f"Limb {named[1]} is not in the inspection chosen")
                continue
            statements.append((named[2], known[named[1]]) if named else (line.strip(), None))
        kept = {name: answers[name] for name in ("title", "closes_on") if name in answers}
        return {**kept, "statements": statements}


class PulseAnswerForm(PageForm):
    """One answer to each statement."""

    def __init__(self, *arguments: Any, statements: Sequence[str], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.asked = [f"statement_{number}" for number in range(1, len(statements) + 1)]
        for name, words in zip(self.asked, statements, strict=True):
            self.fields[name] = ChoiceField(
                label=words, missing="Answer this", choices=PulseAnswer.choices, inline=True
            )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        return {"answers": [given.get(name, "") for name in self.asked]}
