"""The database's status of an entry is the engine's, entry by entry and day by day."""

from datetime import date, timedelta

import numpy as np
import pytest
from tests.ledger.scene import DAY, NOW, TODAY, Scene
from tests.ledger.untidy import load_untidy

from dutybook.access.need_to_know import aggregate_area
from dutybook.duties.facts import NULL
from dutybook.duties.status import NOT_YET_OPEN, STATUSES, status_on
from dutybook.ledger import actions
from dutybook.ledger.instants import microseconds
from dutybook.ledger.queries.standing import entries_on, open_on, with_time_unseen
from dutybook.ledger.recorded import recorded_duties
from dutybook.ledger.stored_ledger import stored_ledger

DAYS = [TODAY, *(TODAY - timedelta(days=n) for n in (1, 30, 200, 500, 880)), date(2027, 12, 1)]


@pytest.fixture
def untidy(scene: Scene) -> Scene:
    load_untidy(scene, offenders_count=40, seed=11)
    scene.policy("visit.maximum", 3, unit="months", level="high")
    scene.policy("visit.maximum", 6, unit="months", level="low", from_at=NOW - 100 * DAY)
    scene.policy("supervisor_review.within", 1, unit="months", from_at=NOW - 300 * DAY)
    scene.policy("arms.interval", 12, unit="months")
    scene.policy("referral.target", 7, unit="days", level="high")
    scene.policy("referral.clock_starts", "receipt")
    scene.policy("bail.period_reading", "segment")
    scene.policy("screening.interval", 12, unit="months")
    actions.rebuild(by=scene.loader)
    return scene


def test_every_entry_on_many_days_stands_as_the_engine_says(untidy: Scene) -> None:
    met: set[str] = set()
    for rank in (None, "sergeant"):
        if rank is not None:
            untidy.policy("visit.authoriser_rank", rank)
        for day in DAYS:
            met |= _compare(untidy, day)
    assert met >= set(STATUSES) - {"not_yet_open", "stopped"}


def _compare(scene: Scene, day: date) -> set[str]:
    seen: set[str] = set()
    for duty in recorded_duties():
        ledger = stored_ledger(
            duty, aggregate_area(scene.analyst), force_id=scene.force.pk, now=NOW
        )
        standing = status_on(ledger, day)
        opened = np.flatnonzero(standing.status != NOT_YET_OPEN)
        engine = {}
        for row in opened.tolist():
            key = tuple(
                int(ledger.entries[name][row]) for name in ("subject_id", "opened_by", "opened_at")
            )
            since = int(standing.days_since_met[row])
            engine[key] = (
                STATUSES[standing.status[row]],
                int(standing.overdue_days[row]),
                None if since == NULL else since,
                bool(standing.is_open[row]),
            )
        still_open = set(open_on(day).filter(duty=duty.key).values_list("id", flat=True))
        rows = with_time_unseen(entries_on(day), day).filter(duty=duty.key)
        database = {
            (entry.subject_id, entry.opened_by, microseconds(entry.opened_at)): (
                STATUSES[entry.status],
                entry.overdue_days,
                entry.days_since_met,
                entry.pk in still_open,
            )
            for entry in rows
        }
        assert database == engine, (duty.key, day)
        seen |= {status for status, *_ in engine.values()}
    return seen
