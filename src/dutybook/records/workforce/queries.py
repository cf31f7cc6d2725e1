"""The only reads of the workforce room.

Persons are read by the wellbeing lead alone. Everybody else who reads figures gets provision and
completion as counts, never who, and never who declined.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Q

from dutybook.access.consulting import consultation
from dutybook.access.errors import NotAllowed
from dutybook.access.need_to_know import visible_subjects
from dutybook.access.roles import Reach, RecordKind
from dutybook.access.viewer import Viewer
from dutybook.duties import status as codes
from dutybook.ledger.instants import day_ends
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.policies import policies_of, value_in_force
from dutybook.ledger.policy_keys import SMALLEST_PUBLISHED
from dutybook.ledger.queries import Page, looks
from dutybook.ledger.queries.pages import PAGE_SIZE, cut
from dutybook.ledger.queries.small_counts import why_held_back
from dutybook.ledger.queries.standing import open_on, with_time_unseen
from dutybook.ledger.versions import latest
from dutybook.records.workforce.models import Role, Screening

DUTY = "psychological_screening"


@dataclass(frozen=True)
class StaffRow:
    """One member of staff who is owed screening. `last_state` is what was last recorded."""

    subject_id: int
    name: str
    payroll_ref: str
    role: str | None
    status: str
    due_at: datetime | None
    days_overdue: int
    days_since_completed: int | None
    last_state: str | None
    last_at: datetime | None


@dataclass(frozen=True)
class Provision:
    """How screening stands in the force: counts only.

    `owed` = `in_date` + `overdue` + `no_standard`; `never_completed` are among them. `held_back`
    says why they are not shown to whoever asks, None where they are.
    """

    day: date
    owed: int
    in_date: int
    overdue: int
    no_standard: int
    never_completed: int
    held_back: str | None


@consultation
def screening_board(
    viewer: Viewer, day: date, *, page: str = "", size: int = PAGE_SIZE
) -> Page[StaffRow]:
    """Everybody owed screening at the end of `day`, the longest waiting first; logged.

    For the wellbeing lead; anybody else is refused with `NotAllowed`.
    """
    if not viewer.may_read(RecordKind.STAFF_SCREENING):
        raise NotAllowed("screening is read by the wellbeing lead alone")
    visible = visible_subjects(viewer, RecordKind.STAFF_SCREENING, prefix="subject__")
    found = with_time_unseen(open_on(day), day).filter(visible, duty=DUTY)
    columns = ("id", "subject_id", "status", "overdue_days", "span__due_at", "days_since_met")
    rows, following = cut(found.values(*columns), ("-overdue_days", "id"), after=page, size=size)
    people = _people([row["subject_id"] for row in rows], day)
    looks.log_subjects(
        viewer, [(SubjectKind.STAFF, row["subject_id"]) for row in rows], detail="screening board"
    )
    return Page(
        tuple(
            StaffRow(
                subject_id=row["subject_id"],
                status=codes.STATUSES[row["status"]],
                due_at=row["span__due_at"],
                days_overdue=row["overdue_days"],
                days_since_completed=row["days_since_met"],
                **people[row["subject_id"]],
            )
            for row in rows
        ),
        following,
    )


def _people(subject_ids: list[int], day: date) -> dict[int, dict[str, Any]]:
    at = day_ends(day)
    rows = (
        Subject.objects.filter(pk__in=subject_ids)
        .annotate(
            role=latest(Role, "title", at),
            last_state=latest(Screening, "state", at),
            last_at=latest(Screening, "at", at),
        )
        .values(
            *("id", "staff_member__name", "staff_member__payroll_ref"),
            *("role", "last_state", "last_at"),
        )
    )
    return {
        row["id"]: {
            "name": row["staff_member__name"],
            "payroll_ref": row["staff_member__payroll_ref"],
            "role": row["role"],
            "last_state": row["last_state"],
            "last_at": row["last_at"],
        }
        for row in rows
    }


@consultation
def provision(viewer: Viewer, day: date) -> Provision:
    """Counts of the force's screening at the end of `day`, for whoever reads its figures.

    Raises `NotAllowed` for a reach narrower than the force: in one team a count may be a person.
    """
    if viewer.reach(RecordKind.LEDGER_AGGREGATE) is not Reach.FORCE:
        raise NotAllowed("figures of screening are for the whole force")
    found = with_time_unseen(open_on(day), day).filter(force_id=viewer.force_id, duty=DUTY)
    counts = found.aggregate(
        owed=Count("id"),
        in_date=Count("id", filter=Q(status=codes.DUE)),
        overdue=Count("id", filter=Q(status=codes.OVERDUE)),
        no_standard=Count("id", filter=Q(status__in=[codes.NO_STANDARD_SET, codes.UNKNOWN])),
        never_completed=Count("id", filter=Q(days_since_met=None)),
    )
    looks.log_aggregate(viewer, detail="screening provision")
    smallest = value_in_force(policies_of(viewer.force_id), SMALLEST_PUBLISHED, day_ends(day))
    between = (*counts.values(), counts["owed"] - counts["never_completed"])
    held_back = why_held_back(viewer, between, smallest)
    return Provision(day=day, **counts, held_back=held_back)
