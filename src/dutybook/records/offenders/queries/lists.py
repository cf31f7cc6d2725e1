"""Offenders that a person may see, by name."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from dutybook.access.errors import InvalidInput
from dutybook.access.need_to_know import visible_subjects
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.ledger.fact_models import choices_of
from dutybook.ledger.instants import local_day
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.queries import looks
from dutybook.ledger.queries.last_seen import days_since_seen
from dutybook.ledger.queries.owners import owner_name
from dutybook.ledger.queries.pages import LARGEST_PAGE, PAGE_SIZE, Page
from dutybook.ledger.versions import latest
from dutybook.records.offenders.models import CommunityStatus, Management, RiskLevel


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
    search: str = "",
    level: str | None = None,
    page: str = "",
    size: int = PAGE_SIZE,
) -> Page[OffenderRow]:
    """Offenders whose name or reference holds every word of `search`, by name; logged.

    `page` is the number of the last offender shown, so no name stands in an address. Raises
    `InvalidInput` for a level or a page that does not exist.
    """
    if not 1 <= size <= LARGEST_PAGE:
        raise InvalidInput({"page": f"A page has from 1 to {LARGEST_PAGE} rows"})
    visible = Subject.objects.filter(
        visible_subjects(viewer, RecordKind.OFFENDER), kind=SubjectKind.OFFENDER
    )
    found = visible.annotate(
        level=latest(RiskLevel, "level", now),
        community_status=latest(CommunityStatus, "state", now),
        management=latest(Management, "state", now),
    )
    for word in search.split():
        found = found.filter(
            Q(offender__name__icontains=word) | Q(offender__national_register_ref__icontains=word)
        )
    if level is not None:
        found = found.filter(_of_level(level))
    if page:
        found = found.filter(_beyond(visible, page))
    columns = ("id", "offender__name", "offender__national_register_ref", "level")
    rest = ("community_status", "management", "team__name", "restricted")
    named = found.annotate(owner_now=owner_name(local_day(now), prefix=""))
    rows = list(
        named.order_by("offender__name", "id").values(*columns, *rest, "owner_now")[: size + 1]
    )
    shown = rows[:size]
    seen = days_since_seen([row["id"] for row in shown], local_day(now))
    looks.log_subjects(
        viewer, [(SubjectKind.OFFENDER, row["id"]) for row in shown], detail="offender list"
    )
    following = str(shown[-1]["id"]) if len(rows) > size else None
    return Page(tuple(_row(row, seen) for row in shown), following)


def _of_level(level: str) -> Q:
    if level not in choices_of("risk_level", "level"):
        raise InvalidInput({"level": "Choose one of the levels"})
    return Q(level=level) | Q(level=None) if level == "unknown" else Q(level=level)


def _beyond(visible: QuerySet[Subject], page: str) -> Q:
    last = visible.filter(pk=int(page)) if page.isdecimal() and len(page) < 19 else visible.none()
    name = last.values_list("offender__name", flat=True).first()
    if name is None:
        raise InvalidInput({"page": "This page does not exist: go back to the first"})
    return Q(offender__name__gt=name) | Q(offender__name=name, id__gt=int(page))


def _row(row: dict[str, Any], seen: dict[int, int]) -> OffenderRow:
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
        days_since_seen=seen.get(row["id"]),
    )
