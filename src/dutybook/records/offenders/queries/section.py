"""One section of an offender's record: what is owed in it and what was recorded in it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from dutybook.access.consulting import consultation
from dutybook.access.viewer import Viewer
from dutybook.ledger.instants import local_day
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.queries import Event, Page, SubjectEntry, looks, timeline
from dutybook.ledger.queries.subject_lists import entries_beneath
from dutybook.records.offenders.queries.beside import Beside, beside
from dutybook.records.offenders.queries.header import Header, header_of
from dutybook.records.offenders.queries.notification_period import (
    NotificationStanding,
    notification_standing,
)
from dutybook.records.offenders.queries.orders import OrderRow, orders_of
from dutybook.records.offenders.queries.pattern import VisitPattern, visit_pattern
from dutybook.records.offenders.queries.plans import PlanVersion, plans
from dutybook.records.offenders.queries.spells import Spell, spells
from dutybook.records.people.queries import Warned, warnings_about


@dataclass(frozen=True)
class SectionPage:
    """The header, the open entries of the section's duties, and a page of its events."""

    header: Header
    warnings: tuple[Warned, ...]
    due: tuple[SubjectEntry, ...]
    events: Page[Event]
    beside: Beside
    period: NotificationStanding | None
    orders: tuple[OrderRow, ...]
    pattern: VisitPattern | None
    spells: tuple[Spell, ...] | None
    plans: tuple[PlanVersion, ...] | None


@consultation
def section_page(
    viewer: Viewer,
    subject_id: int,
    *,
    now: datetime,
    tables: Sequence[str],
    duties: Collection[str],
    page: str = "",
    with_period: bool = False,
    with_orders: bool = False,
    with_pattern: bool = False,
    with_spells: bool = False,
    with_plans: bool = False,
) -> SectionPage:
    """Of an offender what `duties` are owed and what `tables` hold; logged as one consultation.

    `with_period` adds until when he must notify, reckoned from the matters and orders recorded;
    `with_orders` the orders, `with_pattern` the days and times of the visits so far, `with_spells`
    where the offender was from when until when, `with_plans` the plan as a whole in each version.

    Raises `NotFound` for a hidden or absent offender, `InvalidInput` for a page there is not.
    """
    header = header_of(viewer, subject_id, now)
    owed = entries_beneath(viewer, subject_id, local_day(now))
    events = timeline(viewer, subject_id, tables=tables, page=page)
    warned = warnings_about(viewer, subject_id, local_day(now))
    own = (SubjectKind.OFFENDER.value, subject_id)
    looks.log_subjects(viewer, {own, *(one.said_in for one in warned)}, detail="offender section")
    period = None
    orders = orders_of(viewer, subject_id, now=now) if with_orders or with_period else ()
    if with_period:
        period = notification_standing(subject_id, header.date_of_birth, orders, now=now)
    listed = orders if with_orders else ()
    due = tuple(one for one in owed if one.duty in duties)
    pattern = visit_pattern(subject_id, now=now) if with_pattern else None
    where = spells(subject_id, now=now) if with_spells else None
    whole = plans(subject_id, now=now) if with_plans else None
    return SectionPage(
        header, warned, due, events, beside(events.rows), period, listed, pattern, where, whole
    )
