"""Searches of others that hit a record which the viewer may see, waiting for an answer."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from dutybook.access.consulting import consultation
from dutybook.access.need_to_know import visible_of_kinds
from dutybook.access.viewer import Viewer
from dutybook.ledger.queries import looks
from dutybook.ledger.queries.pages import PAGE_SIZE, Page, cut
from dutybook.ledger.subjects import OWNED
from dutybook.records.people.models import RestrictedHit


@dataclass(frozen=True)
class HitRow:
    """One notice; `days` since it was asked, while it waits."""

    hit_id: int
    subject_id: int
    subject_kind: str
    label: str
    matched: str
    asked_by: str
    asked_at: datetime
    asked_again_at: datetime | None
    days: int
    answer: str
    answered_by: str | None
    answered_at: datetime | None
    is_own: bool


def answerable(viewer: Viewer) -> QuerySet[RestrictedHit]:
    """The notices about records that the viewer may see."""
    return RestrictedHit.objects.filter(
        visible_of_kinds(viewer, OWNED, prefix="subject__"), force_id=viewer.force_id
    )


@consultation
def hit_list(
    viewer: Viewer, *, now: datetime, answered: bool = False, page: str = ""
) -> Page[HitRow]:
    """Those that wait, the oldest first, or the answered, the newest first; logged."""
    found = answerable(viewer).filter(~Q(answered_at=None) if answered else Q(answered_at=None))
    found = found.select_related("subject", "asked_by", "answered_by")
    order = ["-id"] if answered else ["id"]
    rows, following = cut(found, order, after=page, size=PAGE_SIZE)
    looks.log_subjects(
        viewer, [(row.subject.kind, row.subject_id) for row in rows], detail="restricted hits"
    )
    return Page(tuple(_row(row, viewer, now) for row in rows), following)


@consultation
def hit(viewer: Viewer, hit_id: int, *, now: datetime) -> HitRow | None:
    """One notice about a record that the viewer may see; None when there is none. Logged."""
    found = answerable(viewer).select_related("subject", "asked_by", "answered_by")
    row = found.filter(pk=hit_id).first()
    if row is None:
        return None
    looks.log_subjects(viewer, [(row.subject.kind, row.subject_id)], detail="restricted hit")
    return _row(row, viewer, now)


def _row(row: RestrictedHit, viewer: Viewer, now: datetime) -> HitRow:
    return HitRow(
        hit_id=row.pk,
        subject_id=row.subject_id,
        subject_kind=row.subject.kind,
        label=row.subject.label,
        matched=row.matched,
        asked_by=row.asked_by.display_name,
        asked_at=row.asked_at,
        asked_again_at=row.asked_again_at,
        days=max((now - row.asked_at).days, 0),
        answer=row.answer,
        answered_by=row.answered_by.display_name if row.answered_by else None,
        answered_at=row.answered_at,
        is_own=row.asked_by_id == viewer.user_id,
    )
