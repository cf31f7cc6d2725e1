"""What offender management's actions keep, and what its pages then say."""

from datetime import date

import pytest
from tests.ledger.scene import DAY, NOW, TODAY, Scene

from dutybook.access.errors import NotAllowed
from dutybook.access.models import AccessLogRow
from dutybook.access.roles import Role
from dutybook.ledger.models import Entry, Subject
from dutybook.ledger.queries import subject_entries
from dutybook.records.offenders import actions
from dutybook.records.offenders.models import SupervisorReview, Visit, VisitAuthorisation
from dutybook.records.offenders.queries import (
    offender_list,
    offender_page,
    visit_form_context,
)

DUTY = "visit_within_interval"
PAIRS = "visit_unannounced_in_pairs"


def _status(scene: Scene, offender: int, duty: str) -> str:
    rows = subject_entries(scene.manager, offender, TODAY, also_closed=True)
    return next(one.status for one in rows if one.duty == duty)


def test_a_registration_opens_a_record_with_its_team_owner_and_level(scene: Scene) -> None:
    subject = scene.offender(name="  Some   Body ", level="very_high")
    page = offender_page(scene.manager, subject, now=NOW)
    header = page.header
    assert (header.name, header.level, header.registration) == (
        *("Some Body", "very_high"),
        "registered",
    )
    assert (header.team, header.owner, header.restricted) == ("East", "Manager", False)
    assert (header.may_write, header.may_supervise) == (True, False)
    assert {event.table for event in page.events.rows} == {
        *("registration", "risk_level", "allocation")
    }
    assert Entry.objects.filter(subject_id=subject, duty=DUTY, closed_at=None).count() == 1


def test_nobody_registers_into_a_team_of_which_they_are_not(scene: Scene) -> None:
    for by, team in ((scene.manager, scene.west), (scene.chief, scene.east)):
        with pytest.raises(NotAllowed):
            scene.offender(by=by, team_id=team.pk)
    with pytest.raises(NotAllowed):
        scene.offender(team_id=10**9)
    assert not Subject.objects.exists()


def test_a_visit_saved_says_what_is_due_next(scene: Scene, offender: int) -> None:
    scene.policy("visit.maximum", 3, unit="months", level="high")
    saved = scene.visit(offender, NOW - DAY)
    due = saved.next_due(DUTY)
    assert due is not None
    assert due.due_at is not None
    assert due.due_at.date() == date(2027, 2, 23)
    form = visit_form_context(scene.manager, offender, now=NOW)
    assert form.due is not None
    assert form.due.due_at == due.due_at
    assert form.header.days_since_seen == 1


def test_an_attempt_meets_nothing_and_days_unseen_run_on(scene: Scene, offender: int) -> None:
    scene.visit(offender, NOW - 100 * DAY)
    scene.visit(offender, NOW - DAY, outcome="no_reply", crew=None, second_confirmed=None)
    assert offender_page(scene.manager, offender, now=NOW).header.days_since_seen == 100
    given = {"by": scene.manager, "now": NOW, "subject_id": offender}
    actions.set_community_status(**given, at=NOW - 50 * DAY, state="custody")
    actions.set_community_status(**given, at=NOW - 3 * DAY, state="community")
    [row] = offender_list(scene.manager, now=NOW).rows
    assert (row.days_since_seen, row.community_status) == (100, "community")


@pytest.mark.parametrize(
    ("given", "after", "status"),
    [
        ({}, -1, "authorised"),
        ({}, 1, "authorised_late"),
        ({"rank": "constable"}, -1, None),
    ],
)
def test_leave_counts_by_its_rank_and_its_time(
    scene: Scene, offender: int, given: dict[str, str], after: int, status: str | None
) -> None:
    scene.policy("visit.authoriser_rank", "sergeant")
    fact = scene.visit(offender, NOW - 9 * DAY, announced=True).fact_id
    assert _status(scene, offender, PAIRS) == "in_breach"
    sergeant = scene.viewer("sgt", Role.SUPERVISOR, rank=given.get("rank", "sergeant"))
    leave = {"now": NOW, "subject_id": offender, "fact_id": fact, "rationale": "a funeral"}
    leave["given_at"] = NOW - 9 * DAY + after * DAY
    if status is None:
        with pytest.raises(NotAllowed, match="below sergeant"):
            actions.authorise_visit(by=sergeant, **leave)
        return
    actions.authorise_visit(by=sergeant, **leave)
    assert _status(scene, offender, PAIRS) == status
    kept = VisitAuthorisation.objects.get()
    assert (kept.of_fact, kept.of_version, kept.rank) == (fact, 1, "sergeant")


