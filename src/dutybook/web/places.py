"""Where a row leads: to the record it is about, and to the page where the work is done."""

from collections.abc import Callable

from dutybook.web.links import address

RECORDS = {
    "offender": "web:offender",
    "suspect": "web:suspect",
    "bail": "web:bail",
    "order": "web:order",
    "child": "web:child",
    "document": "web:undertaking",
    "agreement": "web:undertaking",
}
"""Kind of subject to the page of one; a member of staff has none, for the board is all there is."""

WORK = {
    "visit_within_interval": ("Record a visit", "web:visit_record"),
    "pnd_checked": ("Record a search", "web:offender_check"),
    "pnc_checked": ("Record a search", "web:offender_check"),
    "reactive_conditions": ("Look at a condition", "web:offender_condition"),
    "warrant_considered": ("Decide on a warrant", "web:offender_warrant"),
    "missing_plan_made": ("Make the plan", "web:offender_finding_plan"),
    "missing_plan_reviewed": ("Review the plan", "web:offender_finding_review"),
    "other_tool_assessment": ("Record an assessment", "web:offender_other_tool"),
    "arms_reassessment": ("Record an ARMS assessment", "web:offender_arms"),
    "order_considered": ("Decide on an order", "web:offender_consider_order"),
    "order_conditions_checked": ("Record a check", "web:order_check"),
    "order_end_decided": ("Decide what follows", "web:order_end_decide"),
    "disclosure_considered": ("Decide on disclosure", "web:offender_disclose"),
    "disclosure_request_decided": ("Decide on disclosure", "web:offender_disclose"),
    "monitoring_checked": ("Look at what it reported", "web:offender_monitoring_check"),
    "mappa_meeting_held": ("Record the meeting", "web:offender_meeting"),
    "referral_acted_on": ("Record what was done", "web:suspect_enforce"),
    "bail_conditions_checked": ("Record a check", "web:bail_check"),
    "psychological_screening": ("Record screening", "web:screening_record"),
}
"""Duty to what does it, where that is a form about the same subject."""


def record_place(kind: str, subject_id: int) -> str:
    """The address of a record; the screening board for a member of staff."""
    if kind not in RECORDS:
        return address("web:screening")
    return address(RECORDS[kind], subject_id)


def work_place(duty: str, subject_id: int, may: Callable[[str], bool]) -> tuple[str, str] | None:
    """The text and address of the form by which a duty is met, if there is one.

    `may` tells by a page's name whether whoever asks could open it: a link that leads nowhere is
    not shown.
    """
    if duty not in WORK:
        return None
    text, name = WORK[duty]
    return (text, address(name, subject_id)) if may(name) else None
