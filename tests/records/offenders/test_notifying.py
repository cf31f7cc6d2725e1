"""Notifications on an offender's record (ss. 83 to 91 Sexual Offences Act 2003)."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.ledger.scene import DAY, NOW, TODAY, Scene

from dutybook.access.errors import InvalidInput
from dutybook.ledger.queries import SubjectEntry, subject_entries
from dutybook.records.offenders import actions
from dutybook.records.offenders.models import ForeignTravel


@pytest.fixture
def given(scene: Scene, offender: int) -> dict[str, Any]:
    return {"by": scene.manager, "now": NOW, "subject_id": offender}


def entries(scene: Scene, offender: int, duty: str) -> list[SubjectEntry]:
    rows = subject_entries(scene.manager, offender, TODAY, also_closed=True)
    return [one for one in rows if one.duty == duty]


def test_three_days_beginning_with_the_relevant_date(
    scene: Scene, offender: int, given: dict[str, Any]
) -> None:
    actions.set_relevant_date(at=date(2026, 11, 16), matter="An offence", **given)  # a Monday
    [entry] = entries(scene, offender, "initial_notification")
    assert entry.due_at is not None
    assert (entry.due_at.date(), entry.status) == (date(2026, 11, 18), "overdue")


def test_a_change_moves_the_anniversary_and_bank_details_do_not(
    scene: Scene, offender: int, given: dict[str, Any]
) -> None:
    actions.notified(at=NOW - 300 * DAY, kind="initial", **given)
    actions.notified(at=NOW - 100 * DAY, kind="details", **given)

    def due() -> date:
        [waiting] = [e for e in entries(scene, offender, "yearly_notification") if not e.closed_at]
        assert waiting.due_at is not None
        return waiting.due_at.date()

    first = (NOW - 300 * DAY).date()
    assert due() == first.replace(year=first.year + 1)
    actions.notified(at=NOW - 50 * DAY, kind="change", **given)
    moved = (NOW - 50 * DAY).date()
    assert due() == moved.replace(year=moved.year + 1)


def test_a_date_that_falls_in_custody_waits_for_three_days_after_release(
    scene: Scene, offender: int, given: dict[str, Any]
) -> None:
    actions.notified(at=NOW - 380 * DAY, kind="initial", **given)
    actions.set_community_status(at=NOW - 30 * DAY, state="custody", **given)
    [entry] = entries(scene, offender, "yearly_notification")
    assert entry.status == "stopped"
    actions.set_community_status(at=NOW - DAY, state="community", **given)
    [entry] = entries(scene, offender, "yearly_notification")
    assert entry.due_at is not None
    assert entry.due_at.date() == TODAY + timedelta(days=1)  # the day before is the first of three


def test_without_a_fixed_home_he_notifies_weekly(
    scene: Scene, offender: int, given: dict[str, Any]
) -> None:
    actions.set_residence(at=NOW - 8 * DAY, state="none", **given)
    [entry] = entries(scene, offender, "weekly_notification")
    assert entry.status == "overdue"


@pytest.mark.parametrize(
    ("told", "days", "status"),
    [
        ({"was_notified": True, "notified_on": date(2026, 11, 13)}, 7, "met_on_time"),
        ({"was_notified": True, "notified_on": date(2026, 11, 14)}, 6, "in_breach"),
        ({"was_notified": False}, 0, "in_breach"),
        ({"was_notified": None}, None, "unknown"),
    ],
)
def test_seven_days_of_notice(
    scene: Scene,
    offender: int,
    given: dict[str, Any],
    told: dict[str, Any],
    days: int | None,
    status: str,
) -> None:
    actions.record_travel(departs=date(2026, 11, 20), **told, **given)
    assert ForeignTravel.objects.get().days_notice == days
    [entry] = entries(scene, offender, "travel_notified")
    assert entry.status == status


def test_travel_that_was_notified_says_when(scene: Scene, given: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput) as refused:
        actions.record_travel(departs=date(2026, 12, 20), was_notified=True, **given)
    assert set(refused.value.problems) == {"notified_on"}
    with pytest.raises(InvalidInput) as refused:
        actions.record_travel(departs=date(2036, 12, 20), was_notified=None, **given)
    assert set(refused.value.problems) == {"departs"}


def test_a_breach_is_put_on_the_systems_and_decided(
    scene: Scene, offender: int, given: dict[str, Any]
) -> None:
    made = actions.establish_breach(at=NOW - 2 * DAY, note="The yearly one", **given)
    assert len(entries(scene, offender, "breach_recorded_everywhere")) == 1
    answer = {"fact_id": made.fact_id, **given}
    actions.put_breach_on_systems(systems="All of them", **answer)
    actions.decide_breach(decision="no_action", rationale="He was in hospital", **answer)
    for duty in ("breach_recorded_everywhere", "breach_decided"):
        [entry] = entries(scene, offender, duty)
        assert entry.met_at is not None
