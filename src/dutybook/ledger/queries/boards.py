"""A team's board in one reading: what nobody owns, how late what is, who carries how much."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Count, Q

from dutybook.access.need_to_know import visible_of_kinds
from dutybook.access.viewer import Viewer
from dutybook.duties.status import NO_STANDARD_SET, OVERDUE, UNKNOWN
from dutybook.ledger.queries.coming import Coming, coming
from dutybook.ledger.queries.filters import known_duty
from dutybook.ledger.queries.matrices import Matrix, OldestItem, matrix, oldest
from dutybook.ledger.queries.owners import owner_serves
from dutybook.ledger.queries.pages import Page
from dutybook.ledger.queries.policy_lists import UnsetPolicy, unset_policies
from dutybook.ledger.queries.standing import open_on
from dutybook.ledger.queries.subject_lists import UnownedRow, unowned
from dutybook.ledger.subjects import PERSONS

UNOWNED_SHOWN = 20
MOST_PEOPLE = 200


@dataclass(frozen=True)
class Carried:
    """What one person carries: people, open items, and how those stand."""

    owner_id: int
    owner: str
    subjects: int
    open_entries: int
    overdue: int
    without_date: int


@dataclass(frozen=True)
class TeamBoard:
    """Everything a supervisor looks at first, at the end of `day`."""

    day: date
    matrix: Matrix
    oldest: OldestItem | None
    unowned: Page[UnownedRow]
    unset: tuple[UnsetPolicy, ...]
    carried: tuple[Carried, ...]
    coming: tuple[Coming, ...]


@transaction.atomic
def team_board(
    viewer: Viewer, day: date, *, team: int | None = None, duty: str | None = None
) -> TeamBoard:
    """The board of a team, or of all that `viewer` may see; each part logs what it shows."""
    return TeamBoard(
        day=day,
        matrix=matrix(viewer, day, team=team, duty=duty),
        oldest=oldest(viewer, day, team=team, duty=duty),
        unowned=unowned(viewer, day, size=UNOWNED_SHOWN),
        unset=unset_policies(viewer, day),
        carried=_carried(viewer, day, team, duty),
        coming=coming(viewer, day, team=team, duty=duty),
    )


def _carried(viewer: Viewer, day: date, team: int | None, duty: str | None) -> tuple[Carried, ...]:
    """By name, never by figure: it is for sharing work out, not for ranking people."""
    found = open_on(day).filter(
        visible_of_kinds(viewer, PERSONS, prefix="subject__"), owner_serves(day)
    )
    if team is not None:
        found = found.filter(subject__team_id=team)
    if duty is not None:
        found = found.filter(duty=known_duty(duty))
    rows = (
        found.values("subject__owner_id", "subject__owner__display_name")
        .annotate(
            subjects=Count("subject_id", distinct=True),
            entries=Count("id"),
            overdue=Count("id", filter=Q(status=OVERDUE)),
            dateless=Count("id", filter=Q(status__in=(NO_STANDARD_SET, UNKNOWN))),
        )
        .order_by("subject__owner__display_name", "subject__owner_id")[:MOST_PEOPLE]
    )
    return tuple(
        Carried(
            owner_id=row["subject__owner_id"],
            owner=row["subject__owner__display_name"],
            subjects=row["subjects"],
            open_entries=row["entries"],
            overdue=row["overdue"],
            without_date=row["dateless"],
        )
        for row in rows
    )
