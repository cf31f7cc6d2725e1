"""Work that waits for a supervisor, most dangerous first: never more than one is done at a time."""

from dataclasses import dataclass
from datetime import date, datetime

from dutybook.access.consulting import consultation
from dutybook.access.errors import InvalidInput
from dutybook.access.need_to_know import visible_of_kinds
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer
from dutybook.duties.status import STATUSES
from dutybook.ledger.queries import looks
from dutybook.ledger.queries.owners import owner_name
from dutybook.ledger.queries.pages import PAGE_SIZE, Page, cut
from dutybook.ledger.queries.standing import level_name, open_on, with_danger
from dutybook.ledger.subjects import RECORD_KINDS

REVIEWS = {
    "supervisor_review_of_arms": "arms",
    "supervisor_review_of_plan": "plan",
    "supervisor_review_of_visit": "visit",
}
"""The duties that a review meets, and what each is a review of."""

_SORT = ("-danger", "-lateness", "id")
_COLUMNS = (
    *("id", "subject_id", "subject__label", "subject__kind", "duty", "status", "overdue_days"),
    *("opened_by", "opened_at", "danger", "lateness", "span__level", "span__due_at"),
    *("owner", "subject__team__name"),
)


@dataclass(frozen=True)
class ReviewItem:
    """One assessment, plan or visit to be reviewed; `fact_id` names it, `what` its kind."""

    subject_id: int
    label: str
    what: str
    duty: str
    fact_id: int
    level: str | None
    opened_at: datetime
    due_at: datetime | None
    status: str
    days_overdue: int
    owner: str | None
    team: str | None


@consultation
def review_queue(
    viewer: Viewer, day: date, *, what: str = "", page: str = "", size: int = PAGE_SIZE
) -> Page[ReviewItem]:
    """What waits for review in the teams that `viewer` supervises, logged as consulted.

    Raises `InvalidInput` for a kind of work or a page that does not exist.
    """
    teams = [held.team_id for held in viewer.held if held.role is Role.SUPERVISOR]
    wanted = [duty for duty, kind in REVIEWS.items() if what in ("", kind)]
    if not wanted:
        raise InvalidInput({"what": f"Choose one of: {', '.join(REVIEWS.values())}"})
    found = (
        with_danger(open_on(day), day, None)
        .filter(
            visible_of_kinds(viewer, RECORD_KINDS, prefix="subject__"),
            subject__team_id__in=teams,
            duty__in=wanted,
        )
        .annotate(owner=owner_name(day))
    )
    rows, following = cut(found.values(*_COLUMNS), _SORT, after=page, size=size)
    looks.log_subjects(
        viewer, {(row["subject__kind"], row["subject_id"]) for row in rows}, detail="review queue"
    )
    return Page(
        tuple(
            ReviewItem(
                subject_id=row["subject_id"],
                label=row["subject__label"],
                what=REVIEWS[row["duty"]],
                duty=row["duty"],
                fact_id=row["opened_by"],
                level=level_name(row["duty"], row["span__level"]),
                opened_at=row["opened_at"],
                due_at=row["span__due_at"],
                status=STATUSES[row["status"]],
                days_overdue=row["overdue_days"],
                owner=row["owner"],
                team=row["subject__team__name"],
            )
            for row in rows
        ),
        following,
    )
