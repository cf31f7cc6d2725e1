"""The actions on managing risk from day to day, each with input that it accepts."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.ledger.scene import NOW, Scene
from tests.records.act import AT, Act

from dutybook.records.offenders import actions as offenders

ACTION = {
    "at": AT,
    "what": "See the new partner",
    "agreed_in": "plan",
    "done_by_whom": "police",
    "due_on": date(2026, 12, 10),
}
REQUEST = {"at": AT, "direction": "to_us", "partner": "probation", "note": "Is the address safe?"}


def _change(scene: Scene, subject: int) -> dict[str, Any]:
    made = offenders.report_change(
        by=scene.manager, now=NOW, subject_id=subject, at=AT, kind="child_contact", note="A partner"
    )
    return {"fact_id": made.fact_id}


def _action(scene: Scene, subject: int) -> dict[str, Any]:
    made = offenders.agree_action(by=scene.manager, now=NOW, subject_id=subject, **ACTION)
    return {"fact_id": made.fact_id}


def _request(scene: Scene, subject: int) -> dict[str, Any]:
    made = offenders.request_jointly(by=scene.manager, now=NOW, subject_id=subject, **REQUEST)
    return {"fact_id": made.fact_id}


MANAGING: Mapping[str, Act] = {
    "report_change": Act(
        "offender",
        offenders.report_change,
        {"at": AT, "kind": "arrest", "note": "Arrested for theft"},
    ),
    "decide_change": Act(
        "offender",
        offenders.decide_change,
        {"decision": "level_changes", "level": "very_high", "rationale": "A child in the house"},
        made=_change,
    ),
    "agree_action": Act("offender", offenders.agree_action, ACTION),
    "end_action": Act(
        "offender",
        offenders.end_action,
        {"outcome": "done", "rationale": "Seen at her house"},
        made=_action,
    ),
    "set_mappa_level": Act(
        "offender", offenders.set_mappa_level, {"at": AT, "state": "level_2", "category": 1}
    ),
    "hold_meeting": Act("offender", offenders.hold_meeting, {"at": AT, "minutes_at": "M/12"}),
    "request_jointly": Act("offender", offenders.request_jointly, REQUEST),
    "answer_jointly": Act(
        "offender", offenders.answer_jointly, {"answer": "It is not"}, made=_request
    ),
    "set_monitoring": Act(
        "offender", offenders.set_monitoring, {"at": AT, "state": "monitored", "note": "Telephone"}
    ),
    "check_monitoring": Act(
        "offender",
        offenders.check_monitoring,
        {"at": AT, "concern": True, "findings": "A chat with a child"},
    ),
}
