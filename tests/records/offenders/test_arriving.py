"""Who comes from another force is owed here once accepted, and as late as they were there."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.ledger.scene import DAY, NOW, TODAY, Scene

from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.roles import Role
from dutybook.ledger.queries import subject_entries
from dutybook.records.offenders import actions
from dutybook.records.offenders.models import Offender, Registration, TransferAnswer, Visit
from dutybook.records.offenders.queries import (
    offender_list,
    offender_page,
    transfer_page,
    waiting_transfers,
)

VISITS = "visit_within_interval"
PACKAGE = {
    "force": "South Vale",
    "contact": "Their duty desk",
    "reason": "Moved in with his mother",
    "received_on": TODAY - timedelta(days=9),
}
ACCEPTED = {
    "outcome": "accepted",
    "answered_on": TODAY,
    "answered_by": "Inspector Reed",
}


@pytest.fixture
def arrival(scene: Scene) -> dict[str, Any]:
    """Nobody here knows him; South Vale asked nine days ago that we take him."""
    scene.policy("visit.maximum", 3, unit="months")
    made = actions.receive_transfer(
        by=scene.manager,
        now=NOW - DAY,
        national_register_ref="NR-7001",
        name="Ansel Comes",
        team_id=scene.east.pk,
        **PACKAGE,
    )
    return {"by": scene.manager, "now": NOW, "subject_id": made.subject_id}


def visits(scene: Scene, subject: int) -> list[str]:
    """What became of each, the one that opened last at the end."""
    rows = subject_entries(scene.manager, subject, TODAY, also_closed=True)
    owed = sorted((one for one in rows if one.duty == VISITS), key=lambda one: one.opened_at)
    return [one.status for one in owed]


def test_a_package_opens_a_record_on_which_nothing_is_owed(
    scene: Scene, arrival: dict[str, Any]
) -> None:
    assert visits(scene, arrival["subject_id"]) == []
    header = offender_page(scene.manager, arrival["subject_id"], now=NOW).header
    assert (header.asked_by, header.owner, header.registration) == ("South Vale", None, None)
    [waiting] = waiting_transfers(scene.supervisor, now=NOW)
    assert (waiting.direction, waiting.force, waiting.days) == ("in", "South Vale", 9)
    unowned = offender_list(scene.supervisor, now=NOW, whose="unowned").rows
    assert "Ansel Comes" in [row.name for row in unowned]


def test_refused_once_and_then_accepted_he_is_as_late_here_as_he_was_there(
    scene: Scene, arrival: dict[str, Any]
) -> None:
    subject = arrival["subject_id"]
    actions.answer_arrival(
        outcome="refused", answered_on=TODAY, note="The tenancy is not signed", **arrival
    )
    assert visits(scene, subject) == []
    actions.receive_again(**{**PACKAGE, "received_on": TODAY}, **arrival)
    actions.answer_arrival(
        **ACCEPTED,
        registered_on=date(2024, 3, 1),
        level="high",
        last_seen_on=TODAY - timedelta(days=200),
        announced=False,
        crew=2,
        **arrival,
    )
    assert visits(scene, subject) == ["met_on_time", "overdue"]  # nothing before that day is ours
    header = offender_page(scene.manager, subject, now=NOW).header
    assert (header.asked_by, header.level, header.days_since_seen) == (None, "high", 200)
    outcomes = [one.outcome for one in transfer_page(scene.manager, subject, now=NOW).transfers]
    assert outcomes == ["accepted", "refused"]


def test_who_comes_back_keeps_the_lateness_they_left_with(scene: Scene, offender: int) -> None:
    scene.policy("visit.maximum", 3, unit="months")
    given = {"by": scene.manager, "now": NOW, "subject_id": offender}
    left = TODAY - timedelta(days=20)
    actions.send_transfer(
        sent_on=left, force="South Vale", contact="A desk", reason="Moved", **given
    )
    actions.answer_transfer(**{**ACCEPTED, "answered_on": left}, **given)
    assert visits(scene, offender) == ["closed_unmet"]
    actions.receive_again(**PACKAGE, **given)
    actions.answer_arrival(**{**ACCEPTED, "answered_on": TODAY - timedelta(days=2)}, **given)
    assert visits(scene, offender) == ["closed_unmet", "overdue"]  # nobody saw them there
    assert Registration.objects.filter(subject_id=offender).count() == 1


def test_a_visit_made_there_since_they_left_counts_from_its_day(
    scene: Scene, offender: int
) -> None:
    scene.policy("visit.maximum", 3, unit="months")
    given = {"by": scene.manager, "now": NOW, "subject_id": offender}
    left = TODAY - timedelta(days=20)
    actions.send_transfer(
        sent_on=left, force="South Vale", contact="A desk", reason="Moved", **given
    )
    actions.answer_transfer(**{**ACCEPTED, "answered_on": left}, **given)
    actions.receive_again(**PACKAGE, **given)
    with pytest.raises(InvalidInput, match="not after the day they left"):
        actions.answer_arrival(**ACCEPTED, last_seen_on=left, **given)
    actions.answer_arrival(**ACCEPTED, last_seen_on=left + timedelta(days=5), **given)
    assert visits(scene, offender) == ["closed_unmet", "met_late", "due"]  # R6
    assert Visit.objects.filter(subject_id=offender).count() == 1


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({}, "registered_on"),
        ({"answered_by": " "}, "answered_by"),
        ({"outcome": "refused"}, "note"),
        ({"answered_on": TODAY - timedelta(days=10)}, "answered_on"),
        ({"registered_on": TODAY + timedelta(days=1)}, "registered_on"),
        ({"registered_on": TODAY, "last_seen_on": TODAY - timedelta(days=1)}, "last_seen_on"),
        ({"registered_on": TODAY, "last_seen_on": TODAY + timedelta(days=1)}, "last_seen_on"),
        ({"registered_on": date(1989, 12, 31)}, "registered_on"),
        ({"registered_on": TODAY, "last_seen_on": date(1989, 12, 31)}, "last_seen_on"),
        ({"level": "enormous"}, "level"),
        ({"crew": 0}, "crew"),
    ],
)
def test_an_acceptance_needs_what_the_duties_rest_on(
    arrival: dict[str, Any], answers: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        actions.answer_arrival(**{**ACCEPTED, **answers}, **arrival)
    assert field in refused.value.problems
    assert TransferAnswer.objects.count() == 0
    assert Registration.objects.filter(subject_id=arrival["subject_id"]).count() == 0


def test_somebody_managed_here_cannot_arrive(scene: Scene, offender: int) -> None:
    given = {"by": scene.manager, "now": NOW, "subject_id": offender}
    with pytest.raises(InvalidInput, match="managed here already"):
        actions.receive_again(**PACKAGE, **given)


def test_one_package_at_a_time_and_each_answered_by_its_receiver(
    scene: Scene, arrival: dict[str, Any]
) -> None:
    with pytest.raises(InvalidInput, match="waits for its answer"):
        actions.receive_again(**PACKAGE, **arrival)
    with pytest.raises(NotFound):  # it is for us to answer, not for them
        actions.answer_transfer(outcome="refused", answered_on=TODAY, note="No", **arrival)


def test_a_reference_in_use_opens_no_second_record(scene: Scene, arrival: dict[str, Any]) -> None:
    again = {"national_register_ref": "NR-7001", "name": "A Namesake", "team_id": scene.east.pk}
    with pytest.raises(InvalidInput) as refused:
        actions.receive_transfer(by=scene.manager, now=NOW, **again, **PACKAGE)
    assert set(refused.value.problems) == {"national_register_ref"}
    assert Offender.objects.filter(name="A Namesake").count() == 0


def test_only_who_manages_offenders_in_a_team_receives_into_it(scene: Scene) -> None:
    western = scene.viewer("west_sergeant", Role.SUPERVISOR, team=scene.west)
    who = {"national_register_ref": "NR-7002", "name": "Nobody Here", "team_id": scene.east.pk}
    with pytest.raises(NotAllowed):
        actions.receive_transfer(by=western, now=NOW, **who, **PACKAGE)
