"""A hidden record opened out of hours: with a reason, for hours, for reading, looked at after."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from tests.ledger.scene import NOW, Scene, make_scene
from tests.records.people.scene import find

from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import AccessLogRow, EmergencyOpening, RoleGrant, User
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer, viewer_for
from dutybook.ledger.models import Notice, Subject
from dutybook.records.offenders import actions as offenders
from dutybook.records.offenders import queries as offender_queries
from dutybook.records.people import actions, queries

HOURS = timedelta(hours=4)
WHY = "A child is said to be at his address now."


def duty(scene: Scene, at: datetime = NOW) -> Viewer:
    """The duty officer, as they stand at a moment."""
    scene.viewer("duty", Role.DUTY_OFFICER, rank="inspector")
    return viewer_for(scene.users["duty"], now=at, route="test", request_id="1")


def hit(scene: Scene, by: Viewer) -> int:
    [number] = find(by, "Alfred Quillfeather").hits
    return number


def opened(scene: Scene, **values: Any) -> EmergencyOpening:
    by = values.pop("by", None) or duty(scene)
    hit_id = values.pop("hit_id", None) or hit(scene, by)
    return actions.open_in_emergency(
        **{"by": by, "now": NOW, "hit_id": hit_id, "reason": WHY} | values
    )


@pytest.fixture
def alfred(scene: Scene) -> int:
    scene.policy("emergency.hours", 4)
    scene.supervisor, scene.chief  # noqa: B018 - makes their accounts
    return restricted(scene)


def restricted(scene: Scene) -> int:
    subject = scene.offender(name="Alfred Quillfeather")
    Subject.objects.filter(pk=subject).update(restricted=True)
    return subject


def told(code: str) -> list[str]:
    found = Notice.objects.filter(reminder__code=code).order_by("user__display_name")
    return list(found.values_list("user__display_name", flat=True))


def test_a_search_tells_the_duty_officer_alone_what_could_be_opened(
    scene: Scene, alfred: int
) -> None:
    by = duty(scene)
    found = find(by, "Alfred Quillfeather")
    assert (found.people, len(found.hits)) == ((), 1)
    assert found.ring == ("Manager (constable)", "Supervisor (sergeant)")
    assert find(scene.investigator, "Alfred Quillfeather").hits == ()


def test_the_record_is_open_for_the_hours_and_for_reading_alone(scene: Scene, alfred: int) -> None:
    with pytest.raises(NotFound):
        offender_queries.offender_page(duty(scene), alfred, now=NOW)
    made = opened(scene)
    assert (made.until_at, made.subject_ids) == (NOW + HOURS, [alfred])
    reads = duty(scene)
    assert reads.emergency_subject_ids == {alfred}
    assert offender_queries.offender_page(reads, alfred, now=NOW)
    with pytest.raises(NotAllowed):
        offenders.set_risk_level(by=reads, now=NOW, subject_id=alfred, at=NOW, level="low")
    later = duty(scene, NOW + HOURS)
    assert later.emergency_subject_ids == frozenset()
    with pytest.raises(NotFound):
        offender_queries.offender_page(later, alfred, now=NOW + HOURS)


def test_what_lies_beneath_is_opened_with_it(scene: Scene, alfred: int) -> None:
    part = Subject.objects.create(
        kind="order", force=scene.force, team=scene.east, beneath_id=alfred, label="An order"
    )
    assert opened(scene).subject_ids == [alfred, part.pk]


def test_even_a_manager_on_duty_writes_nothing_in_it(scene: Scene, alfred: int) -> None:
    both = duty(scene)
    user = User.objects.get(pk=both.user_id)
    RoleGrant.objects.create(
        user=user, force=scene.force, role="offender_manager", team=scene.west,
        from_at=NOW - timedelta(days=1),
    )  # fmt: skip
    opened(scene, by=duty(scene))
    reads = duty(scene)
    assert offender_queries.offender_page(reads, alfred, now=NOW)
    with pytest.raises(NotAllowed):
        offenders.set_risk_level(by=reads, now=NOW, subject_id=alfred, at=NOW, level="low")


def test_supervisors_of_the_team_are_told_and_where_there_are_none_the_chief_officers(
    scene: Scene, alfred: int
) -> None:
    number = hit(scene, duty(scene))
    opened(scene, hit_id=number)
    assert told("emergency_opened") == ["Supervisor"]
    RoleGrant.objects.filter(role="supervisor").delete()
    opened(scene, hit_id=number)
    assert told("emergency_opened") == ["Chief", "Supervisor"]


def test_somebody_else_says_whether_it_had_to_be(scene: Scene, alfred: int) -> None:
    made = opened(scene)
    given = {"now": NOW, "opening_id": made.pk, "review": "I rang the patrol."}
    elsewhere = make_scene("otherbury")
    westerner = scene.viewer("westerner", Role.SUPERVISOR, team=scene.west)
    for hidden in (scene.manager, westerner, elsewhere.supervisor, elsewhere.chief, duty(scene)):
        with pytest.raises(NotFound):
            actions.review_emergency(by=hidden, outcome="justified", **given)
    with pytest.raises(InvalidInput):
        actions.review_emergency(by=scene.supervisor, outcome="perhaps", **given)
    actions.review_emergency(by=scene.supervisor, outcome="not_justified", **given)
    assert told("emergency_reviewed") == ["Duty"]
    with pytest.raises(InvalidInput, match="already"):
        actions.review_emergency(by=scene.chief, outcome="justified", **given)
    row = queries.opening(scene.chief, made.pk, now=NOW)
    assert (row.opening.outcome, row.may_review, row.is_open) == ("not_justified", False, True)


def test_nobody_looks_at_what_they_opened_themselves(scene: Scene, alfred: int) -> None:
    by = duty(scene)
    RoleGrant.objects.create(
        user_id=by.user_id, force=scene.force, role="chief_officer", from_at=NOW
    )
    made = opened(scene, hit_id=hit(scene, by))
    both = duty(scene)
    with pytest.raises(NotAllowed, match="somebody else"):
        actions.review_emergency(
            by=both, now=NOW, opening_id=made.pk, outcome="justified", review="Mine"
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        EmergencyOpening.objects.filter(pk=made.pk).update(
            outcome="justified", review="Mine", reviewed_at=NOW, reviewed_by=by.user_id
        )


def test_the_list_shows_ones_own_and_those_to_look_at(scene: Scene, alfred: int) -> None:
    made = opened(scene)
    [own] = queries.openings(duty(scene), now=NOW).rows
    assert (own.opening, own.label is not None, own.may_review) == (made, True, False)
    [closed] = queries.openings(duty(scene, NOW + HOURS), now=NOW + HOURS).rows
    assert (closed.label, closed.is_open) == (None, False)
    [to_review] = queries.openings(scene.supervisor, now=NOW).rows
    assert to_review.may_review
    assert queries.openings(scene.viewer("w", Role.SUPERVISOR, team=scene.west), now=NOW).rows == ()
    with pytest.raises(NotFound):
        queries.opening(scene.manager, made.pk, now=NOW)


def test_only_the_duty_officer_opens_only_what_their_own_search_hit(
    scene: Scene, alfred: int
) -> None:
    by = duty(scene)
    number = hit(scene, by)
    for other in (scene.manager, scene.investigator, scene.supervisor, scene.analyst):
        with pytest.raises(NotAllowed):
            opened(scene, by=other, hit_id=number)
    second = scene.viewer("second", Role.DUTY_OFFICER)
    for unknown in (number, number + 1000):
        with pytest.raises(NotFound):
            opened(scene, by=second, hit_id=unknown)
    with pytest.raises(InvalidInput, match="cannot wait"):
        opened(scene, by=by, hit_id=number, reason=" ")
    assert not EmergencyOpening.objects.exists()
    opened(scene, by=by, hit_id=number)
    row = AccessLogRow.objects.filter(detail="opened out of hours for 4 hours").get()
    assert row.subjects == [alfred]


def test_unset_hours_open_nothing(scene: Scene) -> None:
    restricted(scene)
    with pytest.raises(InvalidInput, match="has not set for how long"):
        opened(scene)


def test_a_search_of_another_night_opens_nothing(scene: Scene, alfred: int) -> None:
    number = hit(scene, duty(scene))
    late = NOW + HOURS + timedelta(seconds=1)
    with pytest.raises(InvalidInput, match="Search again"):
        opened(scene, by=duty(scene, late), hit_id=number, now=late)
    opened(scene, by=duty(scene, NOW + HOURS), hit_id=number, now=NOW + HOURS)
