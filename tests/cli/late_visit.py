"""Fills a data folder with two offenders, one of whom was visited in time and keyed late.

    python late_visit.py DATA

Both are to be seen every three months. B was seen on 1 October and that was keyed the same day.
A was last seen on 20 June, and again on 10 September, which nobody keyed until 10 November.
"""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from dutybook.cli.installation import opened

BEGINS = datetime(2024, 1, 1, tzinfo=UTC)


def fill() -> None:
    from tests.ledger.scene import make_scene

    from dutybook.records.offenders.actions import set_risk_level

    scene = make_scene("wealdmoor")
    for key, value, unit in (("visit.first", 28, "days"), ("visit.maximum", 3, "months")):
        scene.policy(key, value, unit=unit, from_at=BEGINS, recorded_at=BEGINS)
    visits = (
        ("A", datetime(2025, 6, 20, 10, 0, tzinfo=UTC), timedelta(hours=1)),
        ("A", datetime(2025, 9, 10, 10, 0, tzinfo=UTC), timedelta(days=61)),
        ("B", datetime(2025, 6, 20, 10, 0, tzinfo=UTC), timedelta(hours=1)),
        ("B", datetime(2025, 10, 1, 10, 0, tzinfo=UTC), timedelta(hours=1)),
    )
    registered = datetime(2025, 6, 1, 9, 0, tzinfo=UTC)
    offenders = {}
    for name in "AB":
        offenders[name] = scene.offender(registered_at=registered.date(), now=registered)
        set_risk_level(
            by=scene.manager, now=registered, subject_id=offenders[name], at=registered, level="low"
        )
    for name, at, keyed_after in visits:
        scene.visit(offenders[name], at, now=at + keyed_after)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    with opened(Path(sys.argv[1]), quiet=True, may_make=True):
        fill()
