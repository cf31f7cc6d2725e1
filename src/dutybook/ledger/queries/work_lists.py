"""What is due, most dangerous first."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, NamedTuple, TypedDict, Unpack

from django.db.models import Case, F, Q, QuerySet, When

from dutybook.access.consulting import consultation
from dutybook.access.need_to_know import visible_of_kinds
from dutybook.access.prepared import prepared
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer
from dutybook.duties.status import MET_LATE, MET_ON_TIME, STATUSES, STOPPED
from dutybook.ledger.instants import day_ends
from dutybook.ledger.models import Entry, SubjectKind
from dutybook.ledger.policies import policies_of, value_in_force
from dutybook.ledger.policy_keys import DANGEROUS_FIRST, ORDERS, PIN_AFTER_DAYS
from dutybook.ledger.queries import looks
from dutybook.ledger.queries.cells import in_cell
from dutybook.ledger.queries.filters import known_duty, level_place, open_status
from dutybook.ledger.queries.last_seen import days_unseen
from dutybook.ledger.queries.owners import owner_name
from dutybook.ledger.queries.pages import PAGE_SIZE, Page, place_in, placed, with_next
from dutybook.ledger.queries.standing import level_name, open_on, title_of, with_danger
from dutybook.ledger.recorded import recorded_duties
from dutybook.ledger.subjects import PERSONS, RECORD_KINDS

Scope = Literal["mine", "team", "force"]
Order = Literal["danger", "due"]

_SORT = {
    "level_then_lateness": ("-pinned", "-danger", "-lateness", "-unseen", "id"),
    "lateness_then_level": ("-pinned", "-lateness", "-danger", "-unseen", "id"),
    "unseen_then_level": ("-pinned", "-unseen", "-danger", "-lateness", "id"),
    "due": ("-lateness", "-danger", "-unseen", "id"),
}
_COLUMNS = (
    *("id", "subject_id", "duty", "condition", "status", "overdue_days", "days_since_done"),
    *("pinned", "danger", "lateness", "unseen", "span__level", "span__due_at", "opened_at"),
    *("subject__kind", "subject__label", "owner", "subject__team_id", "subject__team__name"),
    *("subject__beneath_id", "subject__beneath__kind"),
)


class WorkItem(NamedTuple):
    """One open entry. `level` is None for a duty without levels, `unknown` when not recorded.
    `record_id` is the record itself, or the one that it lies beneath.

    `owner` is None when nobody who still serves answers for the subject. `days_since_done` counts
    from the last successful visit to an offender, for other records from when the duty was last
    met; None when that never was.
    """

    subject_id: int
    record_id: int
    record_kind: str
    label: str
    kind: str
    duty: str
    title: str
    level: str | None
    opened_at: datetime
    due_at: datetime | None
    status: str
    days_overdue: int
    days_since_done: int | None
    owner: str | None
    team: str | None
    pinned: bool


class Narrowing(TypedDict, total=False):
    """How a list of work is narrowed, ordered and paged; see `owed_items`."""

    scope: Scope
    duty: str | None
    level: str | None
    status: str | None
    team: int | None
    owner: int | None
    row: str | None
    column: str | None
    due_by: date | None
    order: Order
    page: str
    size: int


@consultation
def work_list(viewer: Viewer, day: date, **narrowing: Unpack[Narrowing]) -> Page[WorkItem]:
    """What `owed_items` gives, logged as consulted. Raises what that raises."""
    found = owed_items(viewer, day, **narrowing)
    shown = {(item.kind, item.subject_id) for item in found.rows}
    looks.log_subjects(viewer, shown, detail="work list")
    return found


def owed_items(
    viewer: Viewer,
    day: date,
    *,
    scope: Scope = "mine",
    duty: str | None = None,
    level: str | None = None,
    status: str | None = None,
    team: int | None = None,
    owner: int | None = None,
    row: str | None = None,
    column: str | None = None,
    due_by: date | None = None,
    order: Order = "danger",
    page: str = "",
    size: int = PAGE_SIZE,
) -> Page[WorkItem]:
    """The open entries that `viewer` may see at the end of `day`, for a page that logs its look.

    `danger` is the force's published rule (`list.dangerous_first`; until set: level, then
    lateness, then time since met), items later than `list.pin_after_days` before all others.
    `row` and `column` name a place in the matrix, and give the entries counted there. `due_by`
    leaves out what falls due after that day, and clocks that stand still; what has no due date for
    another reason stays.
    Raises `InvalidInput` for a filter or a page that does not exist.
    """
    pin_after, rule = _rules(viewer, day)
    keys = _SORT["due" if order == "due" else rule]
    shape = _Shape(scope, duty, level, status, row, column, pin_after, keys, size)
    found = _owed(
        *(viewer, shape),
        day=day,
        place=place_in(page, keys, size),
        team=team,
        owner=owner,
        due_by=due_by,
    )
    rows, following = with_next(found, keys, size)
    return Page(tuple(_item(row) for row in rows), following)


@dataclass(frozen=True)
class _Shape:
    """What of a list's filters and order is part of its statement; see `prepared`."""

    scope: Scope
    duty: str | None
    level: str | None
    status: str | None
    row: str | None
    column: str | None
    pin_after: int | None
    keys: tuple[str, ...]
    size: int


