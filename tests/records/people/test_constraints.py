"""What the database refuses by itself, whoever writes: tried with hand-typed SQL."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import DatabaseError
from tests.ledger.scene import NOW, Scene, make_scene
from tests.records.people.scene import ADDRESS, find, person_of, say

from dutybook.records.people.models import Address, Merge, Person, RestrictedHit


@pytest.fixture
def person(scene: Scene) -> Person:
    entry = person_of(scene.offender(name="Alfred Quillfeather"))
    say(scene, entry, "address", **ADDRESS)
    return Person.objects.get(pk=entry)


def run(statement: str, *values: object) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


def address(person: Person, **changed: object) -> None:
    row = {"subject_id": person.subject_id, "person_id": person.pk, "force_id": person.force_id,
           "version": 1, "at": NOW, "recorded_at": NOW, "day_only": False, "withdrawn": False,
           "change_reason": "", "from_day": "2026-01-01", "until_day": None, "source": "",
           "is_opinion": False, "residence": "main", "place": "3 Quay", "postcode": ""}  # fmt: skip
    row |= changed
    names = ", ".join(row)
    marks = ", ".join(["%s"] * len(row))
    run(f"INSERT INTO people_address ({names}) VALUES ({marks})", *row.values())


@pytest.mark.parametrize(
    ("changed", "constraint"),
    [
        ({}, "one_main_residence_at_a_time"),
        ({"from_day": "2024-01-01", "until_day": "2025-01-01"}, "one_main_residence_at_a_time"),
        ({"from_day": None, "residence": "main"}, "address_main_has_a_beginning"),
        ({"residence": "castle"}, "address_residence_known"),
        ({"residence": "other", "place": "  "}, "address_is_filled"),
        ({"residence": "other", "until_day": "2025-01-01"}, "address_ends_after_it_began"),
        ({"residence": "other", "recorded_at": "2020-01-01"}, "address_not_in_the_future"),
        ({"residence": "other", "version": 2}, "address_change_has_reason"),
    ],
)
def test_addresses(person, changed, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        address(person, **changed)


def test_residences_that_meet_but_do_not_overlap_stand(person):
    address(person, from_day="2024-01-01", until_day="2024-12-31")
    address(person, residence="other")
    assert Address.objects.count() == 3


def test_a_correction_that_ends_or_withdraws_makes_room(scene, person):
    first = Address.objects.get()
    address(person, fact_id=first.fact_id, version=2, change_reason="Moved",
            from_day="2025-01-01", until_day="2025-12-31")  # fmt: skip
    address(person)
    with pytest.raises(IntegrityError, match="one_main_residence"):
        address(person, fact_id=first.fact_id, version=3, change_reason="Undone",
                from_day="2025-01-01")  # fmt: skip


def test_one_current_name_at_a_time(person):
    with pytest.raises(IntegrityError, match="one_current_name_at_a_time"):
        run(
            "INSERT INTO people_personname (subject_id, person_id, force_id, version, at,"
            " recorded_at, day_only, withdrawn, change_reason, source, is_opinion, kind, name)"
            " VALUES (%s, %s, %s, 1, %s, %s, false, false, '', '', false, 'current', 'B C')",
            person.subject_id, person.pk, person.force_id, NOW, NOW,
        )  # fmt: skip


def test_nothing_said_belongs_to_another_force(person):
    stranger = make_scene("south-vale")
    theirs = stranger.offender()
    with pytest.raises(IntegrityError, match="address_person_of_force"):
        address(person, force_id=stranger.force.pk, subject_id=theirs, residence="other")
    with pytest.raises(IntegrityError, match="address_subject_of_force"):
        address(person, subject_id=theirs, residence="other")


TABLES = ["address", "personname", "identifier", "link", "flag", "knownin"]


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("doing", ["UPDATE people_{} SET force_id = 1", "DELETE FROM people_{}"])
def test_what_was_said_is_never_changed_or_deleted(person, table, doing):
    with pytest.raises(DatabaseError, match="permission denied"):
        run(doing.format(table))


def test_a_person_is_nobody_else_twice_and_never_themselves(scene, person):
    with pytest.raises(IntegrityError, match="person_not_same_as_itself"):
        run("UPDATE people_person SET same_as_id = id")
    other = Person.objects.create(force=scene.force)
    made = {"force": scene.force, "absorbed": other, "reason": "x", "decided_at": NOW,
            "decided_by_id": scene.supervisor.user_id}  # fmt: skip
    Merge.objects.create(kept=person, **made)
    with pytest.raises(IntegrityError, match="merge_absorbs_once"), transaction.atomic():
        Merge.objects.create(kept=person, **made)
    with pytest.raises(IntegrityError, match="merge_of_two_people"), transaction.atomic():
        Merge.objects.create(kept=other, **made)
    with pytest.raises(IntegrityError, match="merge_undone_by_somebody"):
        run("UPDATE people_merge SET undone_at = now()")


def test_a_notice_is_answered_in_words_and_by_another(scene, person):
    find(scene.investigator, "Alfred Quillfeather")
    hit = RestrictedHit.objects.get()
    with pytest.raises(IntegrityError, match="answered_in_words"):
        run("UPDATE people_restrictedhit SET answered_at = now()")
    with pytest.raises(IntegrityError, match="answered_by_another"):
        run("UPDATE people_restrictedhit SET answered_at = now(), answer = 'x',"
            " answered_by_id = asked_by_id")  # fmt: skip
    hit.pk = None
    with pytest.raises(IntegrityError, match="restricted_hit_open_once"), transaction.atomic():
        hit.save(force_insert=True)
