"""Whether somebody can tell when the next visit comes: the days and times of those so far."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import pairwise
from typing import Final

from django.db.models import QuerySet

from dutybook.access.prepared import prepared
from dutybook.ledger.instants import LONDON
from dutybook.ledger.versions import standing
from dutybook.records.offenders.models import Visit

LOOKED_BACK: Final = timedelta(days=730)
"""Two years: enough visits to show a habit where one is made every few months."""
EVENING_FROM: Final = time(18)
DAYTIME_FROM: Final = time(8)
WEEKEND: Final = (5, 6)


@dataclass(frozen=True)
class VisitPattern:
    """The visits and attempts of two years whose time was noted.

    `evenings` began at six or later, or before eight; `weekends` on a Saturday or Sunday.
    `commonest_day` is the weekday (Monday is 0) on which most were made, `on_it` how many.
    `shortest` and `longest` are the days between one and the next; None for fewer than two.
    """

    timed: int
    untimed: int
    evenings: int
    weekends: int
    commonest_day: int | None
    on_it: int
    shortest: int | None
    longest: int | None


def visit_pattern(subject_id: int, *, now: datetime) -> VisitPattern:
    """The pattern of one offender's visits, for a page that has checked and logs its own look."""
    return _pattern(_visits_of(subject_id=subject_id, begins=now - LOOKED_BACK, now=now))


@prepared()
def _visits_of(
    *, subject_id: int, begins: datetime, now: datetime
) -> QuerySet[Visit, tuple[datetime, bool]]:
    found = standing(Visit).filter(subject_id=subject_id, at__gt=begins, at__lte=now)
    return found.order_by("at").values_list("at", "day_only")


def _pattern(rows: list[tuple[datetime, bool]]) -> VisitPattern:
    local = [at.astimezone(LONDON) for at, day_only in rows if not day_only]
    days = Counter(moment.weekday() for moment in local)
    commonest = min(days, key=lambda day: (-days[day], day), default=None)
    between = _days_between(at.astimezone(LONDON) for at, _ in rows)
    return VisitPattern(
        timed=len(local),
        untimed=len(rows) - len(local),
        evenings=sum(
            moment.time() >= EVENING_FROM or moment.time() < DAYTIME_FROM for moment in local
        ),
        weekends=sum(moment.weekday() in WEEKEND for moment in local),
        commonest_day=commonest,
        on_it=days[commonest] if commonest is not None else 0,
        shortest=min(between, default=None),
        longest=max(between, default=None),
    )


def _days_between(moments: Iterable[datetime]) -> list[int]:
    dates = [moment.date() for moment in moments]
    return [(later - earlier).days for earlier, later in pairwise(dates)]
