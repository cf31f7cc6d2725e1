"""What was given from whom to whom, and why; for the supervisors of either side."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from dutybook.access.consulting import consultation
from dutybook.access.errors import NotFound
from dutybook.access.need_to_know import visible_of_kinds
from dutybook.access.viewer import Viewer
from dutybook.ledger.models import Reallocated, Reallocation
from dutybook.ledger.queries import looks
from dutybook.ledger.queries.pages import PAGE_SIZE, Page, cut
from dutybook.ledger.subjects import RECORD_KINDS


@dataclass(frozen=True)
class ReallocationRow:
    """One reallocation: `records` is how many of its records the reader may see."""

    number: int
    kind: str
    decided_at: datetime
    decided_by: str | None
    reason: str
    records: int
    is_undo: bool
    was_undone: bool


@dataclass(frozen=True)
class ReallocatedRow:
    """One record of it; an owner is None where there was, or is now, nobody."""

    subject_id: int
    label: str
    from_team: str | None
    from_owner: str | None
    to_team: str | None
    to_owner: str | None


@dataclass(frozen=True)
class ReallocationPage:
    """A reallocation with the records that the reader may see."""

    head: ReallocationRow
    records: tuple[ReallocatedRow, ...]


@consultation
def reallocations(
    viewer: Viewer, *, page: str = "", size: int = PAGE_SIZE
) -> Page[ReallocationRow]:
    """Reallocations of records that the viewer may see, newest first; no record is named."""
    found = _seen(viewer).values(
        *("id", "kind", "decided_at", "decided_by__display_name", "reason"),
        *("undoes_id", "undone_by__id"),
    )
    rows, following = cut(found, ("-id",), after=page, size=size)
    counts: dict[int, int] = {}
    lines = _lines(viewer).filter(reallocation_id__in=[row["id"] for row in rows])
    for number in lines.values_list("reallocation_id", flat=True):
        counts[number] = counts.get(number, 0) + 1
    looks.log_aggregate(viewer, detail="reallocations")
    return Page(tuple(_head(row, counts.get(row["id"], 0)) for row in rows), following)


@consultation
def reallocation(viewer: Viewer, number: int) -> ReallocationPage:
    """One reallocation. Logged; raises `NotFound` when none of its records may be seen."""
    head = (
        _seen(viewer)
        .filter(pk=number)
        .values(
            *("id", "kind", "decided_at", "decided_by__display_name", "reason"),
            *("undoes_id", "undone_by__id"),
        )
        .first()
    )
    if head is None:
        raise NotFound("no reallocation with this number")
    lines = _lines(viewer).filter(reallocation_id=number).order_by("subject__label", "subject_id")
    rows = list(
        lines.values_list(
            *("subject_id", "subject__label", "from_team__name", "from_owner__display_name"),
            *("to_team__name", "to_owner__display_name"),
        )
    )
    looks.log_subjects(
        viewer, [(head["kind"], subject_id) for subject_id, *_ in rows], detail="reallocation"
    )
    return ReallocationPage(_head(head, len(rows)), tuple(ReallocatedRow(*row) for row in rows))


def _lines(viewer: Viewer) -> QuerySet[Reallocated]:
    return Reallocated.objects.filter(visible_of_kinds(viewer, RECORD_KINDS, prefix="subject__"))


def _seen(viewer: Viewer) -> QuerySet[Reallocation]:
    of_it = _lines(viewer).filter(reallocation=OuterRef("pk"))
    return Reallocation.objects.filter(Exists(of_it), force_id=viewer.force_id)


def _head(row: dict[str, Any], records: int) -> ReallocationRow:
    return ReallocationRow(
        number=row["id"],
        kind=row["kind"],
        decided_at=row["decided_at"],
        decided_by=row["decided_by__display_name"],
        reason=row["reason"],
        records=records,
        is_undo=row["undoes_id"] is not None,
        was_undone=row["undone_by__id"] is not None,
    )
