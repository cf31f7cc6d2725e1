"""The days and times of visits, so that a habit is seen before the offender sees it."""

from datetime import UTC, date, datetime

from tests.ledger.scene import NOW, Scene

from dutybook.records.offenders import actions
from dutybook.records.offenders.queries import section_page
from dutybook.records.offenders.queries.pattern import VisitPattern


def pattern(scene: Scene, offender: int) -> VisitPattern:
    page = section_page(
        scene.manager, offender, now=NOW, tables=("visit",), duties=(), with_pattern=True
    )
    assert page.pattern is not None
    return page.pattern


def test_nobody_visited_has_no_pattern(scene: Scene, offender: int) -> None:
    assert pattern(scene, offender) == VisitPattern(0, 0, 0, 0, None, 0, None, None)


def test_a_worked_example(scene: Scene, offender: int) -> None:
    """Three Tuesdays at ten, a Saturday evening by the summer clock, and a day without a time."""
    for month in (3, 6, 9):
        day = {3: 3, 6: 2, 9: 1}[month]
        scene.visit(offender, datetime(2026, month, day, 10, 0, tzinfo=UTC))
    saturday = datetime(2026, 7, 4, 17, 30, tzinfo=UTC)  # 18:30 in London
    scene.visit(offender, saturday, outcome="no_reply")
    scene.visit(offender, datetime(2024, 11, 1, 10, 0, tzinfo=UTC))  # longer ago than two years
    actions.record_visit(
        by=scene.manager, now=NOW, subject_id=offender, at=date(2026, 10, 1), outcome="seen"
    )
    assert pattern(scene, offender) == VisitPattern(
        timed=4, untimed=1, evenings=1, weekends=1, commonest_day=1, on_it=3, shortest=30,
        longest=91,
    )  # fmt: skip


def test_what_was_withdrawn_is_no_visit(scene: Scene, offender: int) -> None:
    made = scene.visit(offender, datetime(2026, 9, 1, 10, 0, tzinfo=UTC))
    assert made.fact_id is not None
    actions.withdraw_visit(
        by=scene.manager,
        now=NOW,
        subject_id=offender,
        fact_id=made.fact_id,
        seen_version=1,
        reason="On the wrong man",
    )
    assert pattern(scene, offender).timed == 0
