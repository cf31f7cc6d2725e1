"""One bail, whole: whose it is, its segments and checks, and what is owed on it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
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
from dutybook.ledger.subjects import may
from dutybook.ledger.versions import latest
from dutybook.records.investigations.models import BailEnd, BailSegment
from dutybook.records.people.queries import Warned, warnings_about

FAR_AHEAD = datetime.max.replace(tzinfo=UTC)
TABLES = ("bail_segment", "bail_check", "bail_end")


@dataclass(frozen=True)
class BailPage:
    """A bail by its latest segment; `ended_at` None while it runs or has run out.

    `last_segment` is the fact of the last part recorded, begun or not: the one to correct.
    `warned` is what whoever meets the suspect must know.
    """

    subject_id: int
    suspect_id: int
    label: str
    segment_from: datetime | None
    segment_until: datetime | None
    conditional: bool | None
    last_segment: int | None
    ended_at: datetime | None
    owner: str | None
    team: str | None
    may_write: bool
    warned: tuple[Warned, ...]
    due: tuple[SubjectEntry, ...]
    events: Page[Event]


@consultation
def bail_page(
    viewer: Viewer, subject_id: int, *, now: datetime, page: str = "", warn: bool = False
) -> BailPage:
    """Everything a bail's page shows, with `warn` the warnings about the suspect too. Logged as one
    consultation; raises `NotFound`."""
    found = _with_standing(viewer, subject_id=subject_id, now=now, day=local_day(now))
    if not found:
        raise NotFound("no bail with this number")
    bail: Any = found[0]
    due = entries_beneath(viewer, subject_id, local_day(now))
    events = timeline(viewer, subject_id, tables=TABLES, page=page)
    warned = warnings_about(viewer, bail.beneath_id, local_day(now)) if warn else ()
    shown = {(SubjectKind.BAIL.value, subject_id), *(one.said_in for one in warned)}
    looks.log_subjects(viewer, shown, detail="bail")
    return BailPage(
        subject_id=subject_id,
        suspect_id=bail.beneath_id,
        label=bail.label,
        segment_from=bail.segment_from,
        segment_until=bail.segment_until,
        conditional=bail.conditional,
        last_segment=bail.last_segment,
        ended_at=bail.ended_at,
        owner=bail.owner_now,
        team=bail.team.name if bail.team else None,
        may_write=bail.may_write,
        warned=warned,
        due=due,
        events=events,
    )


@prepared(day_ends)
def _with_standing(
    viewer: Viewer, *, subject_id: int, now: datetime, day: date
) -> QuerySet[Subject]:
    return (
        Subject.objects.filter(
            visible_subjects(viewer, RecordKind.BAIL), kind=SubjectKind.BAIL, pk=subject_id
        )
        .select_related("team")
        .annotate(
            segment_from=latest(BailSegment, "at", now),
            segment_until=latest(BailSegment, "until", now),
            conditional=latest(BailSegment, "conditional", now),
            last_segment=latest(BailSegment, "fact_id", FAR_AHEAD),
            ended_at=latest(BailEnd, "at", now),
            owner_now=owner_name(day, prefix=""),
            may_write=may(writable_subjects(viewer, RecordKind.BAIL)),
        )
    )
