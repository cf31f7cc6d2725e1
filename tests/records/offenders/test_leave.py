"""Leave is given by whoever is asked, in person; what is on the national register is noted."""

from datetime import timedelta
from typing import Any

import pytest
from tests.ledger.scene import DAY, NOW, TODAY, Scene

from dutybook.access.errors import InvalidInput, NotFound
from dutybook.access.roles import Role
from dutybook.ledger.models import Entry
from dutybook.records.offenders import actions
from dutybook.records.offenders.models import LeaveRequest
from dutybook.records.offenders.queries import (
    leave_asked,
    may_give_leave,
    offender_page,
    waiting_for,
)

PAIRS = "visit_unannounced_in_pairs"


@pytest.fixture
def alone(scene: Scene, offender: int) -> dict[str, Any]:
    """A visit that the manager made alone two days ago, on a record of the supervisor's team."""
    assert scene.supervisor
    made = actions.record_visit(
        by=scene.manager,
        now=NOW,
        subject_id=offender,
        at=NOW - 2 * DAY,
        outcome="seen",
        announced=False,
        crew=1,
    )
    return {"now": NOW, "subject_id": offender, "fact_id": made.fact_id}


def ask(scene: Scene, alone: dict[str, Any], **more: Any) -> None:
    given = {"asked_of_id": scene.supervisor.user_id, "reason": "He was ill", **more}
    actions.ask_leave(by=scene.manager, **given, **alone)


def of_visit(alone: dict[str, Any]) -> Entry:
    return Entry.objects.filter(subject_id=alone["subject_id"], duty=PAIRS).latest("opened_at")


def test_what_the_visitor_says_of_leave_authorises_nothing(
    scene: Scene, alone: dict[str, Any]
) -> None:
    before = NOW - 3 * DAY
    ask(scene, alone, said_given_at=before)
    assert of_visit(alone).authorised_at is None
    [asked] = leave_asked(scene.supervisor)
    assert waiting_for(scene.supervisor).leave_asked == 1
    assert (asked.visit_fact, asked.said_given_at) == (alone["fact_id"], before)
    assert asked.asked_by == "Manager"
    actions.authorise_visit(by=scene.supervisor, rationale="Agreed then", given_at=before, **alone)
    assert of_visit(alone).authorised_at == before
    assert leave_asked(scene.supervisor) == ()
    assert waiting_for(scene.supervisor).leave_asked == 0


def test_who_gave_none_says_so_once_and_the_visit_stays_in_breach(
    scene: Scene, alone: dict[str, Any]
) -> None:
    ask(scene, alone)
    [asked] = leave_asked(scene.supervisor)
    given = {"now": NOW, "subject_id": alone["subject_id"], "request_id": asked.request_id}
    with pytest.raises(NotFound):  # it is not theirs to answer
        actions.refuse_leave(by=scene.other_supervisor, reason="No", **given)
    actions.refuse_leave(by=scene.supervisor, reason="Nobody rang me", **given)
    with pytest.raises(NotFound):
        actions.refuse_leave(by=scene.supervisor, reason="Nobody rang me", **given)
    assert leave_asked(scene.supervisor) == ()
    assert of_visit(alone).authorised_at is None
    page = offender_page(scene.manager, alone["subject_id"], now=NOW)
    [said] = page.beside.leave[alone["fact_id"]]
    assert (said.asked_of, said.refused) == ("Supervisor", "Nobody rang me")


def test_only_a_supervisor_of_the_team_whose_rank_suffices_is_asked(
    scene: Scene, alone: dict[str, Any]
) -> None:
    scene.policy("visit.authoriser_rank", "inspector")
    western = scene.viewer("west_sergeant", Role.SUPERVISOR, team=scene.west)
    assert may_give_leave(scene.manager, scene.east.pk, now=NOW) == ()
    for somebody in (scene.supervisor, western, scene.manager):
        with pytest.raises(InvalidInput) as refused:
            ask(scene, alone, asked_of_id=somebody.user_id)
        assert set(refused.value.problems) == {"asked_of"}
    assert LeaveRequest.objects.count() == 0


def test_nobody_is_asked_twice_and_a_withdrawn_visit_asks_for_nothing(
    scene: Scene, alone: dict[str, Any]
) -> None:
    ask(scene, alone)
    with pytest.raises(InvalidInput, match="asked already"):
        ask(scene, alone)
    actions.withdraw_visit(by=scene.manager, seen_version=1, reason="On the wrong man", **alone)
    assert leave_asked(scene.supervisor) == ()


def test_a_note_of_the_register_is_of_one_version(scene: Scene, alone: dict[str, Any]) -> None:
    def noted() -> Any:
        page = offender_page(scene.manager, alone["subject_id"], now=NOW)
        return page.beside.on_register.get(("visit", alone["fact_id"]))

    put = {"by": scene.manager, "table": "visit", **alone}
    assert noted() is None
    actions.put_on_register(put_on=TODAY - timedelta(days=1), **put)
    assert (noted().put_on, noted().version) == (TODAY - timedelta(days=1), 1)
    with pytest.raises(InvalidInput, match="noted already"):
        actions.put_on_register(put_on=TODAY, **put)
    actions.correct_visit(
        by=scene.manager,
        seen_version=1,
        reason="He was not in",
        at=NOW - 2 * DAY,
        outcome="no_reply",
        announced=False,
        crew=1,
        second_confirmed=None,
        findings="",
        officers_view="",
        **alone,
    )
    assert noted().version == 1  # the corrected one is not on it yet
    actions.put_on_register(put_on=TODAY, **put)
    assert noted().version == 2


def test_a_visit_can_say_at_once_that_it_is_on_the_register(scene: Scene, offender: int) -> None:
    made = actions.record_visit(
        by=scene.manager,
        now=NOW,
        subject_id=offender,
        at=NOW - DAY,
        outcome="seen",
        on_register=True,
    )
    page = offender_page(scene.manager, offender, now=NOW)
    assert page.beside.on_register["visit", made.fact_id].put_on == TODAY
