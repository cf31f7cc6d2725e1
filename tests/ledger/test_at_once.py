"""Several at once, on a real database: writers, a changed setting, and workers that are killed."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, connections, transaction
from tests.ledger.killed_worker import RunningWorker, run_worker
from tests.ledger.scene import DAY, NOW, Scene, make_scene
from tests.ledger.untidy import load_untidy

from dutybook.access.models import AccessLogRow
from dutybook.database import DatabaseAccess
from dutybook.ledger import actions
from dutybook.ledger.models import Entry, Recount
from dutybook.ledger.recounting import carry_on
from dutybook.records.offenders.models import Visit

NO_DIFFERENCE = actions.Written(entries=0, spans=0)
WAIT = 60


@pytest.fixture
def committed(committed_database: DatabaseAccess) -> Scene:
    """A force in a database where every transaction really commits."""
    return make_scene()


@pytest.fixture
def start_worker(committed_database: DatabaseAccess) -> Iterator[Callable[[int], RunningWorker]]:
    """Starts a worker with portions of some size; none is left running, however the test ends."""
    started: list[RunningWorker] = []

    def start(portion: int) -> RunningWorker:
        started.append(run_worker(committed_database, portion=portion))
        return started[-1]

    yield start
    for worker in started:
        worker.kill()


def _at_once(*jobs: Callable[[], Any]) -> list[Any]:
    """Runs the jobs in threads that begin together, each on a connection of its own."""
    together = threading.Barrier(len(jobs))

    def run(job: Callable[[], Any]) -> Any:
        together.wait(WAIT)
        try:
            return job()
        finally:
            connections["default"].close()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return [each.result(WAIT) for each in [pool.submit(run, job) for job in jobs]]


def _set(scene: Scene, months: int, n: int = 0) -> Recount:
    actions.set_policy(
        by=scene.chief, now=NOW, key="visit.maximum", value=months, unit="months",
        from_at=NOW - (500 - n) * DAY, source="Order 9",
    )  # fmt: skip
    return Recount.objects.latest("id")


def test_writers_on_one_subject_lose_nothing(committed: Scene) -> None:
    subject = committed.offender(level="high")
    manager = committed.manager

    def writer(part: int) -> Callable[[], None]:
        def write() -> None:
            for n in range(8):
                # One writer's clock is behind the other's, and both wait for each other's lock.
                at = NOW - (60 - 2 * n - part) * DAY
                committed.visit(subject, at, by=manager, now=NOW - (1 - part) * timedelta(hours=1))

        return write

    _at_once(writer(0), writer(1))
    assert Visit.objects.filter(subject_id=subject).count() == 16
    met = Entry.objects.filter(subject_id=subject, duty="visit_within_interval", met_at=None)
    assert met.count() == 1
    assert actions.rebuild(by=committed.loader) == NO_DIFFERENCE


def test_a_setting_changed_during_writes_reaches_every_subject(committed: Scene) -> None:
    load_untidy(committed, offenders_count=30, seed=4)
    actions.rebuild(by=committed.loader)
    subjects = [committed.offender(level="high") for _ in range(4)]
    manager, chief, new = committed.manager, committed.chief, list[int]()
    assert chief.user_id

    def write() -> None:
        for n in range(12):
            committed.visit(subjects[n % 4], NOW - (100 - n) * DAY, by=manager, now=NOW)

    def register() -> None:
        for n in range(8):
            new.append(
                committed.offender(by=manager, level="high", national_register_ref=f"AT-{n}")
            )

    def change() -> None:
        for n, months in enumerate((2, 1, 4)):
            recount = _set(committed, months, n)
            assert carry_on(recount.pk, clock=lambda: NOW, portion=4)

    _at_once(write, register, change)
    assert len(new) == 8
    assert actions.rebuild(by=committed.loader) == NO_DIFFERENCE


def test_a_write_that_began_under_the_old_setting_is_waited_for(committed: Scene) -> None:
    """The writer has read the old setting and commits late; nobody else sees its subject yet."""
    manager = committed.manager
    assert committed.chief.user_id
    derived, may_commit = threading.Event(), threading.Event()

    def slow_writer() -> int:
        with transaction.atomic():
            subject = committed.offender(by=manager, level="high")
            derived.set()
            assert may_commit.wait(WAIT)
        return subject

    def change() -> None:
        assert derived.wait(WAIT)
        # Nothing tells when the other end waits for a lock; the server does.
        watcher = threading.Thread(target=_let_go_when_waited_for, args=(may_commit,))
        watcher.start()
        recount = _set(committed, 1)
        assert carry_on(recount.pk, clock=lambda: NOW)
        watcher.join(WAIT)

    subject, _ = _at_once(slow_writer, change)
    assert actions.rebuild(by=committed.loader) == NO_DIFFERENCE
    assert Entry.objects.filter(subject_id=subject).exists()


def _let_go_when_waited_for(event: threading.Event) -> None:
    waits = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
    try:
        with connection.cursor() as cursor:
            while not event.is_set():
                cursor.execute(waits)
                if cursor.fetchone()[0]:
                    event.set()
    finally:
        connections["default"].close()


def test_two_workers_at_one_recount_count_each_portion_once(committed: Scene) -> None:
    load_untidy(committed, offenders_count=40, seed=5)
    actions.rebuild(by=committed.loader)
    recount = _set(committed, 1)

    def work() -> bool:
        return carry_on(recount.pk, clock=lambda: NOW, portion=3)

    assert _at_once(work, work, work) == [True, True, True]
    recount.refresh_from_db()
    assert recount.subjects_done == recount.subjects == 40
    assert AccessLogRow.objects.filter(detail__startswith="counted again").count() == 1
    assert actions.rebuild(by=committed.loader) == NO_DIFFERENCE


def test_a_worker_killed_in_the_middle_is_followed_by_one_that_ends_it(
    committed: Scene, start_worker: Callable[[int], RunningWorker]
) -> None:
    """Kill -9 between and inside portions, twice; the last worker is left to finish."""
    load_untidy(committed, offenders_count=60, seed=6)
    actions.rebuild(by=committed.loader)
    recount = _set(committed, 1)
    seen = [0]
    for _ in range(2):
        worker = start_worker(2)
        worker.wait_for_progress(recount.pk, beyond=seen[-1])
        worker.kill()
        recount.refresh_from_db()
        assert recount.finished_at is None
        seen.append(recount.subjects_done)
    assert seen == sorted(set(seen))
    last = start_worker(20)
    last.wait_for_end(recount.pk)
    last.stop()
    recount.refresh_from_db()
    assert recount.subjects_done == recount.subjects == 60
    assert AccessLogRow.objects.filter(detail__startswith="counted again").count() == 1
    assert actions.rebuild(by=committed.loader) == NO_DIFFERENCE
