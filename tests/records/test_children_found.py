"""A child at risk is found by name, by those who work the record and by nobody else."""

from datetime import date
from typing import Any

import pytest
from tests.ledger.scene import DAY, NOW, Scene
from tests.records.people.scene import find, person_of

from dutybook.access.roles import Role
from dutybook.records.people import actions as people
from dutybook.records.people.models import Person, RestrictedHit
from dutybook.records.people.queries import person_page
from dutybook.records.safeguarding import actions


@pytest.fixture
def offender(scene: Scene) -> int:
    return scene.offender(name="Alfred Quillfeather")


def known(scene: Scene, root: int, **values: Any) -> int:
    given = {
        "by": scene.manager, "now": NOW, "root_id": root, "at": NOW - DAY,
        "known_as": "Tansy Merrilow", "learnt_from": "A neighbour", "note": "Seen in his garden",
    }  # fmt: skip
    return actions.know_of_child(**given | values).subject_id


def test_those_who_work_the_record_find_the_child_also_misspelt(
    scene: Scene, offender: int
) -> None:
    child = known(scene, offender, date_of_birth=date(2018, 5, 4))
    for typed in ("Tansy Merrilow", "tanzy merilow", "4/5/2018"):
        [one] = find(scene.manager, typed).people
        assert (one.person_id, one.protected) == (person_of(child), True)
        assert one.records == [(child, "child")]


def test_nobody_else_finds_it_and_whoever_answers_is_told(scene: Scene, offender: int) -> None:
    child = known(scene, offender)
    westerner = scene.viewer("westerner", Role.OFFENDER_MANAGER, team=scene.west)
    for by in (scene.analyst, westerner):
        found = find(by, "Tansy Merrilow")
        assert (found.people, found.passed_on) == ((), True)
    assert set(RestrictedHit.objects.values_list("subject_id", flat=True)) == {child}


def test_what_is_put_right_of_the_child_is_found_from_then_on(scene: Scene, offender: int) -> None:
    child = known(scene, offender, known_as="The younger child of his partner")
    actions.edit_child(
        by=scene.manager, now=NOW, subject_id=child, known_as="Tansy Merrilow",
        date_of_birth=date(2018, 5, 4), relation="A neighbour's", seen_revision=1,
    )  # fmt: skip
    [one] = find(scene.manager, "Tansy Merrilow").people
    assert (one.name, one.born) == ("Tansy Merrilow", "4 May 2018")


def test_a_child_of_two_records_can_be_said_to_be_one(scene: Scene, offender: int) -> None:
    other = scene.offender(name="Berta Marlpike")
    first, second = known(scene, offender), known(scene, other)
    assert len(find(scene.manager, "Tansy Merrilow").people) == 2
    people.merge(
        by=scene.supervisor, now=NOW, kept_id=person_of(first), absorbed_id=person_of(second),
        reason="The same address and birth",
    )  # fmt: skip
    [one] = find(scene.manager, "Tansy Merrilow").people
    assert {subject for subject, _ in one.records} == {first, second}
    assert person_page(scene.manager, one.person_id)


def test_children_that_are_loaded_are_found_too(scene: Scene, offender: int) -> None:
    rows = [{"root_id": offender, "known_as": "Tansy Merrilow", "date_of_birth": date(2018, 5, 4)}]
    [child] = actions.load_batch("child", rows, by=scene.loader, now=NOW)
    assert Person.objects.get(subject=child).protected
    assert len(find(scene.manager, "Tansy Merrilow").people) == 1
