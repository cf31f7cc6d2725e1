"""The stored ledger follows the facts: by refreshes, by a rebuild, and both alike."""

from datetime import date, timedelta

import pytest
from django.db import connection
from tests.ledger.scene import DAY, NOW, Scene, catch_up, make_scene, refresh
from tests.ledger.untidy import load_untidy

from dutybook.access.errors import NotAllowed
from dutybook.access.models import AccessLogRow
from dutybook.access.need_to_know import aggregate_area
from dutybook.duties.evaluate import evaluate
from dutybook.duties.ledger import digest
from dutybook.ledger import actions
from dutybook.ledger.instants import microseconds
from dutybook.ledger.models import Entry, Span, Subject, SubjectHash
from dutybook.ledger.policies import bank_holidays, policies_of
from dutybook.ledger.reading import facts_of_force
from dutybook.ledger.recorded import recorded_duties
from dutybook.ledger.stored_ledger import stored_digests, stored_ledger

NO_DIFFERENCE = actions.Written(entries=0, spans=0)


def _policies(scene: Scene) -> None:
    scene.policy("visit.maximum", 3, unit="months", level="high")
    scene.policy("visit.maximum", 6, unit="months")
    scene.policy("visit.first", 15, unit="working_days")
    scene.policy("supervisor_review.within", 1, unit="months", from_at=NOW - 300 * DAY)
    scene.policy("visit.authoriser_rank", "sergeant")
    scene.policy("screening.interval", 12, unit="months")


def test_a_rebuild_equals_the_refresh_of_every_subject(scene: Scene) -> None:
    load_untidy(scene, offenders_count=20, seed=5)
    _policies(scene)
    actions.rebuild(by=scene.loader)
    rebuilt = _digests(scene)
    SubjectHash.objects.all().delete()
    Span.objects.all().delete()
    Entry.objects.all().delete()
    for subject_id in Subject.objects.values_list("id", flat=True):
        refresh(subject_id)
    assert _digests(scene) == rebuilt
    assert actions.rebuild(by=scene.loader) == NO_DIFFERENCE


def test_the_stored_ledger_is_the_derived_one_row_for_row(scene: Scene) -> None:
    load_untidy(scene, offenders_count=20, seed=6)
    _policies(scene)
    actions.rebuild(by=scene.loader)
    facts = facts_of_force(scene.force.pk)
    area = aggregate_area(scene.analyst)
    for duty in recorded_duties():
        derived = evaluate(
            duty,
            facts,
            policies_of(scene.force.pk),
            bank_holidays(),
            force_id=scene.force.pk,
            known_at=microseconds(NOW),
        )
        stored = stored_ledger(duty, area, force_id=scene.force.pk, now=NOW)
        assert len(derived.entries["subject_id"]) > 0, duty.key
        assert digest(stored) == digest(derived), duty.key
        assert stored_digests([duty.key], area, force_id=scene.force.pk)[duty.key] == digest(
            derived
        )


def test_a_refresh_leaves_rows_alone_that_do_not_differ(scene: Scene) -> None:
    subject = scene.offender(level="high")
    for weeks in range(6):
        scene.visit(subject, NOW - timedelta(weeks=10 - weeks))
    before = _physical_rows(subject)
    scene.visit(subject, NOW - 2 * DAY)
    after = _physical_rows(subject)
    assert len(set(before) & set(after)) >= len(before) - 2
    assert len(after) > len(before)


def test_entries_keep_their_identity_over_a_rebuild(scene: Scene) -> None:
    load_untidy(scene, offenders_count=8, seed=7)
    actions.rebuild(by=scene.loader)
    before = list(Entry.objects.order_by("id").values_list("id", "duty", "opened_by"))
    scene.policy("visit.maximum", 3, unit="months")
    actions.rebuild(by=scene.loader)
    assert list(Entry.objects.order_by("id").values_list("id", "duty", "opened_by")) == before


