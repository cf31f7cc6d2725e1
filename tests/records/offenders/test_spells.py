"""Where an offender was, from when until when."""

from datetime import date, timedelta

import pytest
from tests.ledger.scene import DAY, NOW, Scene

from dutybook.records.offenders import actions
from dutybook.records.offenders.queries.spells import spells


@pytest.fixture
def subject(scene: Scene) -> int:
    return scene.offender()


def at(scene: Scene, subject: int, days_ago: int, state: str, note: str = "") -> None:
    actions.set_community_status(
        by=scene.manager, now=NOW, subject_id=subject, at=NOW - days_ago * DAY, state=state,
        note=note,
    )  # fmt: skip


def found(subject: int) -> list[tuple[str, int, bool]]:
    """Where, for how many days, and whether it lasts."""
    return [(one.where, one.days, one.until_at is None) for one in spells(subject, now=NOW)]


def test_each_state_lasts_until_the_next_and_what_is_said_twice_is_one(
    scene: Scene, subject: int
) -> None:
    at(scene, subject, 100, "custody", "Recalled")
    at(scene, subject, 90, "custody")
    at(scene, subject, 40, "community")
    assert found(subject)[:2] == [("community", 40, True), ("custody", 60, False)]
    assert spells(subject, now=NOW)[1].note == "Recalled"


def test_not_found_runs_beside_where_they_are_held_to_be(scene: Scene, subject: int) -> None:
    before = found(subject)
    for days, state in ((30, "not_found"), (20, "not_found"), (9, "known")):
        actions.set_whereabouts(
            by=scene.manager,
            now=NOW,
            subject_id=subject,
            at=NOW - days * DAY,
            state=state,
            note="His sister says so",
        )
    assert found(subject) == [("not_found", 21, False), *before]


def test_a_journey_ends_with_the_return_that_follows_it(scene: Scene, subject: int) -> None:
    before = found(subject)
    given = {"by": scene.manager, "now": NOW, "subject_id": subject}
    today: date = NOW.date()
    for departs in (today - 30 * DAY, today - 10 * DAY, today + 5 * DAY):
        actions.record_travel(departs=departs, was_notified=False, destination="Elba", **given)
    actions.returned(at=NOW - 21 * DAY, **given)
    rows = spells(subject, now=NOW)
    travels = [one for one in rows if one.where == "travel_abroad"]
    assert [(one.days, one.until_at is None, one.is_ahead) for one in travels] == [
        (0, True, True), (10, True, False), (9, False, False),
    ]  # fmt: skip
    assert [one.note for one in travels] == ["Elba"] * 3
    assert len(rows) == len(before) + 3


def test_another_offender_is_not_among_them(scene: Scene, subject: int) -> None:
    other = scene.offender()
    at(scene, other, 3, "hospital")
    assert "hospital" not in {where for where, *_ in found(subject)}


def test_the_section_takes_one_statement_for_it(
    scene: Scene, subject: int, django_assert_num_queries
) -> None:
    at(scene, subject, 3, "hospital")
    with django_assert_num_queries(1):
        assert spells(subject, now=NOW + timedelta(hours=1))
