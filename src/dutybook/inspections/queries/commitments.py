"""Promises as they stand on a day, and the meetings at which the force is held to account."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import (
    BigIntegerField,
    Case,
    Count,
    DateField,
    DateTimeField,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, Extract

from dutybook.access.consulting import consultation
from dutybook.access.errors import NotFound
from dutybook.access.viewer import Viewer
from dutybook.inspections.models import (
    AccountMeeting,
    Commitment,
    CommitmentStep,
    Recommendation,
    StepKind,
)
from dutybook.inspections.parties import may_step
from dutybook.inspections.queries.choosing import check_may_read
from dutybook.ledger.instants import day_ends, local_day
from dutybook.ledger.queries.pages import PAGE_SIZE, Page, cut


@dataclass(frozen=True)
class Promise:
    """One commitment on a day: `state` is late, open (not late yet), delivered or dropped. `due` is
    the day that stands, `moved` how often it was moved;
    `days_late` counts to the day of delivery, or to the day of the page while it is open.
    """

    commitment: Commitment
    state: str
    due: date
    moved: int
    settled_on: date | None
    days_late: int


@dataclass(frozen=True)
class PromisePage:
    """One promise with every step, the newest first."""

    promise: Promise
    steps: tuple[CommitmentStep, ...]
    may_step: bool


@dataclass(frozen=True)
class MeetingLine:
    """One meeting, with how many promises were made at it and how many of them are open."""

    meeting: AccountMeeting
    promised: int
    open: int


@dataclass(frozen=True)
class MeetingPage:
    """One meeting with what was promised at it, and the recommendations whose text is known, about
    which more may have been promised."""

    meeting: AccountMeeting
    promises: tuple[Promise, ...]
    recommendations: tuple[Recommendation, ...]


@consultation
def promises(
    viewer: Viewer,
    *,
    now: datetime,
    state: str | None = None,
    party: str | None = None,
    page: str = "",
    size: int = PAGE_SIZE,
) -> Page[Promise]:
    """The promises of the viewer's force: open ones first, by the day that stands."""
    check_may_read(viewer)
    day = local_day(now)
    found = _standing(Commitment.objects.filter(force_id=viewer.force_id), day)
    if state is not None:
        found = found.filter(state=state)
    if party is not None:
        found = found.filter(party=party)
    rows, following = cut(found, ("settled", "second", "id"), after=page, size=size)
    return Page(tuple(_promise(row, day) for row in rows), following)


@consultation
def promise_page(viewer: Viewer, commitment_id: int, *, now: datetime) -> PromisePage:
    """One promise of the viewer's force. Raises `NotFound`."""
    check_may_read(viewer)
    day = local_day(now)
    found = Commitment.objects.filter(pk=commitment_id, force_id=viewer.force_id)
    row = _standing(found, day).first()
    if row is None:
        raise NotFound("no such commitment")
    return PromisePage(
        promise=_promise(row, day),
        steps=tuple(row.steps.select_related("said_by").order_by("-id")),
        may_step=may_step(viewer, row.party),
    )


def promises_on(
    force_id: int, day: date, *, recommendations: "QuerySet[Recommendation] | list[int]"
) -> dict[int, tuple[Promise, ...]]:
    """What was promised about some recommendations, by the recommendation's number in the
    database; for a page that has checked that its reader may read them."""
    found = Commitment.objects.filter(force_id=force_id, recommendation__in=recommendations)
    by_recommendation: dict[int, list[Promise]] = {}
    for one in standing_of(found, day):
        by_recommendation.setdefault(one.commitment.recommendation_id, []).append(one)
    return {number: tuple(made) for number, made in by_recommendation.items()}


def open_promises(force_id: int, day: date) -> "list[tuple[Commitment, date]]":
    """What a force and its commissioner promised and is neither delivered nor dropped on `day`,
    each with the day that stands; for the worker."""
    found = _standing(Commitment.objects.filter(force_id=force_id), day)
    return [(one, one.due) for one in found.filter(state__in=("late", "open")).order_by("id")]


def late_of_limb(force_id: int, day: date) -> "QuerySet[Commitment]":
    """The promises about the limb of the outer statement that are late on `day`, each with `due`,
    the longest late first."""
    about = Commitment.objects.filter(force_id=force_id, limb=OuterRef("pk"))
    return _standing(about, day).filter(state="late").order_by("due", "id")


