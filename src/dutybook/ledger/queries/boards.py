"""A team's board in one reading: what nobody owns, how late what is, who carries how much."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice
from typing import Any, Final

from django.db.models import Count, Max, Q, QuerySet
from django.db.models.functions import Coalesce

from dutybook.access.consulting import consultation
from dutybook.access.need_to_know import visible_of_kinds
from dutybook.access.prepared import prepared
from dutybook.access.viewer import Viewer
from dutybook.duties.policy import Policies
from dutybook.duties.status import NO_STANDARD_SET, OVERDUE, UNKNOWN
from dutybook.ledger.instants import day_ends
from dutybook.ledger.models import Entry
from dutybook.ledger.policies import policies_of, value_in_force
from dutybook.ledger.policy_keys import LOAD_FULL, LOAD_POINTS
from dutybook.ledger.queries.coming import Capacity, Coming, capacity, coming
from dutybook.ledger.queries.filters import LEVELS, known_duty
from dutybook.ledger.queries.matrices import Matrix, OldestItem, matrix, oldest
from dutybook.ledger.queries.owners import owner_serves
from dutybook.ledger.queries.pages import Page
from dutybook.ledger.queries.policy_lists import UnsetPolicy, unset_policies
from dutybook.ledger.queries.standing import UNSEEN_LEVEL, open_on
from dutybook.ledger.queries.subject_lists import UnownedRow, unowned
from dutybook.ledger.subjects import PERSONS

UNOWNED_SHOWN = 20
MOST_PEOPLE = 200
CARRIED_LEVELS: Final = ("very_high", "high", "medium", "low", UNSEEN_LEVEL)
"""Most dangerous first; the last are records on which nothing goes by level, or none is known."""


@dataclass(frozen=True)
class Carried:
    """What one person carries: records, open items, and how those stand.

    What lies beneath a record (an order, a bail, a child) counts with it. `by_level` counts records
    by the highest level of what is open on them, in the order of `CARRIED_LEVELS`. `points` are
    those that the force gave to the levels, None while it gave none; `unweighed` are the records
    that count none, for want of a level or of a setting.
    """

    owner_id: int
    owner: str
    subjects: int
    by_level: tuple[int, ...]
    points: int | None
    unweighed: int
    open_entries: int
    overdue: int
    without_date: int


@dataclass(frozen=True)
class TeamBoard:
    """Everything a supervisor looks at first, at the end of `day`."""

    day: date
    matrix: Matrix
    oldest: OldestItem | None
    unowned: Page[UnownedRow]
    unset: tuple[UnsetPolicy, ...]
    carried: tuple[Carried, ...]
    full_load: int | None
    coming: tuple[Coming, ...]
    capacity: Capacity | None


@consultation
def team_board(
    viewer: Viewer, day: date, *, team: int | None = None, duty: str | None = None
) -> TeamBoard:
    """The board of a team, or of all that `viewer` may see; each part logs what it shows."""
    settings = policies_of(viewer.force_id)
    carried = _carried(viewer, day, team, duty, settings)
    ahead = coming(viewer, day, team=team, duty=duty)
    return TeamBoard(
        day=day,
        matrix=matrix(viewer, day, team=team, duty=duty),
        oldest=oldest(viewer, day, team=team, duty=duty),
        unowned=unowned(viewer, day, size=UNOWNED_SHOWN),
        unset=unset_policies(viewer, day, settings=settings),
        carried=carried,
        full_load=_number(value_in_force(settings, LOAD_FULL, day_ends(day))),
        coming=ahead,
        capacity=capacity(ahead, len(carried), settings, day),
    )


def _carried(
    viewer: Viewer, day: date, team: int | None, duty: str | None, settings: Policies
) -> tuple[Carried, ...]:
    """By name, never by figure: it is for sharing work out, not for ranking people."""
    rows = _of_carriers(viewer, duty, day=day, team=team)
    points = _points(settings, day)
    of_owners = groupby(rows, key=lambda row: row["subject__owner_id"])
    return tuple(_load(list(own), points) for _, own in islice(of_owners, MOST_PEOPLE))


@prepared(day_ends)
def _of_carriers(
    viewer: Viewer, duty: str | None, *, day: date, team: int | None = None
) -> QuerySet[Entry, dict[str, Any]]:
    """Each record that somebody answers for, with what is open on it and beneath it."""
    found = open_on(day).filter(
        visible_of_kinds(viewer, PERSONS, prefix="subject__"), owner_serves(day)
    )
    if team is not None:
        found = found.filter(subject__team_id=team)
    if duty is not None:
        found = found.filter(duty=known_duty(duty))
    return (
        found.values(
            *("subject__owner_id", "subject__owner__display_name"),
            root=Coalesce("subject__beneath_id", "subject_id"),
        )
        .annotate(
            highest=Max("span__level"),
            entries=Count("id"),
            overdue=Count("id", filter=Q(status=OVERDUE)),
            dateless=Count("id", filter=Q(status__in=(NO_STANDARD_SET, UNKNOWN))),
        )
        .order_by("subject__owner__display_name", "subject__owner_id")
    )


def _points(settings: Policies, day: date) -> list[int | None]:
    """What a record of each of `LEVELS` counts."""
    at = day_ends(day)
    return [_number(value_in_force(settings, LOAD_POINTS, at, level=level)) for level in LEVELS]


def _number(value: int | str | None) -> int | None:
    return value if isinstance(value, int) else None


def _load(rows: Sequence[Mapping[str, Any]], points: Sequence[int | None]) -> Carried:
    highest = [row["highest"] for row in rows]
    weights = [None if level is None else points[level] for level in highest]
    weighed = [weight for weight in weights if weight is not None]
    places = [LEVELS.index(name) if name in LEVELS else None for name in CARRIED_LEVELS]
    return Carried(
        owner_id=rows[0]["subject__owner_id"],
        owner=rows[0]["subject__owner__display_name"],
        subjects=len(rows),
        by_level=tuple(highest.count(place) for place in places),
        points=sum(weighed) if any(point is not None for point in points) else None,
        unweighed=len(weights) - len(weighed),
        open_entries=sum(row["entries"] for row in rows),
        overdue=sum(row["overdue"] for row in rows),
        without_date=sum(row["dateless"] for row in rows),
    )
