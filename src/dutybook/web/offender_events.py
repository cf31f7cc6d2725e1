"""What whoever reads a line of an offender's timeline may do about it."""

from dataclasses import dataclass
from typing import Final

from dutybook.ledger.queries import Event
from dutybook.records.offenders.actions import (
    SUPERVISORS_OWN,
    WITHDRAWABLE_OF_ORDER,
    withdrawable,
)
from dutybook.records.offenders.queries import REGISTER_TABLES, Beside, Header
from dutybook.web import wording
from dutybook.web.events import Told, told
from dutybook.web.links import address

REVIEWABLE: Final = {"visit": "visit", "arms_assessment": "arms", "risk_plan": "plan"}


@dataclass(frozen=True)
class Answered:
    """What asks for an answer: the words of the link, and the page where it is given."""

    text: str
    page: str
    by_supervisor: bool


ANSWERED: Final = {
    "notification_breach": (
        Answered("Put it on the systems", "web:offender_breach_systems", False),
        Answered("Decide", "web:offender_breach_decide", False),
    ),
    "database_check": (Answered("Say what it means", "web:offender_check_assess", False),),
    "visit_authorisation": (Answered("Assess the decision", "web:offender_leave_assess", True),),
    "reactive_trigger": (Answered("Decide", "web:offender_doubt_decide", True),),
    "risk_trigger": (Answered("Decide what it means", "web:offender_trigger_decide", False),),
    "plan_action": (Answered("Done, or needed no more", "web:offender_action_end", False),),
    "joint_request": (Answered("Record the answer", "web:offender_joint_answer", False),),
    "order_breach": (Answered("Decide", "web:order_breach_decide", False),),
    "further_offence": (
        Answered("Record that a review is commissioned", "web:offender_offence_review", True),
    ),
}


def with_links(event: Event, who: Header, beside: Beside) -> Told:
    """A line of the timeline with what stands beside it and what this person may do about it."""
    said = told(event, _said_beside(event, beside))
    place = {"subject_id": event.subject_id, "fact_id": event.fact_id}
    if event.version > 1:
        href = address("web:offender_versions", **place, table=event.table)
        said.links.append(("All versions", href))
    if event.withdrawn:
        return said
    if event.table == "visit" and who.may_write:
        said.links.append(("Correct", address("web:visit_correct", **place)))
        said.links.append(("Withdraw", address("web:visit_withdraw", **place)))
    if who.may_supervise and event.table in REVIEWABLE:
        kwargs = {**place, "what": REVIEWABLE[event.table]}
        said.links.append(("Review", address("web:review_make", **kwargs)))
    if event.table == "visit" and _fell_short(event) and event.fact_id not in beside.authorised:
        if who.may_supervise:
            said.links.append(("Authorise", address("web:visit_authorise", **place)))
        elif who.may_write:
            said.links.append(("Ask for leave", address("web:visit_leave", **place)))
    noted = beside.on_register.get((event.table, event.fact_id))
    stands = noted is not None and noted.version == event.version
    if who.may_write and event.table in REGISTER_TABLES and not stands:
        href = address("web:register_note", **place, table=event.table)
        said.links.append(("Note it on the national register", href))
    _add_answers(said, event, may_write=who.may_write, may_supervise=who.may_supervise)
    may_withdraw = who.may_supervise if event.table in SUPERVISORS_OWN else who.may_write
    if may_withdraw and event.table in withdrawable():
        href = address("web:offender_withdraw", **place, table=event.table)
        said.links.append(("Withdraw", href))
    return said


def _said_beside(event: Event, beside: Beside) -> list[tuple[str, str]]:
    """Leave that was asked for a visit, and what the national register holds."""
    said = []
    for one in beside.leave.get(event.fact_id, ()) if event.table == "visit" else ():
        when = (
            f"said to have been given on {wording.moment(one.said_given_at)}"
            if one.said_given_at
            else f"asked for on {wording.moment(one.asked_at)}"
        )
        said.append((f"Leave of {one.asked_of}", f"{when}. {one.reason}"))
        if one.refused:
            said.append((f"{one.asked_of} gave none", one.refused))
    noted = beside.on_register.get((event.table, event.fact_id))
    if noted is not None:
        before = "" if noted.version == event.version else ", before it was corrected"
        said.append(("National register", f"since {wording.day(noted.put_on)}{before}"))
    return said


def with_answers(event: Event, *, may_write: bool) -> Told:
    """A line of a record beneath the offender, with what it asks for."""
    said = told(event)
    if not event.withdrawn:
        _add_answers(said, event, may_write=may_write, may_supervise=False)
        begins = event.table == "order_state" and event.details.get("state") != "ended"
        if may_write and event.table in WITHDRAWABLE_OF_ORDER and not begins:
            place = {"subject_id": event.subject_id, "fact_id": event.fact_id}
            href = address("web:order_withdraw", **place, table=event.table)
            said.links.append(("Withdraw", href))
    return said


def _add_answers(said: Told, event: Event, *, may_write: bool, may_supervise: bool) -> None:
    place = {"subject_id": event.subject_id, "fact_id": event.fact_id}
    for answered in ANSWERED.get(event.table, ()):
        if may_supervise if answered.by_supervisor else may_write:
            said.links.append((answered.text, address(answered.page, **place)))


def _fell_short(event: Event) -> bool:
    """Whether a visit is known to have been announced, or is not known to have been in pairs."""
    found = event.details
    return (
        found["announced"] is not False or (found["crew"] or 0) < 2 or not found["second_confirmed"]
    )
