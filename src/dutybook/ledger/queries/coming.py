"""What of the work that is open now falls due in the weeks ahead, by duty."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet

from dutybook.access.need_to_know import aggregate_area
from dutybook.access.prepared import prepared
from dutybook.access.viewer import Viewer
from dutybook.duties.policy import Policies
from dutybook.duties.status import OVERDUE
from dutybook.ledger.instants import day_ends
from dutybook.ledger.models import Entry
from dutybook.ledger.policies import value_in_force
from dutybook.ledger.policy_keys import HOURS_A_WEEK, MINUTES_EACH, duty_of
from dutybook.ledger.queries.filters import known_duty
from dutybook.ledger.queries.standing import open_on

WEEKS = (4, 8, 12)


@dataclass(frozen=True)
class Coming:
    """One duty: how many are overdue, and how many more fall due within each of `WEEKS`."""

    duty: str
    title: str
    overdue: int
    within: tuple[int, ...]


@dataclass(frozen=True)
class Capacity:
    """Hours that it takes to do what is overdue and falls due, and hours that there are, within
    each of `WEEKS`; both by the force's settings, whole hours."""

    needed: tuple[int, ...]
    there: tuple[int, ...]
    people: int


def capacity(
    found: Sequence[Coming], people: int, settings: Policies, day: date
) -> Capacity | None:
    """What falls due against the hours of those who carry it; None while the force has not set how
    long an item takes and how many hours one person has."""
    hours = value_in_force(settings, HOURS_A_WEEK, day_ends(day))
    minutes = value_in_force(settings, MINUTES_EACH, day_ends(day))
    if not isinstance(hours, int) or not isinstance(minutes, int):
        return None
    late = sum(one.overdue for one in found)
    due = [late + sum(one.within[place] for one in found) for place in range(len(WEEKS))]
    return Capacity(
        needed=tuple(round(count * minutes / 60) for count in due),
        there=tuple(people * hours * weeks for weeks in WEEKS),
        people=people,
    )


def coming(
    viewer: Viewer, day: date, *, team: int | None = None, duty: str | None = None
) -> tuple[Coming, ...]:
    """What falls due by the end of each number of weeks, the busiest duty first.

    Only what is open at the end of `day` is counted: what is met opens its next occurrence, which
    may fall due in the same weeks. Counts of the teams or the force that `viewer` may count, for
    a page that logs its own look.
    """
    last_days = {f"to_{weeks}": day + timedelta(weeks=weeks) for weeks in WEEKS}
    rows = _counted(viewer, duty, day=day, team=team, **last_days)
    return tuple(
        Coming(
            duty=row["duty"],
            title=duty_of(row["duty"]).title,
            overdue=row["overdue"],
            within=tuple(row[f"within_{weeks}"] for weeks in WEEKS),
        )
        for row in rows
    )


@prepared(day_ends)
def _counted(
    viewer: Viewer, duty: str | None, *, day: date, team: int | None = None, **last_days: date
) -> QuerySet[Entry, dict[str, Any]]:
    """`last_days` has the last day of each of `WEEKS` as `to_4` and so on."""
    found = open_on(day).filter(aggregate_area(viewer, prefix="subject__"))
    if team is not None:
        found = found.filter(subject__team_id=team)
    if duty is not None:
        found = found.filter(duty=known_duty(duty))
    later = Q(due__gt=day_ends(day))
    by_then = {weeks: later & Q(due__lte=day_ends(last_days[f"to_{weeks}"])) for weeks in WEEKS}
    counts = {f"within_{weeks}": Count("id", filter=by_then[weeks]) for weeks in WEEKS}
    return (
        found.filter(Q(status=OVERDUE) | by_then[WEEKS[-1]])
        .values("duty")
        .annotate(overdue=Count("id", filter=Q(status=OVERDUE)), **counts)
        .order_by(f"-within_{WEEKS[-1]}", "duty")
    )
