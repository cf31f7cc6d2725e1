"""Records that somebody on duty opened out of hours: one's own, and those one looks at after."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from dutybook.access.consulting import consultation
from dutybook.access.errors import NotFound
from dutybook.access.models import EmergencyOpening
from dutybook.access.need_to_know import visible_of_kinds
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer
from dutybook.ledger.models import Subject
from dutybook.ledger.queries import looks
from dutybook.ledger.queries.pages import PAGE_SIZE, Page, cut
from dutybook.ledger.subjects import OWNED
from dutybook.records.people.models import RestrictedHit


@dataclass(frozen=True)
class OpeningRow:
    """One opening. `label` is None where the viewer may not see the record now: for whoever opened
    it, once the hours have passed."""

    opening: EmergencyOpening
    kind: str
    label: str | None
    is_open: bool
    may_review: bool


def reviewable(viewer: Viewer) -> QuerySet[EmergencyOpening]:
    """The openings that the viewer looks at: as a supervisor of the team, or a chief officer."""
    found = EmergencyOpening.objects.filter(force_id=viewer.force_id)
    if viewer.has_role(Role.CHIEF_OFFICER):
        return found
    teams = {one.team_id for one in viewer.held if one.role is Role.SUPERVISOR}
    of_teams = Subject.objects.filter(
        pk=OuterRef("subject_id"), team_id__in=sorted(filter(None, teams))
    )
    return found.filter(Exists(of_teams)) if teams else found.none()


@consultation
def openings(viewer: Viewer, *, now: datetime, page: str = "") -> Page[OpeningRow]:
    """One's own and those to look at, the newest first; logged as far as records are shown."""
    found = _open_to(viewer).select_related("user", "reviewed_by")
    rows, following = cut(found, ("-id",), after=page, size=PAGE_SIZE)
    return Page(_rows(viewer, rows, now), following)


@consultation
def opening(viewer: Viewer, opening_id: int, *, now: datetime) -> OpeningRow:
    """One of them; logged. Raises `NotFound`."""
    found = _open_to(viewer).select_related("user", "reviewed_by").filter(pk=opening_id).first()
    if found is None:
        raise NotFound("no such opening")
    return _rows(viewer, [found], now)[0]


def own_hit(viewer: Viewer, hit_id: int) -> RestrictedHit:
    """A search of the viewer's own that hit a hidden record. Raises `NotFound`."""
    found = RestrictedHit.objects.filter(
        pk=hit_id, asked_by_id=viewer.user_id, force_id=viewer.force_id
    ).first()
    if found is None:
        raise NotFound("no such search of yours")
    return found


def _open_to(viewer: Viewer) -> QuerySet[EmergencyOpening]:
    to_review = reviewable(viewer).values("pk")
    return EmergencyOpening.objects.filter(
        Q(user_id=viewer.user_id) | Q(pk__in=to_review), force_id=viewer.force_id
    )


def _rows(viewer: Viewer, rows: list[EmergencyOpening], now: datetime) -> tuple[OpeningRow, ...]:
    ids = [one.subject_id for one in rows]
    kinds = dict(Subject.objects.filter(pk__in=ids).values_list("pk", "kind"))
    visible = visible_of_kinds(viewer, OWNED)
    labels = dict(Subject.objects.filter(visible, pk__in=ids).values_list("pk", "label"))
    looks.log_subjects(
        viewer, [(kinds[one], one) for one in sorted(labels)], detail="opened out of hours"
    )
    to_review = set(
        reviewable(viewer).filter(pk__in=[one.pk for one in rows]).values_list("pk", flat=True)
    )
    return tuple(
        OpeningRow(
            opening=one,
            kind=kinds[one.subject_id],
            label=labels.get(one.subject_id),
            is_open=one.from_at <= now < one.until_at,
            may_review=one.reviewed_at is None
            and one.user_id != viewer.user_id
            and one.pk in to_review,
        )
        for one in rows
    )
