"""The forms of an auditor: questions to ask of a case, a draw, and what the file shows."""

from collections.abc import Iterable, Sequence
from typing import Any

from dutybook.inspections.models import CaseAnswer, CaseGrade, Reality
from dutybook.web.forms.base import PageForm
from dutybook.web.forms.fields import (
    ChoiceField,
    ListField,
    LongTextField,
    TextField,
    WholeNumberField,
)


class QuestionSetForm(PageForm):
    """A set of questions, a line each."""

    title = TextField(
        label="Title of the set",
        missing="Give the set a title",
        help_text="A set of the same title gets a new version; the earlier ones stay.",
        max_length=120,
    )
    questions = LongTextField(
        label="Questions",
        missing="Write at least one question",
        help_text="One on each line, to be answered yes, partly, no or does not apply.",
        max_length=9500,
    )

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        return {**answers, "questions": answers.get("questions", "").splitlines()}


class DrawForm(PageForm):
    """Of what, how many, and which questions to ask."""

    duty = ChoiceField(label="Figure to draw from", missing="Choose the figure", choices=())
    size = WholeNumberField(
        label="How many records",
        missing="Say how many records to draw",
        help_text="Up to 50. If fewer are counted, all of them are drawn.",
        least=1,
        most=50,
    )
    questions_id = ListField(
        label="Questions to ask of each", missing="Choose the questions", choices=()
    )

    def __init__(
        self,
        *arguments: Any,
        duties: Iterable[tuple[str, str]],
        sets: Iterable[tuple[int, str]],
        **options: Any,
    ) -> None:
        super().__init__(*arguments, **options)
        self.fields["duty"].choices = list(duties)
        self.fields["questions_id"].choices = [("", "Choose a set"), *sets]

    def clean_questions_id(self) -> int:
        return int(self.cleaned_data["questions_id"])


class CaseAuditForm(PageForm):
    """What the file shows of one case: first the questions of the set, then the grade."""

    def __init__(self, *arguments: Any, questions: Sequence[str], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.asked = [f"question_{number}" for number in range(1, len(questions) + 1)]
        for name, question in zip(self.asked, questions, strict=True):
            self.fields[name] = ChoiceField(
                label=question,
                missing="Answer this question",
                choices=CaseAnswer.choices,
                inline=True,
            )
        self.fields["reality"] = ChoiceField(
            label="The file and the record",
            missing="Say whether the file bears the record out",
            choices=Reality.choices,
        )
        self.fields["grade"] = ChoiceField(
            label="The case is", missing="Grade the case", choices=CaseGrade.choices
        )
        self.fields["found"] = LongTextField(
            label="What the file shows", missing="Say what the file shows", max_length=4000
        )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        answers = [given.get(name, "") for name in self.asked]
        kept = {name: given.get(name, "") for name in ("reality", "grade", "found")}
        return {**kept, "answers": answers}


class AuditAnswerForm(PageForm):
    """What those who do the work answer to an audit."""

    words = LongTextField(
        label="Your answer",
        missing="Write the answer",
        max_length=4000,
        help_text="What was done, or why the auditor did not find it. If the record is wrong, "
        "correct the record too.",
    )