@prepared(day_ends)
def _owed(
    viewer: Viewer,
    shape: _Shape,
    *,
    day: date,
    place: tuple[int, ...],
    team: int | None = None,
    owner: int | None = None,
    due_by: date | None = None,
) -> QuerySet[Entry, dict[str, Any]]:
    kinds = RECORD_KINDS if shape.duty else PERSONS
    found = (
        with_danger(open_on(day), day, shape.pin_after)
        .filter(visible_of_kinds(viewer, kinds, prefix="subject__"))
        .annotate(owner=owner_name(day), days_since_done=_days_since_done(day))
    )
    found = _filtered(found, viewer, shape)
    if team is not None:
        found = found.filter(subject__team_id=team)
    if owner is not None:
        found = found.filter(subject__owner_id=owner)
    if due_by is not None:
        found = found.filter(Q(due__lte=day_ends(due_by)) | Q(due=None) & ~Q(status=STOPPED))
    found = in_cell(found, shape.row, shape.column)
    narrowed = (shape.duty, shape.status, shape.row, shape.column)
    if narrowed == (None, None, None, None):  # nothing is to be done about it
        found = found.exclude(status__in=(MET_ON_TIME, MET_LATE))
    return placed(found.values(*_COLUMNS), shape.keys, place, shape.size)


def _days_since_done(day: date) -> Case:
    seen = days_unseen(day_ends(day), subject="subject_id")
    of_offender = Q(subject__kind=SubjectKind.OFFENDER)
    return Case(When(of_offender, then=seen), default=F("days_since_met"))


def _rules(viewer: Viewer, day: date) -> tuple[int | None, str]:
    settings = policies_of(viewer.force_id, PIN_AFTER_DAYS, DANGEROUS_FIRST)
    at = day_ends(day)
    pin_after = value_in_force(settings, PIN_AFTER_DAYS, at)
    rule = value_in_force(settings, DANGEROUS_FIRST, at)
    return (pin_after if isinstance(pin_after, int) else None, str(rule or ORDERS[0]))


def _filtered(found: QuerySet[Entry], viewer: Viewer, shape: _Shape) -> QuerySet[Entry]:
    if shape.scope == "mine":
        found = found.filter(_owed_by(viewer))
    elif shape.scope == "team":
        found = found.filter(subject__team_id__in=sorted(viewer.team_ids))
    if shape.duty is not None:
        found = found.filter(duty=known_duty(shape.duty))
    if shape.level is not None:
        found = found.filter(place=level_place(shape.level))
    if shape.status is not None:
        found = found.filter(status=open_status(shape.status))
    return found


def _owed_by(viewer: Viewer) -> Q:
    """What is for this person to do: an owner's work on their own records, and a supervisor's on
    those of the teams they supervise."""
    of_supervisors = [duty.key for duty in recorded_duties() if duty.owed_by == "supervisor"]
    supervised = [held.team_id for held in viewer.held if held.role is Role.SUPERVISOR]
    own = Q(subject__owner_id=viewer.user_id) & ~Q(duty__in=of_supervisors)
    return own | Q(subject__team_id__in=supervised, duty__in=of_supervisors)


def _item(row: dict[str, Any]) -> WorkItem:
    return WorkItem(
        subject_id=row["subject_id"],
        record_id=row["subject__beneath_id"] or row["subject_id"],
        record_kind=row["subject__beneath__kind"] or row["subject__kind"],
        label=row["subject__label"],
        kind=row["subject__kind"],
        duty=row["duty"],
        title=title_of(row["duty"], row["condition"]),
        level=level_name(row["duty"], row["span__level"]),
        opened_at=row["opened_at"],
        due_at=row["span__due_at"],
        status=STATUSES[row["status"]],
        days_overdue=row["overdue_days"],
        days_since_done=row["days_since_done"],
        owner=row["owner"],
        team=row["subject__team__name"],
        pinned=bool(row["pinned"]),
    )
