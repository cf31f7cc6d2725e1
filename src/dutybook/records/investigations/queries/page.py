"""One suspect, whole: what is owed, the bails, and everything that happened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from dutybook.access.consulting import consultation
from dutybook.access.errors import NotFound
from dutybook.access.need_to_know import visible_subjects, writable_subjects
from dutybook.access.prepared import prepared
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.ledger.instants import day_ends, local_day
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.queries import Event, Page, SubjectEntry, looks, timeline
from dutybook.ledger.queries.owners import owner_name
from dutybook.ledger.queries.subject_lists import entries_beneath
from dutybook.ledger.queries.timelines import EVENTS_SHOWN
from dutybook.ledger.subjects import may, supervises
from dutybook.ledger.versions import latest
from dutybook.records.investigations.models import (
    BailEnd,
    BailSegment,
    Enforcement,
    Grade,
    InvestigationEnd,
    Referral,
)
from dutybook.records.investigations.queries.bail_page import FAR_AHEAD
from dutybook.records.people.queries import PersonPage, identity_of

EVENT_TABLES = (
    "referral",
    "grade",
    "enforcement",
    "investigation_end",
    "bail_segment",
    "bail_check",
    "bail_end",
    "allocation",
)
"""What the timeline can be narrowed to."""


@dataclass(frozen=True)
class Header:
    """Who the suspect is and how the investigation stands; what was never recorded is None."""

    subject_id: int
    reference: str
    name: str
    date_of_birth: date | None
    level: str | None
    graded_at: datetime | None
    last_referral_at: datetime | None
    last_action: str | None
    last_action_at: datetime | None
    ended: bool
    team_id: int | None
    team: str | None
    owner_id: int | None
    owner: str | None
    restricted: bool
    revision: int
    may_write: bool
    may_supervise: bool


@dataclass(frozen=True)
class SuspectBail:
    """One bail by its latest segment; `ended_at` None while it runs or has run out."""

    subject_id: int
    from_at: datetime | None
    until: datetime | None
    conditional: bool | None
    ended_at: datetime | None
    end_reason: str | None


@dataclass(frozen=True)
class SuspectPage:
    """Everything a suspect's page shows, read as one operation; `due` holds the bails' too, and
    `identity` who they are as far as that is known."""

    header: Header
    bails: tuple[SuspectBail, ...]
    due: tuple[SubjectEntry, ...]
    events: Page[Event]
    identity: PersonPage | None


@consultation
def suspect_page(
    viewer: Viewer,
    subject_id: int,
    *,
    now: datetime,
    tables: Iterable[str] = (),
    page: str = "",
    size: int = EVENTS_SHOWN,
) -> SuspectPage:
    """The header, the bails, what is owed now and a page of the timeline.

    Logged as one consultation. Raises `NotFound` for a hidden or absent suspect, `InvalidInput`
    for a kind of event or a page that does not exist.
    """
    header = _header(viewer, subject_id, now)
    bails = _bails(viewer, subject_id, now)
    due = entries_beneath(viewer, subject_id, local_day(now))
    chosen = tuple(tables) or EVENT_TABLES
    events = timeline(viewer, subject_id, tables=chosen, page=page, size=size)
    identity = identity_of(viewer, subject_id)
    own = {(SubjectKind.SUSPECT.value, subject_id)}
    own |= {(SubjectKind.BAIL.value, one.subject_id) for one in bails}
    others = identity.looked_at if identity else ()
    looks.log_subjects(viewer, {*own, *others}, detail="suspect")
    return SuspectPage(header, bails, due, events, identity)


def _header(viewer: Viewer, subject_id: int, now: datetime) -> Header:
    found = _with_standing(viewer, subject_id=subject_id, now=now, day=local_day(now))
    if not found:
        raise NotFound("no suspect with this number")
    return _read(found[0], viewer)


@prepared(day_ends)
def _with_standing(
    viewer: Viewer, *, subject_id: int, now: datetime, day: date
) -> QuerySet[Subject]:
    """The suspect as `_read` takes it, with the latest of all that the header says."""
    return (
        Subject.objects.filter(
            visible_subjects(viewer, RecordKind.SUSPECT), kind=SubjectKind.SUSPECT, pk=subject_id
        )
        .select_related("suspect", "team")
        .annotate(
            level=latest(Grade, "level", now),
            graded_at=latest(Grade, "at", now),
            last_referral_at=latest(Referral, "at", now),
            last_action=latest(Enforcement, "kind", now),
            last_action_at=latest(Enforcement, "at", now),
            state=latest(InvestigationEnd, "state", now),
            owner_now=owner_name(day, prefix=""),
            may_write=may(writable_subjects(viewer, RecordKind.SUSPECT)),
        )
    )


def _read(subject: Any, viewer: Viewer) -> Header:
    suspect = subject.suspect
    return Header(
        subject_id=subject.pk,
        reference=suspect.reference,
        name=suspect.name,
        date_of_birth=suspect.date_of_birth,
        level=subject.level,
        graded_at=subject.graded_at,
        last_referral_at=subject.last_referral_at,
        last_action=subject.last_action,
        last_action_at=subject.last_action_at,
        ended=subject.state == "ended",
        team_id=subject.team_id,
        team=subject.team.name if subject.team else None,
        owner_id=subject.owner_id,
        owner=subject.owner_now,
        restricted=subject.restricted,
        revision=subject.revision,
        may_write=subject.may_write,
        may_supervise=supervises(viewer, subject) and subject.may_write,
    )


def _bails(viewer: Viewer, suspect_id: int, now: datetime) -> tuple[SuspectBail, ...]:
    rows = _bails_beneath(viewer, suspect_id=suspect_id, now=now)
    return tuple(SuspectBail(subject_id=row.pop("id"), **row) for row in rows)


@prepared()
def _bails_beneath(
    viewer: Viewer, *, suspect_id: int, now: datetime
) -> QuerySet[Subject, dict[str, Any]]:
    return (
        Subject.objects.filter(
            visible_subjects(viewer, RecordKind.BAIL), kind=SubjectKind.BAIL, beneath_id=suspect_id
        )
        .annotate(
            from_at=latest(BailSegment, "at", FAR_AHEAD),
            until=latest(BailSegment, "until", FAR_AHEAD),
            conditional=latest(BailSegment, "conditional", FAR_AHEAD),
            ended_at=latest(BailEnd, "at", now),
            end_reason=latest(BailEnd, "reason", now),
        )
        .order_by("-id")
        .values("id", "from_at", "until", "conditional", "ended_at", "end_reason")
    )
