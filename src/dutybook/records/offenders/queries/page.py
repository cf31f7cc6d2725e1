"""One offender, whole: who they are, what is owed on them, what happened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from dutybook.access.errors import NotFound
from dutybook.access.need_to_know import visible_subjects, writable_subjects
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.ledger.fact_models import choices_of
from dutybook.ledger.instants import local_day
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.queries import Event, Page, SubjectEntry, looks, timeline
from dutybook.ledger.queries.last_seen import days_since_seen
from dutybook.ledger.queries.owners import owner_name
from dutybook.ledger.queries.pages import PAGE_SIZE
from dutybook.ledger.queries.subject_lists import entries_beneath
from dutybook.ledger.subjects import may, supervises
from dutybook.ledger.versions import latest
from dutybook.records.offenders.models import (
    ArmsApplicability,
    CommunityStatus,
    Management,
    Registration,
    RiskLevel,
    VisitPlan,
)
from dutybook.records.people.queries import PersonPage, identity_of

EVENT_TABLES = (
    "visit",
    "visit_authorisation",
    "supervisor_review",
    "arms_assessment",
    "risk_plan",
    "risk_level",
    "visit_plan",
    "management",
    "community_status",
    "registration",
    "arms_applicability",
    "allocation",
)
"""What the timeline can be narrowed to."""


@dataclass(frozen=True)
class Header:
    """Who the offender is and how they stand now; what was never recorded is None.

    `revision` goes back with an edit. `days_since_seen` runs on across every restart; None when
    no visit ever succeeded.
    """

    subject_id: int
    name: str
    national_register_ref: str
    date_of_birth: date | None
    sex: str
    team_id: int | None
    team: str | None
    owner_id: int | None
    owner: str | None
    restricted: bool
    revision: int
    registration: str | None
    level: str | None
    level_since: datetime | None
    community_status: str | None
    management: str | None
    plan_amount: int | None
    plan_unit: str | None
    arms_applies: str | None
    days_since_seen: int | None
    may_write: bool
    may_supervise: bool


@dataclass(frozen=True)
class OffenderPage:
    """Everything an offender's page shows, read as one operation."""

    header: Header
    due: tuple[SubjectEntry, ...]
    events: Page[Event]
    identity: PersonPage | None


@dataclass(frozen=True)
class VisitFormContext:
    """What the form for a visit shows beside its fields."""

    header: Header
    due: SubjectEntry | None
    outcomes: tuple[str, ...]


@transaction.atomic
def offender_page(
    viewer: Viewer,
    subject_id: int,
    *,
    now: datetime,
    tables: Iterable[str] = (),
    page: str = "",
    size: int = PAGE_SIZE,
) -> OffenderPage:
    """The header, what is owed now and a page of the timeline (perhaps of some kinds of event).

    Logged as one consultation. Raises `NotFound` for a hidden or absent offender, `InvalidInput`
    for a kind or a page that does not exist.
    """
    header = _header(viewer, subject_id, now)
    due = entries_beneath(viewer, subject_id, local_day(now))
    events = timeline(
        viewer, subject_id, tables=tuple(tables) or EVENT_TABLES, page=page, size=size
    )
    identity = identity_of(viewer, subject_id)
    own = (SubjectKind.OFFENDER.value, subject_id)
    beside = identity.looked_at if identity else ()
    looks.log_subjects(viewer, {own, *beside}, detail="offender")
    return OffenderPage(header, due, events, identity)


@transaction.atomic
def visit_form_context(viewer: Viewer, subject_id: int, *, now: datetime) -> VisitFormContext:
    """What stands beside the form for recording a visit; logged. Raises `NotFound`."""
    header = _header(viewer, subject_id, now)
    owed = entries_beneath(viewer, subject_id, local_day(now))
    looks.log_subjects(viewer, [(SubjectKind.OFFENDER, subject_id)], detail="visit form")
    return VisitFormContext(
        header=header,
        due=next((one for one in owed if one.duty == "visit_within_interval"), None),
        outcomes=choices_of("visit", "outcome"),
    )


def _header(viewer: Viewer, subject_id: int, now: datetime) -> Header:
    subject = (
        Subject.objects.filter(
            visible_subjects(viewer, RecordKind.OFFENDER), kind=SubjectKind.OFFENDER, pk=subject_id
        )
        .select_related("offender", "team")
        .annotate(
            registration=latest(Registration, "state", now),
            level=latest(RiskLevel, "level", now),
            level_since=latest(RiskLevel, "at", now),
            community_status=latest(CommunityStatus, "state", now),
            management=latest(Management, "state", now),
            plan_amount=latest(VisitPlan, "amount", now),
            plan_unit=latest(VisitPlan, "unit", now),
            arms_applies=latest(ArmsApplicability, "state", now),
            owner_now=owner_name(local_day(now), prefix=""),
            may_write=may(writable_subjects(viewer, RecordKind.OFFENDER)),
        )
        .first()
    )
    if subject is None:
        raise NotFound("no offender with this number")
    return _read(subject, viewer, days_since_seen([subject_id], local_day(now)))


def _read(subject: Any, viewer: Viewer, seen: dict[int, int]) -> Header:
    offender = subject.offender
    return Header(
        subject_id=subject.pk,
        name=offender.name,
        national_register_ref=offender.national_register_ref,
        date_of_birth=offender.date_of_birth,
        sex=offender.sex,
        team_id=subject.team_id,
        team=subject.team.name if subject.team else None,
        owner_id=subject.owner_id,
        owner=subject.owner_now,
        restricted=subject.restricted,
        revision=subject.revision,
        registration=subject.registration,
        level=subject.level,
        level_since=subject.level_since,
        community_status=subject.community_status,
        management=subject.management,
        plan_amount=subject.plan_amount,
        plan_unit=subject.plan_unit or None,
        arms_applies=subject.arms_applies,
        days_since_seen=seen.get(subject.pk),
        may_write=subject.may_write,
        may_supervise=supervises(viewer, subject) and subject.may_write,
    )
