"""Suspects that a person may see, narrowed and in the order asked for."""

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
from dutybook.ledger.queries.standing import DangerOf, DaysTo
from dutybook.ledger.versions import latest
from dutybook.records.investigations.models import Enforcement, Grade, InvestigationEnd, Referral

Order = Literal["reference", "danger", "idle"]
Whose = Literal["mine", "unowned"]
ORDERS: Final = ("reference", "danger", "idle")

_SORT: Final = {"danger": ("-danger", "-idle", "id"), "idle": ("-idle", "-danger", "id")}
_COLUMNS = (
    *("id", "suspect__reference", "suspect__name", "level", "last_referral_at", "state"),
    *("last_action", "last_action_at", "team__name", "restricted", "owner_now", "danger", "idle"),
)


@dataclass(frozen=True)
class SuspectRow:
    """One suspect in a list; what was never recorded is None."""

    subject_id: int
    reference: str
    name: str
    level: str | None
    last_referral_at: datetime | None
    last_action: str | None
    last_action_at: datetime | None
    ended: bool
    team: str | None
    owner: str | None
    restricted: bool


@consultation
def suspect_list(
    viewer: Viewer,
    *,
    now: datetime,
    level: str | None = None,
    also_ended: bool = False,
    whose: Whose | None = None,
    order: Order = "reference",
    page: str = "",
    size: int = PAGE_SIZE,
) -> Page[SuspectRow]:
    """Suspects by reference, by grade, or by how long nothing was done towards them; logged.

    By reference, `page` is the number of the last suspect shown. Raises `InvalidInput` for a
    filter or a page that does not exist.
    """
    shape = _Shape(level, also_ended, whose, order, size)
    moment = {"now": now, "day": local_day(now)}
    if order == "reference":
        last = place_by_text("suspect__reference", within=_visible(viewer), after=page, size=size)
        rows, following = with_next_number(_by_reference(viewer, shape, **moment, **last), size)
    else:
        keys = _SORT[order]
        place = place_in(page, keys, size)
        rows, following = with_next(_by_number(viewer, shape, **moment, place=place), keys, size)
    looks.log_subjects(
        viewer, [(SubjectKind.SUSPECT, row["id"]) for row in rows], detail="suspect list"
    )
    return Page(tuple(_row(row) for row in rows), following)


@dataclass(frozen=True)
class _Shape:
    """How the list is narrowed, ordered and cut; see `prepared`."""

    level: str | None
    also_ended: bool
    whose: Whose | None
    order: Order
    size: int


@prepared(day_ends)
def _by_reference(
    viewer: Viewer,
    shape: _Shape,
    *,
    now: datetime,
    day: date,
    text: str = "",
    number: int | None = None,
) -> QuerySet[Subject, dict[str, Any]]:
    found = _narrowed(viewer, now, day, shape).values(*_COLUMNS)
    return placed_by_text(found, "suspect__reference", shape.size, text=text, number=number)


@prepared(day_ends)
def _by_number(
    viewer: Viewer, shape: _Shape, *, now: datetime, day: date, place: tuple[int, ...]
) -> QuerySet[Subject, dict[str, Any]]:
    found = _narrowed(viewer, now, day, shape).values(*_COLUMNS)
    return placed(found, _SORT[shape.order], place, shape.size)


def _visible(viewer: Viewer) -> QuerySet[Subject]:
    return Subject.objects.filter(
        visible_subjects(viewer, RecordKind.SUSPECT), kind=SubjectKind.SUSPECT
    )


def _narrowed(viewer: Viewer, now: datetime, day: date, shape: _Shape) -> QuerySet[Subject]:
    found = _known(_visible(viewer), now, day)
    if not shape.also_ended:
        # Never ended is no state at all, which `exclude` would leave out as well.
        found = found.filter(Q(state=None) | ~Q(state="ended"))
    if shape.level is not None:
        found = found.filter(_of_level(shape.level))
    if shape.whose == "mine":
        found = found.filter(owner_id=viewer.user_id)
    elif shape.whose == "unowned":
        found = found.filter(~owner_serves(day, prefix=""))
    return found


def _known(visible: QuerySet[Subject], now: datetime, day: date) -> QuerySet[Subject]:
    """What the list says of each; `idle` counts the days since the last action, else since the
    last referral."""
    return visible.annotate(
        level=latest(Grade, "level", now),
        last_referral_at=latest(Referral, "at", now),
        last_action=latest(Enforcement, "kind", now),
        last_action_at=latest(Enforcement, "at", now),
        state=latest(InvestigationEnd, "state", now),
        owner_now=owner_name(day, prefix=""),
    ).annotate(
        danger=DangerOf("level"),
        idle=Coalesce(DaysTo(now, Coalesce(F("last_action_at"), F("last_referral_at"))), 0),
    )


def _of_level(level: str) -> Q:
    if level not in choices_of("grade", "level"):
        raise InvalidInput({"level": "Choose one of the levels"})
    return Q(level=level) | Q(level=None) if level == "unknown" else Q(level=level)


def _row(row: dict[str, Any]) -> SuspectRow:
    return SuspectRow(
        subject_id=row["id"],
        reference=row["suspect__reference"],
        name=row["suspect__name"],
        level=row["level"],
        last_referral_at=row["last_referral_at"],
        last_action=row["last_action"],
        last_action_at=row["last_action_at"],
        ended=row["state"] == "ended",
        team=row["team__name"],
        owner=row["owner_now"],
        restricted=row["restricted"],
    )
