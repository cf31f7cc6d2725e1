"""What is to be put right about people: each rule finds its fault and nothing else."""

from datetime import date, timedelta

import pytest
from tests.ledger.scene import DAY, NOW, Scene
from tests.records.people.scene import ADDRESS, person_of, say

from dutybook.access.errors import InvalidInput
from dutybook.access.roles import Role
from dutybook.records.people import actions, queries


def faults(scene: Scene, rule: str, by=None) -> list[int]:
    page = queries.people_quality(by or scene.manager, now=NOW, rule=rule)
    assert page.counts[rule] == len(page.rows)
    return [one.person_id for one in page.rows]


@pytest.fixture
def bare(scene: Scene) -> int:
    return person_of(scene.offender(name="Alfred Quillfeather"))


@pytest.fixture
def whole(scene: Scene) -> int:
    person = person_of(scene.offender(name="Berta Marlpike", date_of_birth=date(1980, 1, 1)))
    say(scene, person, "address", **ADDRESS)
    return person


def test_missing_births_and_residences_with_owner_and_age(scene, bare, whole):
    assert faults(scene, "no_birth") == [bare]
    assert faults(scene, "no_address") == [bare]
    [fault] = queries.people_quality(scene.manager, now=NOW, rule="no_birth").rows
    assert (fault.label, fault.owner, fault.team) == ("Alfred Quillfeather", "Manager", "East")
    assert fault.since == NOW - 700 * DAY
    assert fault.days == 700


def test_a_birth_or_residence_of_the_entry_merged_counts(scene, bare, whole):
    actions.merge(by=scene.supervisor, now=NOW, kept_id=bare, absorbed_id=whole, reason="Same")
    assert faults(scene, "no_birth") == []
    assert faults(scene, "no_address") == []


def test_a_residence_that_ended_is_none_now(scene, whole):
    [one] = queries.person_page(scene.manager, whole).said["address"]
    actions.end(by=scene.manager, now=NOW, person_id=whole, kind="address", fact_id=one.fact_id,
                seen_version=1, until_day=(NOW - DAY).date(), reason="Evicted")  # fmt: skip
    assert faults(scene, "no_address") == [whole]


def test_the_same_number_in_two_people_until_they_are_one(scene, bare, whole):
    for person in (bare, whole):
        say(scene, person, "identifier", scheme="pnc", value="99/123456X")
        say(scene, person, "identifier", scheme="other", value="7")
    assert sorted(faults(scene, "same_number")) == sorted([bare, whole])
    actions.merge(by=scene.supervisor, now=NOW, kept_id=bare, absorbed_id=whole, reason="Same")
    assert faults(scene, "same_number") == []


def test_two_residences_at_once_show_after_a_merge(scene, bare, whole):
    say(scene, bare, "address", **{**ADDRESS, "place": "3 Quay Steps"})
    assert faults(scene, "two_residences") == []
    actions.merge(by=scene.supervisor, now=NOW, kept_id=bare, absorbed_id=whole, reason="Same")
    assert sorted(faults(scene, "two_residences")) == sorted([bare, whole])


def test_warnings_never_or_long_ago_checked(scene, bare, whole):
    today = NOW.date()
    say(scene, bare, "flag", signal="dogs")
    say(scene, whole, "flag", signal="dogs", verified_on=today - timedelta(days=365))
    say(scene, whole, "flag", signal="weapons", verified_on=today - timedelta(days=364))
    assert faults(scene, "never_verified") == [bare]
    unset = queries.people_quality(scene.manager, now=NOW, rule="not_verified_lately")
    assert (unset.rows, unset.counts["not_verified_lately"]) == ((), None)
    scene.policy("people.warning_checked_days", 364)
    assert faults(scene, "not_verified_lately") == [whole]
    [fault] = queries.people_quality(scene.manager, now=NOW, rule="not_verified_lately").rows
    assert fault.days == 365


def test_only_what_may_be_seen_is_listed_and_a_rule_that_is_none_refused(scene, bare):
    western = scene.viewer("western", Role.OFFENDER_MANAGER, team=scene.west)
    assert faults(scene, "no_birth", by=western) == []
    with pytest.raises(InvalidInput):
        queries.people_quality(scene.manager, now=NOW, rule="nonsense")
