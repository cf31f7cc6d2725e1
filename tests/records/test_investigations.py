"""What the investigators' actions keep, and what their pages then say."""

from datetime import date

import pytest
from tests.ledger.scene import DAY, NOW, TODAY, Scene

from dutybook.access.errors import InvalidInput
from dutybook.access.models import AccessLogRow
from dutybook.ledger.models import Subject
from dutybook.ledger.queries import subject_entries
from dutybook.records.investigations import actions
from dutybook.records.investigations.models import BailSegment
from dutybook.records.investigations.queries import bail_board, suspect_list, suspect_page
from dutybook.records.investigations.queries.bail_page import bail_page

ACTED = "referral_acted_on"
CHECKED = "bail_conditions_checked"


def _status(scene: Scene, subject: int, duty: str) -> list[str]:
    rows = subject_entries(scene.investigator, subject, TODAY, also_closed=True)
    return [one.status for one in rows if one.duty == duty]


def test_a_referral_is_acted_on_within_its_grades_target(scene: Scene, suspect: int) -> None:
    scene.policy("referral.clock_starts", "receipt")
    scene.policy("referral.target", 30, unit="days", level="medium")
    given = {"by": scene.investigator, "now": NOW, "subject_id": suspect}
    actions.grade(**given, at=NOW - 61 * DAY, level="medium")
    assert _status(scene, suspect, ACTED) == ["overdue"]
    actions.enforce(**given, at=NOW - 40 * DAY, kind="arrest")
    assert _status(scene, suspect, ACTED) == ["met_on_time"]
    header = suspect_page(scene.investigator, suspect, now=NOW).header
    assert (header.level, header.last_action, header.ended) == ("medium", "arrest", False)


def test_an_ended_investigation_ceases_and_may_be_opened_again(scene: Scene, suspect: int) -> None:
    given = {"by": scene.investigator, "now": NOW, "subject_id": suspect}
    actions.end_investigation(**given, at=NOW - 2 * DAY, reason="nothing found")
    assert suspect_list(scene.investigator, now=NOW).rows == ()
    [row] = suspect_list(scene.investigator, now=NOW, also_ended=True).rows
    assert row.ended
    actions.reopen_investigation(**given, at=NOW - DAY, reason="new word")
    assert not suspect_list(scene.investigator, now=NOW).rows[0].ended


def test_an_unnamed_suspect_has_a_record_under_its_reference(scene: Scene, suspect: int) -> None:
    assert Subject.objects.get(pk=suspect).label == "Not identified (OP-1)"
    actions.edit_suspect(
        by=scene.investigator,
        now=NOW,
        subject_id=suspect,
        seen_revision=1,
        reference="OP-1",
        name="Invented Suspect",
        date_of_birth=date(1980, 1, 1),
    )
    assert Subject.objects.get(pk=suspect).label == "Invented Suspect (OP-1)"


def test_a_name_found_later_reaches_the_bail_beneath(scene: Scene, suspect: int, bail: int) -> None:
    actions.edit_suspect(
        by=scene.investigator,
        now=NOW,
        subject_id=suspect,
        seen_revision=1,
        reference="OP-1",
        name="Invented Suspect",
        date_of_birth=None,
    )
    assert Subject.objects.get(pk=bail).label == "Invented Suspect (OP-1)"
    logged = AccessLogRow.objects.filter(operation="alteration").latest("id")
    assert logged.subjects == sorted([suspect, bail])


def test_bail_runs_in_segments_each_checked_for_itself(scene: Scene, bail: int) -> None:
    scene.policy("bail.period_reading", "segment")
    given = {"by": scene.investigator, "now": NOW, "subject_id": bail}
    assert _status(scene, bail, CHECKED) == ["due"]
    actions.check_bail(**given, at=date(2026, 11, 2), proactive=True, method="visit")
    assert _status(scene, bail, CHECKED) == ["met_on_time"]
    actions.extend_bail(**given, last_day=date(2027, 4, 15), conditional=True)
    first, second = BailSegment.objects.order_by("at")
    assert second.at > first.until
    assert (second.at - first.until).total_seconds() < 0.001
    [row] = bail_board(scene.investigator, TODAY).rows
    assert (row.checks, row.status, row.days_left) == (1, "met_on_time", 52)
    assert (row.conditional, row.owner) == (True, "Investigator")


def test_a_check_learnt_from_a_complaint_is_no_check(scene: Scene, bail: int) -> None:
    scene.policy("bail.period_reading", "segment")
    given = {"by": scene.investigator, "now": NOW, "subject_id": bail}
    actions.check_bail(**given, at=NOW - DAY, proactive=False)
    assert _status(scene, bail, CHECKED) == ["due"]


def test_bail_that_ends_early_leaves_the_board_and_its_period_unmet(
    scene: Scene, bail: int
) -> None:
    scene.policy("bail.period_reading", "segment")
    given = {"by": scene.investigator, "now": NOW, "subject_id": bail}
    actions.end_bail(**given, at=NOW - DAY, reason="charged")
    assert bail_board(scene.investigator, TODAY).rows == ()
    assert len(bail_board(scene.investigator, date(2026, 11, 22)).rows) == 1
    assert _status(scene, bail, CHECKED) == ["closed_unmet"]
    assert bail_page(scene.investigator, bail, now=NOW).ended_at == NOW - DAY


def test_a_segment_without_an_end_is_given_one_by_a_correction(scene: Scene, suspect: int) -> None:
    given = {"by": scene.investigator, "now": NOW}
    opened = actions.open_bail(
        **given,
        suspect_id=suspect,
        first_day=date(2026, 11, 20),
        last_day=None,
        conditional=True,
    )
    of_bail = {**given, "subject_id": opened.subject_id}
    with pytest.raises(InvalidInput, match="correct that part first"):
        actions.extend_bail(**of_bail, last_day=date(2027, 4, 15), conditional=True)
    corrected = actions.correct_segment(
        **of_bail,
        fact_id=opened.fact_id,
        seen_version=1,
        reason="the custody record has it",
        first_day=date(2026, 11, 20),
        last_day=date(2027, 2, 19),
        conditional=True,
        conditions="No contact.",
    )
    assert corrected.version == 2
    page = bail_page(scene.investigator, opened.subject_id, now=NOW)
    assert page.segment_until is not None
    actions.extend_bail(**of_bail, last_day=date(2027, 4, 15), conditional=True)
    with pytest.raises(InvalidInput) as refused:
        actions.correct_segment(
            **of_bail,
            fact_id=opened.fact_id,
            seen_version=2,
            reason="a slip",
            first_day=date(2026, 11, 20),
            last_day=date(2026, 11, 19),
            conditional=True,
            conditions="",
        )
    assert set(refused.value.problems) == {"last_day"}


def test_a_bail_follows_its_suspect_to_another_team_and_into_hiding(
    scene: Scene, suspect: int, bail: int
) -> None:
    given = {"by": scene.supervisor, "now": NOW, "subject_id": suspect}
    actions.restrict(**given, restricted=True, reason="a witness", seen_revision=1)
    assert Subject.objects.get(pk=bail).restricted
    scene.give(suspect, scene.west)
    under = Subject.objects.get(pk=bail)
    assert (under.team_id, under.owner_id) == (scene.west.pk, None)
