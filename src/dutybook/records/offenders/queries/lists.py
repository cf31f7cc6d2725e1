"""Offenders that a person may see, narrowed and in the order asked for."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, Literal

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from dutybook.access.consulting import consultation
from dutybook.access.errors import InvalidInput
from dutybook.access.need_to_know import visible_subjects
from dutybook.access.prepared import prepared
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.ledger.fact_models import choices_of
from dutybook.ledger.instants import day_ends, local_day
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.queries import looks
from dutybook.ledger.queries.last_seen import days_unseen
from dutybook.ledger.queries.owners import owner_name, owner_serves
from dutybook.ledger.queries.pages import (
    PAGE_SIZE,
    Page,
    place_by_text,
    place_in,
    placed,
    placed_by_text,
    with_next,
    with_next_number,
)
from dutybook.ledger.queries.standing import DangerOf
from dutybook.ledger.versions import latest
from dutybook.records.offenders.models import CommunityStatus, Management, RiskLevel

Order = Literal["name", "danger", "unseen"]
Whose = Literal["mine", "unowned"]
ORDERS: Final = ("name", "danger", "unseen")
WHOSE: Final = ("mine", "unowned")
NEVER_SEEN: Final = 1_000_000
"""Days: longer than anybody has not been seen who once was."""

_SORT: Final = {"danger": ("-danger", "-unseen", "id"), "unseen": ("-unseen", "-danger", "id")}
_COLUMNS = (
    *("id", "offender__name", "offender__national_register_ref", "level", "community_status"),
    *("management", "team__name", "restricted", "owner_now", "days_since_seen"),
    *("danger", "unseen"),
)


@dataclass(frozen=True)
class OffenderRow:
    """One offender in a list; what was never recorded is None."""

    subject_id: int
    name: str
    national_register_ref: str
    level: str | None
    community_status: str | None
    management: str | None
    team: str | None
    owner: str | None
    restricted: bool
    days_since_seen: int | None


@consultation
def offender_list(
    viewer: Viewer,
    *,
    now: datetime,
    level: str | None = None,
    where: str | None = None,
    managed: str | None = None,
    whose: Whose | None = None,
    order: Order = "name",
    page: str = "",
    size: int = PAGE_SIZE,
) -> Page[OffenderRow]:
    """Offenders by name, by danger (level, then longest not seen) or by longest not seen; logged.

    No name stands in the address of a page: by name it is the number of the last offender shown.
    Raises `InvalidInput` for a filter or a page that does not exist.
    """
    shape = _Shape(level, where, managed, whose, order, size)
    moment = {"now": now, "day": local_day(now)}
    if order == "name":
        name = place_by_text("offender__name", within=_visible(viewer), after=page, size=size)
        rows, following = with_next_number(_by_name(viewer, shape, **moment, **name), size)
    else:
        keys = _SORT[order]
        place = place_in(page, keys, size)
        rows, following = with_next(_by_number(viewer, shape, **moment, place=place), keys, size)
    looks.log_subjects(
        viewer, [(SubjectKind.OFFENDER, row["id"]) for row in rows], detail="offender list"
    )
    return Page(tuple(_row(row) for row in rows), following)


@dataclass(frozen=True)
class _Shape:
    """How the list is narrowed, ordered and cut; see `prepared`."""

    level: str | None
    where: str | None
    managed: str | None
    whose: Whose | None
    order: Order
    size: int


@prepared(day_ends)
def _by_name(
    viewer: Viewer,
    shape: _Shape,
    *,
    now: datetime,
    day: date,
    text: str = "",
    number: int | None = None,
) -> QuerySet[Subject, dict[str, Any]]:
    found = _narrowed(_known(_visible(viewer), now, day), viewer, day, shape).values(*_COLUMNS)
    return placed_by_text(found, "offender__name", shape.size, text=text, number=number)


@prepared(day_ends)
def _by_number(
    viewer: Viewer, shape: _Shape, *, now: datetime, day: date, place: tuple[int, ...]
) -> QuerySet[Subject, dict[str, Any]]:
    found = _narrowed(_known(_visible(viewer), now, day), viewer, day, shape).values(*_COLUMNS)
    return placed(found, _SORT[shape.order], place, shape.size)


def _visible(viewer: Viewer) -> QuerySet[Subject]:
    return Subject.objects.filter(
        visible_subjects(viewer, RecordKind.OFFENDER), kind=SubjectKind.OFFENDER
    )


def _known(visible: QuerySet[Subject], now: datetime, day: date) -> QuerySet[Subject]:
    """What the list says of each: the latest of every kind, and how long nobody has seen them."""
    return visible.annotate(
        level=latest(RiskLevel, "level", now),
        community_status=latest(CommunityStatus, "state", now),
        management=latest(Management, "state", now),
        days_since_seen=days_unseen(now),
        owner_now=owner_name(day, prefix=""),
    ).annotate(
        danger=DangerOf("level"),
        unseen=Coalesce(F("days_since_seen"), NEVER_SEEN),
    )


def _narrowed(
    found: QuerySet[Subject], viewer: Viewer, day: date, shape: _Shape
) -> QuerySet[Subject]:
    if shape.level is not None:
        found = found.filter(_says("risk_level", "level", "level", shape.level))
    if shape.where is not None:
        found = found.filter(_says("community_status", "state", "community_status", shape.where))
    if shape.managed is not None:
        found = found.filter(_says("management", "state", "management", shape.managed))
    if shape.whose == "mine":
        found = found.filter(owner_id=viewer.user_id)
    elif shape.whose == "unowned":
        found = found.filter(~owner_serves(day, prefix=""))
    return found


def _says(table: str, column: str, name: str, value: str) -> Q:
    """What was recorded last, under `name`, is `value`; nothing recorded is unknown."""
    if value not in choices_of(table, column):
        raise InvalidInput({name: "Choose one of those listed"})
    return Q(**{name: value}) | Q(**{name: None}) if value == "unknown" else Q(**{name: value})


def _row(row: dict[str, Any]) -> OffenderRow:
    return OffenderRow(
        subject_id=row["id"],
        name=row["offender__name"],
        national_register_ref=row["offender__national_register_ref"],
        level=row["level"],
        community_status=row["community_status"],
        management=row["management"],
        team=row["team__name"],
        owner=row["owner_now"],
        restricted=row["restricted"],
        days_since_seen=row["days_since_seen"],
    )
