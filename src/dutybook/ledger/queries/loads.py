"""Who carries which records, and what giving some of them to somebody else would change."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Count, Max, Q, QuerySet, When
from django.db.models.functions import Coalesce

from dutybook.access.consulting import consultation
from dutybook.access.errors import NotFound
from dutybook.access.need_to_know import visible_subjects
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer
from dutybook.duties.status import OVERDUE
from dutybook.ledger.instants import day_ends
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.queries import looks
from dutybook.ledger.queries.cells import NO_LEVELS, row_of
from dutybook.ledger.queries.filters import LEVELS
from dutybook.ledger.queries.owners import owner_name, owner_serves
from dutybook.ledger.queries.standing import UNSEEN_LEVEL, open_on
from dutybook.ledger.subjects import RECORD_KINDS

SOON = timedelta(days=28)
ORDER = ("very_high", UNSEEN_LEVEL, "high", "medium", "low", NO_LEVELS)
"""Most dangerous first; a level that nobody recorded stands just below very high."""


_COUNTED = ("by_level", "entries", "overdue", "days", "soon")
NOTHING_OWED: Mapping[str, Any] = {"highest": None} | dict.fromkeys(_COUNTED, 0)


@dataclass(frozen=True)
class Carriable:
    """One record that can be given to somebody: how dangerous, how late, whose.

    `level` is the highest of what is owed on it. `carrier_id` and `owner` are None where nobody
    answers for it; `owner_id` is whom the record names, even where they serve no longer.
    """

    subject_id: int
    label: str
    level: str
    team_id: int | None
    owner_id: int | None
    carrier_id: int | None
    owner: str | None
    open_entries: int
    overdue: int
    most_days_overdue: int
    due_soon: int


@dataclass(frozen=True)
class Load:
    """What somebody carries: records by level, and what is overdue or due within four weeks."""

    records: int
    by_level: Mapping[str, int]
    overdue: int
    due_soon: int


@dataclass(frozen=True)
class Shift:
    """What one person, or nobody, carries before and after records are given on."""

    owner_id: int | None
    owner: str | None
    before: Load
    after: Load


@dataclass(frozen=True)
class Effect:
    """What is to be given on, and the load of everybody whom that concerns."""

    records: tuple[Carriable, ...]
    shifts: tuple[Shift, ...]


@dataclass(frozen=True)
class Carriers:
    """How many records of a kind each person carries, by their number; None is nobody."""

    records: Mapping[int | None, int]
    chosen: tuple[Carriable, ...]


@consultation
def carriers(
    viewer: Viewer,
    kind: SubjectKind,
    day: date,
    *,
    owner_id: int | None = None,
    subject_id: int | None = None,
) -> Carriers:
    """Who carries how many records in the teams that `viewer` supervises, and which one of them
    carries (or, for no owner, those that nobody answers for; or the one record asked for), most
    dangerous and latest first. Logged as consulted; raises `NotFound` for a record not theirs.
    """
    counted: Counter[int | None] = Counter()
    for owner, records in (
        _allocable(viewer, kind, day)
        .values("carrier")
        .annotate(records=Count("id"))
        .values_list("carrier", "records")
        .order_by()
    ):
        counted[owner] += records
    asked = Q(carrier=owner_id) if subject_id is None else Q(pk=subject_id)
    chosen = _read(viewer, kind, day, asked)
    if subject_id is not None and not chosen:
        raise NotFound(f"no {kind} with this number")
    _log(viewer, kind, chosen)
    return Carriers(dict(counted), chosen)


@consultation
def effect(
    viewer: Viewer,
    kind: SubjectKind,
    day: date,
    *,
    subject_ids: Collection[int],
    owner_id: int | None,
) -> Effect:
    """What giving these records to `owner_id` changes for them and for all who carry them now.

    Raises `NotFound` for a record that the viewer may not allocate. Logged as consulted.
    """
    given = _read(viewer, kind, day, Q(pk__in=subject_ids))
    if len(given) != len(set(subject_ids)):
        raise NotFound(f"no {kind} with this number")
    concerned = {one.carrier_id for one in given} | {owner_id}
    held_by = Q(carrier__in=[number for number in concerned if number is not None])
    if None in concerned:
        held_by |= Q(carrier=None)
    every = _read(viewer, kind, day, held_by)
    shifts = []
    for number in sorted(concerned, key=lambda one: (one == owner_id, one or 0)):
        held = [one for one in every if one.carrier_id == number]
        staying = [one for one in held if one not in given]
        after = [*staying, *given] if number == owner_id else staying
        name = next((one.owner for one in held), None)
        shifts.append(Shift(number, name, load_of(held), load_of(after)))
    _log(viewer, kind, given)
    return Effect(given, tuple(shifts))


def load_of(records: Iterable[Carriable]) -> Load:
    """The load that some records are together."""
    held = list(records)
    return Load(
        records=len(held),
        by_level={level: sum(one.level == level for one in held) for level in ORDER},
        overdue=sum(one.overdue for one in held),
        due_soon=sum(one.due_soon for one in held),
    )


def _allocable(viewer: Viewer, kind: SubjectKind, day: date) -> QuerySet[Subject]:
    """The records that `viewer` may allocate; `carrier` is who answers for each, or null."""
    teams = [held.team_id for held in viewer.held if held.role is Role.SUPERVISOR and held.team_id]
    return Subject.objects.filter(
        visible_subjects(viewer, RECORD_KINDS[kind]),
        Q(team_id__in=teams) | Q(team_id=None),
        kind=kind,
    ).annotate(carrier=Case(When(owner_serves(day, prefix=""), then="owner_id")))


def _read(viewer: Viewer, kind: SubjectKind, day: date, narrowed: Q) -> tuple[Carriable, ...]:
    subjects = list(
        _allocable(viewer, kind, day)
        .filter(narrowed)
        .annotate(owner_now=owner_name(day, prefix=""))
        .values("id", "label", "team_id", "owner_id", "carrier", "owner_now")
    )
    owed = _owed([one["id"] for one in subjects], day)
    found = [_carriable(one, owed.get(one["id"])) for one in subjects]
    found.sort(
        key=lambda one: (ORDER.index(one.level), -one.most_days_overdue, one.label, one.subject_id)
    )
    return tuple(found)


def _owed(subject_ids: list[int], day: date) -> dict[int, dict[str, Any]]:
    """What is open on each record and what is beneath it, counted by the record's number."""
    beneath = Q(subject_id__in=subject_ids) | Q(subject__beneath_id__in=subject_ids)
    by_level = Q(row__lte=len(LEVELS))
    rows = (
        open_on(day)
        .filter(beneath)
        .annotate(root=Coalesce("subject__beneath_id", "subject_id"), row=row_of())
        .values("root")
        .annotate(
            highest=Max("span__level", filter=by_level),
            by_level=Count("id", filter=by_level),
            entries=Count("id"),
            overdue=Count("id", filter=Q(status=OVERDUE)),
            days=Max("overdue_days"),
            soon=Count("id", filter=~Q(status=OVERDUE) & Q(span__due_at__lte=day_ends(day + SOON))),
        )
        .order_by()
    )
    return {row["root"]: row for row in rows}


def _carriable(subject: dict[str, Any], owed: dict[str, Any] | None) -> Carriable:
    held = owed or NOTHING_OWED
    return Carriable(
        subject_id=subject["id"],
        label=subject["label"],
        level=_level(held["highest"], held["by_level"]),
        team_id=subject["team_id"],
        owner_id=subject["owner_id"],
        carrier_id=subject["carrier"],
        owner=subject["owner_now"],
        open_entries=held["entries"],
        overdue=held["overdue"],
        most_days_overdue=held["days"],
        due_soon=held["soon"],
    )


def _level(highest: int | None, by_level: int) -> str:
    """The highest level of what is owed; unknown where duties by level find none recorded."""
    if highest is not None:
        return LEVELS[highest]
    return UNSEEN_LEVEL if by_level else NO_LEVELS


def _log(viewer: Viewer, kind: SubjectKind, records: Iterable[Carriable]) -> None:
    looks.log_subjects(
        viewer, [(kind, one.subject_id) for one in records], detail="records to allocate"
    )