def test_until_a_rank_is_set_leave_has_no_standard(scene: Scene, offender: int) -> None:
    fact = scene.visit(offender, NOW - 9 * DAY, announced=True).fact_id
    actions.authorise_visit(
        by=scene.supervisor, now=NOW, subject_id=offender, fact_id=fact, rationale="agreed"
    )
    assert _status(scene, offender, PAIRS) == "no_standard_set"


def test_nobody_judges_their_own_work(scene: Scene, offender: int) -> None:
    fact = scene.visit(offender, NOW - 9 * DAY, by=scene.supervisor, announced=True).fact_id
    given = {"by": scene.supervisor, "now": NOW, "subject_id": offender, "fact_id": fact}
    with pytest.raises(NotAllowed, match="their own"):
        actions.review(**given, what="visit", outcome="agreed")
    with pytest.raises(NotAllowed, match="their own"):
        actions.authorise_visit(**given, rationale="agreed")
    other = scene.viewer("sergeant2", Role.SUPERVISOR, rank="sergeant")
    actions.review(**given | {"by": other}, what="visit", outcome="agreed")
    kept = SupervisorReview.objects.get()
    assert (kept.of_fact, kept.of_version, kept.author_id) == (fact, 1, scene.supervisor.user_id)


def test_only_a_supervisor_takes_a_supervisors_decision_back(scene: Scene, offender: int) -> None:
    fact = scene.visit(offender, NOW - 9 * DAY).fact_id
    made = actions.review(
        by=scene.supervisor,
        now=NOW,
        subject_id=offender,
        what="visit",
        fact_id=fact,
        outcome="sent_back",
        comment="Who was in the house?",
    )
    back = {"now": NOW, "subject_id": offender, "table": "supervisor_review"}
    back |= {"fact_id": made.fact_id, "seen_version": 1, "reason": "on the wrong visit"}
    with pytest.raises(NotAllowed):
        actions.withdraw_fact(by=scene.manager, **back)
    actions.withdraw_fact(by=scene.supervisor, **back)
    assert SupervisorReview.objects.filter(withdrawn=True).count() == 1


def test_an_allocation_moves_everything_and_keeps_what_is_owed(scene: Scene, offender: int) -> None:
    before = list(Entry.objects.order_by("id").values_list("id", "opened_at"))
    saved = scene.give(offender, scene.west)
    assert list(Entry.objects.order_by("id").values_list("id", "opened_at")) == before
    span = Entry.objects.get(duty=DUTY).spans.get(last=True)
    assert (span.team_id, span.owner_id, span.from_at) == (scene.west.pk, None, NOW)
    subject = Subject.objects.get(pk=offender)
    assert (subject.team_id, subject.owner_id) == (scene.west.pk, None)
    assert {one.duty for one in saved.due} >= {DUTY}


def test_a_page_is_logged_as_one_look(scene: Scene, offender: int) -> None:
    before = AccessLogRow.objects.latest("id").pk
    offender_page(scene.supervisor, offender, now=NOW)
    [row] = AccessLogRow.objects.filter(pk__gt=before)
    assert (row.operation, row.kind, row.subjects) == ("consultation", "offender", [offender])


def test_an_empty_answer_is_kept_as_unknown(scene: Scene, offender: int) -> None:
    scene.visit(offender, NOW - DAY, announced=None, crew=None, second_confirmed=None)
    kept = Visit.objects.get()
    assert (kept.announced, kept.crew, kept.second_confirmed) == (None, None, None)
    assert _status(scene, offender, PAIRS) == "unknown"
