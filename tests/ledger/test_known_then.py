"""A correction changes history as known now and leaves it as known then (R8)."""

from datetime import date

from tests.ledger.scene import DAY, NOW, TODAY, Scene

from dutybook.duties.figures import Measure
from dutybook.ledger.instants import day_ends
from dutybook.ledger.models import Entry
from dutybook.ledger.queries import measures
from dutybook.records.offenders import actions as offenders
from dutybook.records.offenders.models import Visit

DUTY = "visit_within_interval"
OCTOBER = date(2026, 10, 31)


def _figures(scene: Scene, day: date, *, known_on: date | None = None) -> tuple[int, int]:
    found: Measure = measures(
        scene.analyst,
        day,
        duty=DUTY,
        now=NOW,
        known_at=None if known_on is None else day_ends(known_on),
    )
    return found.total.numerator, found.total.denominator


def test_a_visit_keyed_late_counts_from_its_day_only_once_it_is_known(scene: Scene) -> None:
    """The worked example: visited on 20 October, due 27 October, keyed on 9 November."""
    scene.policy("visit.maximum", 3, unit="months")
    subject = scene.offender(level="high", now=NOW - 200 * DAY, registered_at=date(2026, 5, 1))
    scene.visit(subject, day_ends(date(2026, 7, 27)) - 0.5 * DAY)
    assert _figures(scene, OCTOBER) == (0, 1)
    visited, keyed = day_ends(date(2026, 10, 20)) - 0.5 * DAY, day_ends(date(2026, 11, 9)) - DAY / 3
    scene.visit(subject, visited, now=keyed)
    assert _figures(scene, OCTOBER) == (1, 1)
    assert _figures(scene, OCTOBER, known_on=date(2026, 11, 8)) == (0, 1)
    assert _figures(scene, OCTOBER, known_on=date(2026, 11, 9)) == (1, 1)
    entry = Entry.objects.get(duty=DUTY, met_at=visited)
    assert entry.met_recorded_at == keyed
    assert (keyed - visited).days == 20


def test_a_correction_is_a_later_version_and_the_earlier_one_answers_for_its_time(
    scene: Scene,
) -> None:
    scene.policy("visit.maximum", 3, unit="months")
    subject = scene.offender(level="high", registered_at=date(2026, 10, 1), now=NOW - 50 * DAY)
    seen = scene.visit(subject, NOW - 10 * DAY)
    before = Visit.objects.get(fact_id=seen.fact_id)
    offenders.correct_visit(
        by=scene.manager,
        now=NOW,
        subject_id=subject,
        fact_id=seen.fact_id,
        seen_version=1,
        reason="nobody was in",
        at=NOW - 10 * DAY,
        outcome="no_reply",
        announced=None,
        crew=None,
        second_confirmed=None,
        findings="",
        officers_view="",
    )
    later = Visit.objects.get(fact_id=seen.fact_id, version=2)
    assert (later.outcome, later.change_reason) == ("no_reply", "nobody was in")
    kept = Visit.objects.get(pk=before.pk)
    assert (kept.outcome, kept.recorded_at) == ("seen", before.recorded_at)
    of_subject = Entry.objects.filter(subject_id=subject, duty=DUTY)
    assert of_subject.filter(met_by=seen.fact_id).count() == 0
    yesterday = date(2026, 11, 23)
    known_then = measures(
        scene.analyst, yesterday, duty=DUTY, now=NOW, known_at=day_ends(yesterday)
    )
    assert known_then.digest != measures(scene.analyst, yesterday, duty=DUTY, now=NOW).digest
    assert known_then.total.numerator == 1


def test_a_withdrawn_visit_is_gone_now_and_stood_then(scene: Scene) -> None:
    scene.policy("visit.maximum", 1, unit="months")
    subject = scene.offender(level="high", registered_at=date(2026, 9, 1), now=NOW - 80 * DAY)
    seen = scene.visit(subject, NOW - 20 * DAY)
    offenders.withdraw_visit(
        by=scene.manager,
        now=NOW,
        subject_id=subject,
        fact_id=seen.fact_id,
        seen_version=1,
        reason="another person's",
    )
    assert _figures(scene, TODAY) == (0, 1)
    assert _figures(scene, date(2026, 11, 23)) == (0, 1)
    assert _figures(scene, date(2026, 11, 23), known_on=date(2026, 11, 23)) == (1, 1)
    assert Visit.objects.filter(fact_id=seen.fact_id).count() == 2


def test_a_standard_recorded_later_says_nothing_of_what_was_known_before(scene: Scene) -> None:
    scene.offender(level="high", registered_at=date(2026, 1, 1), now=NOW - 300 * DAY)
    scene.policy("visit.maximum", 3, unit="months", from_at=NOW - 300 * DAY, recorded_at=NOW)
    now = measures(scene.analyst, TODAY, duty=DUTY, now=NOW)
    assert (now.total.no_standard, now.total.unmet) == (0, 1)
    then = measures(scene.analyst, TODAY, duty=DUTY, now=NOW, known_at=day_ends(date(2026, 11, 23)))
    assert (then.total.no_standard, then.total.unmet) == (1, 0)
    assert then.unset_policies