def test_a_rebuild_mends_a_ledger_that_was_meddled_with(scene: Scene) -> None:
    subject = scene.offender()
    scene.visit(subject, NOW - 9 * DAY)
    right = _digests(scene)
    Entry.objects.filter(met_at=None).update(opened_at=NOW - 3000 * DAY)
    Span.objects.filter(entry__met_at__isnull=False).delete()
    assert actions.rebuild(by=scene.loader) != NO_DIFFERENCE
    area = aggregate_area(scene.analyst)
    for duty in recorded_duties("offender"):
        stored = stored_ledger(duty, area, force_id=scene.force.pk, now=NOW)
        assert digest(stored) == right[duty.key]


def test_a_withdrawn_fact_takes_its_entries_with_it(scene: Scene) -> None:
    from dutybook.records.offenders import actions as offenders

    subject = scene.offender()
    saved = scene.visit(subject, NOW - 9 * DAY)
    reviews = Entry.objects.filter(duty="supervisor_review_of_visit", opened_by=saved.fact_id)
    assert reviews.count() == 1
    offenders.withdraw_visit(
        by=scene.manager,
        now=NOW,
        subject_id=subject,
        fact_id=saved.fact_id,
        seen_version=1,
        reason="keyed on the wrong person",
    )
    assert reviews.count() == 0
    assert not Span.objects.exclude(entry__in=Entry.objects.all()).exists()


def test_one_force_is_rebuilt_without_touching_another(scene: Scene) -> None:
    other = make_scene("south-vale")
    kept = other.offender()
    scene.offender()
    actions.rebuild(by=scene.loader)
    assert Entry.objects.filter(subject_id=kept).exists()
    assert _digests(other) == {
        duty.key: stored_digests(
            [duty.key], aggregate_area(other.analyst), force_id=other.force.pk
        )[duty.key]
        for duty in recorded_duties()
    }


def test_team_and_owner_follow_the_allocation(scene: Scene) -> None:
    people = load_untidy(scene, offenders_count=20, seed=8)
    actions.rebuild(by=scene.loader)
    by_rebuild = list(Subject.objects.order_by("id").values_list("id", "team_id", "owner_id"))
    assert any(team for _, team, _ in by_rebuild)
    Subject.objects.update(team_id=None, owner_id=None)
    for subject_id in people:
        refresh(subject_id)
    for subject in Subject.objects.exclude(pk__in=people):
        refresh(subject.pk)
    assert (
        list(Subject.objects.order_by("id").values_list("id", "team_id", "owner_id")) == by_rebuild
    )


def test_progress_is_told_and_the_rebuild_logged(scene: Scene) -> None:
    told: list[tuple[str, int, int]] = []
    actions.rebuild(by=scene.loader, progress=lambda *step: told.append(step))
    assert [done for _, done, _ in told] == sorted(done for _, done, _ in told)
    assert told[-1][1] == told[-1][2]
    assert AccessLogRow.objects.filter(detail__startswith="rebuild").count() == 1


def test_only_a_command_or_an_administrator_rebuilds(scene: Scene) -> None:
    with pytest.raises(NotAllowed):
        actions.rebuild(by=scene.chief)


def test_a_late_bank_holiday_moves_what_depends_on_it(scene: Scene) -> None:
    scene.policy("visit.first", 5, unit="working_days")
    subject = scene.offender(registered_at=date(2026, 11, 23), now=NOW, level="high")
    entry = Entry.objects.get(duty="visit_within_interval", subject_id=subject)
    before = entry.spans.get(last=True).due_at
    actions.record_bank_holiday(by=scene.loader, now=NOW, day=date(2026, 11, 27), name="A jubilee")
    catch_up(scene.force.pk)
    assert entry.spans.get(last=True).due_at - before == DAY
    assert AccessLogRow.objects.filter(detail="bank holiday 2026-11-27").exists()


def _digests(scene: Scene) -> dict[str, str]:
    area = aggregate_area(scene.analyst)
    return {
        duty.key: stored_digests([duty.key], area, force_id=scene.force.pk)[duty.key]
        for duty in recorded_duties()
    }


def _physical_rows(subject_id: int) -> list[tuple[int, str]]:
    """Each entry with the transaction stamp of its row version: an update would change it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, ctid::text FROM ledger_entry WHERE subject_id = %s", [subject_id]
        )
        return list(cursor.fetchall())
