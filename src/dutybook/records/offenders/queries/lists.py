"""Offenders that a person may see, narrowed and in the order asked for."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

from django.db import transaction
from django.db.models import Case, F, IntegerField, Q, QuerySet, When
from django.db.models.functions import Coalesce

from dutybook.access.errors import InvalidInput
from dutybook.access.need_to_know import visible_subjects
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.ledger.fact_models import choices_of
from dutybook.ledger.instants import local_day
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.queries import looks
from dutybook.ledger.queries.owners import owner_name, owner_serves
from dutybook.ledger.queries.pages import PAGE_SIZE, Page, cut, cut_by_text
from dutybook.ledger.queries.standing import DANGER, NOBODY_KNOWS
from dutybook.ledger.versions import latest
from dutybook.records.offenders.models import CommunityStatus, Management, RiskLevel
from dutybook.records.offenders.queries.header import days_unseen

Order = Literal["name", "danger", "unseen"]
Whose = Literal["mine", "unowned"]
ORDERS: Final = ("name", "danger", "unseen")
WHOSE: Final = ("mine", "unowned")
NEVER_SEEN: Final = 1_000_000
"""Days: longer than anybody has not been seen who once was."""

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


@transaction.atomic
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
    visible = Subject.objects.filter(
        visible_subjects(viewer, RecordKind.OFFENDER), kind=SubjectKind.OFFENDER
    )
    found = _narrowed(
        _known(visible, now), viewer, now, level=level, where=where, managed=managed, whose=whose
    )
    rows, following = _in_order(found, visible, order, page, size)
    looks.log_subjects(
        viewer, [(SubjectKind.OFFENDER, row["id"]) for row in rows], detail="offender list"
    )
    return Page(tuple(_row(row) for row in rows), following)


def _known(visible: QuerySet[Subject], now: datetime) -> QuerySet[Subject]:
    """What the list says of each: the latest of every kind, and how long nobody has seen them."""
    return visible.annotate(
        level=latest(RiskLevel, "level", now),
        community_status=latest(CommunityStatus, "state", now),
        management=latest(Management, "state", now),
        days_since_seen=days_unseen(now),
        owner_now=owner_name(local_day(now), prefix=""),
    ).annotate(
        danger=Case(
            *(When(level=level, then=place) for level, place in DANGER.items()),
            default=NOBODY_KNOWS,
            output_field=IntegerField(),
        ),
        unseen=Coalesce(F("days_since_seen"), NEVER_SEEN),
    )


def _narrowed(
    found: QuerySet[Subject],
    viewer: Viewer,
    now: datetime,
    *,
    level: str | None,
    where: str | None,
    managed: str | None,
    whose: Whose | None,
) -> QuerySet[Subject]:
    if level is not None:
        found = found.filter(_says("risk_level", "level", "level", level))
    if where is not None:
        found = found.filter(_says("community_status", "state", "community_status", where))
    if managed is not None:
        found = found.filter(_says("management", "state", "management", managed))
    if whose == "mine":
        found = found.filter(owner_id=viewer.user_id)
    elif whose == "unowned":
        found = found.filter(~owner_serves(local_day(now), prefix=""))
    return found


def _says(table: str, column: str, name: str, value: str) -> Q:
    """What was recorded last, under `name`, is `value`; nothing recorded is unknown."""
    if value not in choices_of(table, column):
        raise InvalidInput({name: "Choose one of those listed"})
    return Q(**{name: value}) | Q(**{name: None}) if value == "unknown" else Q(**{name: value})


def _in_order(
    found: QuerySet[Subject], visible: QuerySet[Subject], order: Order, page: str, size: int
) -> tuple[list[Any], str | None]:
    if order == "name":
        rows = found.values(*_COLUMNS)
        return cut_by_text(rows, "offender__name", within=visible, after=page, size=size)
    keys = ("-danger", "-unseen", "id") if order == "danger" else ("-unseen", "-danger", "id")
    return cut(found.values(*_COLUMNS), keys, after=page, size=size)


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
