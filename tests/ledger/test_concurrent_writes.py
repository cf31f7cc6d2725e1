"""Writes that meet: two about one subject follow each other, and a standard set meanwhile counts.

These really commit, on a database of their own, with one connection a thread.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connection, connections, transaction
from tests.ledger.scene import DAY, NOW, Scene, make_scene

from dutybook.access.errors import EditCollision
from dutybook.access.roles import Role
from dutybook.database import DatabaseAccess
from dutybook.ledger import actions
from dutybook.ledger.models import Entry, Subject
from dutybook.records.offenders import actions as offenders
from dutybook.records.offenders.models import Visit

VISITS = "visit_within_interval"
NO_DIFFERENCE = actions.Written(entries=0, spans=0)


@pytest.fixture
def committed(committed_database: DatabaseAccess) -> Scene:
    return make_scene()


def together(*works: Callable[[], Any]) -> list[Any]:
    """Runs each in a thread of its own, all at once; an error is given back as the result."""
    start = Barrier(len(works))

    def run(work: Callable[[], Any]) -> Any:
        try:
            start.wait(timeout=20)
            return work()
        except Exception as error:
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(run, works))


def test_visits_keyed_at_once_all_stand_in_the_ledger(committed: Scene) -> None:
    committed.policy("visit.maximum", 3, unit="months")
    subject = committed.offender(level="high")
    days = range(4, 28, 4)
    manager = committed.manager

    def keyed(day: int) -> Callable[[], Any]:
        return lambda: committed.visit(subject, NOW - day * DAY, by=manager, now=NOW)

    saved = together(*(keyed(day) for day in days))
    assert [one for one in saved if isinstance(one, Exception)] == []
    owed = Entry.objects.filter(subject_id=subject, duty="visit_within_interval")
    assert owed.exclude(met_at=None).count() == len(days)
    assert owed.filter(met_at=None).count() == 1
    assert actions.rebuild(by=committed.loader) == NO_DIFFERENCE


def test_a_write_that_waited_with_an_earlier_clock_forgets_nothing(committed: Scene) -> None:
    """A request's clock stands from its beginning, so the one that waited may carry the earlier."""
    committed.policy("visit.maximum", 3, unit="months")
    subject = committed.offender(level="high")
    committed.visit(subject, NOW - 3 * DAY, now=NOW)
    west = committed.west.pk
    committed.give(subject, committed.west)
    western = committed.viewer("westerner", Role.OFFENDER_MANAGER, team=committed.west)
    earlier = NOW - timedelta(seconds=2)
    offenders.make_risk_plan(by=western, subject_id=subject, now=earlier, at=earlier)
    assert Entry.objects.filter(duty=VISITS, met_at=NOW - 3 * DAY).exists()
    assert Subject.objects.get(pk=subject).team_id == west
    committed.policy(
        *("visit.maximum", 2), unit="months", now=earlier, recorded_at=earlier, from_at=earlier
    )
    assert actions.rebuild(by=committed.loader) == NO_DIFFERENCE
    assert Entry.objects.filter(duty=VISITS, met_at=NOW - 3 * DAY).exists()


def test_one_of_two_corrections_wins_and_the_other_is_shown_both(committed: Scene) -> None:
    subject = committed.offender()
    fact = committed.visit(subject, NOW - 9 * DAY).fact_id
    manager = committed.manager

    def corrected(findings: str) -> Callable[[], Any]:
        return lambda: offenders.correct_visit(
            by=manager,
            now=NOW,
            subject_id=subject,
            fact_id=fact,
            seen_version=1,
            reason="as noted",
            at=NOW - 9 * DAY,
            outcome="seen",
            announced=False,
            crew=2,
            second_confirmed=True,
            findings=findings,
            officers_view="",
        )

    told = together(corrected("first"), corrected("second"))
    [collision] = [one for one in told if isinstance(one, EditCollision)]
    kept = Visit.objects.get(fact_id=fact, version=2).findings
    assert {collision.seen["findings"], kept} == {"first", "second"}
    assert collision.stored.findings == kept
    assert Visit.objects.filter(fact_id=fact).count() == 2
    assert actions.rebuild(by=committed.loader) == NO_DIFFERENCE


def test_a_standard_set_while_records_are_keyed_reaches_them_all(committed: Scene) -> None:
    manager, loader = committed.manager, committed.loader
    subjects = [committed.offender(level="high") for _ in range(4)]

    def keyed(subject: int) -> Callable[[], Any]:
        return lambda: committed.visit(subject, NOW - 3 * DAY, by=manager, now=NOW)

    def registered() -> Any:
        return committed.offender(national_register_ref="NR-X", by=manager, level="high")

    def standard() -> Any:
        return committed.policy("visit.maximum", 3, unit="months", by=loader)

    told = together(standard, registered, *(keyed(one) for one in subjects))
    assert [one for one in told if isinstance(one, Exception)] == []
    owed = Entry.objects.filter(duty="visit_within_interval", closed_at=None)
    assert owed.count() == 5
    assert owed.filter(spans__last=True, spans__due_at=None).count() == 0
    assert actions.rebuild(by=committed.loader) == NO_DIFFERENCE


def test_a_standard_waits_for_a_write_under_way_and_then_reaches_it(committed: Scene) -> None:
    subject, loader = committed.offender(level="high"), committed.loader
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            committed.visit(subject, NOW - 3 * DAY, now=NOW)
            setting = pool.submit(_set_a_standard, committed, loader)
            while (waits_for := _what_somebody_waits_for()) is None:
                assert not setting.done(), "the standard was set past a write under way"
            assert waits_for == "advisory"
        assert setting.result(timeout=60) is not None
    owed = Entry.objects.get(duty="visit_within_interval", met_at=None)
    assert owed.spans.get(last=True).due_at is not None
    assert actions.rebuild(by=loader) == NO_DIFFERENCE


def _set_a_standard(scene: Scene, loader: Any) -> Any:
    try:
        return scene.policy("visit.maximum", 3, unit="months", by=loader)
    finally:
        connections.close_all()


def _what_somebody_waits_for() -> str | None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT l.locktype FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
            " WHERE NOT l.granted AND a.datname = current_database()"
        )
        row = cursor.fetchone()
    return row[0] if row else None
