"""Screening: provision and completion, read by the wellbeing lead alone; counts for the rest."""

from datetime import date

import pytest
from tests.ledger.scene import DAY, NOW, TODAY, Scene

from dutybook.access.errors import InvalidInput, NotAllowed
from dutybook.access.models import AccessLogRow
from dutybook.ledger.models import Subject
from dutybook.records.workforce import actions
from dutybook.records.workforce.models import Screening, StaffMember
from dutybook.records.workforce.queries import provision, screening_board


def _given(scene: Scene, staff: int) -> dict[str, object]:
    return {"by": scene.wellbeing, "now": NOW, "subject_id": staff}


def test_only_a_completed_screening_counts(scene: Scene, staff: int) -> None:
    scene.policy("screening.first", 6, unit="months")
    scene.policy("screening.interval", 12, unit="months")
    for state in ("offered", "declined"):
        actions.record_screening(**_given(scene, staff), at=NOW - 20 * DAY, state=state)
        [row] = screening_board(scene.wellbeing, TODAY).rows
        assert (row.status, row.last_state, row.days_since_completed) == ("overdue", state, None)
    actions.record_screening(**_given(scene, staff), at=NOW - 10 * DAY, state="completed")
    [row] = screening_board(scene.wellbeing, TODAY).rows
    assert (row.status, row.last_state, row.days_since_completed) == ("due", "completed", 10)
    assert (row.name, row.role) == ("Robin Invented", "Investigator")


def test_who_leaves_the_role_is_no_longer_owed_any(scene: Scene, staff: int) -> None:
    assert len(screening_board(scene.wellbeing, TODAY).rows) == 1
    actions.leave_role(**_given(scene, staff), at=NOW - DAY)
    assert screening_board(scene.wellbeing, TODAY).rows == ()
    actions.join_role(**_given(scene, staff), at=NOW, title="Supervisor")
    [row] = screening_board(scene.wellbeing, TODAY).rows
    assert row.role == "Supervisor"


def test_persons_are_for_the_wellbeing_lead_and_counts_for_the_rest(
    scene: Scene, staff: int
) -> None:
    for viewer in (scene.chief, scene.supervisor, scene.analyst, scene.commissioner):
        with pytest.raises(NotAllowed):
            screening_board(viewer, TODAY)
    with pytest.raises(NotAllowed):
        provision(scene.supervisor, TODAY)
    before = AccessLogRow.objects.latest("id").pk
    found = provision(scene.chief, TODAY)
    assert (found.owed, found.in_date, found.overdue, found.no_standard) == (1, 0, 0, 1)
    assert found.never_completed == 1
    [row] = AccessLogRow.objects.filter(pk__gt=before)
    assert (row.kind, row.subjects) == ("ledger_aggregate", [])


def test_a_record_of_staff_is_apart_from_every_team(scene: Scene, staff: int) -> None:
    subject = Subject.objects.get(pk=staff)
    assert (subject.team_id, subject.owner_id, subject.kind) == (None, None, "staff")
    assert [field.name for field in Screening._meta.fields if "score" in field.name] == []


def test_somebody_is_tied_to_their_account_once(scene: Scene, staff: int) -> None:
    user = scene.manager.user_id
    joined = {"by": scene.wellbeing, "now": NOW, "at": date(2026, 11, 1), "title": "Manager"}
    actions.join_role(**joined, payroll_ref="P-2", name="Manager", user_id=user)
    assert StaffMember.objects.filter(user_id=user).count() == 1
    with pytest.raises(InvalidInput):
        actions.join_role(**joined, payroll_ref="P-3", name="Manager", user_id=user)


def test_the_longest_waiting_is_first(scene: Scene, staff: int) -> None:
    scene.policy("screening.interval", 12, unit="months")
    later = actions.join_role(
        by=scene.wellbeing,
        now=NOW,
        at=date(2025, 11, 1),
        title="Analyst",
        payroll_ref="P-2",
        name="Later Invented",
    )
    found = screening_board(scene.wellbeing, TODAY, size=1)
    assert [one.subject_id for one in found.rows] == [staff]
    following = screening_board(scene.wellbeing, TODAY, size=1, page=found.next or "")
    assert [one.subject_id for one in following.rows] == [later.subject_id]
    assert following.next is None
