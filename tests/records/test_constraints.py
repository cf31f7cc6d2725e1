"""What cannot be true is refused by PostgreSQL itself, whichever way it comes (plain SQL here)."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DataError, connection, transaction
from django.db.utils import IntegrityError, ProgrammingError
from tests.ledger.scene import DAY, NOW, Scene, make_scene

OF_OFFENDER: dict[str, dict[str, Any]] = {
    "registration": {"state": "registered"},
    "communitystatus": {"state": "custody", "note": ""},
    "risklevel": {"level": "high", "tool": "", "tool_version": "", "reason": ""},
    "management": {"state": "active", "reason": ""},
    "visitplan": {"amount": 3, "unit": "months", "reason": "x"},
    "visit": {
        "outcome": "seen", "findings": "", "officers_view": "", "follow_up": "",
        "purposes": "{}", "with_partner": "",
    },
    "armsapplicability": {"state": "applies", "other_tool": "", "reason": ""},
    "armsassessment": {"priority": "", "tool_version": ""},
    "riskplan": {"summary": ""},
    "supervisorreview": {"what": "visit", "outcome": "", "comment": ""},
    "orderdecision": {"decision": "apply", "rationale": ""},
    "disclosurerequest": {"route": "agency", "reference": "", "note": ""},
    "disclosuredecision": {"decision": "disclose", "told": "", "rationale": ""},
    "furtheroffence": {"note": ""},
    "risktrigger": {"kind": "arrest", "note": ""},
    "planaction": {
        "what": "See her", "agreed_in": "plan", "done_by_whom": "police", "who": "",
        "due": NOW + DAY,
    },
    "mappalevel": {"state": "level_2", "lead": "", "reason": ""},
    "mappameeting": {"minutes_at": "M/1", "note": ""},
    "jointrequest": {"direction": "to_us", "partner": "probation", "who": "", "note": ""},
    "monitoring": {"state": "monitored", "note": ""},
    "monitoringcheck": {"findings": ""},
}  # fmt: skip
OF_ORDER: dict[str, dict[str, Any]] = {
    "ordermade": {"kind": "shpo"},
    "orderstate": {"state": "in_force", "reason": ""},
    "ordercheck": {"method": "", "findings": ""},
    "orderenddecision": {"decision": "renew", "rationale": ""},
    "orderbreach": {"note": ""},
}
OF_CHILD: dict[str, dict[str, Any]] = {
    "childatrisk": {"learnt_from": "A visit", "note": "He stays there"},
}
OF_SUSPECT: dict[str, dict[str, Any]] = {
    "referral": {"received_from": "", "reference": ""},
    "grade": {"level": "high", "tool_version": ""},
    "enforcement": {"kind": "arrest", "note": ""},
    "investigationend": {"state": "ended", "reason": ""},
}
OF_BAIL: dict[str, dict[str, Any]] = {
    "bailcheck": {"method": "", "findings": ""},
    "bailend": {"reason": "charged"},
    "bailsegment": {"conditions": ""},
}
OF_STAFF: dict[str, dict[str, Any]] = {
    "role": {"state": "in_scope", "title": ""},
    "screening": {"state": "offered"},
}
OF_DOCUMENT: dict[str, dict[str, Any]] = {
    "documentkind": {"kind": "family_leaflet", "reason": ""},
    "documentapproved": {"until": NOW + DAY, "approved_by": "She", "kept_at": "There"},
    "documentowner": {"post": "Head of it"},
    "documentownerleft": {"note": ""},
    "documentwithdrawn": {"reason": "Wrong"},
    "forecastreach": {"until": NOW + DAY, "note": ""},
    "stockcheck": {"note": ""},
}
OF_AGREEMENT: dict[str, dict[str, Any]] = {
    "agreementkind": {"kind": "probation", "reason": ""},
    "agreementsigned": {
        "until": NOW + DAY, "signed_by_us": "We", "signed_by_them": "They", "kept_at": "There",
    },
    "agreementended": {"reason": "Over"},
    "agreementowner": {"ours": "We", "theirs": "", "both_sides": False},
    "partnerreview": {"note": ""},
    "partnerescalation": {"raised_by": "police", "matter": "It"},
}  # fmt: skip
TABLES = {
    **{f"offenders_{name}": ("offender", row) for name, row in OF_OFFENDER.items()},
    **{f"offenders_{name}": ("order", row) for name, row in OF_ORDER.items()},
    **{f"safeguarding_{name}": ("child", row) for name, row in OF_CHILD.items()},
    **{f"investigations_{name}": ("suspect", row) for name, row in OF_SUSPECT.items()},
    **{f"investigations_{name}": ("bail", row) for name, row in OF_BAIL.items()},
    **{f"governance_{name}": ("document", row) for name, row in OF_DOCUMENT.items()},
    **{f"governance_{name}": ("agreement", row) for name, row in OF_AGREEMENT.items()},
    **{f"workforce_{name}": ("staff", row) for name, row in OF_STAFF.items()},
}
COMMON = {"version": 1, "day_only": False, "withdrawn": False, "change_reason": ""}
CHOICES = {
    ("offenders_registration", "state"): "registration_state_known",
    ("offenders_communitystatus", "state"): "community_status_state_known",
    ("offenders_risklevel", "level"): "risk_level_level_known",
    ("offenders_management", "state"): "management_state_known",
    ("offenders_visitplan", "unit"): "visit_plan_unit_known",
    ("offenders_visit", "outcome"): "visit_outcome_known",
    ("offenders_armsapplicability", "state"): "arms_applicability_state_known",
    ("offenders_armsassessment", "priority"): "arms_assessment_priority_known",
    ("offenders_supervisorreview", "what"): "supervisor_review_what_known",
    ("offenders_supervisorreview", "outcome"): "supervisor_review_outcome_known",
    ("offenders_risktrigger", "kind"): "risk_trigger_kind_known",
    ("offenders_planaction", "agreed_in"): "plan_action_agreed_somewhere",
    ("offenders_planaction", "done_by_whom"): "plan_action_is_somebodys",
    ("offenders_mappalevel", "state"): "mappa_level_state_known",
    ("offenders_jointrequest", "direction"): "joint_request_direction_known",
    ("offenders_jointrequest", "partner"): "joint_request_partner_known",
    ("offenders_monitoring", "state"): "monitoring_state_known",
    ("offenders_ordermade", "kind"): "order_made_kind_known",
    ("offenders_orderstate", "state"): "order_state_state_known",
    ("offenders_orderenddecision", "decision"): "order_end_decision_decision_known",
    ("offenders_orderdecision", "decision"): "order_decision_decision_known",
    ("offenders_disclosurerequest", "route"): "disclosure_request_route_known",
    ("offenders_disclosuredecision", "decision"): "disclosure_decision_decision_known",
    ("investigations_grade", "level"): "grade_level_known",
    ("investigations_enforcement", "kind"): "enforcement_kind_known",
    ("investigations_investigationend", "state"): "investigation_end_state_known",
    ("investigations_bailend", "reason"): "bail_end_reason_known",
    ("governance_documentkind", "kind"): "document_kind_kind_known",
    ("governance_agreementkind", "kind"): "agreement_kind_kind_known",
    ("governance_partnerescalation", "raised_by"): "partner_escalation_raised_by_known",
    ("workforce_role", "state"): "role_state_known",
    ("workforce_screening", "state"): "screening_state_known",
}


@pytest.fixture
def row(request: pytest.FixtureRequest) -> Any:
    """A whole row of a fact table, about a subject of the kind that the table is about."""

    def make(table: str, **changed: Any) -> dict[str, Any]:
        kind, own = TABLES[table]
        subject = request.getfixturevalue(kind)
        return {**COMMON, **own, "subject_id": subject, "at": NOW, "recorded_at": NOW, **changed}

    return make


@pytest.mark.parametrize("table", TABLES)
def test_a_whole_row_goes_in(scene: Scene, table: str, row: Any, insert: Any) -> None:
    insert(table, **row(table))


@pytest.mark.parametrize("table", [name for name in TABLES if name != "investigations_bailsegment"])
def test_nothing_has_happened_before_it_happens(
    scene: Scene, table: str, row: Any, insert: Any, database_refuses: Any
) -> None:
    with database_refuses("not_in_the_future"):
        insert(table, **row(table, at=NOW + timedelta(seconds=1)))


@pytest.mark.parametrize(("table", "column"), CHOICES)
def test_an_unknown_word_is_refused(
    scene: Scene, table: str, column: str, row: Any, insert: Any, database_refuses: Any
) -> None:
    with database_refuses(CHOICES[table, column]):
        insert(table, **row(table, **{column: "enormous"}))


@pytest.mark.parametrize("table", TABLES)
def test_versions_follow_one_another_with_their_reason(
    scene: Scene, table: str, row: Any, insert: Any, database_refuses: Any
) -> None:
    insert(table, **row(table, fact_id=10**12))
    with database_refuses("version_once"):
        insert(table, **row(table, fact_id=10**12))
    with database_refuses("change_has_reason"):
        insert(table, **row(table, fact_id=10**12, version=2))
    with database_refuses("first_is_not_withdrawn"):
        insert(table, **row(table, withdrawn=True))
    with database_refuses("version_from_1"):
        insert(table, **row(table, version=0, change_reason="x"))
    insert(table, **row(table, fact_id=10**12, version=2, change_reason="a slip"))


@pytest.mark.parametrize("table", TABLES)
def test_what_was_known_is_never_changed(scene: Scene, table: str, row: Any, insert: Any) -> None:
    insert(table, **row(table))
    for statement in ("UPDATE {} SET at = at", "DELETE FROM {}", "TRUNCATE {}"):
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement.format(table))


@pytest.mark.parametrize(
    ("table", "changed", "rule"),
    [
        ("offenders_visit", {"crew": 0}, "visit_crew_1_to_9"),
        ("offenders_visit", {"purposes": "{tea}"}, "visit_purposes_known"),
        ("offenders_planaction", {"what": ""}, "plan_action_says_what"),
        ("offenders_planaction", {"due": NOW - DAY}, "plan_action_due_later"),
        ("offenders_mappalevel", {"category": 5}, "mappa_category_known"),
        ("offenders_mappameeting", {"minutes_at": ""}, "mappa_meeting_has_minutes"),
        ("safeguarding_childatrisk", {"note": ""}, "child_at_risk_says_what"),
        ("offenders_visit", {"crew": 1, "second_confirmed": True}, "visit_second_needs_a_crew"),
        ("governance_agreementowner", {"both_sides": True}, "owned_on_both_sides_by_somebody"),
        ("governance_documentapproved", {"until": NOW - DAY}, "document_approved_until_later"),
        ("governance_documentapproved", {"approved_by": ""}, "document_approved_by_somebody"),
        ("offenders_visitplan", {"unit": ""}, "visit_plan_amount_with_unit"),
        ("offenders_visitplan", {"amount": 0}, "visit_plan_amount_with_unit"),
        ("offenders_visitplan", {"amount": None}, "visit_plan_amount_with_unit"),
        ("investigations_bailsegment", {"until": NOW - DAY}, "ends_after_it_begins"),
        ("investigations_bailsegment", {"conditions": "none"}, "conditions_agree"),
        (
            "investigations_bailsegment",
            {"conditions": "none", "conditional": False},
            "conditions_agree",
        ),
    ],
)
def test_what_contradicts_itself_is_refused(
    scene: Scene,
    table: str,
    changed: dict[str, Any],
    rule: str,
    row: Any,
    insert: Any,
    database_refuses: Any,
) -> None:
    with database_refuses(rule):
        insert(table, **row(table, **changed))


@pytest.mark.parametrize("day", ["2026-02-30", "2026-13-01", "yesterday-ish"])
def test_a_date_that_does_not_exist_is_refused(
    scene: Scene, day: str, row: Any, insert: Any
) -> None:
    with pytest.raises(DataError), transaction.atomic():
        insert("offenders_visit", **row("offenders_visit", at=day))


def test_nobody_reviews_their_own_work(
    scene: Scene, row: Any, insert: Any, database_refuses: Any
) -> None:
    own = scene.manager.user_id
    with database_refuses("of_anothers_work"):
        insert(
            "offenders_supervisorreview",
            **row("offenders_supervisorreview", author_id=own, recorded_by_id=own),
        )


def test_leave_is_for_a_visit_of_the_same_person(
    scene: Scene, offender: int, row: Any, insert: Any
) -> None:
    other = scene.offender(name="other")
    visit = scene.visit(other, NOW - DAY)
    leave = {**COMMON, "subject_id": offender, "at": NOW, "recorded_at": NOW}
    leave |= {"of_fact": visit.fact_id, "of_version": 1, "rank": "", "rationale": "x"}
    with pytest.raises(IntegrityError, match="of_a_visit"), transaction.atomic():
        insert("offenders_visitauthorisation", **leave)
    insert("offenders_visitauthorisation", **leave | {"subject_id": other})


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE offenders_offender SET force_id = %s WHERE subject_id = %s",
        "UPDATE ledger_subject SET force_id = %s WHERE id = %s",
    ],
)
def test_a_record_belongs_to_one_force(scene: Scene, offender: int, statement: str) -> None:
    other = make_scene("south-vale")
    with (
        pytest.raises(IntegrityError, match="of_force"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement, [other.force.pk, offender])


def test_one_reference_is_one_person(scene: Scene, offender: int, insert: Any) -> None:
    second = scene.offender(name="second")
    with (
        pytest.raises(IntegrityError, match="offender_ref_once_in_a_force"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "UPDATE offenders_offender SET national_register_ref = 'NR-00001'"
            " WHERE subject_id = %s",
            [second],
        )
    with pytest.raises(IntegrityError, match="born_since_1900"), connection.cursor() as cursor:
        cursor.execute("UPDATE offenders_offender SET date_of_birth = %s", [date(1850, 1, 1)])
