"""Records given from one person to another: all or none, with a reason, and back again."""

import pytest
from tests.ledger.scene import DAY, NOW, TODAY, Scene, make_scene

from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import RoleGrant
from dutybook.access.roles import Role
from dutybook.ledger.models import Allocation, Entry, Reallocated, Subject, SubjectKind
from dutybook.ledger.queries.loads import carriers, effect
from dutybook.ledger.queries.reallocations import reallocation, reallocations
from dutybook.ledger.reallocating import Given, reallocate, undo_reallocation
from dutybook.records.investigations import actions as investigations


@pytest.fixture
def colleague(scene: Scene) -> int:
    return scene.user("colleague", Role.OFFENDER_MANAGER).pk


def give(scene: Scene, subjects: list[int], owner: int | None, **more: object) -> Given:
    asked = {
        "by": scene.supervisor,
        "now": NOW,
        "subject_ids": subjects,
        "team_id": scene.east.pk,
        "owner_id": owner,
        "reason": "On long leave",
    } | more
    return reallocate(SubjectKind.OFFENDER, **asked)  # type: ignore[arg-type]


def owners(subjects: list[int]) -> set[int | None]:
    return set(Subject.objects.filter(pk__in=subjects).values_list("owner_id", flat=True))


def test_ten_are_given_at_once_and_all_ten_go_back(scene: Scene, colleague: int) -> None:
    ten = [scene.offender(level="high") for _ in range(10)]
    kept = scene.offender()
    due = set(Entry.objects.values_list("subject_id", "duty", "opened_at"))
    made = give(scene, ten, colleague)
    assert owners(ten) == {colleague}
    assert owners([kept]) == {scene.manager.user_id}
    assert set(Entry.objects.values_list("subject_id", "duty", "opened_at")) == due
    back = undo_reallocation(by=scene.supervisor, now=NOW + DAY, reallocation_id=made.number)
    assert (back.subject_ids, back.left) == (tuple(ten), ())
    assert owners(ten) == {scene.manager.user_id}
    with pytest.raises(InvalidInput, match="undone already"):
        undo_reallocation(by=scene.supervisor, now=NOW + DAY, reallocation_id=made.number)


def test_one_that_cannot_be_given_leaves_all_as_they_were(scene: Scene, colleague: int) -> None:
    ours, theirs = scene.offender(), scene.offender()
    scene.give(theirs, scene.west)
    before = Allocation.objects.count()
    with pytest.raises(NotFound):
        give(scene, [ours, theirs], colleague)
    for wrong, field in (
        ({"subject_ids": []}, "subjects"),
        ({"reason": " "}, "reason"),
        ({"owner_id": scene.wellbeing.user_id}, "owner"),
        ({"team_id": make_scene("south-vale").east.pk}, "team"),
        ({"seen_owners": {ours: None}}, "subjects"),
    ):
        with pytest.raises(InvalidInput) as refused:
            give(scene, [ours], colleague, **wrong)
        assert field in refused.value.problems
    with pytest.raises(NotAllowed):
        give(scene, [ours], colleague, by=scene.manager)
    assert Allocation.objects.count() == before


def test_what_was_given_on_since_is_left_by_an_undo_and_named(scene: Scene, colleague: int) -> None:
    first, second = scene.offender(), scene.offender()
    made = give(scene, [first, second], colleague)
    give(scene, [second], None, now=NOW + DAY)
    back = undo_reallocation(by=scene.supervisor, now=NOW + 2 * DAY, reallocation_id=made.number)
    assert (back.subject_ids, back.left) == ((first,), (second,))
    assert owners([first]) == {scene.manager.user_id}
    assert owners([second]) == {None}


def test_nothing_goes_back_to_somebody_who_left(scene: Scene, colleague: int) -> None:
    made = give(scene, [scene.offender()], colleague)
    RoleGrant.objects.filter(user_id=scene.manager.user_id).update(until_at=NOW)
    with pytest.raises(InvalidInput, match="can go back"):
        undo_reallocation(by=scene.supervisor, now=NOW + DAY, reallocation_id=made.number)


