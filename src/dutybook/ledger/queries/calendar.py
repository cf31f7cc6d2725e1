"""What falls due from one person, day by day: counts alone, for their calendar."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db.models import Count, Q
from django.db.models.functions import TruncDate

from dutybook.access.consulting import consultation
from dutybook.access.need_to_know import visible_of_kinds
from dutybook.access.viewer import Viewer, viewer_for
from dutybook.duties.status import OVERDUE
from dutybook.ledger.calendar_feeds import digest_of
from dutybook.ledger.instants import LONDON, day_ends
from dutybook.ledger.models import CalendarFeed
from dutybook.ledger.policy_keys import duty_of
from dutybook.ledger.queries import looks
from dutybook.ledger.queries.standing import open_on
from dutybook.ledger.subjects import OWNED

AHEAD: Final = 60
"""Days."""


@dataclass(frozen=True)
class DayDue:
    """What falls due on a day, by the duty's title; `late` is what is late, on the first day."""

    day: date
    due: dict[str, int]
    late: int


def has_feed(viewer: Viewer) -> bool:
    """Whether an address opens the viewer's calendar."""
    newest = CalendarFeed.objects.filter(user_id=viewer.user_id or 0).order_by("-id").first()
    return newest is not None and newest.digest != ""


def owner_of_feed(secret: str, *, now: datetime) -> Viewer | None:
    """Whose calendar an address opens now; None for one that was replaced, stopped or never was,
    and for an account that is not in use."""
    feed = CalendarFeed.objects.filter(digest=digest_of(secret)).select_related("user").first()
    if feed is None or not feed.user.is_active:
        return None
    newest = CalendarFeed.objects.filter(user_id=feed.user_id).order_by("-id").first()
    return viewer_for(feed.user, now=now, route="calendar") if newest == feed else None


@consultation
def due_by_day(viewer: Viewer, day: date) -> tuple[DayDue, ...]:
    """The days of the next two months on which something is due from the viewer. Nobody is named,
    so it is logged as a figure."""
    found = open_on(day).filter(
        visible_of_kinds(viewer, OWNED, prefix="subject__"),
        subject__owner_id=viewer.user_id or 0,
        due__lte=day_ends(day + timedelta(days=AHEAD)),
    )
    late = found.filter(status=OVERDUE).count()
    coming = (
        found.filter(~Q(status=OVERDUE), due__gte=day_ends(day - timedelta(days=1)))
        .annotate(on=TruncDate("span__due_at", tzinfo=LONDON))
        .values_list("on", "duty")
        .annotate(n=Count("id"))
        .order_by()
    )
    days: dict[date, Counter[str]] = defaultdict(Counter)
    for on, duty, count in coming:
        days[on][duty_of(duty).title] += count
    if late:
        days.setdefault(day, Counter())
    looks.log_aggregate(viewer, detail="calendar")
    return tuple(DayDue(on, dict(days[on]), late if on == day else 0) for on in sorted(days))
