"""A week by place: what is late or falls due, record by record, area by area."""

from datetime import date
from typing import Any

import pytest
from tests.ledger.scene import DAY, NOW, TODAY, Scene

from dutybook.access.models import AccessLogRow
from dutybook.access.roles import Role
from dutybook.ledger.models import Subject
from dutybook.records.offenders import actions
from dutybook.records.offenders.queries import week
from dutybook.records.people import actions as people
from dutybook.records.people.models import Person

VISITS = "visit_within_interval"


@pytest.fixture
def ruled(scene: Scene) -> Scene:
    scene.policy("visit.maximum", 1, unit="months")
    scene.policy("order.check_interval", 1, unit="months")
    return scene


def lives(scene: Scene, subject: int, postcode: str, **values: Any) -> None:
    person = Person.objects.get(subject_id=subject)
    said = {"residence": "main", "place": "1 Invented Row", "postcode": postcode}
    people.state(
        by=scene.manager,
        now=NOW,
        person_id=person.pk,
        kind="address",
        values={**said, "from_day": date(2025, 1, 1), **values},
    )


def visited(scene: Scene, days_ago: int, level: str, postcode: str = "") -> int:
    subject = scene.offender(level=level)
    scene.visit(subject, NOW - days_ago * DAY)
    if postcode:
        lives(scene, subject, postcode)
    return subject


def order_on(scene: Scene, offender: int) -> int:
    return actions.open_order(
        by=scene.manager,
        now=NOW,
        offender_id=offender,
        kind="shpo",
        court="A court",
        made_on=date(2026, 6, 1),
        last_day=None,
        conditions="None",
    ).subject_id


def shown(scene: Scene) -> list[tuple[str, list[int]]]:
    found = week(scene.manager, TODAY)
    return [(area.name, [stop.record_id for stop in area.stops]) for area in found.areas]


def test_areas_stand_in_the_order_of_the_most_dangerous_in_each(ruled: Scene) -> None:
    low = visited(ruled, 60, "low", "ZZ1 1ZZ")
    high = visited(ruled, 60, "high", "ZZ2 1ZZ")
    homeless = visited(ruled, 60, "very_high")
    near = visited(ruled, 60, "medium", "ZZ2 9ZZ")
    assert shown(ruled) == [("ZZ2", [high, near]), ("ZZ1", [low]), ("", [homeless])]


def test_what_falls_due_after_the_week_is_not_in_it(ruled: Scene) -> None:
    soon = visited(ruled, 26, "low", "ZZ1 1ZZ")
    visited(ruled, 2, "high", "ZZ1 1ZZ")
    found = week(ruled.manager, TODAY)
    assert found.last_day == date(2026, 11, 30)
    dated = [
        stop.record_id
        for area in found.areas
        for stop in area.stops
        if any(item.duty == VISITS for item in stop.items)
    ]
    assert dated == [soon]


def test_an_order_is_at_its_offenders_door(ruled: Scene) -> None:
    offender = visited(ruled, 60, "high", "ZZ3 1ZZ")
    order_on(ruled, offender)
    ((_, stops),) = [(area.name, area.stops) for area in week(ruled.manager, TODAY).areas]
    (stop,) = stops
    assert {VISITS, "order_conditions_checked"} <= {item.duty for item in stop.items}
    assert (stop.record_id, stop.kind) == (offender, "offender")


def test_an_offender_of_whom_an_order_alone_is_due_is_named_and_was_seen(scene: Scene) -> None:
    scene.policy("order.check_interval", 1, unit="months")
    offender = visited(scene, 12, "high", "ZZ3 1ZZ")
    order = order_on(scene, offender)
    actions.set_registration(
        by=scene.manager, now=NOW, subject_id=offender, at=NOW - 5 * DAY, state="ended"
    )
    Subject.objects.filter(pk=order).update(label="What the order is called")
    ((stop,),) = [area.stops for area in week(scene.manager, TODAY).areas]
    assert {item.subject_id for item in stop.items} == {order}
    assert (stop.record_id, stop.days_since_seen) == (offender, 12)
    assert stop.label == Subject.objects.get(pk=offender).label
    looked_at = AccessLogRow.objects.filter(operation="consultation").order_by("id")
    assert {one for row in looked_at for one in row.subjects} == {offender, order}


def test_the_place_is_where_they_live_now(ruled: Scene) -> None:
    subject = visited(ruled, 60, "high")
    lives(ruled, subject, "ZZ7 1ZZ", until_day=date(2026, 1, 1))
    lives(ruled, subject, "ZZ8 1ZZ", residence="found")
    assert shown(ruled) == [("ZZ8", [subject])]
    lives(ruled, subject, "ZZ9 1ZZ", from_day=date(2026, 1, 2))
    assert shown(ruled) == [("ZZ9", [subject])]


def test_it_is_ones_own_and_logged(ruled: Scene) -> None:
    subject = visited(ruled, 60, "high", "ZZ1 1ZZ")
    week(ruled.manager, TODAY)
    assert AccessLogRow.objects.latest("id").subjects == [subject]
    colleague = ruled.viewer("colleague", Role.OFFENDER_MANAGER)
    assert week(colleague, TODAY).areas == ()
