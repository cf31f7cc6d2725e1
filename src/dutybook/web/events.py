"""What was recorded, as a person would tell it: the lines of a timeline."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from dutybook.ledger.queries import Event
from dutybook.web import wording
from dutybook.web.event_words import (
    ACTIONS,
    AGENCIES,
    AGREED_IN,
    CHANGES,
    CONDITIONS,
    DISPOSALS,
    EFFECTS,
    MAPPA_LEVELS,
    NOTIFICATIONS,
    ORDER_DECISIONS,
    ORDERS,
    OUTCOMES,
    PARTNERS,
    PURPOSES,
    ROUTES,
    SECOND,
    STATES,
    SYSTEMS,
    TRIGGERS,
)

Lines = Iterator[tuple[str, str]]


@dataclass(frozen=True)
class Told:
    """One line of a timeline; see `parts/timeline.html`."""

    title: str
    when: str
    keyed: str
    by: str
    lines: tuple[tuple[str, str], ...]
    changed: str
    withdrawn: bool
    failed: bool = False
    links: list[tuple[str, str]] = field(default_factory=list)


def told(event: Event, beside: Iterable[tuple[str, str]] = ()) -> Told:
    """A recorded fact in words, with when it was keyed if that was late; `beside` are lines that
    stand beside it."""
    found = event.details
    return Told(
        title=TITLES[event.table](found),
        when=wording.day(event.at) if event.day_only else wording.moment(event.at),
        keyed=_keyed(event),
        by=event.recorded_by or "",
        lines=(*_lines(event.table, found), *beside),
        changed=event.change_reason,
        withdrawn=event.withdrawn,
        failed=event.table == "visit" and found["outcome"] != "seen",
    )


def _keyed(event: Event) -> str:
    said = f"version {event.version}, " if event.version > 1 else ""
    if event.late_days >= 2 or event.version > 1:
        return f"{said}keyed {wording.moment(event.recorded_at)}"
    return ""


def _lines(table: str, found: dict[str, Any]) -> Lines:
    if table == "visit":
        yield "Announced", wording.yes_no(found["announced"])
        crew = found["crew"]
        yield "How many went", "Not recorded" if crew is None else str(crew)
        if found["second_id"]:
            yield "Second visitor, named", SECOND[found["second_confirmed"]]
        elif crew is None or crew > 1:
            yield "Second visitor confirmed", wording.yes_no(found["second_confirmed"])
        if found["purposes"]:
            yield "For", ", ".join(PURPOSES[one].lower() for one in found["purposes"])
    if table == "visit_authorisation":
        yield "Rank", wording.plain(found["rank"] or None)
    if table == "bail_segment":
        yield "Until", _stored_day(found["until"]) if found["until"] else "no end set"
        yield "With conditions", wording.yes_no(found["conditional"])
    if table == "reactive_evidence" and found["until"]:
        yield "Counts until", _stored_day(found["until"])
    if table == "relevant_date" and found["disposal"]:
        yield "Dealt with by", DISPOSALS[found["disposal"]]
        if found["term_months"] or found["term_days"]:
            yield "Length", _term(found["term_months"] or 0, found["term_days"] or 0)
    if table in ("document_approved", "agreement_signed", "forecast_reach"):
        yield "Counts until", _stored_day(found["until"])
    if table == "order_made":
        yield "Until", _stored_day(found["until"]) if found["until"] else "further order"
    if table == "plan_action":
        yield "By", _stored_day(found["due"])
        yield "Whose", AGENCIES[found["done_by_whom"]]
        yield "Agreed", AGREED_IN[found["agreed_in"]]
    if table == "mappa_level" and found["category"]:
        yield "Category", str(found["category"])
    if table == "monitoring_check":
        yield "Gives concern", wording.yes_no(found["concern"])
    if table == "bail_check":
        yield "Our own check", wording.yes_no(found["proactive"])
    for name, label in _TEXTS.items():
        if found.get(name):
            said = str(found[name])
            yield label, wording.plain(said) if table == "risk_level" and name == "tool" else said


_TEXTS = {
    "tool": "Rests on",
    "other_tool": "Tool",
    "tool_version": "Version",
    "received_from": "From",
    "learnt_from": "Known from",
    "with_partner": "With",
    "protected_at_once": "Done at once",
    "lead": "Led by",
    "who": "Who",
    "minutes_at": "Minutes",
    "reference": "Their reference",
    "method": "How",
    "conditions": "Conditions",
    "summary": "Plan",
    "place": "Address",
    "grounds": "Grounds",
    "steps": "Steps",
    "done_since": "Done since",
    "result": "Came back",
    "assessment": "Means",
    "evidence": "Evidence",
    "band": "Band",
    "matter": "Matter",
    "destination": "Where to",
    "systems": "Systems",
    "told": "Who is to be told",
    "findings": "Seen and told",
    "officers_view": "Officer's view",
    "follow_up": "To be done",
    "approved_by": "Approved by",
    "kept_at": "Kept at",
    "post": "Who",
    "ours": "Here",
    "theirs": "There",
    "signed_by_us": "For the force",
    "signed_by_them": "For them",
    "answer": "Answer",
    "rationale": "Rationale",
    "comment": "Comment",
    "reason": "Reason",
    "note": "Note",
}
"""Free text that a fact may carry, and what each is called."""


def _term(months: int, days: int) -> str:
    """`30 months and 10 days`."""
    parts = [(months, "month"), (days, "day")]
    return " and ".join(wording.count(number, word) for number, word in parts if number)


def _state(found: dict[str, Any]) -> str:
    return STATES[found["state"]]


def _plan(found: dict[str, Any]) -> str:
    if found["amount"] is None:
        return "The plan sets no interval"
    return f"To be visited at least every {wording.interval(found['amount'], found['unit'])}"


def _review(found: dict[str, Any]) -> str:
    what = {"arms": "the ARMS assessment", "plan": "the plan", "visit": "the visit"}[found["what"]]
    outcome = {"agreed": ": agreed", "sent_back": ": sent back"}.get(found["outcome"] or "", "")
    return f"Supervisor reviewed {what}{outcome}"


def _arms(found: dict[str, Any]) -> str:
    return f"ARMS assessment: {wording.level(found['priority'] or None).lower()} priority"


def _attempt(found: dict[str, Any]) -> str:
    if found["outcome"] == "entered":
        return "Entry for risk assessment"
    which = f", {found['failure']} since last seen" if found["failure"] else ""
    return f"Entry sought and not gained{which}"


def _travel(found: dict[str, Any]) -> str:
    days = found["days_notice"]
    notice = "notice not recorded" if days is None else f"{wording.count(days, 'day')} of notice"
    return f"Travel abroad, {notice}"


def _condition(found: dict[str, Any]) -> str:
    holds = {True: "holds", False: "does not hold", None: "not recorded"}[found["holds"]]
    return f"{CONDITIONS[found['condition']]}: {holds}"


def _allocated(found: dict[str, Any]) -> str:
    return "Allocated" if found["owner_id"] else "Left without an owner"


def _joint_request(found: dict[str, Any]) -> str:
    partner = PARTNERS[found["partner"]]
    return (
        f"{partner} asked us" if found["direction"] == "to_us" else f"We asked: {partner.lower()}"
    )


def _needed(kind: str) -> str:
    return "Needed no more" if kind in ("withdrawn", "ended") else "The force must have it"


TITLES: dict[str, Callable[[dict[str, Any]], str]] = {
    "registration": _state,
    "community_status": _state,
    "management": _state,
    "arms_applicability": _state,
    "risk_level": lambda found: f"Risk level: {wording.level(found['level']).lower()}",
    "visit_plan": _plan,
    "visit": lambda found: OUTCOMES[found["outcome"]],
    "visit_authorisation": lambda _: "Visit authorised",
    "arms_assessment": _arms,
    "risk_plan": lambda _: "Risk management plan",
    "supervisor_review": _review,
    "allocation": _allocated,
    "referral": lambda _: "Referral received",
    "grade": lambda found: f"Graded {wording.level(found['level']).lower()}",
    "enforcement": lambda found: ACTIONS[found["kind"]],
    "investigation_end": lambda found: f"Investigation {wording.plain(found['state']).lower()}",
    "bail_segment": lambda _: "Bail",
    "bail_end": lambda _: "Bail ended early",
    "bail_check": lambda _: "Conditions of bail checked",
    "role": lambda found: wording.plain(found["state"]),
    "authorisation_assessment": lambda found: (
        f"Decision to authorise assessed: {wording.plain(found['outcome']).lower()}"
    ),
    "entry_attempt": _attempt,
    "warrant_decision": lambda found: (
        "Warrant to be asked for" if found["decision"] == "apply" else "No warrant to be asked for"
    ),
    "whereabouts": lambda found: (
        "Cannot be found" if found["state"] == "not_found" else "Whereabouts known"
    ),
    "missing_plan": lambda found: (
        "Plan to find the offender" if found["owned"] else "Plan to find the offender, unowned"
    ),
    "missing_review": lambda _: "Plan to find the offender reviewed",
    "other_assessment": lambda found: f"Assessment by {found['tool']}",
    "database_check": lambda found: f"{SYSTEMS[found['system']]} searched",
    "database_assessment": lambda found: (
        f"{SYSTEMS[found['system']]} search assessed: {EFFECTS[found['effect']].lower()}"
    ),
    "reactive_evidence": _condition,
    "reactive_trigger": lambda found: f"In doubt: {TRIGGERS[found['kind']].lower()}",
    "risk_review": lambda found: (
        "Decided: visits resume"
        if found["decision"] == "visits_resume"
        else "Decided: stays reactively managed"
    ),
    "relevant_date": lambda _: "Relevant date",
    "notification": lambda found: f"Notified: {NOTIFICATIONS[found['kind']].lower()}",
    "notifiable_change": lambda found: f"To be notified: {CHANGES[found['kind']].lower()}",
    "residence": lambda found: "Fixed home" if found["state"] == "fixed" else "No fixed home",
    "foreign_travel": _travel,
    "travel_return": lambda _: "Back from abroad",
    "notification_breach": lambda _: "Breach of notification",
    "breach_recorded": lambda _: "Breach put on the systems",
    "breach_decision": lambda found: f"Breach: {wording.plain(found['decision']).lower()}",
    "order_decision": lambda found: ORDER_DECISIONS[found["decision"]],
    "order_made": lambda found: f"{ORDERS[found['kind']]} made",
    "order_state": lambda found: (
        "Order in force" if found["state"] == "in_force" else "Order in force no more"
    ),
    "order_check": lambda _: "Conditions of the order checked",
    "order_end_decision": lambda found: (
        "Order to be renewed" if found["decision"] == "renew" else "Order may run out"
    ),
    "order_breach": lambda _: "Condition of the order broken",
    "order_breach_decision": lambda found: (
        f"Breach of the order: {wording.plain(found['decision']).lower()}"
    ),
    "disclosure_request": lambda found: f"Disclosure asked for: {ROUTES[found['route']]}",
    "disclosure_decision": lambda found: (
        "To be disclosed" if found["decision"] == "disclose" else "Not to be disclosed"
    ),
    "further_offence": lambda _: "Charged with a serious further offence",
    "further_offence_review": lambda _: "Review of management commissioned",
    "risk_trigger": lambda found: f"May change the risk: {TRIGGERS[found['kind']].lower()}",
    "risk_trigger_decision": lambda found: (
        "Decided: the level changes"
        if found["decision"] == "level_changes"
        else "Decided: the level stays"
    ),
    "plan_action": lambda found: f"To be done: {found['what']}",
    "plan_action_end": lambda found: (
        "What was to be done is done"
        if found["outcome"] == "done"
        else "What was to be done is needed no more"
    ),
    "mappa_level": lambda found: MAPPA_LEVELS[found["state"]],
    "mappa_meeting": lambda _: "The agencies met",
    "joint_request": _joint_request,
    "joint_answer": lambda _: "What was asked was answered",
    "monitoring": lambda found: (
        "Devices are monitored"
        if found["state"] == "monitored"
        else "Devices are monitored no more"
    ),
    "monitoring_check": lambda _: "What monitoring reported was looked at",
    "child_at_risk": lambda _: "Known to be at risk",
    "safeguarding_decision": lambda found: (
        "Decided: children's social care to be told"
        if found["decision"] == "tell_social_care"
        else "Decided: nothing further"
    ),
    "social_care_told": lambda _: "Children's social care told",
    "social_care_answer": lambda _: "Children's social care answered",
    "document_kind": lambda found: _needed(found["kind"]),
    "document_approved": lambda _: "A version was approved",
    "document_owner": lambda _: "Somebody answers for it",
    "document_owner_left": lambda _: "Nobody answers for it any more",
    "document_withdrawn": lambda _: "The version in force was withdrawn",
    "forecast_reach": lambda _: "The forecast looks five years ahead",
    "stock_check": lambda found: {True: "Copies were at hand", False: "Copies were missing"}.get(
        found["found"], "Copies were looked for: not said what was found"
    ),
    "agreement_kind": lambda found: _needed(found["kind"]),
    "agreement_signed": lambda _: "Both sides signed",
    "agreement_ended": lambda _: "The agreement ended",
    "agreement_owner": lambda found: (
        "Somebody on both sides answers for it"
        if found["both_sides"]
        else "Somebody on one side answers for it"
    ),
    "partner_review": lambda found: (
        "Both sides met, and each gave its view" if found["both_ways"] else "Both sides met"
    ),
    "partner_escalation": lambda found: (
        "We escalated a matter" if found["raised_by"] == "police" else "They escalated a matter"
    ),
    "partner_escalation_answer": lambda _: "An escalation was answered",
    "screening": lambda found: f"Screening {found['state']}",
}
"""What each kind of fact is called; a kind that is missing here fails the tests."""


def _stored_day(stored: str) -> str:
    return wording.day(datetime.fromisoformat(stored))
