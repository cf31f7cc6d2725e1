"""What the demonstration's auditor drew and found: one limb borne out, one that is not, the rest
untested."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from dutybook.access.viewer import Viewer
from dutybook.inspections.actions import audit_case, draw_sample, write_questions
from dutybook.inspections.models import AuditCase

QUESTIONS: Final = (
    "Does the case file hold an account of it, written at the time?",
    "Are the day, the people and the place in the file those of the record?",
    "Was what was found acted on?",
)
AS_RECORDED: Final[dict[str, Any]] = {
    "answers": ("yes", "yes", "yes"),
    "reality": "agrees",
    "grade": "good",
    "found": "The file says what the record says.",
}
ANOTHER: Final[dict[str, Any]] = {
    "answers": ("yes", "no", "partly"),
    "reality": "disagrees",
    "grade": "inadequate",
    "found": "The account in the file names one officer. The record says that there were two.",
}
THIN: Final[dict[str, Any]] = {
    "answers": ("partly", "yes", "partly"),
    "reality": "agrees",
    "grade": "requires_improvement",
    "found": "The account is two lines long. It does not say what was asked.",
}
SILENT: Final[dict[str, Any]] = {
    "answers": ("no", "not_applicable", "not_applicable"),
    "reality": "cannot_tell",
    "grade": "inadequate",
    "found": "Nothing in the file tells of it.",
}
SAMPLES: Final = (
    ("10a", "visit_unannounced_in_pairs", 12, 2601,
     (AS_RECORDED, AS_RECORDED, ANOTHER, AS_RECORDED, THIN, SILENT, AS_RECORDED, ANOTHER, THIN)),
    ("8c", "visit_within_interval", 6, 2602,
     (AS_RECORDED, AS_RECORDED, THIN, AS_RECORDED, AS_RECORDED, AS_RECORDED)),
)  # fmt: skip
"""Limb, figure, how many, the seed (fixed, so that every demonstration is the same), and what was
found of the first cases; the rest of the first sample still waits."""


def read_cases(limbs: Mapping[str, int], auditor: Viewer, now: datetime) -> None:
    """Questions, two samples, and audits of most of their cases. `limbs` are numbers by code."""
    asked = write_questions(by=auditor, now=now, title="Cases read", questions=QUESTIONS)
    for code, duty, size, seed, audits in SAMPLES:
        sample = draw_sample(
            by=auditor, now=now, limb_id=limbs[code], duty=duty, size=size, seed=seed,
            questions_id=asked.pk,
        )  # fmt: skip
        for place, found in enumerate(audits, start=1):
            case = AuditCase.objects.filter(sample=sample, place=place).first()
            if case is not None:
                audit_case(by=auditor, now=now, case_id=case.pk, **found)
