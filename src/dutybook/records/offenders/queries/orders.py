"""The orders of an offender, and one order whole."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from dutybook.access.consulting import consultation
from dutybook.access.errors import NotFound
from dutybook.access.need_to_know import visible_subjects, writable_subjects
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.ledger.instants import local_day
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.queries import Event, Page, SubjectEntry, looks, timeline
from dutybook.ledger.queries.owners import owner_name
from dutybook.ledger.queries.subject_lists import entries_beneath
from dutybook.ledger.subjects import may
from dutybook.ledger.versions import latest
from dutybook.records.offenders.models import OrderCheck, OrderMade, OrderState, OrderTerms
from dutybook.records.people.queries import Warned, warnings_about

TABLES = (
    *("order_made", "order_state", "order_check", "order_end_decision", "order_breach"),
    "order_breach_decision",
)
"""What is recorded about an order itself."""


@dataclass(frozen=True)
class OrderRow:
    """One order of an offender; `until` is None when it is until further order."""

    subject_id: int
    kind: str
    made_at: datetime
    until: datetime | None
    in_force: bool
    last_checked_at: datetime | None


@dataclass(frozen=True)
class Terms:
    """What an order says from a day on."""

    from_day: date
    court: str
    conditions: str


@dataclass(frozen=True)
class OrderPage:
    """An order with what it says, the newest first, what is owed on it and what happened;
    `warned` is what whoever meets the offender must know."""

    order: OrderRow
    offender_id: int
    label: str
    owner: str | None
    team: str | None
    may_write: bool
    warned: tuple[Warned, ...]
    terms: tuple[Terms, ...]
    due: tuple[SubjectEntry, ...]
    events: Page[Event]


def orders_of(viewer: Viewer, offender_id: int, *, now: datetime) -> tuple[OrderRow, ...]:
    """Every order of an offender, those in force first; for a page that logs its own look."""
    found = _orders(viewer, now).filter(beneath_id=offender_id).values(*_COLUMNS)
    rows = [_row(one) for one in found.order_by("-id")]
    return tuple(sorted(rows, key=lambda row: not row.in_force))


@consultation
def order_page(
    viewer: Viewer, subject_id: int, *, now: datetime, page: str = "", warn: bool = False
) -> OrderPage:
    """Everything an order's page shows, with `warn` the warnings about the offender too. Logged as
    one consultation; raises `NotFound`."""
    found = (
        _orders(viewer, now)
        .filter(pk=subject_id)
        .annotate(
            owner_now=owner_name(local_day(now), prefix=""),
            may_write=may(writable_subjects(viewer, RecordKind.OFFENDER)),
        )
        .values(*_COLUMNS, "beneath_id", "label", "owner_now", "team__name", "may_write")
        .first()
    )
    if found is None:
        raise NotFound("no order with this number")
    terms = OrderTerms.objects.filter(order_id=subject_id).order_by("-from_day", "-id")
    due = entries_beneath(viewer, subject_id, local_day(now))
    events = timeline(viewer, subject_id, tables=TABLES, page=page)
    warned = warnings_about(viewer, found["beneath_id"], local_day(now)) if warn else ()
    shown = {(SubjectKind.ORDER.value, subject_id), *(one.said_in for one in warned)}
    looks.log_subjects(viewer, shown, detail="order")
    return OrderPage(
        order=_row(found),
        offender_id=found["beneath_id"],
        label=found["label"],
        owner=found["owner_now"],
        team=found["team__name"],
        may_write=found["may_write"],
        warned=warned,
        terms=tuple(Terms(*row) for row in terms.values_list("from_day", "court", "conditions")),
        due=due,
        events=events,
    )


_COLUMNS = ("id", "order__kind", "made_at", "until", "state", "last_checked_at")


def _orders(viewer: Viewer, now: datetime) -> QuerySet[Subject]:
    visible = visible_subjects(viewer, RecordKind.OFFENDER)
    return Subject.objects.filter(visible, kind=SubjectKind.ORDER).annotate(
        made_at=latest(OrderMade, "at", now),
        until=latest(OrderMade, "until", now),
        state=latest(OrderState, "state", now),
        last_checked_at=latest(OrderCheck, "at", now),
    )


def _row(found: dict[str, Any]) -> OrderRow:
    return OrderRow(
        subject_id=found["id"],
        kind=found["order__kind"],
        made_at=found["made_at"],
        until=found["until"],
        in_force=found["state"] == "in_force",
        last_checked_at=found["last_checked_at"],
    )
