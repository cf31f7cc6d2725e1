"""The figures of one unit's pack, read from the ledger duty by duty."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Final

from dutybook.access.models import Force
from dutybook.access.viewer import Viewer
from dutybook.documents.pack import (
    Pack,
    PackBacklog,
    PackDay,
    PackFigure,
    PackGap,
    PackSection,
)
from dutybook.duties.catalogue.settings import POLICY_KEYS
from dutybook.duties.figures import LATENESS_BANDS
from dutybook.inspections.models import PackUnit
from dutybook.inspections.pack_sections import SECTIONS
from dutybook.ledger.policy_keys import duty_of
from dutybook.ledger.queries.over_months import DayFigure, LateLevel, OverMonths, figures_over
from dutybook.ledger.queries.trends import MONTHS, month_ends
from dutybook.ledger.recorded import is_recorded

LEVEL_NAMES: Final = {
    "very_high": "Very high",
    None: "Level unknown",
    "high": "High",
    "medium": "Medium",
    "low": "Low",
}
"""Most dangerous first; a level that nobody recorded stands just below very high."""


def figures_in(unit: PackUnit) -> int:
    """How many figures are counted for a unit's pack."""
    return sum(is_recorded(duty) for _, duties in SECTIONS[unit] for duty in duties)


def pack_of(
    viewer: Viewer, unit: PackUnit, day: date, *, now: datetime, counted: Callable[[], object]
) -> Pack:
    """A unit's pack for the month that ends with `day`, as known `now`, of what `viewer` counts.

    `counted` is called after each figure. Every reading is a transaction of its own, and logged.
    """
    days = month_ends(day, MONTHS)
    sections: list[PackSection] = []
    by_level: list[LateLevel] = []
    for heading, duties in SECTIONS[unit]:
        figures = []
        for duty in (one for one in duties if is_recorded(one)):
            found = figures_over(viewer, duty.key, days, now=now)
            figures.append(_figure(found))
            by_level += found.backlog if duty.levels is not None else ()
            counted()
        gaps = tuple(PackGap(one.key, one.title) for one in duties if not is_recorded(one))
        sections.append(PackSection(heading, tuple(figures), gaps))
    force = Force.objects.get(pk=viewer.force_id)
    return Pack(
        force=force.name,
        is_demonstration=force.is_demonstration,
        unit=str(unit.label),
        day=day,
        known_at=now,
        bands=tuple(name for name, _, _ in LATENESS_BANDS),
        backlog=_added(by_level),
        sections=tuple(sections),
    )


def _added(rows: list[LateLevel]) -> tuple[PackBacklog, ...]:
    """What is overdue of all duties together, by level."""
    counts = {level: [0] * len(LATENESS_BANDS) for level in LEVEL_NAMES}
    for row in rows:
        for band, count in enumerate(row.by_lateness):
            counts[row.level][band] += count
    return tuple(PackBacklog(LEVEL_NAMES[level], tuple(found)) for level, found in counts.items())


def _figure(found: OverMonths) -> PackFigure:
    duty = duty_of(found.duty)
    return PackFigure(
        duty=duty.key,
        title=duty.title,
        counts=found.counts,
        window=found.window,
        late=found.last.late,
        excused=found.last.excused,
        oldest_days=found.last.oldest_days,
        unset=tuple(POLICY_KEYS[key].title for key in found.unset_policies),
        is_checked=duty.checked_by is not None,
        days=tuple(_day(day) for day in found.days),
    )


def _day(found: DayFigure) -> PackDay:
    return PackDay(
        day=found.day,
        numerator=found.numerator,
        denominator=found.denominator,
        unmet=found.unmet,
        unjudged=found.unjudged,
    )