@consultation
def meetings(viewer: Viewer, *, now: datetime) -> tuple[MeetingLine, ...]:
    """The meetings of the viewer's force, the newest first."""
    check_may_read(viewer)
    found = AccountMeeting.objects.filter(force_id=viewer.force_id).order_by("-held_on", "-id")
    made = Commitment.objects.filter(force_id=viewer.force_id, meeting__isnull=False)
    promised: Counter[int] = Counter()
    still_open: Counter[int] = Counter()
    for meeting_id, settled in _standing(made, local_day(now)).values_list("meeting", "settled"):
        promised[meeting_id] += 1
        still_open[meeting_id] += not settled
    return tuple(MeetingLine(one, promised[one.pk], still_open[one.pk]) for one in found)


@consultation
def meeting_page(viewer: Viewer, meeting_id: int, *, now: datetime) -> MeetingPage:
    """One meeting of the viewer's force. Raises `NotFound`."""
    check_may_read(viewer)
    meeting = (
        AccountMeeting.objects.filter(pk=meeting_id, force_id=viewer.force_id)
        .select_related("said_by")
        .first()
    )
    if meeting is None:
        raise NotFound("no such meeting")
    return MeetingPage(
        meeting=meeting,
        promises=standing_of(Commitment.objects.filter(meeting=meeting), local_day(now)),
        recommendations=recommendations_known(),
    )


def standing_of(found: "QuerySet[Commitment]", day: date) -> tuple[Promise, ...]:
    """These promises on a day: open ones first, by the day that stands; for a page that has
    checked that its reader may read them."""
    ordered = _standing(found, day).order_by("settled", "due", "id")
    return tuple(_promise(row, day) for row in ordered)


def recommendations_known() -> tuple[Recommendation, ...]:
    """Those whose text is known, about which something may be promised, the newest report first."""
    asked = Recommendation.objects.exclude(title="").select_related("inspection")
    return tuple(asked.order_by("-inspection__published_on", "number"))


def recommendation_of(key: str, number: int) -> Recommendation:
    """A recommendation with its inspection and limbs. Raises `NotFound`."""
    found = Recommendation.objects.filter(inspection__key=key, number=number)
    asked = found.select_related("inspection").prefetch_related("limbs").first()
    if asked is None:
        raise NotFound("no such recommendation")
    return asked


def _standing(found: "QuerySet[Commitment]", day: date) -> "QuerySet[Commitment]":
    """Those made by the end of `day` as they stood then, each with `newest` step, `due`, `state`,
    `settled` (0 while open), `moved` and `second`."""
    at = day_ends(day)
    found = found.filter(said_at__lte=at)
    steps = CommitmentStep.objects.filter(commitment=OuterRef("pk"), said_at__lte=at)
    steps = steps.order_by("-id")
    moves = steps.filter(kind=StepKind.MOVED)
    late = Q(due__lt=Value(day, output_field=DateField()))
    return (
        found.select_related("recommendation__inspection", "limb", "meeting", "learning", "said_by")
        .annotate(
            newest=Subquery(steps.values("kind")[:1]),
            newest_day=Subquery(steps.values("day")[:1]),
            newest_at=Subquery(steps.values("said_at")[:1]),
            due=Coalesce(Subquery(moves.values("day")[:1]), F("by_when")),
            moved=Count("steps", filter=Q(steps__kind=StepKind.MOVED, steps__said_at__lte=at)),
        )
        .annotate(
            state=Case(
                When(newest=StepKind.DELIVERED, then=Value("delivered")),
                When(newest=StepKind.DROPPED, then=Value("dropped")),
                When(late, then=Value("late")),
                default=Value("open"),
            ),
            settled=Case(
                When(newest__in=(StepKind.DELIVERED, StepKind.DROPPED), then=1),
                default=0,
                output_field=IntegerField(),
            ),
            second=Cast(
                Extract(Cast("due", DateTimeField()), "epoch"), output_field=BigIntegerField()
            ),
        )
    )


def _promise(row: Commitment, day: date) -> Promise:
    delivered_on = row.newest_day if row.state == "delivered" else None
    dropped_on = local_day(row.newest_at) if row.state == "dropped" else None
    until = delivered_on or dropped_on or day
    late = 0 if row.state == "dropped" else max((until - row.due).days, 0)
    return Promise(
        commitment=row,
        state=row.state,
        due=row.due,
        moved=row.moved,
        settled_on=delivered_on or dropped_on,
        days_late=late,
    )
