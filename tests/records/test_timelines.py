"""A record's history is every fact as it stands, on whichever page it is read."""

from typing import Any

import pytest
from tests.ledger.scene import DAY, NOW, Scene

from dutybook.ledger.models import Subject
from dutybook.ledger.queries import Event, timeline, versions_of
from dutybook.ledger.registry import sources
from dutybook.records.offenders import actions
from dutybook.records.offenders.models import Visit

Told = tuple[Any, ...]


@pytest.fixture
def visits(scene: Scene, offender: int, order: int) -> list[int]:
    """Six visits: two moved, one before all others and one after; one withdrawn, one twice."""
    assert Subject.objects.get(pk=order).beneath_id == offender
    made = []
    for number in range(6):
        scene.visit(offender, NOW - (60 - 7 * number) * DAY)
        made.append(Visit.objects.latest("fact_id").fact_id)
    for fact_id, days in ((made[3], 300), (made[0], 1)):
        correct(scene, offender, fact_id, days)
    change = {"by": scene.manager, "subject_id": offender, "reason": "Never was"}
    actions.withdraw_visit(**change, now=NOW, fact_id=made[2], seen_version=1)
    for version in (1, 2):
        correct(scene, offender, made[4], 30 + version, seen_version=version)
    return made


def correct(scene: Scene, subject: int, fact_id: int, days: int, seen_version: int = 1) -> None:
    actions.correct_visit(
        by=scene.manager, now=NOW, subject_id=subject, fact_id=fact_id, seen_version=seen_version,
        reason="Another day", at=NOW - days * DAY, outcome="seen", announced=False, crew=2,
        second_confirmed=True, findings=f"Found {days}", officers_view="",
    )  # fmt: skip


def as_it_stands(subjects: set[int]) -> list[Told]:
    """Of each fact the newest version, newest first: from the models, one fact after another."""
    found = []
    for source in sources():
        newest: dict[int, Any] = {}
        for fact in source.model.objects.order_by("version"):
            newest[fact.fact_id] = fact
        found += [
            (one.at, one.fact_id, source.table, one.version, one.withdrawn, one.change_reason)
            for one in newest.values()
            if one.subject_id in subjects
        ]
    return sorted(found, reverse=True)


def told(event: Event) -> Told:
    return (
        *(event.at, event.fact_id, event.table, event.version, event.withdrawn),
        event.change_reason,
    )


@pytest.mark.parametrize("size", [1, 3, 100])
def test_every_fact_stands_once_where_its_newest_version_puts_it(
    scene: Scene, offender: int, order: int, visits: list[int], size: int
) -> None:
    read, place = [], ""
    while True:
        page = timeline(scene.manager, offender, page=place, size=size)
        read += [told(event) for event in page.rows]
        if page.next is None:
            break
        place = page.next
    expected = as_it_stands({offender, order})
    assert read == expected
    assert {one[1] for one in expected} >= set(visits)
    assert len(expected) > len(visits)


def test_what_a_fact_says_is_what_its_newest_version_says(
    scene: Scene, offender: int, visits: list[int]
) -> None:
    page = timeline(scene.manager, offender, tables=["visit"])
    findings = {event.fact_id: event.details["findings"] for event in page.rows}
    assert findings == {
        visits[0]: "Found 1", visits[1]: "", visits[2]: "", visits[3]: "Found 300",
        visits[4]: "Found 32", visits[5]: "",
    }  # fmt: skip
    assert {event.table for event in page.rows} == {"visit"}


def test_every_version_can_be_read(scene: Scene, offender: int, visits: list[int]) -> None:
    found = versions_of(scene.manager, offender, "visit", visits[4])
    assert {(one.version, one.details["findings"]) for one in found} == {
        (1, ""), (2, "Found 31"), (3, "Found 32"),
    }  # fmt: skip
