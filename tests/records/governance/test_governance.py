"""What the force itself must have: owed from the day it says so, until it is in date and owned."""

from datetime import timedelta

import pytest
from tests.ledger.scene import DAY, NOW, TODAY, Scene, make_scene

from dutybook.access.errors import InvalidInput, NotFound
from dutybook.ledger.queries import subject_entries
from dutybook.records.governance import actions
from dutybook.records.governance.queries import governance_board, undertaking_page


def statuses(scene: Scene, subject: int) -> list[str]:
    """What became of everything that was owed on a subject."""
    rows = subject_entries(scene.liaison, subject, TODAY, also_closed=True)
    return sorted(one.status for one in rows)


def test_a_document_is_owed_until_it_is_approved_and_owned(scene: Scene, document: int) -> None:
    [row] = governance_board(scene.liaison, now=NOW).rows
    assert (row.title, row.overdue, row.days_overdue) == ("Leaflet for families", 2, 100)
    given = {"by": scene.liaison, "now": NOW, "subject_id": document, "at": NOW - 10 * DAY}
    actions.approve_document(
        until=TODAY + timedelta(days=30), approved_by="The deputy", kept_at="PP/1", **given
    )
    [row] = governance_board(scene.liaison, now=NOW).rows
    assert (row.overdue, row.owner) == (1, None)
    actions.own_document(post="Head of Public Protection", **given)
    [row] = governance_board(scene.liaison, now=NOW).rows
    assert (row.overdue, row.owner) == (0, "Head of Public Protection")
    later = governance_board(scene.liaison, now=NOW + 32 * DAY).rows[0]
    assert (later.overdue, later.days_overdue) == (1, 2)  # the day after its review was due


def test_who_left_answers_for_nothing_and_what_was_withdrawn_is_not_in_date(
    scene: Scene, document: int
) -> None:
    given = {"by": scene.liaison, "now": NOW, "subject_id": document}
    actions.approve_document(
        at=NOW - 10 * DAY,
        until=TODAY + timedelta(days=30),
        approved_by="The deputy",
        kept_at="PP/1",
        **given,
    )
    actions.own_document(at=NOW - 10 * DAY, post="Head of it", **given)
    actions.disown_document(at=NOW - 2 * DAY, **given)
    actions.take_out_of_force(at=NOW - DAY, reason="It named a closed office", **given)
    [row] = governance_board(scene.liaison, now=NOW).rows
    assert (row.owner, row.until, row.overdue) == (None, None, 2)


def test_what_is_needed_no_more_is_owed_no_more(scene: Scene, document: int) -> None:
    actions.need_no_more(
        by=scene.liaison,
        now=NOW,
        subject_id=document,
        at=NOW - DAY,
        reason="Merged with the leaflet for suspects",
    )
    [row] = governance_board(scene.liaison, now=NOW).rows
    assert (row.needed, row.open_entries) == (False, 0)
    # What was late stays late; the interval of stock checks was never set, so it was never late.
    assert statuses(scene, document) == ["closed_unmet", "closed_unmet", "no_longer_owed"]


def test_the_board_names_what_limbs_ask_for_and_nobody_recorded(
    scene: Scene, document: int
) -> None:
    wanted = governance_board(scene.liaison, now=NOW).wanted
    kinds = {(one.of, one.kind): one for one in wanted}
    assert ("document", "family_leaflet") not in kinds
    assert kinds["agreement", "probation"].limbs == ("16a",)
    assert kinds["document", "two_way_process"].limbs == ("16b",)
    assert wanted[-1].limbs == ()  # what no limb asks for comes last


def test_one_side_alone_does_not_own_an_agreement(scene: Scene, agreement: int) -> None:
    given = {"by": scene.liaison, "now": NOW, "subject_id": agreement, "at": NOW - 3 * DAY}
    actions.own_agreement(ours="Our head", **given)
    assert governance_board(scene.liaison, now=NOW).rows[0].overdue == 2
    actions.own_agreement(ours="Our head", theirs="Their head", **given)
    assert governance_board(scene.liaison, now=NOW).rows[0].overdue == 1


def test_an_escalation_is_answered_by_its_own_answer(scene: Scene, agreement: int) -> None:
    scene.policy("partner.answer_within", 5, unit="working_days")
    given = {"by": scene.supervisor, "now": NOW, "subject_id": agreement}
    matter = "Assessments come too late"
    first = actions.escalate(at=NOW - 20 * DAY, raised_by="police", matter=matter, **given)
    actions.escalate(at=NOW - 19 * DAY, raised_by="partner", matter=matter, **given)
    assert first.fact_id is not None
    actions.answer_escalation(
        fact_id=first.fact_id, at=NOW - 18 * DAY, answer="Five days before", **given
    )
    rows = subject_entries(scene.liaison, agreement, TODAY, also_closed=True)
    by_duty = {one.duty: one.status for one in rows if "escalation" in one.duty}
    assert by_duty == {
        "escalation_to_probation_answered": "met_on_time",
        "escalation_from_probation_answered": "overdue",
    }


def test_a_title_stands_once_and_another_force_sees_nothing(scene: Scene, document: int) -> None:
    again = {"at": TODAY, "kind": "data_review", "title": "Leaflet for families"}
    with pytest.raises(InvalidInput) as refused:
        actions.need_document(by=scene.liaison, now=NOW, **again)
    assert set(refused.value.problems) == {"title"}
    other = make_scene("south-vale")
    assert governance_board(other.liaison, now=NOW).rows == ()
    with pytest.raises(NotFound):
        undertaking_page(other.liaison, document, now=NOW)
    with pytest.raises(NotFound):
        undertaking_page(scene.commissioner, document, now=NOW)
