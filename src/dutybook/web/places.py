"""Where a row leads: to the record it is about, and to the page where the work is done."""

from collections.abc import Callable

from django.urls import reverse

RECORDS = {
    "offender": "web:offender",
    "suspect": "web:suspect",
    "bail": "web:bail",
}
"""Kind of subject to the page of one; a member of staff has none, for the board is all there is."""

WORK = {
    "visit_within_interval": ("Record a visit", "web:visit_record"),
    "arms_reassessment": ("Record an ARMS assessment", "web:offender_arms"),
    "referral_acted_on": ("Record what was done", "web:suspect_enforce"),
    "bail_conditions_checked": ("Record a check", "web:bail_check"),
    "psychological_screening": ("Record screening", "web:screening_record"),
}
"""Duty to what does it, where that is a form about the same subject."""


def record_place(kind: str, subject_id: int) -> str:
    """The address of a record; the screening board for a member of staff."""
    if kind not in RECORDS:
        return reverse("web:screening")
    return reverse(RECORDS[kind], args=[subject_id])


def work_place(duty: str, subject_id: int, may: Callable[[str], bool]) -> tuple[str, str] | None:
    """The text and address of the form by which a duty is met, if there is one.

    `may` tells by a page's name whether whoever asks could open it: a link that leads nowhere is
    not shown.
    """
    if duty not in WORK:
        return None
    text, name = WORK[duty]
    return (text, reverse(name, args=[subject_id])) if may(name) else None
