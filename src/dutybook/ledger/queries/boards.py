"""A team's board in one reading: what nobody owns, how late what is, who carries how much."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby, islice
from typing import Any, Final

from django.db.models import QuerySet

from dutybook.access.consulting import consultation
from dutybook.access.need_to_know import visible_of_kinds
from dutybook.access.prepared import prepared
from dutybook.access.viewer import Viewer
from dutybook.duties.policy import Policies
from dutybook.ledger.instants import day_ends
from dutybook.ledger.models import Entry
from dutybook.ledger.policies import policies_of, value_in_force
from dutybook.ledger.policy_keys import LOAD_FULL, LOAD_POINTS, duty_of
from dutybook.ledger.queries import looks
from dutybook.ledger.queries.coming import Capacity, Coming, capacity, coming_of
from dutybook.ledger.queries.filters import LEVELS, known_duty
from dutybook.ledger.queries.matrices import Matrix, matrix_of
from dutybook.ledger.queries.open_work import Carrying, open_work
from dutybook.ledger.queries.owners import owner_name
from dutybook.ledger.queries.pages import Page
from dutybook.ledger.queries.policy_lists import UnsetPolicy, unset_of
from dutybook.ledger.queries.standing import UNSEEN_LEVEL, level_name, open_on
from dutybook.ledger.queries.subject_lists import UnownedRow, unowned
from dutybook.ledger.subjects import RECORD_KINDS

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
class OldestItem:
    """The overdue entry that has waited longest, for somebody who may see it."""

    subject_id: int
    label: str
    kind: str
    duty: str
    title: str
    level: str | None
    due_at: datetime
    days_overdue: int
    owner: str | None


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
    """The board of a team, or of all that `viewer` may see, logged with whom it names.

    Raises `InvalidInput` for a duty that does not exist.
    """
    settings = policies_of(viewer.force_id)
    found = open_work(viewer, day, team=team, duty=None if duty is None else known_duty(duty))
    longest = None if found.oldest is None else _oldest(viewer, found.oldest, day)
    nobodys = unowned(viewer, day, size=UNOWNED_SHOWN)
    named = {(one.kind, one.subject_id) for one in (longest, *nobodys.rows) if one}
    looks.log_figures(viewer, named, detail="team board")
    points = _points(settings, day)
    of_owners = groupby(found.carrying, key=lambda one: one.owner_id)
    # By name, never by figure: it is for sharing work out, not for ranking people.
    carried = tuple(_load(list(own), points) for _, own in islice(of_owners, MOST_PEOPLE))
    ahead = coming_of(found.groups)
    return TeamBoard(
        day=day,
        matrix=matrix_of((one for one in found.groups if one.of_person or duty), day),
        oldest=longest,
        unowned=nobodys,
        unset=unset_of(viewer, settings, day, found.without_standard),
        carried=carried,
        full_load=_number(value_in_force(settings, LOAD_FULL, day_ends(day))),
        coming=ahead,
        capacity=capacity(ahead, len(carried), settings, day),
    )


def _oldest(viewer: Viewer, entry: int, day: date) -> OldestItem | None:
    """One overdue entry in words, as far as `viewer` may see it."""
    for row in _named(viewer, entry=entry, day=day):
        return OldestItem(
            subject_id=row["subject_id"],
            label=row["subject__label"],
            kind=row["subject__kind"],
            duty=row["duty"],
            title=duty_of(row["duty"]).title,
            level=level_name(row["duty"], row["span__level"]),
            due_at=row["span__due_at"],
            days_overdue=row["overdue_days"],
            owner=row["owner"],
        )
    return None


@prepared(day_ends)
def _named(viewer: Viewer, *, entry: int, day: date) -> QuerySet[Entry, dict[str, Any]]:
    visible = visible_of_kinds(viewer, RECORD_KINDS, prefix="subject__")
    return (
        open_on(day)
        .filter(visible, pk=entry)
        .annotate(owner=owner_name(day))
        .values(
            *("subject_id", "subject__label", "subject__kind", "duty", "span__level"),
            *("span__due_at", "overdue_days", "owner"),
        )
    )


def _points(settings: Policies, day: date) -> list[int | None]:
    """What a record of each of `LEVELS` counts."""
    at = day_ends(day)
    return [_number(value_in_force(settings, LOAD_POINTS, at, level=level)) for level in LEVELS]


def _number(value: int | str | None) -> int | None:
    return value if isinstance(value, int) else None


def _load(records: Sequence[Carrying], points: Sequence[int | None]) -> Carried:
    """What one owner carries, whose records are given level by level."""
    by_level = {one.level: one.records for one in records}
    weights = {level: None if level is None else points[level] for level in by_level}
    weighed = [weight * by_level[level] for level, weight in weights.items() if weight is not None]
    places = [LEVELS.index(name) if name in LEVELS else None for name in CARRIED_LEVELS]
    return Carried(
        owner_id=records[0].owner_id,
        owner=records[0].owner,
        subjects=sum(by_level.values()),
        by_level=tuple(by_level.get(place, 0) for place in places),
        points=sum(weighed) if any(point is not None for point in points) else None,
        unweighed=sum(by_level[level] for level, weight in weights.items() if weight is None),
        open_entries=sum(one.entries for one in records),
        overdue=sum(one.overdue for one in records),
        without_date=sum(one.without_date for one in records),
    )
