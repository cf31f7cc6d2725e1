"""Warnings that stand are told to whoever goes there, whichever record says them."""

from datetime import date

from tests.ledger.scene import DAY, NOW, Scene
from tests.records.people.scene import person_of, say

from dutybook.access.models import AccessLogRow, RoleGrant
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer
from dutybook.records.offenders.queries import header_for_form, offender_page, week
from dutybook.records.people import actions
from dutybook.records.people.queries import identity_of, warnings_of
from dutybook.web.identity import warnings

TODAY = NOW.date()


def lines(viewer: Viewer, *subjects: int, day: date = TODAY) -> dict[int, list[str]]:
    found = warnings_of(viewer, subjects, day)
    return {subject: [one.line for one in said] for subject, said in found.items()}


def test_what_stands_is_told_and_what_is_over_or_withdrawn_is_not(scene: Scene) -> None:
    subject, quiet = scene.offender(), scene.offender()
    person = person_of(subject)
    dog = say(scene, person, "flag", signal="dogs", detail="Two, loose in the yard")
    weapon = say(scene, person, "flag", signal="weapons")
    assert lines(scene.manager, subject, quiet) == {
        subject: ["Dangerous dog, Two, loose in the yard", "Weapons"]
    }
    change = {"by": scene.manager, "now": NOW + DAY, "person_id": person, "kind": "flag",
              "seen_version": 1}  # fmt: skip
    actions.end(**change, fact_id=dog.fact_id, until_day=TODAY, reason="The dogs are gone")
    assert lines(scene.manager, subject)[subject] == [
        "Dangerous dog, Two, loose in the yard", "Weapons",
    ]  # fmt: skip
    assert lines(scene.manager, subject, day=TODAY + DAY) == {subject: ["Weapons"]}
    actions.withdraw(**change, fact_id=weapon.fact_id, reason="Another person's")
    assert lines(scene.manager, subject, day=TODAY + DAY) == {}
    assert warnings_of(scene.manager, [], TODAY) == {}


def test_a_corrected_warning_is_told_once_as_it_stands(scene: Scene) -> None:
    subject = scene.offender()
    person = person_of(subject)
    dog = say(scene, person, "flag", signal="dogs")
    change = {"by": scene.manager, "now": NOW, "person_id": person, "kind": "flag"}
    actions.correct(**change, fact_id=dog.fact_id, seen_version=1, reason="Looked again",
                    values={"signal": "violent"})  # fmt: skip
    assert lines(scene.manager, subject) == {subject: ["Violence"]}


def two_records(scene: Scene) -> tuple[int, int, Viewer]:
    """Records of two teams, and somebody who may see and change both."""
    west = scene.viewer("west.manager", Role.OFFENDER_MANAGER, team=scene.west)
    here = scene.offender()
    there = scene.offender(by=west, team_id=scene.west.pk, owner_id=west.user_id)
    both = scene.user("both", Role.SUPERVISOR)
    RoleGrant.objects.create(user=both, force=scene.force, role=Role.SUPERVISOR, team=scene.west,
                             from_at=NOW - DAY)  # fmt: skip
    return here, there, scene.viewer("both", Role.SUPERVISOR)


def test_another_record_of_the_same_person_warns_whoever_may_see_it(scene: Scene) -> None:
    here, there, over_both = two_records(scene)
    say(scene, person_of(there), "flag", by=over_both, signal="weapons")
    for kept, absorbed in ((here, there), (there, here)):
        made = actions.merge(by=over_both, now=NOW, kept_id=person_of(kept),
                             absorbed_id=person_of(absorbed), reason="Same prints")  # fmt: skip
        assert lines(over_both, here, there) == {here: ["Weapons"], there: ["Weapons"]}
        ((told,),) = warnings_of(over_both, [here], TODAY).values()
        assert told.said_in == ("offender", there)
        assert lines(scene.manager, here) == {}
        actions.unmerge(by=over_both, now=NOW, merge_id=made.pk, reason="Brothers")
    assert lines(over_both, here, there) == {there: ["Weapons"]}


def test_the_record_says_the_same(scene: Scene) -> None:
    subject = scene.offender()
    person = person_of(subject)
    for signal in ("weapons", "dogs", "escaper"):
        say(scene, person, "flag", signal=signal)
    identity = identity_of(scene.manager, subject)
    assert identity is not None
    assert sorted(warnings(identity, TODAY)) == sorted(lines(scene.manager, subject)[subject])


def test_a_form_about_one_record_of_a_merged_person_reads_and_logs_that_one(scene: Scene) -> None:
    here, there, over_both = two_records(scene)
    say(scene, person_of(there), "flag", by=over_both, signal="weapons")
    actions.merge(by=over_both, now=NOW, kept_id=person_of(here), absorbed_id=person_of(there),
                  reason="Same prints")  # fmt: skip
    header = header_for_form(over_both, here, now=NOW)
    assert (header.subject_id, header.person_id) == (here, person_of(here))
    row = AccessLogRow.objects.latest("id")
    assert (row.detail, row.subjects) == ("offender form", [here])
    page = offender_page(over_both, here, now=NOW)  # which shows what the other record says
    assert page.identity is not None
    assert [one.subject_id for one in page.identity.said["flag"]] == [there]
    row = AccessLogRow.objects.latest("id")
    assert (row.detail, row.subjects) == ("offender", sorted([here, there]))
    other = offender_page(over_both, there, now=NOW)
    assert other.identity is not None
    assert (other.identity.person_id, len(other.identity.merges)) == (person_of(here), 1)


def test_the_round_of_a_week_logs_the_record_that_warns(scene: Scene) -> None:
    here, there, over_both = two_records(scene)
    say(scene, person_of(there), "flag", by=over_both, signal="weapons")
    actions.merge(by=over_both, now=NOW, kept_id=person_of(here), absorbed_id=person_of(there),
                  reason="Same prints")  # fmt: skip
    manager = scene.user("manager", Role.OFFENDER_MANAGER)
    RoleGrant.objects.create(user=manager, force=scene.force, role=Role.OFFENDER_MANAGER,
                             team=scene.west, from_at=NOW - DAY)  # fmt: skip
    found = week(scene.viewer("manager", Role.OFFENDER_MANAGER), TODAY)
    stops = [stop for area in found.areas for stop in area.stops]
    assert [(stop.record_id, [one.line for one in stop.warnings]) for stop in stops] == [
        (here, ["Weapons"])
    ]
    row = AccessLogRow.objects.get(detail="my week")
    assert row.subjects == sorted([here, there])
