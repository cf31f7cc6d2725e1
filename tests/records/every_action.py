"""Every action of the records rooms that changes a record, each with input that it accepts."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Any

from tests.ledger.scene import DAY, NOW, Scene
from tests.records.act import AT, Act
from tests.records.children_acts import CHILDREN
from tests.records.governance_acts import GOVERNANCE
from tests.records.handover_acts import HANDOVERS
from tests.records.managing_acts import MANAGING
from tests.records.prevention_acts import PREVENTION

from dutybook.access.models import Team
from dutybook.access.viewer import Viewer
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.reallocating import Given, reallocate, undo_reallocation
from dutybook.records.investigations import actions as investigations
from dutybook.records.investigations.models import BailSegment
from dutybook.records.offenders import actions as offenders
from dutybook.records.workforce import actions as workforce

VISIT = {
    "at": AT,
    "outcome": "seen",
    "announced": False,
    "crew": 2,
    "second_confirmed": True,
    "findings": "Nothing new.",
    "officers_view": "Guarded.",
}
ATTEMPT = {
    "at": AT,
    "outcome": "not_entered",
    "place": "1 Invented Row",
    "grounds": "Last notified address; not seen since June",
}
SEGMENT = {
    "first_day": date(2026, 10, 16),
    "last_day": date(2027, 1, 14),
    "conditional": True,
    "conditions": "No contact.",
}
WHO = {"national_register_ref": "NR-77", "name": "Named Anew", "date_of_birth": None, "sex": "male"}


def _visit(scene: Scene, subject: int) -> dict[str, Any]:
    """A visit by the supervisor's staff, to be corrected, withdrawn, reviewed or authorised."""
    return {"fact_id": scene.visit(subject, NOW - 9 * DAY).fact_id}


def _with_second(scene: Scene, subject: int) -> dict[str, Any]:
    """A visit by the manager that names the supervisor as the second visitor."""
    made = scene.visit(
        subject, NOW - 9 * DAY, second_confirmed=None, second_id=scene.supervisor.user_id, now=NOW
    )
    return {"fact_id": made.fact_id}


def _seen_visit(scene: Scene, subject: int) -> dict[str, Any]:
    return {**_visit(scene, subject), "seen_version": 1}


def _check(scene: Scene, subject: int) -> dict[str, Any]:
    made = offenders.record_check(
        by=scene.manager, now=NOW, subject_id=subject, at=AT, system="pnd"
    )
    return {"fact_id": made.fact_id}


def _leave(scene: Scene, subject: int) -> dict[str, Any]:
    """Leave for a visit, given by another supervisor than the one who assesses it."""
    given = {**_visit(scene, subject), "rationale": "agreed", "subject_id": subject}
    made = offenders.authorise_visit(by=scene.other_supervisor, now=NOW, **given)
    return {"fact_id": made.fact_id}


def _breach(scene: Scene, subject: int) -> dict[str, Any]:
    made = offenders.establish_breach(
        by=scene.manager, now=NOW, subject_id=subject, at=AT, note="The yearly one"
    )
    return {"fact_id": made.fact_id}


def _doubt(scene: Scene, subject: int) -> dict[str, Any]:
    doing = {"by": scene.manager, "now": NOW, "subject_id": subject, "at": AT}
    offenders.set_management(**doing, state="reactive", reason="Low")
    made = offenders.report_change(**doing, kind="arrest", note="Theft")
    return {"fact_id": made.fact_id}


def _level(scene: Scene, subject: int) -> dict[str, Any]:
    made = offenders.set_risk_level(
        by=scene.manager, now=NOW, subject_id=subject, at=AT, level="low"
    )
    return {"fact_id": made.fact_id, "seen_version": 1}


def _grade(scene: Scene, subject: int) -> dict[str, Any]:
    made = investigations.grade(
        by=scene.investigator, now=NOW, subject_id=subject, at=AT, level="low"
    )
    return {"fact_id": made.fact_id, "seen_version": 1}


def _screening(scene: Scene, subject: int) -> dict[str, Any]:
    made = workforce.record_screening(
        by=scene.wellbeing, now=NOW, subject_id=subject, at=AT, state="offered"
    )
    return {"fact_id": made.fact_id, "seen_version": 1}


def _segment(_scene: Scene, subject: int) -> dict[str, Any]:
    return {"fact_id": BailSegment.objects.get(subject_id=subject).fact_id, "seen_version": 1}


