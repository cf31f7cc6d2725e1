"""Offenders handed from force to force, and leave asked of a supervisor and refused."""

from collections.abc import Mapping
from typing import Any

from tests.ledger.scene import DAY, NOW, Scene
from tests.records.act import AT, Act

from dutybook.records.offenders import actions as offenders
from dutybook.records.offenders.models import LeaveRequest

SENT = {
    "sent_on": (AT - DAY).date(),
    "force": "South Vale",
    "contact": "Their duty desk",
    "reason": "Moved in with his brother",
}


def _sent(scene: Scene, subject: int) -> dict[str, Any]:
    offenders.send_transfer(by=scene.manager, now=NOW - DAY, subject_id=subject, **SENT)
    return {}


ARRIVED = {
    "received_on": (AT - DAY).date(),
    "force": "South Vale",
    "contact": "Their duty desk",
    "reason": "He came back to his mother",
}


def _gone(scene: Scene, subject: int) -> dict[str, Any]:
    """Accepted by another force, which answers for them from then on."""
    given = {"by": scene.manager, "now": NOW - 4 * DAY, "subject_id": subject}
    offenders.send_transfer(**{**SENT, "sent_on": (NOW - 5 * DAY).date()}, **given)
    day = (NOW - 4 * DAY).date()
    offenders.answer_transfer(
        outcome="accepted", answered_on=day, answered_by="Their inspector", **given
    )
    return {}


def _asked_back(scene: Scene, subject: int) -> dict[str, Any]:
    _gone(scene, subject)
    offenders.receive_again(by=scene.manager, now=NOW - DAY, subject_id=subject, **ARRIVED)
    return {}


def _short_visit(scene: Scene, subject: int) -> dict[str, Any]:
    """A visit made alone, for which the supervisor may be asked for leave."""
    made = scene.visit(subject, NOW - 9 * DAY, crew=1, second_confirmed=None)
    return {"fact_id": made.fact_id, "asked_of_id": scene.supervisor.user_id}


def _leave_asked(scene: Scene, subject: int) -> dict[str, Any]:
    given = _short_visit(scene, subject)
    offenders.ask_leave(
        by=scene.manager, now=NOW, subject_id=subject, reason="One of us was ill", **given
    )
    return {"request_id": LeaveRequest.objects.get(visit_fact=given["fact_id"]).pk}


HANDOVERS: Mapping[str, Act] = {
    "ask_leave": Act(
        "offender", offenders.ask_leave, {"reason": "One of us was ill"}, made=_short_visit
    ),
    "refuse_leave": Act(
        *("offender", offenders.refuse_leave, {"reason": "Nobody rang me"}),
        *("supervisor", _leave_asked),
    ),
    "send_transfer": Act("offender", offenders.send_transfer, SENT),
    "answer_transfer": Act(
        "offender",
        offenders.answer_transfer,
        {"outcome": "refused", "answered_on": AT.date(), "note": "The address is in our county"},
        made=_sent,
    ),
    "receive_again": Act("offender", offenders.receive_again, ARRIVED, made=_gone),
    "answer_arrival": Act(
        "offender",
        offenders.answer_arrival,
        {"outcome": "accepted", "answered_on": AT.date(), "answered_by": "Inspector Reed"},
        made=_asked_back,
    ),
}
