"""Who may give leave for a visit, and of whom it was asked without an answer yet."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from dutybook.access.consulting import consultation
from dutybook.access.models import RoleGrant
from dutybook.access.need_to_know import visible_subjects
from dutybook.access.roles import RecordKind, Role
from dutybook.access.viewer import Viewer, in_force
from dutybook.duties.facts import RANKS
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.policies import policies_of, value_in_force
from dutybook.ledger.queries import looks
from dutybook.ledger.versions import standing
from dutybook.records.offenders.models import LeaveRequest, Visit, VisitAuthorisation

AUTHORISER_RANK = "visit.authoriser_rank"
MOST = 50


@dataclass(frozen=True)
class Authoriser:
    """A supervisor of the team whose rank suffices, other than the one who asks."""

    user_id: int
    name: str
    rank: str | None


@dataclass(frozen=True)
class LeaveAsked:
    """One request that waits for the viewer's own answer."""

    request_id: int
    subject_id: int
    visit_fact: int
    label: str
    visit_at: datetime
    reason: str
    said_given_at: datetime | None
    asked_by: str


def least_rank(force_id: int, now: datetime) -> str | None:
    """The lowest rank that may give leave; None while the force has set none."""
    found = value_in_force(policies_of(force_id), AUTHORISER_RANK, now)
    return None if found is None else str(found)


def may_give_leave(viewer: Viewer, team_id: int | None, *, now: datetime) -> tuple[Authoriser, ...]:
    """Whom the viewer may ask, by name; names only, so nothing is logged."""
    least = least_rank(viewer.force_id, now)
    held = (
        RoleGrant.objects.filter(
            in_force(now),
            force_id=viewer.force_id,
            team_id=team_id or 0,
            role=Role.SUPERVISOR,
            user__is_active=True,
        )
        .exclude(user_id=viewer.user_id or 0)
        .order_by("user__display_name", "user_id")
        .values_list("user_id", "user__display_name", "user__rank")
        .distinct()
    )
    return tuple(Authoriser(*row) for row in held if suffices(row[2], least))


def suffices(rank: str | None, least: str | None) -> bool:
    """Whether a rank is enough; any is while the force has set none."""
    return least is None or (rank is not None and RANKS.index(rank) >= RANKS.index(least))


def unanswered_leave(viewer: Viewer) -> QuerySet[LeaveRequest]:
    """Requests of the viewer that they have not answered, on visits that still stand."""
    visits = standing(Visit).filter(fact_id=OuterRef("visit_fact"))
    given = standing(VisitAuthorisation).filter(
        of_fact=OuterRef("visit_fact"), recorded_by_id=viewer.user_id or 0
    )
    return LeaveRequest.objects.filter(
        Exists(visits), ~Exists(given), asked_of_id=viewer.user_id or 0, refusal=None
    )


def leave_to_answer(viewer: Viewer, fact_id: int) -> LeaveRequest | None:
    """What is asked of the viewer about one visit; the caller logs the look at the visit."""
    return unanswered_leave(viewer).filter(visit_fact=fact_id).select_related("recorded_by").first()


def leave_to_give(viewer: Viewer) -> QuerySet[LeaveRequest]:
    """What is asked of the viewer and not answered, on records that they may see."""
    visible = visible_subjects(viewer, RecordKind.OFFENDER, prefix="subject__")
    return unanswered_leave(viewer).filter(visible)


@consultation
def leave_asked(viewer: Viewer) -> tuple[LeaveAsked, ...]:
    """What is asked of the viewer, on records that they may see, the oldest first; logged."""
    visit = standing(Visit).filter(fact_id=OuterRef("visit_fact"))
    found = (
        leave_to_give(viewer)
        .annotate(visit_at=visit.values("at")[:1])
        .order_by("recorded_at", "pk")
        .values_list(
            *("pk", "subject_id", "visit_fact", "subject__label", "visit_at", "reason"),
            *("said_given_at", "recorded_by__display_name"),
        )[:MOST]
    )
    rows = tuple(LeaveAsked(*row) for row in found)
    if rows:
        looked = {(SubjectKind.OFFENDER, row.subject_id) for row in rows}
        looks.log_subjects(viewer, looked, detail="leave asked")
    return rows
