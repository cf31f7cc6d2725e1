"""Suspects that a person may see, narrowed and in the order asked for."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

from django.db import transaction
from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
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
from dutybook.ledger.queries.standing import DANGER, NOBODY_KNOWS, DaysBetween
from dutybook.ledger.versions import latest
from dutybook.records.investigations.models import Enforcement, Grade, InvestigationEnd, Referral

Order = Literal["reference", "danger", "idle"]
Whose = Literal["mine", "unowned"]
ORDERS: Final = ("reference", "danger", "idle")

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


@transaction.atomic
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
    visible = Subject.objects.filter(
        visible_subjects(viewer, RecordKind.SUSPECT), kind=SubjectKind.SUSPECT
    )
    found = _known(visible, now)
    if not also_ended:
        # Never ended is no state at all, which `exclude` would leave out as well.
        found = found.filter(Q(state=None) | ~Q(state="ended"))
    if level is not None:
        found = found.filter(_of_level(level))
    if whose == "mine":
        found = found.filter(owner_id=viewer.user_id)
    elif whose == "unowned":
        found = found.filter(~owner_serves(local_day(now), prefix=""))
    rows, following = _in_order(found, visible, order, page, size)
    looks.log_subjects(
        viewer, [(SubjectKind.SUSPECT, row["id"]) for row in rows], detail="suspect list"
    )
    return Page(tuple(_row(row) for row in rows), following)


def _known(visible: QuerySet[Subject], now: datetime) -> QuerySet[Subject]:
    """What the list says of each; `idle` counts the days since the last action, else since the
    last referral."""
    return visible.annotate(
        level=latest(Grade, "level", now),
        last_referral_at=latest(Referral, "at", now),
        last_action=latest(Enforcement, "kind", now),
        last_action_at=latest(Enforcement, "at", now),
        state=latest(InvestigationEnd, "state", now),
        owner_now=owner_name(local_day(now), prefix=""),
    ).annotate(
        danger=Case(
            *(When(level=level, then=place) for level, place in DANGER.items()),
            default=NOBODY_KNOWS,
            output_field=IntegerField(),
        ),
        idle=Coalesce(
            DaysBetween(Coalesce(F("last_action_at"), F("last_referral_at")), Value(now)), 0
        ),
    )


def _in_order(
    found: QuerySet[Subject], visible: QuerySet[Subject], order: Order, page: str, size: int
) -> tuple[list[Any], str | None]:
    if order == "reference":
        rows = found.values(*_COLUMNS)
        return cut_by_text(rows, "suspect__reference", within=visible, after=page, size=size)
    keys = ("-danger", "-idle", "id") if order == "danger" else ("-idle", "-danger", "id")
    return cut(found.values(*_COLUMNS), keys, after=page, size=size)


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
