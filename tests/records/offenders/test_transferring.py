"""Nobody falls between two forces: a transfer ends duties only when the receiver has accepted."""

from datetime import timedelta
from typing import Any

import pytest
from tests.ledger.scene import DAY, NOW, TODAY, Scene

from dutybook.access.errors import InvalidInput, NotFound
from dutybook.access.roles import Role
from dutybook.ledger.models import Entry
from dutybook.ledger.queries import subject_entries
from dutybook.records.offenders import actions
from dutybook.records.offenders.models import Transfer, TransferAnswer
from dutybook.records.offenders.queries import offender_page, transfer_page, waiting_transfers

VISITS = "visit_within_interval"


@pytest.fixture
def sent(scene: Scene, offender: int) -> dict[str, Any]:
    """An overdue offender, sent to another force nine days ago."""
    scene.policy("visit.maximum", 3, unit="months")
    given = {"by": scene.manager, "now": NOW, "subject_id": offender}
    actions.send_transfer(
        sent_on=TODAY - timedelta(days=9),
        force="South Vale",
        contact="Their duty desk",
        reason="Moved in with his brother",
        **given,
    )
    return given


def visits(scene: Scene, subject: int) -> list[str]:
    rows = subject_entries(scene.manager, subject, TODAY, also_closed=True)
    return [one.status for one in rows if one.duty == VISITS]


def test_nothing_ends_when_the_package_is_sent_or_refused(
    scene: Scene, sent: dict[str, Any]
) -> None:
    assert visits(scene, sent["subject_id"]) == ["overdue"]
    [waiting] = waiting_transfers(scene.supervisor, now=NOW)
    assert (waiting.subject_id, waiting.days, waiting.force) == (
        sent["subject_id"],
        9,
        "South Vale",
    )
    actions.answer_transfer(outcome="refused", answered_on=TODAY, note="Not our county", **sent)
    assert visits(scene, sent["subject_id"]) == ["overdue"]
    assert waiting_transfers(scene.supervisor, now=NOW) == ()
    actions.send_transfer(
        sent_on=TODAY, force="South Vale", contact="A desk", reason="Again", **sent
    )
    page = transfer_page(scene.manager, sent["subject_id"], now=NOW)
    assert [one.outcome for one in page.transfers] == ["", "refused"]
    assert page.waiting is not None


@pytest.mark.parametrize("days_ago", [0, 4])
def test_accepted_it_closes_what_is_open_as_it_stands(
    scene: Scene, sent: dict[str, Any], days_ago: int
) -> None:
    day = TODAY - timedelta(days=days_ago)
    actions.answer_transfer(
        outcome="accepted", answered_on=day, answered_by="Inspector of South Vale", **sent
    )
    header = offender_page(scene.manager, sent["subject_id"], now=NOW).header
    assert header.community_status == "transferred"
    assert visits(scene, sent["subject_id"]) == ["closed_unmet"]  # late stays late
    assert not Entry.objects.filter(
        subject_id=sent["subject_id"], duty=VISITS, closed_at=None
    ).exists()


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"outcome": "accepted"}, "answered_by"),
        ({"outcome": "refused"}, "note"),
        ({"outcome": "taken_back"}, "note"),
        ({"outcome": "perhaps"}, "outcome"),
        ({"answered_on": TODAY + timedelta(days=1)}, "answered_on"),
        ({"answered_on": TODAY - timedelta(days=10)}, "answered_on"),
    ],
)
def test_an_answer_says_who_or_why_and_when(
    sent: dict[str, Any], answers: dict[str, Any], field: str
) -> None:
    given = {"outcome": "refused", "answered_on": TODAY} | answers
    with pytest.raises(InvalidInput) as refused:
        actions.answer_transfer(**given, **sent)
    assert field in refused.value.problems
    assert TransferAnswer.objects.count() == 0


def test_one_package_at_a_time_and_one_answer_to_each(sent: dict[str, Any]) -> None:
    again = {"sent_on": TODAY, "force": "West Vale", "contact": "A desk", "reason": "Moved"}
    with pytest.raises(InvalidInput, match="waits for its answer"):
        actions.send_transfer(**again, **sent)
    actions.answer_transfer(outcome="taken_back", answered_on=TODAY, note="He came back", **sent)
    with pytest.raises(NotFound):
        actions.answer_transfer(outcome="refused", answered_on=TODAY, note="No", **sent)
    assert Transfer.objects.count() == 1


def test_nobody_is_transferred_by_a_word(scene: Scene, offender: int) -> None:
    given = {"by": scene.manager, "now": NOW, "subject_id": offender}
    with pytest.raises(InvalidInput) as refused:
        actions.set_community_status(at=NOW - DAY, state="transferred", **given)
    assert set(refused.value.problems) == {"state"}


def test_what_waits_is_seen_by_those_who_see_the_record(scene: Scene, sent: dict[str, Any]) -> None:
    western = scene.viewer("west_sergeant", Role.SUPERVISOR, team=scene.west)
    assert waiting_transfers(western, now=NOW) == ()
    with pytest.raises(NotFound):
        transfer_page(western, sent["subject_id"], now=NOW)