def test_bails_go_with_their_suspect_and_come_back(scene: Scene) -> None:
    suspect = investigations.receive_referral(
        by=scene.investigator,
        now=NOW - 9 * DAY,
        received_at=NOW - 9 * DAY,
        reference="OP-1",
        team_id=scene.east.pk,
    ).subject_id
    bail = investigations.open_bail(
        by=scene.investigator,
        now=NOW - 8 * DAY,
        suspect_id=suspect,
        first_day=TODAY - 8 * DAY,
        last_day=TODAY + 80 * DAY,
        conditional=True,
    ).subject_id
    made = reallocate(
        SubjectKind.SUSPECT,
        by=scene.supervisor,
        now=NOW,
        subject_ids=[suspect],
        team_id=scene.east.pk,
        owner_id=scene.investigator.user_id,
        reason="Nobody had them",
    )
    assert owners([suspect, bail]) == {scene.investigator.user_id}
    undo_reallocation(by=scene.supervisor, now=NOW + DAY, reallocation_id=made.number)
    assert owners([suspect, bail]) == {None}
    assert Reallocated.objects.filter(subject_id=bail).count() == 0


def test_the_effect_is_counted_for_both_before_and_after(scene: Scene, colleague: int) -> None:
    scene.policy("visit.maximum", 3, unit="months")
    late = scene.offender(level="very_high")
    quiet = scene.offender(level="low")
    scene.visit(quiet, NOW - 80 * DAY)
    held = scene.offender(level="medium", owner_id=colleague)
    chosen = carriers(scene.supervisor, SubjectKind.OFFENDER, TODAY, owner_id=scene.manager.user_id)
    assert [one.subject_id for one in chosen.chosen] == [late, quiet]
    assert chosen.records == {scene.manager.user_id: 2, colleague: 1}
    seen = effect(
        scene.supervisor, SubjectKind.OFFENDER, TODAY, subject_ids=[late], owner_id=colleague
    )
    mine, theirs = seen.shifts
    assert (mine.owner_id, theirs.owner_id) == (scene.manager.user_id, colleague)
    assert (mine.before.records, mine.after.records) == (2, 1)
    assert (theirs.before.records, theirs.after.records) == (1, 2)
    assert (mine.before.by_level["very_high"], mine.after.by_level["very_high"]) == (1, 0)
    assert (theirs.before.by_level["medium"], theirs.after.by_level["very_high"]) == (1, 1)
    assert theirs.after.overdue == theirs.before.overdue + seen.records[0].overdue
    assert mine.before.overdue + theirs.before.overdue == (
        mine.after.overdue + theirs.after.overdue
    )
    assert mine.after.due_soon >= 1  # the quiet one's visit: three months after 5 September
    give(scene, [late], colleague)
    again = effect(scene.supervisor, SubjectKind.OFFENDER, TODAY, subject_ids=[held], owner_id=None)
    assert [one.before.records for one in again.shifts] == [2, 0]
    assert next(one for one in again.shifts if one.owner_id == colleague).before == theirs.after


def test_only_a_supervisor_of_the_team_is_shown_what_can_be_given(scene: Scene) -> None:
    subject = scene.offender()
    western = scene.viewer("west_sergeant", Role.SUPERVISOR, team=scene.west)
    for other in (western, scene.manager, scene.analyst):
        assert carriers(other, SubjectKind.OFFENDER, TODAY, owner_id=scene.manager.user_id) == (
            carriers(other, SubjectKind.OFFENDER, TODAY)
        )
        with pytest.raises(NotFound):
            effect(other, SubjectKind.OFFENDER, TODAY, subject_ids=[subject], owner_id=None)


def test_decisions_are_read_only_by_those_who_see_the_records(scene: Scene, colleague: int) -> None:
    seen, unseen = scene.offender(), scene.offender()
    made = give(scene, [seen, unseen], colleague)
    scene.give(unseen, scene.west)
    page = reallocation(scene.supervisor, made.number)
    assert [one.subject_id for one in page.records] == [seen]
    assert (page.head.records, page.head.reason) == (1, "On long leave")
    assert (page.records[0].from_owner, page.records[0].to_owner) == ("Manager", "Colleague")
    assert [row.number for row in reallocations(scene.supervisor).rows] == [made.number]
    with pytest.raises(NotFound):
        reallocation(scene.investigator, made.number)
    assert reallocations(scene.investigator).rows == ()