def _given_to_nobody(kind: SubjectKind, *, subject_id: int, by: Viewer, now: datetime) -> Given:
    team = Team.objects.filter(force_id=by.force_id, key="west").get()
    return reallocate(
        kind,
        by=by,
        now=now,
        subject_ids=[subject_id],
        team_id=team.pk,
        owner_id=None,
        reason="A long absence",
    )


def _made_over(scene: Scene, subject: int) -> dict[str, Any]:
    made = reallocate(
        SubjectKind.OFFENDER,
        by=scene.supervisor,
        now=NOW - DAY,
        subject_ids=[subject],
        team_id=scene.east.pk,
        owner_id=None,
        reason="A long absence",
    )
    return {"reallocation_id": made.number}


_CLOSED = {"restricted": True, "reason": "a witness", "seen_revision": 1}
_TAKEN_BACK = {"reason": "keyed on the wrong person"}

ACTS: Mapping[str, Act] = {
    "edit_offender": Act(
        "offender", offenders.edit_offender, {**WHO, "seen_revision": 1}, operation="alteration"
    ),
    "restrict_offender": Act(
        "offender", offenders.restrict, _CLOSED, "supervisor", operation="alteration"
    ),
    "record_visit": Act("offender", offenders.record_visit, VISIT),
    "correct_visit": Act(
        "offender",
        offenders.correct_visit,
        {**VISIT, "reason": "the day before"},
        made=_seen_visit,
        operation="alteration",
    ),
    "confirm_presence": Act(
        "offender",
        offenders.confirm_presence,
        {"was_there": True},
        "supervisor",
        _with_second,
        operation="alteration",
        by_name=True,
    ),
    "withdraw_visit": Act(
        "offender",
        offenders.withdraw_visit,
        _TAKEN_BACK,
        made=_seen_visit,
        operation="alteration",
    ),
    "authorise_visit": Act(
        "offender", offenders.authorise_visit, {"rationale": "agreed"}, "supervisor", _visit
    ),
    "put_on_register": Act(
        "offender",
        offenders.put_on_register,
        {"table": "visit", "put_on": NOW.date()},
        made=_visit,
    ),
    "review": Act(
        *("offender", offenders.review, {"what": "visit", "outcome": "agreed"}),
        *("supervisor", _visit),
    ),
    "set_risk_level": Act("offender", offenders.set_risk_level, {"at": AT, "level": "low"}),
    "assess_arms": Act("offender", offenders.assess_arms, {"at": AT, "priority": "low"}),
    "set_arms_applicability": Act(
        "offender", offenders.set_arms_applicability, {"at": AT, "state": "applies"}
    ),
    "make_risk_plan": Act("offender", offenders.make_risk_plan, {"at": AT, "summary": "As is."}),
    "set_registration": Act("offender", offenders.set_registration, {"at": AT, "state": "ended"}),
    "set_community_status": Act(
        "offender", offenders.set_community_status, {"at": AT, "state": "custody"}
    ),
    "set_management": Act("offender", offenders.set_management, {"at": AT, "state": "active"}),
    "set_visit_plan": Act(
        "offender",
        offenders.set_visit_plan,
        {"at": AT, "amount": 2, "unit": "months", "reason": "unsettled"},
    ),
    "withdraw_offender_fact": Act(
        "offender",
        offenders.withdraw_fact,
        {**_TAKEN_BACK, "table": "risk_level"},
        made=_level,
        operation="alteration",
    ),
    "record_check": Act("offender", offenders.record_check, {"at": AT, "system": "pnd"}),
    "assess_check": Act(
        "offender",
        offenders.assess_check,
        {"effect": "none", "assessment": "Nothing that was not known."},
        made=_check,
    ),
    "assess_otherwise": Act(
        "offender",
        offenders.assess_otherwise,
        {"at": AT, "tool": "Another tool", "reason": "A woman"},
    ),
    "assess_authorisation": Act(
        "offender",
        offenders.assess_authorisation,
        {"outcome": "sound"},
        "supervisor",
        _leave,
    ),
    "look_at_condition": Act(
        "offender",
        offenders.look_at_condition,
        {
            "at": AT,
            "condition": "monitored",
            "holds": True,
            "evidence": "Notified in June",
            "until": date(2027, 6, 1),
        },
    ),
    "decide_doubt": Act(
        "offender",
        offenders.decide_doubt,
        {"decision": "visits_resume", "rationale": "Not what it was"},
        "supervisor",
        _doubt,
    ),
    "attempt_entry": Act("offender", offenders.attempt_entry, ATTEMPT),
    "decide_warrant": Act(
        "offender",
        offenders.decide_warrant,
        {"at": AT, "decision": "apply", "rationale": "Two attempts failed"},
    ),
    "set_whereabouts": Act(
        "offender",
        offenders.set_whereabouts,
        {"at": AT, "state": "not_found", "note": "Moved out in the night"},
    ),
    "plan_to_find": Act(
        "offender", offenders.plan_to_find, {"at": AT, "steps": "Ask his sister", "mine": True}
    ),
    "review_plan_to_find": Act(
        "offender", offenders.review_plan_to_find, {"at": AT, "done_since": "Sister asked"}
    ),
    "set_relevant_date": Act(
        "offender", offenders.set_relevant_date, {"at": AT, "matter": "An offence, 4 years"}
    ),
    "notified": Act("offender", offenders.notified, {"at": AT, "kind": "periodic"}),
    "changed": Act("offender", offenders.changed, {"at": AT, "kind": "home_address"}),
    "set_residence": Act("offender", offenders.set_residence, {"at": AT, "state": "none"}),
    "record_travel": Act(
        "offender",
        offenders.record_travel,
        {
            "departs": date(2026, 12, 20),
            "was_notified": True,
            "notified_on": date(2026, 11, 20),
            "destination": "France",
        },
    ),
    "returned": Act("offender", offenders.returned, {"at": AT}),
    "establish_breach": Act(
        "offender", offenders.establish_breach, {"at": AT, "note": "The yearly one"}
    ),
    "put_breach_on_systems": Act(
        "offender", offenders.put_breach_on_systems, {"systems": "All of them"}, made=_breach
    ),
    "decide_breach": Act(
        "offender",
        offenders.decide_breach,
        {"decision": "no_action", "rationale": "In hospital then"},
        made=_breach,
    ),
    **PREVENTION,
    **HANDOVERS,
    **MANAGING,
    **CHILDREN,
    "edit_suspect": Act(
        "suspect",
        investigations.edit_suspect,
        {"seen_revision": 1, "reference": "OP-9", "name": "Named", "date_of_birth": None},
        operation="alteration",
    ),
    "receive_referral": Act("suspect", investigations.receive_referral, {"received_at": AT}),
    "grade": Act("suspect", investigations.grade, {"at": AT, "level": "high"}),
    "enforce": Act("suspect", investigations.enforce, {"at": AT, "kind": "arrest"}),
    "end_investigation": Act(
        "suspect", investigations.end_investigation, {"at": AT, "reason": "nothing found"}
    ),
    "reopen_investigation": Act(
        "suspect", investigations.reopen_investigation, {"at": AT, "reason": "new word"}
    ),
    **{
        f"reallocate_{kind}": Act(
            kind, partial(_given_to_nobody, kind), {}, "supervisor", operation="alteration"
        )
        for kind in (SubjectKind.OFFENDER, SubjectKind.SUSPECT)
    },
    "undo_reallocation": Act(
        *("offender", undo_reallocation, {}, "supervisor", _made_over, "alteration"),
        names_subject="reallocation_id",
    ),
    "restrict_suspect": Act(
        "suspect", investigations.restrict, _CLOSED, "supervisor", operation="alteration"
    ),
    "withdraw_suspect_fact": Act(
        "suspect",
        investigations.withdraw_fact,
        {**_TAKEN_BACK, "table": "grade"},
        made=_grade,
        operation="alteration",
    ),
    "open_bail": Act(
        "suspect",
        investigations.open_bail,
        {"first_day": date(2026, 11, 20), "last_day": date(2027, 2, 19), "conditional": True},
        names_subject="suspect_id",
    ),
    "extend_bail": Act(
        "bail", investigations.extend_bail, {"last_day": date(2027, 4, 15), "conditional": True}
    ),
    "correct_segment": Act(
        "bail",
        investigations.correct_segment,
        {**SEGMENT, "reason": "as the custody record says"},
        made=_segment,
        operation="alteration",
    ),
    "check_bail": Act("bail", investigations.check_bail, {"at": AT, "proactive": True}),
    "end_bail": Act("bail", investigations.end_bail, {"at": AT, "reason": "charged"}),
    **GOVERNANCE,
    "join_role": Act("staff", workforce.join_role, {"at": AT, "title": "Analyst"}),
    "leave_role": Act("staff", workforce.leave_role, {"at": AT}),
    "record_screening": Act("staff", workforce.record_screening, {"at": AT, "state": "completed"}),
    "withdraw_screening": Act(
        "staff",
        workforce.withdraw_fact,
        {**_TAKEN_BACK, "table": "screening"},
        made=_screening,
        operation="alteration",
    ),
}
