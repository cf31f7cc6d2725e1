"""A changed setting is counted in the background, in portions, and says what it changed."""

from datetime import date, timedelta

from django.db import connection, transaction
from tests.ledger.scene import DAY, NOW, Scene, catch_up, make_scene
from tests.ledger.untidy import load_untidy

from dutybook.access.models import AccessLogRow
from dutybook.access.need_to_know import aggregate_area
from dutybook.ledger import actions
from dutybook.ledger.models import Entry, Recount, Subject
from dutybook.ledger.policy_keys import duties
from dutybook.ledger.queries.recounts import BeingCounted, being_counted, recounts_of
from dutybook.ledger.recounting import carry_on, count_portion
from dutybook.ledger.stored_ledger import stored_digests

NO_DIFFERENCE = actions.Written(entries=0, spans=0)


def _set(scene: Scene, value: int | None = 2, **values: object) -> Recount:
    """The chief sets the longest time between visits; gives the recount that it asks for."""
    made = {"by": scene.chief, "now": NOW, "from_at": NOW - 500 * DAY, "source": "Order 9"}
    actions.set_policy(key="visit.maximum", value=value, unit="months", **made | values)
    return Recount.objects.latest("id")


def _digests(scene: Scene) -> dict[str, str]:
    area = aggregate_area(scene.analyst)
    return stored_digests([duty.key for duty in duties()], area, force_id=scene.force.pk)


