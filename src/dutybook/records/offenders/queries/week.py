"""A person's week: what is late and what falls due, by place, so that a round can be planned."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from dutybook.access.consulting import consultation
from dutybook.access.need_to_know import visible_of_kinds
from dutybook.access.prepared import padded, prepared
from dutybook.access.viewer import Viewer
from dutybook.ledger.instants import day_ends
from dutybook.ledger.models import Subject
from dutybook.ledger.queries import WorkItem, looks
from dutybook.ledger.queries.last_seen import days_unseen
from dutybook.ledger.queries.pages import LARGEST_PAGE
from dutybook.ledger.queries.work_lists import owed_items
from dutybook.ledger.subjects import PERSONS
from dutybook.records.people.queries import Place, Warned, present_places, warnings_of

DAYS = 7


@dataclass(frozen=True)
class Stop:
    """One record with all that is due on it, the most dangerous first."""

    record_id: int
    kind: str
    label: str
    level: str | None
    days_since_seen: int | None
    place: Place | None
    warnings: tuple[Warned, ...]
    items: tuple[WorkItem, ...]


@dataclass(frozen=True)
class _Whose:
    """Whom a record is about, and the days since an offender was last seen."""

    label: str
    days_since_seen: int | None


@dataclass(frozen=True)
class Area:
    """The stops of one postcode area; `name` is empty where no place is recorded."""

    name: str
    stops: tuple[Stop, ...]


@dataclass(frozen=True)
class Week:
    """Up to `last_day`, that day included; `is_cut` when there is more than fits on one sheet."""

    last_day: date
    areas: tuple[Area, ...]
    is_cut: bool


@consultation
def week(viewer: Viewer, day: date) -> Week:
    """What `viewer` owes that is late on `day` or falls due within a week, by area.

    Areas stand in the order of the most dangerous stop in each, those without a place last.
    Logged as consulted.
    """
    last_day = day + timedelta(days=DAYS - 1)
    found = owed_items(viewer, day, due_by=last_day, size=LARGEST_PAGE)
    records = {item.record_id for item in found.rows}
    warned = warnings_of(viewer, records, day)
    own = {(item.kind, item.subject_id) for item in found.rows}
    whole = {(item.record_kind, item.record_id) for item in found.rows}
    said_in = {one.said_in for said in warned.values() for one in said}
    looks.log_subjects(viewer, own | whole | said_in, detail="my week")
    whose = _whose(viewer, found.rows, day)
    stops = _stops(found.rows, whose, present_places(viewer, records, day), warned)
    names = dict.fromkeys(stop.place.area if stop.place else "" for stop in stops)
    ordered = [*(name for name in names if name), *(name for name in names if not name)]
    areas = (
        Area(name, tuple(s for s in stops if (s.place.area if s.place else "") == name))
        for name in ordered
    )
    return Week(last_day, tuple(areas), found.next is not None)


def _whose(viewer: Viewer, items: Iterable[WorkItem], day: date) -> dict[int, _Whose]:
    """By record, whom its items are about.

    Most have an item of their own, which says so. Where all lie beneath it, such as an order or a
    child, it is looked up: what those are called and when they were last done is not about it.
    """
    found = {item.subject_id: _Whose(item.label, item.days_since_done) for item in items}
    if missing := {item.record_id for item in items} - found.keys():
        rows = _looked_up(viewer, subjects=padded(missing), day=day)
        found |= {number: _Whose(label, days) for number, label, days in rows}
    return found


@prepared(day_ends)
def _looked_up(
    viewer: Viewer, *, subjects: tuple[int, ...], day: date
) -> QuerySet[Subject, tuple[Any, ...]]:
    return (
        Subject.objects.filter(visible_of_kinds(viewer, PERSONS), pk__in=subjects)
        .annotate(days_since_seen=days_unseen(day_ends(day)))
        .values_list("pk", "label", "days_since_seen")
    )


def _stops(
    items: Iterable[WorkItem],
    whose: Mapping[int, _Whose],
    places: Mapping[int, Place],
    warned: Mapping[int, tuple[Warned, ...]],
) -> list[Stop]:
    """In the order of the work list, each record where the first of its items stands."""
    of_record: dict[int, list[WorkItem]] = {}
    for item in items:
        of_record.setdefault(item.record_id, []).append(item)
    return [
        Stop(
            record_id=record_id,
            kind=own[0].record_kind,
            label=whose[record_id].label,
            level=next((one.level for one in own if one.level), None),
            days_since_seen=whose[record_id].days_since_seen,
            place=places.get(record_id),
            warnings=warned.get(record_id, ()),
            items=tuple(own),
        )
        for record_id, own in of_record.items()
    ]
