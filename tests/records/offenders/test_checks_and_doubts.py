"""Searches and what they mean; reactive management evidenced, doubted and decided."""

from datetime import timedelta

import pytest
from tests.ledger.scene import DAY, NOW, TODAY, Scene

from dutybook.access.errors import InvalidInput, NotAllowed
from dutybook.ledger.queries import subject_entries, work_list
from dutybook.records.offenders import actions
from dutybook.records.offenders.queries import offender_page


def statuses(scene: Scene, offender: int, duty: str) -> list[str]:
    rows = subject_entries(scene.manager, offender, TODAY, also_closed=True)
    return [one.status for one in rows if one.duty == duty]


def test_a_search_that_nobody_assessed_is_open(scene: Scene, offender: int) -> None:
    scene.policy("pnd.assess_within", 2, unit="days")
    given = {"by": scene.manager, "now": NOW, "subject_id": offender}
    made = actions.record_check(at=NOW - 5 * DAY, system="pnd", result="Two entries", **given)
    assert statuses(scene, offender, "pnd_check_assessed") == ["overdue"]
    actions.assess_check(fact_id=made.fact_id, effect="none", assessment="Known already", **given)
    assert statuses(scene, offender, "pnd_check_assessed") == ["met_late"]


def test_an_assessment_says_what_was_found(scene: Scene, offender: int) -> None:
    given = {"by": scene.manager, "now": NOW, "subject_id": offender}
    made = actions.record_check(at=NOW - DAY, system="pnc", **given)
    with pytest.raises(InvalidInput) as refused:
        actions.assess_check(fact_id=made.fact_id, effect="none", assessment=" ", **given)
    assert set(refused.value.problems) == {"assessment"}


def test_what_nobody_evidenced_is_overdue_and_evidence_lasts_until_its_day(
    scene: Scene, offender: int
) -> None:
    given = {"by": scene.manager, "now": NOW, "subject_id": offender}
    actions.set_management(at=NOW - 9 * DAY, state="reactive", reason="Low for years", **given)
    assert statuses(scene, offender, "reactive_conditions") == ["overdue"] * 4
    actions.look_at_condition(
        at=NOW - DAY,
        condition="monitored",
        holds=True,
        evidence="Notified in June",
        until=TODAY + timedelta(days=90),
        **given,
    )
    assert statuses(scene, offender, "reactive_conditions").count("overdue") == 3
    # What is evidenced stands on the record by its name, and in no list of what is to be done.
    rows = subject_entries(scene.manager, offender, TODAY)
    evidenced = [one for one in rows if one.duty == "reactive_conditions" and one.met_at]
    assert len(evidenced) == 1
    title = evidenced[0].title
    assert ": " in title
    listed = [one.title for one in work_list(scene.manager, TODAY).rows]
    assert title not in listed
    assert sum(one.startswith(title.split(": ")[0]) for one in listed) == 3
    asked_for = work_list(scene.manager, TODAY, duty="reactive_conditions").rows
    assert title in [one.title for one in asked_for]


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"holds": None}, "holds"),
        ({"holds": True, "until": TODAY + timedelta(days=9)}, "evidence"),
        ({"holds": True, "evidence": "Seen"}, "until"),
        ({"holds": True, "evidence": "Seen", "until": TODAY - timedelta(days=30)}, "until"),
    ],
)
def test_a_condition_that_holds_says_why_and_until_when(
    scene: Scene, offender: int, answers: dict[str, object], field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        actions.look_at_condition(
            by=scene.manager,
            now=NOW,
            subject_id=offender,
            at=NOW - DAY,
            condition="adult",
            **answers,
        )
    assert set(refused.value.problems) == {field}


def test_a_doubt_is_decided_by_a_supervisor_and_visits_resume(scene: Scene, offender: int) -> None:
    given = {"now": NOW, "subject_id": offender}
    actions.set_management(
        by=scene.manager, at=NOW - 9 * DAY, state="reactive", reason="Low for years", **given
    )
    doubt = actions.report_change(
        by=scene.manager, at=NOW - DAY, kind="intelligence", note="Seen near a school", **given
    )
    answer = {"fact_id": doubt.fact_id, "decision": "visits_resume", "rationale": "Not low now"}
    with pytest.raises(NotAllowed):
        actions.decide_doubt(by=scene.manager, **answer, **given)
    actions.decide_doubt(by=scene.supervisor, **answer, **given)
    assert offender_page(scene.manager, offender, now=NOW).header.management == "active"
    assert "no_longer_owed" not in statuses(scene, offender, "reactive_trigger_decided")


def test_nobody_assesses_their_own_decision_to_authorise(scene: Scene, offender: int) -> None:
    visit = scene.visit(offender, NOW - 5 * DAY, crew=1, second_confirmed=None)
    given = {"now": NOW, "subject_id": offender}
    leave = actions.authorise_visit(
        by=scene.supervisor, fact_id=visit.fact_id, rationale="Short of people", **given
    )
    with pytest.raises(NotAllowed, match="their own decision"):
        actions.assess_authorisation(
            by=scene.supervisor, fact_id=leave.fact_id, outcome="sound", **given
        )
    actions.assess_authorisation(
        by=scene.other_supervisor, fact_id=leave.fact_id, outcome="sound", **given
    )
    assert statuses(scene, offender, "visit_authorisation_assessed")[0].startswith(
        ("met", "no_standard")
    )