def _jobs() -> list[tuple[str, dict[str, int]]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name, args::text FROM procrastinate_jobs ORDER BY id")
        return cursor.fetchall()


def test_a_setting_asks_for_a_recount_and_a_job_and_derives_nothing_itself(scene: Scene) -> None:
    load_untidy(scene, offenders_count=6, seed=3)
    actions.rebuild(by=scene.loader)
    before = _digests(scene)
    recount = _set(scene)
    assert _digests(scene) == before
    assert recount.duties == ["visit_within_interval"]
    assert recount.asked_by_id == scene.chief.user_id
    assert _jobs()[-1] == ("ledger.count_again", f'{{"recount_id": {recount.pk}}}')


def test_a_setting_that_is_undone_leaves_neither_recount_nor_job(scene: Scene) -> None:
    before = len(_jobs())
    with transaction.atomic():
        _set(scene)
        assert len(_jobs()) == before + 1
        transaction.set_rollback(True)
    assert (Recount.objects.count(), len(_jobs())) == (0, before)


def test_a_list_s_order_asks_for_nothing(scene: Scene) -> None:
    actions.set_policy(
        by=scene.chief, now=NOW, key="list.pin_after_days", value=90, from_at=NOW, source="Order 9"
    )
    assert not Recount.objects.exists()


def test_portion_by_portion_the_ledger_becomes_that_of_a_rebuild(scene: Scene) -> None:
    load_untidy(scene, offenders_count=20, seed=9)
    actions.rebuild(by=scene.loader)
    before = _digests(scene)
    recount = _set(scene)
    assert carry_on(recount.pk, clock=lambda: NOW, portion=3)
    assert _digests(scene) != before
    assert actions.rebuild(by=scene.loader) == NO_DIFFERENCE
    recount.refresh_from_db()
    assert recount.subjects == recount.subjects_done == 20
    assert recount.written["visit_within_interval"]["spans"] > 0


def test_how_far_it_is_can_be_read_meanwhile(scene: Scene) -> None:
    load_untidy(scene, offenders_count=10, seed=9)
    assert being_counted(scene.analyst) is None
    recount = _set(scene)
    assert being_counted(scene.analyst) == BeingCounted(NOW, 0, 0)
    steps = iter([False, False, True])
    assert not carry_on(recount.pk, clock=lambda: NOW, portion=3, stop=lambda: next(steps))
    assert being_counted(scene.analyst) == BeingCounted(NOW, 10, 6)
    catch_up(scene.force.pk)
    assert being_counted(scene.analyst) is None


def test_a_finished_recount_is_not_counted_twice(scene: Scene) -> None:
    load_untidy(scene, offenders_count=5, seed=9)
    recount = _set(scene)
    for _ in range(2):
        assert carry_on(recount.pk, clock=lambda: NOW)
    assert count_portion(recount.pk, scene.force.pk, clock=lambda: NOW, portion=2)
    recount.refresh_from_db()
    assert recount.subjects_done == 5
    assert AccessLogRow.objects.filter(detail__startswith="counted again").count() == 1
    assert carry_on(10**9, clock=lambda: NOW)  # one that is none


def test_what_changed_is_logged_with_who_asked_and_how_long(scene: Scene) -> None:
    subject = scene.offender(level="high")
    scene.visit(subject, NOW - 100 * DAY)
    recount = _set(scene)
    ticking = iter([NOW, NOW + timedelta(seconds=90)])
    assert carry_on(recount.pk, clock=lambda: next(ticking))
    row = AccessLogRow.objects.latest("id")
    assert row.detail.startswith("counted again after visit.maximum: entries 0, spans ")
    assert row.detail.endswith(f"90.0 s, asked by user {scene.chief.user_id}")
    [shown] = recounts_of(scene.analyst, "visit.maximum")
    assert (shown.asked_by, shown.seconds) == ("Chief", 90.0)
    [(_, entries, spans)] = shown.written
    assert (entries, spans > 0) == (0, True)


def test_a_rebuild_answers_what_was_asked_before_it(scene: Scene) -> None:
    recount = _set(scene)
    actions.rebuild(by=scene.loader)
    recount.refresh_from_db()
    assert (recount.finished_at is None, recount.by_rebuild) == (False, True)


def test_a_withdrawal_is_counted_as_well(scene: Scene) -> None:
    subject = scene.offender(level="high")
    setting = scene.policy("visit.first", 5, unit="days")
    entry = Entry.objects.get(subject_id=subject, duty="visit_within_interval")
    assert entry.spans.filter(due_at__isnull=False).exists()
    actions.withdraw_policy(
        by=scene.chief, now=NOW, policy_id=setting.policy_id, seen_version=1, source="An error"
    )
    catch_up(scene.force.pk)
    assert not entry.spans.filter(due_at__isnull=False).exists()


def test_a_bank_holiday_is_counted_in_every_force_that_holds_records(scene: Scene) -> None:
    other = make_scene("south-vale")
    actions.record_bank_holiday(by=scene.loader, now=NOW, day=date(2026, 11, 27), name="A jubilee")
    forces = Recount.objects.filter(what="2026-11-27").values_list("force_id", flat=True)
    assert set(forces) == {scene.force.pk, other.force.pk}


def test_a_subject_that_comes_into_being_meanwhile_is_not_lost(scene: Scene) -> None:
    """Subjects that come into being after the beginning are derived by their own writer."""
    load_untidy(scene, offenders_count=4, seed=2)
    actions.rebuild(by=scene.loader)
    recount = _set(scene)
    steps = iter([False, True])
    carry_on(recount.pk, clock=lambda: NOW, portion=3, stop=lambda: next(steps))
    scene.offender(level="high")
    catch_up(scene.force.pk)
    assert actions.rebuild(by=scene.loader) == NO_DIFFERENCE
    assert Subject.objects.filter(kind="offender").count() == 5


def test_a_writer_whose_clock_is_behind_derives_with_what_another_recorded(scene: Scene) -> None:
    subject = scene.offender(level="high")
    scene.visit(subject, NOW - DAY)  # keyed fifty minutes later
    scene.visit(subject, NOW - 2 * DAY, now=NOW - 2 * DAY + timedelta(minutes=1))
    met = Entry.objects.filter(subject_id=subject, duty="visit_within_interval", met_at=NOW - DAY)
    assert met.exists()
    assert actions.rebuild(by=scene.loader) == NO_DIFFERENCE
