"""The records behind a measure: those that keep it from being whole."""

from dataclasses import dataclass
from datetime import date, datetime

from dutybook.access.consulting import consultation
from dutybook.access.need_to_know import visible_of_kinds
from dutybook.access.viewer import Viewer
from dutybook.duties import status as codes
from dutybook.duties.policy import Policies
from dutybook.ledger.instants import day_ends
from dutybook.ledger.policy_keys import duty_of
from dutybook.ledger.queries import looks
from dutybook.ledger.queries.counted import STOCK, counted_entries
from dutybook.ledger.queries.filters import any_status, known_duty, level_place
from dutybook.ledger.queries.owners import owner_name
from dutybook.ledger.queries.pages import PAGE_SIZE, Page, cut
from dutybook.ledger.queries.standing import danger_of_span, level_name
from dutybook.ledger.subjects import RECORD_KINDS

MET_IN_A_WINDOW = (codes.MET_ON_TIME,)
MET_IN_STOCK = (codes.DUE, codes.STOPPED, codes.MET_ON_TIME, codes.MET_LATE)
"""What stands in a measure's numerator. Of stock, what was met late and is open is evidenced
(reading e). In a window what falls due at the very end of its last day is counted, and due."""


@dataclass(frozen=True)
class BreachRow:
    """One entry that is not as it should be; `event` is the fact that opened it."""

    subject_id: int
    label: str
    kind: str
    duty: str
    status: str
    level: str | None
    opened_at: datetime
    event: int
    due_at: datetime | None
    days_overdue: int
    met_at: datetime | None
    owner: str | None
    team: str | None


@consultation
def records_in_breach(
    viewer: Viewer,
    duty: str,
    day: date,
    *,
    status: str | None = None,
    level: str | None = None,
    team: int | None = None,
    page: str = "",
    size: int = PAGE_SIZE,
    settings: Policies | None = None,
) -> Page[BreachRow]:
    """The entries that a measure of `duty` on `day` counts and does not count as met, as far as
    `viewer` may see them: the most dangerous first, then the latest, then the most recent due (or
    opened). Logged as consulted. `settings` are the force's, where the caller has them.

    Raises `InvalidInput` for a filter or a page that does not exist.
    """
    definition = duty_of(known_duty(duty))
    met = MET_IN_STOCK if definition.form in STOCK else MET_IN_A_WINDOW
    found = (
        counted_entries(viewer, definition, day, settings)
        .filter(visible_of_kinds(viewer, RECORD_KINDS, prefix="subject__"))
        .exclude(status__in=met)
        .annotate(owner=owner_name(day), danger=danger_of_span())
    )
    if status is not None:
        found = found.filter(status=any_status(status))
    if level is not None:
        found = found.filter(place=level_place(level))
    if team is not None:
        found = found.filter(subject__team_id=team)
    columns = (
        *("id", "subject_id", "subject__label", "subject__kind", "duty", "status", "opened_at"),
        *("opened_by", "overdue_days", "met_at", "span__level", "span__due_at", "second"),
        *("owner", "subject__team__name", "danger"),
    )
    keys = ("-danger", "-overdue_days", "-second", "-id")
    rows, following = cut(found.values(*columns), keys, after=page, size=size)
    looks.log_subjects(
        viewer,
        {(row["subject__kind"], row["subject_id"]) for row in rows},
        detail=f"records in breach of {duty}",
    )
    at = day_ends(day)
    return Page(
        tuple(
            BreachRow(
                subject_id=row["subject_id"],
                label=row["subject__label"],
                kind=row["subject__kind"],
                duty=row["duty"],
                status=codes.STATUSES[row["status"]],
                level=level_name(row["duty"], row["span__level"]),
                opened_at=row["opened_at"],
                event=row["opened_by"],
                due_at=row["span__due_at"],
                days_overdue=row["overdue_days"],
                met_at=row["met_at"] if row["met_at"] and row["met_at"] <= at else None,
                owner=row["owner"],
                team=row["subject__team__name"],
            )
            for row in rows
        ),
        following,
    )
