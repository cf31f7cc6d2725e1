"""The actions on orders, disclosure and further offences, each with input that it accepts."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.ledger.scene import NOW, Scene
from tests.records.act import AT, Act

from dutybook.records.offenders import actions as offenders

COURT = "Wealdmoor Crown Court"
ORDER = {
    "court": COURT,
    "made_on": AT.date(),
    "last_day": date(2031, 11, 20),
    "conditions": "Not to go near the school.",
}


def _order_breach(scene: Scene, subject: int) -> dict[str, Any]:
    made = offenders.break_order(
        by=scene.manager, now=NOW, subject_id=subject, at=AT, note="A second telephone"
    )
    return {"fact_id": made.fact_id}


def _order_check(scene: Scene, subject: int) -> dict[str, Any]:
    made = offenders.check_order(
        by=scene.manager, now=NOW, subject_id=subject, at=AT, findings="Devices read"
    )
    return {"fact_id": made.fact_id, "seen_version": 1}


def _offence(scene: Scene, subject: int) -> dict[str, Any]:
    made = offenders.charge_further_offence(
        by=scene.manager, now=NOW, subject_id=subject, at=AT, note="Charged again"
    )
    return {"fact_id": made.fact_id}


PREVENTION: Mapping[str, Act] = {
    "consider_order": Act(
        "offender",
        offenders.consider_order,
        {"at": AT, "decision": "do_not_apply", "rationale": "No risk that an order would meet"},
    ),
    "open_order": Act(
        "offender",
        offenders.open_order,
        {**ORDER, "kind": "shpo"},
        names_subject="offender_id",
    ),
    "renew_order": Act("order", offenders.renew_order, ORDER),
    "vary_order": Act(
        "order",
        offenders.vary_order,
        {"from_day": AT.date(), "court": COURT, "conditions": "Nor the park."},
    ),
    "check_order": Act("order", offenders.check_order, {"at": AT, "findings": "Devices read"}),
    "decide_order_end": Act(
        "order",
        offenders.decide_order_end,
        {"at": AT, "decision": "renew", "rationale": "The risk is what it was"},
    ),
    "end_order": Act("order", offenders.end_order, {"at": AT, "reason": "Discharged"}),
    "break_order": Act("order", offenders.break_order, {"at": AT, "note": "A second telephone"}),
    "decide_order_breach": Act(
        "order",
        offenders.decide_order_breach,
        {"decision": "charge", "rationale": "Evidence enough"},
        made=_order_breach,
    ),
    "withdraw_order_fact": Act(
        "order",
        offenders.withdraw_order_fact,
        {"table": "order_check", "reason": "Keyed in error"},
        made=_order_check,
        operation="alteration",
    ),
    "ask_disclosure": Act("offender", offenders.ask_disclosure, {"at": AT, "route": "agency"}),
    "decide_disclosure": Act(
        "offender",
        offenders.decide_disclosure,
        {
            "at": AT,
            "decision": "disclose",
            "rationale": "She has children",
            "told": "The new partner",
        },
    ),
    "charge_further_offence": Act(
        "offender", offenders.charge_further_offence, {"at": AT, "note": "Charged again"}
    ),
    "commission_review": Act(
        "offender",
        offenders.commission_review,
        {"note": "Inspector of another unit, by January"},
        "supervisor",
        _offence,
    ),
}
