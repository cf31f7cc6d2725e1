"""What cannot be is refused by field, in words, and nothing is written."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from tests.ledger.scene import DAY, NOW, Scene
from tests.records.every_action import ACTS

from dutybook.access.errors import InvalidInput
from dutybook.access.models import AccessLogRow
from dutybook.ledger.models import Subject
from dutybook.records.investigations import actions as investigations
from dutybook.records.offenders import actions as offenders
from dutybook.records.workforce import actions as workforce

TOMORROW = date(2026, 11, 25)
DATED = [name for name, act in ACTS.items() if "at" in act.answers]
LONG = "x" * 9000

WRONG: list[tuple[str, dict[str, Any], str]] = [
    *((name, {"at": NOW + timedelta(seconds=1)}, "at") for name in DATED),
    *((name, {"at": TOMORROW}, "at") for name in DATED),
    *((name, {"at": date(1989, 12, 31)}, "at") for name in DATED),
    *((name, {"at": datetime(2026, 11, 1, 9)}, "at") for name in DATED),  # noqa: DTZ001 - no zone
    ("report_change", {"kind": "rumour"}, "kind"),
    ("report_change", {"kind": "risk_assessment"}, "kind"),
    ("report_change", {"note": " "}, "note"),
    ("decide_change", {"decision": "perhaps"}, "decision"),
    ("decide_change", {"rationale": ""}, "rationale"),
    ("decide_change", {"level": ""}, "level"),
    ("decide_change", {"decision": "level_stays"}, "level"),
    ("agree_action", {"what": ""}, "what"),
    ("agree_action", {"what": "x" * 401}, "what"),
    ("agree_action", {"agreed_in": "the corridor"}, "agreed_in"),
    ("agree_action", {"done_by_whom": "nobody"}, "done_by_whom"),
    ("agree_action", {"due_on": date(2026, 11, 1)}, "due_on"),
    ("end_action", {"outcome": "forgotten"}, "outcome"),
    ("end_action", {"rationale": ""}, "rationale"),
    ("set_mappa_level", {"state": "level_9"}, "state"),
    ("set_mappa_level", {"category": 5}, "category"),
    ("hold_meeting", {"minutes_at": ""}, "minutes_at"),
    ("request_jointly", {"direction": "sideways"}, "direction"),
    ("request_jointly", {"partner": "nobody"}, "partner"),
    ("request_jointly", {"note": ""}, "note"),
    ("answer_jointly", {"answer": " "}, "answer"),
    ("set_monitoring", {"state": "perhaps"}, "state"),
    ("set_monitoring", {"note": ""}, "note"),
    ("check_monitoring", {"concern": None}, "concern"),
    ("check_monitoring", {"findings": ""}, "findings"),
    ("know_of_child", {"known_as": ""}, "known_as"),
    ("know_of_child", {"learnt_from": ""}, "learnt_from"),
    ("know_of_child", {"note": ""}, "note"),
    ("know_of_child", {"date_of_birth": TOMORROW}, "date_of_birth"),
    ("learn_of_risk", {"note": LONG}, "note"),
    ("decide_safeguarding", {"decision": "wait"}, "decision"),
    ("decide_safeguarding", {"rationale": ""}, "rationale"),
    ("tell_social_care", {"told": ""}, "told"),
    ("answer_of_social_care", {"answer": ""}, "answer"),
    ("edit_child", {"known_as": ""}, "known_as"),
    ("withdraw_child_fact", {"table": "visit"}, "table"),
    ("record_visit", {"purposes": ["tea"]}, "purposes"),
    ("set_risk_level", {"level": "enormous"}, "level"),
    ("set_risk_level", {"tool": "crystal ball"}, "tool"),
    ("set_risk_level", {"tool_version": "x" * 41}, "tool_version"),
    ("assess_arms", {"priority": "highest"}, "priority"),
    ("set_arms_applicability", {"state": "perhaps"}, "state"),
    ("set_arms_applicability", {"state": "other_tool"}, "reason"),
    ("set_arms_applicability", {"reason": LONG}, "reason"),
    ("make_risk_plan", {"summary": LONG}, "summary"),
    ("make_risk_plan", {"summary": "a\x00b"}, "summary"),
    ("set_registration", {"state": "suspended"}, "state"),
    ("set_community_status", {"state": "on the moon"}, "state"),
    ("set_community_status", {"note": "x" * 501}, "note"),
    ("set_management", {"state": "reactive"}, "reason"),
    ("set_management", {"reason": LONG}, "reason"),
    ("set_visit_plan", {"amount": 0}, "amount"),
    ("set_visit_plan", {"amount": 1001}, "amount"),
    ("set_visit_plan", {"unit": "fortnights"}, "unit"),
    ("set_visit_plan", {"reason": " "}, "reason"),
    ("record_visit", {"outcome": "perhaps"}, "outcome"),
    ("record_visit", {"crew": 0}, "crew"),
    ("record_visit", {"crew": 10}, "crew"),
    ("record_visit", {"crew": 1}, "second_confirmed"),
    ("record_visit", {"findings": LONG}, "findings"),
    ("record_visit", {"officers_view": LONG}, "officers_view"),
    ("correct_visit", {"reason": ""}, "change_reason"),
    ("correct_visit", {"reason": "x" * 501}, "change_reason"),
    ("withdraw_visit", {"reason": "a\x00b"}, "change_reason"),
    ("withdraw_offender_fact", {"table": "visit"}, "table"),
    ("withdraw_offender_fact", {"reason": "x" * 501}, "change_reason"),
    ("authorise_visit", {"rationale": ""}, "rationale"),
    ("authorise_visit", {"given_at": NOW + DAY}, "given_at"),
    ("ask_leave", {"reason": " "}, "reason"),
    ("ask_leave", {"asked_of_id": 0}, "asked_of"),
    ("ask_leave", {"said_given_at": NOW + DAY}, "said_given_at"),
    ("refuse_leave", {"reason": ""}, "reason"),
    ("put_on_register", {"table": "management"}, "table"),
    ("put_on_register", {"put_on": TOMORROW}, "put_on"),
    ("put_on_register", {"put_on": date(2026, 11, 1)}, "put_on"),
    ("review", {"what": "dinner"}, "what"),
    ("review", {"outcome": "shrugged"}, "outcome"),
    ("review", {"outcome": "sent_back"}, "comment"),
    ("edit_offender", {"name": " "}, "name"),
    ("edit_offender", {"name": "x" * 161}, "name"),
    ("edit_offender", {"national_register_ref": ""}, "national_register_ref"),
    ("edit_offender", {"date_of_birth": date(1899, 1, 1)}, "date_of_birth"),
    ("edit_offender", {"date_of_birth": TOMORROW}, "date_of_birth"),
    ("edit_offender", {"sex": "other"}, "sex"),
    ("restrict_offender", {"reason": ""}, "reason"),
    ("restrict_offender", {"reason": "x" * 1001}, "reason"),
    ("receive_again", {"force": " "}, "force"),
    ("receive_again", {"received_on": TOMORROW}, "received_on"),
    ("receive_again", {"reason": LONG}, "reason"),
    ("answer_arrival", {"outcome": "perhaps"}, "outcome"),
    ("answer_arrival", {"crew": 10}, "crew"),
    ("edit_suspect", {"reference": ""}, "reference"),
    ("edit_suspect", {"name": "x" * 151}, "name"),
    ("receive_referral", {"received_at": TOMORROW}, "received_at"),
    ("receive_referral", {"received_from": "x" * 81}, "received_from"),
    ("grade", {"level": "enormous"}, "level"),
    ("enforce", {"kind": "telepathy"}, "kind"),
    ("enforce", {"kind": "other"}, "note"),
    ("end_investigation", {"reason": ""}, "reason"),
    ("withdraw_suspect_fact", {"table": "visit"}, "table"),
    ("open_bail", {"last_day": date(2026, 11, 19)}, "last_day"),
    ("open_bail", {"last_day": date(2029, 11, 20)}, "last_day"),
    ("open_bail", {"first_day": date(2036, 11, 20), "last_day": None}, "first_day"),
    ("open_bail", {"conditions": "no contact", "conditional": False}, "conditional"),
    ("open_bail", {"arrested_on": date(2026, 11, 22)}, "arrested_on"),
    ("extend_bail", {"last_day": date(2027, 1, 15)}, "last_day"),
    ("correct_segment", {"last_day": date(2026, 10, 15)}, "last_day"),
    ("correct_segment", {"reason": ""}, "change_reason"),
    ("end_bail", {"at": date(2026, 10, 15)}, "at"),
    ("end_bail", {"reason": "bored"}, "reason"),
    ("check_bail", {"method": "x" * 81}, "method"),
    ("consider_order", {"decision": "perhaps"}, "decision"),
    ("consider_order", {"rationale": " "}, "rationale"),
    ("open_order", {"kind": "asbo"}, "kind"),
    ("open_order", {"court": ""}, "court"),
    ("open_order", {"made_on": TOMORROW}, "made_on"),
    ("open_order", {"last_day": date(2020, 1, 1)}, "last_day"),
    ("open_order", {"conditions": "x" * 8001}, "conditions"),
    ("renew_order", {"last_day": date(2020, 1, 1)}, "last_day"),
    ("vary_order", {"from_day": TOMORROW}, "from_day"),
    ("check_order", {"findings": ""}, "findings"),
    ("check_order", {"method": "x" * 81}, "method"),
    ("decide_order_end", {"decision": "wait"}, "decision"),
    ("end_order", {"at": date(2020, 1, 1)}, "at"),
    ("end_order", {"reason": ""}, "reason"),
    ("break_order", {"note": ""}, "note"),
    ("decide_order_breach", {"rationale": ""}, "rationale"),
    ("ask_disclosure", {"route": "rumour"}, "route"),
    ("decide_disclosure", {"told": ""}, "told"),
    ("decide_disclosure", {"decision": "do_not_disclose"}, "told"),
    ("charge_further_offence", {"note": ""}, "note"),
    ("commission_review", {"note": ""}, "note"),
    ("approve_document", {"until": date(2020, 1, 1)}, "until"),
    ("approve_document", {"approved_by": ""}, "approved_by"),
    ("approve_document", {"kept_at": " "}, "kept_at"),
    ("own_document", {"post": ""}, "post"),
    ("disown_document", {"note": LONG}, "note"),
    ("take_out_of_force", {"reason": ""}, "reason"),
    ("find_reach", {"until": date(2020, 1, 1)}, "until"),
    ("check_stock", {"note": LONG}, "note"),
    ("need_no_more", {"reason": ""}, "reason"),
    ("withdraw_governance_fact", {"table": "visit"}, "table"),
    ("sign_agreement", {"until": date(2020, 1, 1)}, "until"),
    ("sign_agreement", {"signed_by_them": ""}, "signed_by_them"),
    ("own_agreement", {"ours": "", "theirs": ""}, "ours"),
    ("end_agreement", {"reason": ""}, "reason"),
    ("review_with_partner", {"note": LONG}, "note"),
    ("escalate", {"raised_by": "the press"}, "raised_by"),
    ("escalate", {"matter": ""}, "matter"),
    ("answer_escalation", {"answer": ""}, "answer"),
    ("answer_escalation", {"at": date(2026, 1, 1)}, "at"),
    ("join_role", {"title": ""}, "title"),
    ("record_screening", {"state": "scored 7"}, "state"),
]


@pytest.mark.parametrize(("name", "wrong", "field"), WRONG)
def test_it_is_refused_at_its_field(
    scene: Scene, name: str, wrong: dict[str, Any], field: str, request: pytest.FixtureRequest
) -> None:
    act = ACTS[name]
    subject = request.getfixturevalue(act.kind)
    given = act.made(scene, subject)
    before = AccessLogRow.objects.count()
    revision = Subject.objects.get(pk=subject).revision
    with pytest.raises(InvalidInput) as refused:
        act.on(scene, subject, {**given, **wrong})
    assert set(refused.value.problems) == {field}
    assert all(said.strip() for said in refused.value.problems.values())
    assert AccessLogRow.objects.count() == before
    assert Subject.objects.get(pk=subject).revision == revision


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"registered_at": TOMORROW}, "registered_at"),
        ({"level": "enormous"}, "level"),
        ({"name": ""}, "name"),
        ({"owner_id": 10**9}, "owner"),
        ({"national_register_ref": "NR-00001"}, "national_register_ref"),
        ({"date_of_birth": TOMORROW}, "date_of_birth"),
    ],
)
def test_an_offender_who_cannot_be_is_not_registered(
    scene: Scene, offender: int, wrong: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        scene.offender(**wrong)
    assert set(refused.value.problems) == {field}
    assert Subject.objects.count() == 1


def test_a_suspect_needs_a_reference_of_their_own_and_a_team(scene: Scene, suspect: int) -> None:
    given = {"by": scene.investigator, "now": NOW, "received_at": NOW - DAY}
    with pytest.raises(InvalidInput) as refused:
        investigations.receive_referral(**given)
    assert set(refused.value.problems) == {"reference", "team"}
    with pytest.raises(InvalidInput) as refused:
        investigations.receive_referral(**given, reference="OP-1", team_id=scene.east.pk)
    assert set(refused.value.problems) == {"reference"}


def test_a_payroll_number_is_on_one_record(scene: Scene, staff: int) -> None:
    given = {"by": scene.wellbeing, "now": NOW, "at": NOW - DAY, "title": "Analyst"}
    with pytest.raises(InvalidInput) as refused:
        workforce.join_role(**given, payroll_ref="P-1", name="Other")
    assert set(refused.value.problems) == {"payroll_ref"}
    with pytest.raises(InvalidInput) as refused:
        workforce.join_role(**given, payroll_ref="P-2", name="Other", user_id=10**9)
    assert set(refused.value.problems) == {"user"}


def test_bail_that_ended_is_neither_extended_nor_ended_again(scene: Scene, bail: int) -> None:
    given = {"by": scene.investigator, "now": NOW, "subject_id": bail}
    investigations.end_bail(**given, at=NOW - DAY, reason="charged")
    for again in (
        lambda: investigations.end_bail(**given, at=NOW, reason="charged"),
        lambda: investigations.extend_bail(**given, last_day=date(2027, 4, 15), conditional=True),
    ):
        with pytest.raises(InvalidInput, match="has ended"):
            again()


def test_what_was_withdrawn_is_neither_corrected_nor_answered(scene: Scene, offender: int) -> None:
    fact = scene.visit(offender, NOW - 9 * DAY).fact_id
    given = {"now": NOW, "subject_id": offender, "fact_id": fact}
    offenders.withdraw_visit(**given, by=scene.manager, seen_version=1, reason="another person")
    with pytest.raises(InvalidInput, match="withdrawn"):
        offenders.withdraw_visit(**given, by=scene.manager, seen_version=2, reason="again")
    with pytest.raises(InvalidInput, match="withdrawn"):
        offenders.review(**given, by=scene.supervisor, what="visit", outcome="agreed")
    with pytest.raises(InvalidInput, match="withdrawn"):
        offenders.authorise_visit(**given, by=scene.supervisor, rationale="x")
