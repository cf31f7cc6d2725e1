"""What may change the risk asks the right person; what nobody decides in time the clock decides."""

from datetime import timedelta

import pytest
from tests.ledger.scene import DAY, NOW, Scene

from dutybook.access.errors import InvalidInput, NotFound
from dutybook.access.models import AccessLogRow
from dutybook.ledger.models import Entry
from dutybook.records.offenders import actions
from dutybook.records.offenders.models import Management, ReactiveTrigger, RiskTrigger
from dutybook.records.offenders.queries import offender_page


def owed(subject: int, duty: str) -> int:
    """How many entries of a duty are open on the subject."""
    return Entry.objects.filter(subject_id=subject, duty=duty, closed_at=None).count()


def hear(scene: Scene, offender: int, **values: object) -> int:
    given = {"at": NOW - 3 * DAY, "kind": "intelligence", "note": "Seen near a school"} | values
    made = actions.report_change(by=scene.manager, now=NOW, subject_id=offender, **given)
    assert made.fact_id is not None
    return made.fact_id


def make_reactive(scene: Scene, offender: int, days_ago: int = 30) -> None:
    actions.set_management(
        by=scene.manager,
        now=NOW,
        subject_id=offender,
        at=NOW - days_ago * DAY,
        state="reactive",
        reason="Low for years",
    )


def test_of_somebody_actively_managed_the_manager_decides(scene: Scene, offender: int) -> None:
    heard = hear(scene, offender)
    assert owed(offender, "risk_trigger_decided") == 1
    actions.decide_change(
        by=scene.manager,
        now=NOW,
        subject_id=offender,
        fact_id=heard,
        decision="level_changes",
        level="very_high",
        rationale="A child in the house",
    )
    assert owed(offender, "risk_trigger_decided") == 0
    assert offender_page(scene.manager, offender, now=NOW).header.level == "very_high"


def test_of_somebody_managed_reactively_it_is_a_doubt(scene: Scene, offender: int) -> None:
    make_reactive(scene, offender)
    hear(scene, offender, kind="risk_assessment")
    assert owed(offender, "reactive_trigger_decided") == 1
    assert not RiskTrigger.objects.exists()


def test_a_breach_a_charge_and_a_stay_with_a_child_ask_by_themselves(
    scene: Scene, offender: int, order: int
) -> None:
    given = {"by": scene.manager, "now": NOW, "at": NOW - DAY}
    actions.establish_breach(subject_id=offender, note="The yearly one", **given)
    actions.charge_further_offence(subject_id=offender, note="Charged again", **given)
    actions.changed(subject_id=offender, kind="child_household", **given)
    actions.changed(subject_id=offender, kind="bank_or_cards", **given)
    actions.break_order(subject_id=order, note="A second telephone", **given)
    actions.set_monitoring(subject_id=offender, state="monitored", note="Telephone", **given)
    actions.check_monitoring(subject_id=offender, concern=False, findings="Nothing", **given)
    actions.check_monitoring(subject_id=offender, concern=True, findings="A chat", **given)
    kinds = RiskTrigger.objects.filter(subject_id=offender).values_list("kind", flat=True)
    assert sorted(kinds) == ["arrest", "breach", "breach", "child_contact", "intelligence"]
    assert owed(offender, "risk_trigger_decided") == 5


def test_a_decision_about_another_offender_is_refused(scene: Scene, offender: int) -> None:
    heard = hear(scene, offender)
    other = scene.offender()
    with pytest.raises(NotFound):
        actions.decide_change(
            by=scene.manager,
            now=NOW,
            subject_id=other,
            fact_id=heard,
            decision="level_stays",
            rationale="x",
        )


def test_an_action_is_followed_to_its_day_and_closed_with_words(
    scene: Scene, offender: int
) -> None:
    given = {"by": scene.manager, "now": NOW, "subject_id": offender}
    said = {"what": "See her", "agreed_in": "mappa", "done_by_whom": "social_care"}
    made = actions.agree_action(at=NOW - DAY, due_on=NOW.date() + 5 * DAY, **said, **given)
    [due] = [one for one in made.due if one.duty == "plan_action_done"]
    assert due.due_at is not None
    assert due.due_at - NOW < timedelta(days=6)
    with pytest.raises(InvalidInput):
        actions.end_action(fact_id=made.fact_id, outcome="done", rationale=" ", **given)
    actions.end_action(fact_id=made.fact_id, outcome="done", rationale="Seen", **given)
    assert owed(offender, "plan_action_done") == 0


def test_visits_resume_where_nobody_decided_in_time(scene: Scene, offender: int) -> None:
    scene.policy("reactive.decide_within", 2, unit="days")
    make_reactive(scene, offender)
    hear(scene, offender, at=NOW - 5 * DAY)
    before = AccessLogRow.objects.count()
    assert actions.resume_undecided(by=scene.loader, now=NOW) == 1
    last = Management.objects.filter(subject_id=offender).latest("at")
    assert (last.state, last.recorded_by) == ("active", None)
    assert "Nobody decided in time" in last.reason
    assert AccessLogRow.objects.count() == before + 1
    assert owed(offender, "visit_within_interval") == 1
    assert actions.resume_undecided(by=scene.loader, now=NOW) == 0


def test_visits_do_not_resume_before_the_time_is_over_or_while_none_is_set(
    scene: Scene, offender: int
) -> None:
    make_reactive(scene, offender)
    hear(scene, offender, at=NOW - 5 * DAY)
    assert actions.resume_undecided(by=scene.loader, now=NOW) == 0
    scene.policy("reactive.decide_within", 30, unit="days")
    assert actions.resume_undecided(by=scene.loader, now=NOW) == 0
    assert ReactiveTrigger.objects.filter(subject_id=offender).exists()


def test_another_force_is_left_alone(scene: Scene, offender: int) -> None:
    scene.policy("reactive.decide_within", 2, unit="days")
    make_reactive(scene, offender)
    hear(scene, offender, at=NOW - 5 * DAY)
    from tests.ledger.scene import make_scene

    assert actions.resume_undecided(by=make_scene("south-vale").loader, now=NOW) == 0
