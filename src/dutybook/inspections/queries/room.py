"""What is asked and answered in the inspector's room, and who is let in until when."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch

from dutybook.access.consulting import consultation
from dutybook.access.errors import NotAllowed, NotFound
from dutybook.access.models import RoleGrant
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer, in_force
from dutybook.inspections.models import AuditSample, Limb, RoomAnswer, RoomRequest
from dutybook.inspections.room import is_in_room
from dutybook.ledger.instants import local_day
from dutybook.ledger.queries.pages import PAGE_SIZE, Page, cut


@dataclass(frozen=True)
class LetIn:
    """Somebody who inspects, and when they are let in no longer."""

    name: str
    until_at: datetime


@dataclass(frozen=True)
class RoomLine:
    """One thing asked for, what was given, and whether the day that was named has passed."""

    request: RoomRequest
    answers: tuple[RoomAnswer, ...]
    is_late: bool


@dataclass(frozen=True)
class Room:
    """The room of the viewer's force. `waiting` is how many requests have no answer yet."""

    page: Page[RoomLine]
    let_in: tuple[LetIn, ...]
    waiting: int


@consultation
def room(viewer: Viewer, *, now: datetime, page: str = "", size: int = PAGE_SIZE) -> Room:
    """What was asked for, the newest first. Raises `NotAllowed` and `InvalidInput`."""
    asked = _asked(viewer)
    answers = RoomAnswer.objects.select_related("said_by", "sample").order_by("id")
    found = asked.select_related("said_by", "limb__recommendation__inspection").prefetch_related(
        Prefetch("answers", queryset=answers, to_attr="given")
    )
    rows, following = cut(found, ("-id",), after=page, size=size)
    today = local_day(now)
    grants = RoleGrant.objects.filter(
        in_force(now), force_id=viewer.force_id, role=Role.INSPECTOR, user__is_active=True
    ).select_related("user")
    return Room(
        page=Page(tuple(_line(one, one.given, today) for one in rows), following),
        let_in=tuple(
            LetIn(one.user.display_name, one.until_at)
            for one in grants.order_by("until_at", "id")
            if one.until_at is not None
        ),
        waiting=asked.filter(answers=None).count(),
    )


def request_of(viewer: Viewer, request_id: int) -> RoomRequest:
    """One request of the viewer's force, for a form. Raises `NotAllowed` and `NotFound`."""
    found = _asked(viewer).select_related("said_by").filter(pk=request_id).first()
    if found is None:
        raise NotFound("no such request")
    return found


def samples_to_give(viewer: Viewer) -> tuple[AuditSample, ...]:
    """The samples that were drawn in the viewer's force, the newest first, for a form."""
    _asked(viewer)
    found = AuditSample.objects.filter(force_id=viewer.force_id).select_related("limb")
    return tuple(found.order_by("-id")[:50])


def limbs_to_ask_about(viewer: Viewer) -> tuple[tuple[int, str], ...]:
    """Every limb known here as (number, words), for a form."""
    _asked(viewer)
    found = Limb.objects.order_by("recommendation__inspection_id", "id")
    return tuple((one.pk, f"{one.code} {one.title}") for one in found)


def _asked(viewer: Viewer):
    if not is_in_room(viewer):
        raise NotAllowed("the inspector's room is for those who inspect and those who answer them")
    return RoomRequest.objects.filter(force_id=viewer.force_id)


def _line(one: RoomRequest, given: list[RoomAnswer], today: date) -> RoomLine:
    late = not given and one.wanted_by is not None and one.wanted_by < today
    return RoomLine(one, tuple(given), late)
