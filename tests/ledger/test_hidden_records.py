"""Another team's and a restricted subject: never listed, and counted only where figures say so."""

from datetime import date

import pytest
from django.db.models import Q
from tests.ledger.scene import NOW, TODAY, Scene, make_scene

from dutybook.access.errors import NotFound
from dutybook.access.models import AccessLogRow, RestrictedGrant
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer, viewer_for
from dutybook.ledger.queries import (
    measures,
    records_in_breach,
    subject_entries,
    timeline,
    unowned,
    versions_of,
    work_list,
)
from dutybook.ledger.queries.boards import team_board
from dutybook.ledger.queries.review_queue import review_queue
from dutybook.records.offenders import actions as offenders
from dutybook.records.offenders.queries import offender_list, offender_page

DUTY = "visit_within_interval"


@pytest.fixture
def hidden(scene: Scene) -> dict[str, int]:
    """One open record, one restricted, one of the other team, one of another force: all late."""
    scene.policy("visit.maximum", 3, unit="months")
    ids = {"open": scene.offender(name="open"), "restricted": scene.offender(name="restricted")}
    offenders.restrict(
        by=scene.supervisor,
        now=NOW,
        subject_id=ids["restricted"],
        restricted=True,
        reason="a colleague's relative",
        seen_revision=1,
    )
    western = scene.viewer("westerner", Role.OFFENDER_MANAGER, team=scene.west)
    ids["west"] = scene.offender(
        by=western, team_id=scene.west.pk, owner_id=western.user_id, name="west"
    )
    other = make_scene("south-vale")
    other.policy("visit.maximum", 3, unit="months")
    ids["south"] = other.offender(name="south")
    return ids


def colleague(scene: Scene) -> Viewer:
    """Another manager of the same team, to whom nothing is allocated."""
    return scene.viewer("colleague", Role.OFFENDER_MANAGER)


def seen_by(scene: Scene, viewer: Viewer) -> set[str]:
    """Every label that any list shows this viewer; the lists must agree."""
    lists = [
        [one.label for one in work_list(viewer, TODAY, scope="force", duty=DUTY).rows],
        [one.label for one in records_in_breach(viewer, DUTY, TODAY).rows],
        [one.name for one in offender_list(viewer, now=NOW).rows],
        [one.name for one in offender_list(viewer, now=NOW, order="danger").rows],
    ]
    assert all(set(one) == set(lists[0]) for one in lists)
    return {label for one in lists for label in one}


def test_each_list_ends_where_the_need_to_know_ends(scene: Scene, hidden: dict[str, int]) -> None:
    assert seen_by(scene, colleague(scene)) == {"open"}
    assert seen_by(scene, scene.manager) == {"open", "restricted"}  # allocated to them
    assert seen_by(scene, scene.supervisor) == {"open", "restricted"}
    assert seen_by(scene, scene.analyst) == {"open", "west"}
    assert seen_by(scene, scene.chief) == {"open", "restricted", "west"}
    assert seen_by(scene, scene.commissioner) == set()
    assert seen_by(scene, scene.wellbeing) == set()


def test_a_restricted_grant_opens_that_record_alone(scene: Scene, hidden: dict[str, int]) -> None:
    user = scene.user("colleague", Role.OFFENDER_MANAGER)
    RestrictedGrant.objects.create(
        user=user,
        subject_id=hidden["restricted"],
        reason="stands in",
        from_at=NOW,
        granted_by=scene.user("supervisor", Role.SUPERVISOR),
    )
    assert seen_by(scene, viewer_for(user, now=NOW, route="test")) == {"open", "restricted"}


def test_a_hidden_record_answers_as_an_absent_one(scene: Scene, hidden: dict[str, int]) -> None:
    viewer = colleague(scene)
    visit = scene.visit(hidden["restricted"], NOW)
    for subject in (hidden["restricted"], hidden["west"], hidden["south"], 10**15):
        with pytest.raises(NotFound) as told:
            offender_page(viewer, subject, now=NOW)
        assert str(told.value) == "no offender with this number"
        with pytest.raises(NotFound):
            subject_entries(viewer, subject, TODAY)
        with pytest.raises(NotFound):
            versions_of(viewer, subject, "visit", visit.fact_id or 0)
        assert timeline(viewer, subject).rows == ()


def test_figures_stay_in_the_team_and_count_its_restricted_records(
    scene: Scene, hidden: dict[str, int]
) -> None:
    assert team_board(colleague(scene), TODAY, duty=DUTY).matrix.total == 2
    assert measures(colleague(scene), TODAY, duty=DUTY, now=NOW).total.denominator == 2
    assert measures(scene.analyst, TODAY, duty=DUTY, now=NOW).total.denominator == 3
    named = measures(colleague(scene), TODAY, duty=DUTY, now=NOW)
    kept = [one.oldest for one in named.backlog if one.oldest] + [named.longest_without_standard]
    assert {one.subject_id for one in kept if one} <= {hidden["open"]}
    found = team_board(colleague(scene), TODAY, duty=DUTY).oldest
    assert found is None or found.subject_id == hidden["open"]


def test_no_persons_for_those_who_may_only_count(scene: Scene, hidden: dict[str, int]) -> None:
    board = team_board(scene.commissioner, TODAY)
    assert (board.oldest, board.unowned.rows, board.carried) == (None, (), ())
    assert board.matrix.total > 0
    found = measures(scene.commissioner, TODAY, duty=DUTY, now=NOW)
    assert (found.oldest, found.longest_without_standard) == (None, None)
    assert review_queue(scene.commissioner, TODAY).rows == ()
    assert unowned(scene.commissioner, TODAY).rows == ()


def test_the_log_names_nobody_who_was_not_shown(scene: Scene, hidden: dict[str, int]) -> None:
    before = AccessLogRow.objects.latest("id").pk
    seen_by(scene, colleague(scene))
    team_board(colleague(scene), TODAY)
    logged = AccessLogRow.objects.filter(~Q(subjects=[]), pk__gt=before)
    named = {subject for row in logged for subject in row.subjects}
    assert named == {hidden["open"]}


def test_a_record_given_to_another_team_leaves_the_first_at_once(
    scene: Scene, hidden: dict[str, int]
) -> None:
    late = measures(scene.supervisor, TODAY, duty=DUTY, now=NOW).total.denominator
    scene.give(hidden["open"], scene.west)
    assert seen_by(scene, colleague(scene)) == set()
    assert measures(scene.supervisor, TODAY, duty=DUTY, now=NOW).total.denominator == late - 1
    western = scene.viewer("westerner", Role.OFFENDER_MANAGER, team=scene.west)
    assert seen_by(scene, western) == {"open", "west"}
    rows = work_list(western, TODAY, scope="team", duty=DUTY).rows
    row = next(one for one in rows if one.label == "open")
    assert row.opened_at.date() == date(2024, 12, 1)  # the lateness went with it
