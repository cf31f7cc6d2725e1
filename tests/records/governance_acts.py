"""What is recorded of documents and agreements that the force must have."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.ledger.scene import NOW, Scene
from tests.records.act import AT, Act

from dutybook.records.governance import actions

UNTIL = date(2027, 11, 20)
APPROVED = {"at": AT, "until": UNTIL, "approved_by": "The deputy chief", "kept_at": "PP/7"}
SIGNED = {
    "at": AT,
    "until": UNTIL,
    "signed_by_us": "The deputy chief",
    "signed_by_them": "Their director",
    "kept_at": "PP/8",
}
RAISED = {"at": AT, "raised_by": "police", "matter": "Assessments come too late"}


def _escalation(scene: Scene, subject: int) -> dict[str, Any]:
    made = actions.escalate(by=scene.liaison, now=NOW, subject_id=subject, **RAISED)
    return {"fact_id": made.fact_id}


def _approval(scene: Scene, subject: int) -> dict[str, Any]:
    made = actions.approve_document(by=scene.liaison, now=NOW, subject_id=subject, **APPROVED)
    return {"fact_id": made.fact_id, "seen_version": 1}


GOVERNANCE: Mapping[str, Act] = {
    "approve_document": Act("document", actions.approve_document, APPROVED),
    "own_document": Act("document", actions.own_document, {"at": AT, "post": "Head of it"}),
    "disown_document": Act("document", actions.disown_document, {"at": AT, "note": "Retired"}),
    "take_out_of_force": Act(
        "document", actions.take_out_of_force, {"at": AT, "reason": "It was wrong"}
    ),
    "find_reach": Act("document", actions.find_reach, {"at": AT, "until": UNTIL}),
    "check_stock": Act("document", actions.check_stock, {"at": AT, "found": True}),
    "need_no_more": Act("document", actions.need_no_more, {"at": AT, "reason": "Merged"}),
    "withdraw_governance_fact": Act(
        "document",
        actions.withdraw_fact,
        {"table": "document_approved", "reason": "keyed on the wrong one"},
        made=_approval,
        operation="alteration",
    ),
    "sign_agreement": Act("agreement", actions.sign_agreement, SIGNED),
    "own_agreement": Act(
        "agreement", actions.own_agreement, {"at": AT, "ours": "Our head", "theirs": "Theirs"}
    ),
    "end_agreement": Act("agreement", actions.end_agreement, {"at": AT, "reason": "Over"}),
    "review_with_partner": Act(
        "agreement", actions.review_with_partner, {"at": AT, "both_ways": True}
    ),
    "escalate": Act("agreement", actions.escalate, RAISED),
    "answer_escalation": Act(
        "agreement",
        actions.answer_escalation,
        {"at": AT, "answer": "Five days before"},
        made=_escalation,
    ),
}
