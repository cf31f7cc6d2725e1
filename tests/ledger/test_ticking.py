"""The clock is looked at: breaches noted once, people told once, silence escalated."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.ledger.scene import DAY, NOW, Scene

from dutybook.access.errors import NotFound
from dutybook.access.models import AccessLogRow, User
from dutybook.access.roles import Role
from dutybook.ledger import actions
from dutybook.ledger.models import Breach, Notice, OutboxNote, Recount, Subject
from dutybook.ledger.queries.notices import own_notices
from dutybook.ledger.ticking import Ticked, note_finding, tick

MIDNIGHT = datetime(2026, 11, 25, 0, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def owed(scene: Scene) -> Scene:
    """Visits are owed monthly; the first ticks have been."""
    scene.policy("visit.maximum", 1, unit="months")
    scene.supervisor  # noqa: B018 - makes her account
    tick(scene.force.pk, now=NOW - 2 * HOUR)
    return scene


def _due_tonight(scene: Scene, level: str) -> int:
    """An offender whose visit is due by the end of 24 November."""
    subject = scene.offender(level=level)
    scene.visit(subject, datetime(2026, 10, 24, 11, tzinfo=UTC))
    return subject


def test_time_alone_makes_a_breach_and_it_is_noted_once(owed: Scene) -> None:
    subject = _due_tonight(owed, "high")
    assert tick(owed.force.pk, now=NOW).breaches == 0
    after = tick(owed.force.pk, now=MIDNIGHT)
    assert after.breaches == 1
    note = OutboxNote.objects.latest("id")
    assert note.counts == [["visit_within_interval", "high", 1]]
    breach = Breach.objects.get(note=note)
    assert (breach.subject_id, breach.level) == (subject, "high")
    assert tick(owed.force.pk, now=MIDNIGHT + HOUR) == Ticked()
    assert tick(owed.force.pk, now=MIDNIGHT + DAY).breaches == 0


def test_a_very_high_risk_breach_is_told_at_once_and_the_rest_in_the_digest(owed: Scene) -> None:
    for level in ("very_high", "high", "high"):
        _due_tonight(owed, level)
    tick(owed.force.pk, now=MIDNIGHT)
    kinds = list(Notice.objects.order_by("id").values_list("user__username", "kind", "counts"))
    manager = owed.users["manager"].username
    assert kinds == [
        (manager, "breach", []),
        (manager, "digest", [["visit_within_interval", "high", 2]]),
    ]


def test_what_falls_due_by_day_waits_for_the_next_digest(owed: Scene) -> None:
    tick(owed.force.pk, now=MIDNIGHT)
    subject = owed.offender(level="high")
    owed.visit(subject, MIDNIGHT - 60 * DAY)
    assert tick(owed.force.pk, now=MIDNIGHT + HOUR) == Ticked(breaches=1)
    assert tick(owed.force.pk, now=MIDNIGHT + 2 * HOUR) == Ticked()
    assert tick(owed.force.pk, now=MIDNIGHT + DAY) == Ticked(notices=1)


def test_the_first_look_makes_one_digest_however_bad_it_is(scene: Scene) -> None:
    scene.policy("visit.maximum", 1, unit="months")
    for _ in range(3):
        scene.visit(scene.offender(level="very_high"), NOW - 90 * DAY)
    assert tick(scene.force.pk, now=NOW) == Ticked(breaches=3, notices=1)
    assert Notice.objects.get().kind == "digest"


def test_what_nobody_owns_is_the_supervisor_s(owed: Scene) -> None:
    subject = _due_tonight(owed, "very_high")
    User.objects.filter(pk=owed.users["manager"].pk).update(is_active=False)
    tick(owed.force.pk, now=MIDNIGHT)
    assert Notice.objects.get(kind="breach").user_id == owed.supervisor.user_id
    assert Subject.objects.get(pk=subject).owner_id == owed.users["manager"].pk


def test_while_nobody_answers_a_breach_waits_untold(owed: Scene) -> None:
    _due_tonight(owed, "very_high")
    User.objects.update(is_active=False)
    assert tick(owed.force.pk, now=MIDNIGHT) == Ticked(breaches=1)
    User.objects.filter(pk=owed.users["supervisor"].pk).update(is_active=True)
    assert tick(owed.force.pk, now=MIDNIGHT + HOUR) == Ticked(notices=1)


def test_a_supervisor_s_duty_is_told_to_the_supervisor(owed: Scene) -> None:
    owed.policy("supervisor_review.within", 1, unit="months")
    _due_tonight(owed, "high")
    tick(owed.force.pk, now=MIDNIGHT)
    told = Notice.objects.filter(kind="digest").values_list("user_id", "counts")
    assert dict(told)[owed.supervisor.user_id] == [["supervisor_review_of_visit", "high", 1]]


def test_nobody_is_told_of_half_a_change(owed: Scene) -> None:
    _due_tonight(owed, "very_high")
    actions.set_policy(
        by=owed.chief, now=NOW, key="visit.first", value=1, unit="months", from_at=NOW, source="9"
    )
    assert tick(owed.force.pk, now=NOW + HOUR / 2) == Ticked()
    assert tick(owed.force.pk, now=MIDNIGHT).breaches == 1  # a recount that hangs holds nobody up
    assert Recount.objects.filter(finished_at=None).exists()


def test_silence_goes_to_the_supervisor_after_the_policy_s_time_and_not_before(
    owed: Scene,
) -> None:
    _due_tonight(owed, "very_high")
    tick(owed.force.pk, now=MIDNIGHT)
    assert tick(owed.force.pk, now=MIDNIGHT + 30 * DAY).escalated == 0  # unset: nothing escalates
    owed.policy("notice.escalate_after_days", 40)
    assert tick(owed.force.pk, now=MIDNIGHT + 40 * DAY - HOUR).escalated == 0
    assert tick(owed.force.pk, now=MIDNIGHT + 40 * DAY).escalated == 1
    assert tick(owed.force.pk, now=MIDNIGHT + 40 * DAY + HOUR).escalated == 0
    escalated = Notice.objects.get(kind="escalated")
    assert escalated.user_id == owed.supervisor.user_id
    line = own_notices(owed.supervisor, now=NOW).notices.rows[0]
    assert (line.whose, line.level) == ("Manager", "very_high")


def test_what_is_acknowledged_does_not_escalate(owed: Scene) -> None:
    owed.policy("notice.escalate_after_days", 1)
    _due_tonight(owed, "very_high")
    tick(owed.force.pk, now=MIDNIGHT)
    notice = Notice.objects.get(kind="breach")
    actions.acknowledge(by=owed.manager, now=MIDNIGHT + HOUR, notice_id=notice.pk)
    actions.acknowledge(by=owed.manager, now=MIDNIGHT + 2 * HOUR, notice_id=notice.pk)
    notice.refresh_from_db()
    assert notice.acknowledged_at == MIDNIGHT + HOUR
    assert tick(owed.force.pk, now=MIDNIGHT + 3 * DAY).escalated == 0
    assert AccessLogRow.objects.filter(detail=f"acknowledged notice {notice.pk}").count() == 1


def test_nobody_acknowledges_for_another(owed: Scene) -> None:
    _due_tonight(owed, "very_high")
    tick(owed.force.pk, now=MIDNIGHT)
    with pytest.raises(NotFound):
        actions.acknowledge(
            by=owed.supervisor, now=MIDNIGHT, notice_id=Notice.objects.get(kind="breach").pk
        )


def test_a_record_that_was_closed_to_the_person_is_not_named(owed: Scene) -> None:
    subject = _due_tonight(owed, "very_high")
    tick(owed.force.pk, now=MIDNIGHT)
    named = own_notices(owed.manager, now=MIDNIGHT).notices.rows[0]
    assert named.subject is not None
    assert named.subject.subject_id == subject
    assert AccessLogRow.objects.latest("id").subjects == [subject]
    Subject.objects.filter(pk=subject).update(owner=None, restricted=True)
    hidden = own_notices(owed.manager, now=MIDNIGHT).notices.rows[0]
    assert (hidden.subject, hidden.is_about_a_record) == (None, True)


def test_a_changed_finding_is_told_at_once_to_those_it_concerns(owed: Scene) -> None:
    liaison = owed.viewer("liaison", Role.INSPECTION_LIAISON)
    owed.manager  # noqa: B018 - makes an account that is told nothing
    told = {owed.chief.user_id, owed.commissioner.user_id, liaison.user_id}
    about = "an-inspection/8a"
    force_id = owed.force.pk
    assert not note_finding(force_id, about=about, finding="shortfall", now=NOW)
    assert not Notice.objects.exists()
    assert not note_finding(force_id, about=about, finding="shortfall", now=NOW)
    assert note_finding(force_id, about=about, finding="fully_shown", now=NOW + HOUR)
    assert {notice.user_id for notice in Notice.objects.all()} == told
    line = own_notices(liaison, now=NOW).notices.rows[0]
    assert (line.limb, line.before) == (("an-inspection", "8a"), "shortfall")
    assert line.after == "fully_shown"
