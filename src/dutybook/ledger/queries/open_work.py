"""What is open, read once for everything that a board says of it.

Open entries are read into one place, with what may be counted and what may be seen marked on each,
and the figures are taken from there: for a force of 14,000 offenders each would take half a second
if it read them anew.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

from django.db.models import BooleanField, Case, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from dutybook.access.models import User
from dutybook.access.need_to_know import aggregate_area, visible_of_kinds
from dutybook.access.prepared import prepared
from dutybook.access.statements import asked
from dutybook.access.viewer import Viewer
from dutybook.duties.status import NO_STANDARD_SET, OVERDUE, UNKNOWN
from dutybook.ledger.instants import day_ends
from dutybook.ledger.models import Entry
from dutybook.ledger.queries.cells import column_of, row_of
from dutybook.ledger.queries.owners import owner_serves
from dutybook.ledger.queries.standing import open_on
from dutybook.ledger.subjects import PERSONS, RECORD_KINDS

WEEKS: Final = (4, 8, 12)


@dataclass(frozen=True)
class Group:
    """Open entries that are alike in all that a board counts them by.

    `of_person` is false for what the force itself must have, such as a document in date. `row` and
    `column` are places in the matrix. `weeks` is the place in `WEEKS` of the first by whose end
    they fall due; None for later, for what is past and for what has no date.
    """

    of_person: bool
    row: int
    column: int
    duty: str
    weeks: int | None
    entries: int


@dataclass(frozen=True)
class Carrying:
    """The records of one owner whose highest level is the same (None: by no level), and what is
    open on and beneath them."""

    owner_id: int
    owner: str
    level: int | None
    records: int
    entries: int
    overdue: int
    without_date: int


@dataclass(frozen=True)
class OpenWork:
    """`without_standard` has, by duty, the subjects with an entry that no standard is set for, of
    every team and duty that may be counted; `oldest` is the overdue entry due first."""

    groups: tuple[Group, ...] = ()
    carrying: tuple[Carrying, ...] = ()
    without_standard: Mapping[str, Collection[int]] = field(default_factory=dict)
    oldest: int | None = None


_ASKED = """WITH open AS MATERIALIZED ({entries}), narrowed AS (SELECT * FROM open WHERE {narrowed})
SELECT
    (SELECT json_agg(json_build_array(a_person, "row", "column", duty, weeks, entries)) FROM (
        SELECT a_person, "row", "column", duty, weeks, count(*) AS entries
        FROM narrowed WHERE counted GROUP BY 1, 2, 3, 4, 5) AS alike),
    (SELECT json_agg(json_build_array(duty, subjects)) FROM (
        SELECT duty, array_agg(subject_id) AS subjects
        FROM open WHERE counted AND status = {no_standard} GROUP BY 1) AS without),
    (SELECT json_agg(json_build_array(
            owner_id, display_name, highest, records, entries, overdue, dateless)
            ORDER BY display_name, owner_id, highest) FROM (
        SELECT owner_id, highest, count(*) AS records, sum(entries) AS entries,
            sum(overdue) AS overdue, sum(dateless) AS dateless
        FROM (
            SELECT owner_id, root, max(level) AS highest, count(*) AS entries,
                count(*) FILTER (WHERE status = {overdue}) AS overdue,
                count(*) FILTER (WHERE status IN ({no_standard}, {unknown})) AS dateless
            FROM narrowed WHERE seen AND a_person AND owned GROUP BY 1, 2) AS each
        GROUP BY 1, 2) AS own JOIN {users} u ON u.id = owner_id),
    (SELECT id FROM narrowed WHERE seen AND status = {overdue}{of_persons}
     ORDER BY due_at, id LIMIT 1)
"""


def open_work(
    viewer: Viewer, day: date, *, team: int | None = None, duty: str | None = None
) -> OpenWork:
    """What is open at the end of `day`, for a page that logs its look.

    Groups count what `viewer` may count, restricted records with it; owners and the oldest are
    among what they may see. The oldest is about a person unless one duty is asked for, which is
    one that is known.
    """
    ends = {f"to_{weeks}": day + timedelta(weeks=weeks) for weeks in WEEKS}
    part = _open_entries.part(viewer, day=day, **ends)
    if part is None:
        return OpenWork()
    text, values = part
    narrowed, more = _narrowed(team, duty, len(values))
    statement = _ASKED.format(
        entries=text,
        narrowed=narrowed,
        no_standard=NO_STANDARD_SET,
        overdue=OVERDUE,
        unknown=UNKNOWN,
        users=User._meta.db_table,
        of_persons="" if duty else " AND a_person",
    )
    ((groups, without, carrying, oldest),) = asked(statement, [*values, *more])
    return OpenWork(
        groups=tuple(Group(*one) for one in _rows(groups)),
        carrying=tuple(Carrying(*one) for one in _rows(carrying)),
        without_standard=dict(_rows(without)),
        oldest=oldest,
    )


def _rows(found: Any) -> Sequence[Any]:
    """What stands in a column of JSON, which the driver may have read already."""
    return json.loads(found) if isinstance(found, str) else found or ()


def _narrowed(team: int | None, duty: str | None, given: int) -> tuple[str, list[Any]]:
    wanted = {"team_id": team, "duty": duty}
    values = {name: value for name, value in wanted.items() if value is not None}
    places = enumerate(values, start=given + 1)
    conditions = ["TRUE", *(f"{name} = ${place}" for place, name in places)]
    return " AND ".join(conditions), list(values.values())


@prepared(day_ends)
def _open_entries(
    viewer: Viewer, *, day: date, **last_days: date
) -> QuerySet[Entry, dict[str, Any]]:
    """`last_days` has the last day of each of `WEEKS` as `to_4` and so on."""
    counted = aggregate_area(viewer, prefix="subject__")
    seen = visible_of_kinds(viewer, RECORD_KINDS, prefix="subject__")
    return (
        open_on(day)
        .filter(counted | seen)
        .annotate(
            counted=_holds(counted),
            seen=_holds(seen),
            a_person=_holds(Q(subject__kind__in=list(PERSONS))),
            owned=owner_serves(day),
            row=row_of(),
            column=column_of(),
            weeks=_weeks(day, last_days),
            level=F("span__level"),
            due_at=F("span__due_at"),
            owner_id=F("subject__owner_id"),
            team_id=F("subject__team_id"),
            root=Coalesce("subject__beneath_id", "subject_id"),
        )
        .values(
            *("id", "duty", "subject_id", "status", "counted", "seen", "a_person"),
            *("owned", "row", "column", "weeks", "level", "due_at", "owner_id", "team_id", "root"),
        )
    )


def _holds(condition: Q) -> Case:
    return Case(
        When(condition, then=Value(True)), default=Value(False), output_field=BooleanField()
    )


def _weeks(day: date, last_days: dict[str, date]) -> Case:
    """The place in `WEEKS` of the first by whose end an entry falls due that is not due yet."""
    later = Q(due__gt=day_ends(day))
    return Case(
        *(
            When(later & Q(due__lte=day_ends(last_days[f"to_{weeks}"])), then=Value(place))
            for place, weeks in enumerate(WEEKS)
        ),
        default=None,
        output_field=IntegerField(),
    )
