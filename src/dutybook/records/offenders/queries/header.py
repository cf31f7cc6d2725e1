"""Who an offender is and how they stand now: what stands at the top of every page about them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from dutybook.access.errors import NotFound
from dutybook.access.need_to_know import visible_subjects, writable_subjects
from dutybook.access.prepared import prepared
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.ledger.instants import day_ends, local_day
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.queries.last_seen import days_unseen
from dutybook.ledger.queries.owners import owner_name
from dutybook.ledger.subjects import may, supervises
from dutybook.ledger.versions import latest
from dutybook.records.offenders.models import (
    ArmsApplicability,
    CommunityStatus,
    Management,
    Registration,
    RiskLevel,
    Transfer,
    VisitPlan,
)
from dutybook.records.people.queries import person_of


@dataclass(frozen=True)
class Header:
    """Who the offender is and how they stand now; what was never recorded is None.

    `revision` goes back with an edit. `days_since_seen` runs on across every restart; None when
    no visit ever succeeded. `asked_by` is the force that asked us to take them and has no answer.
    `person_id` is the person in the register of people, as the merges that stand make them.
    """

    subject_id: int
    person_id: int | None
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
    asked_by: str | None
    may_write: bool
    may_supervise: bool


def header_of(viewer: Viewer, subject_id: int, now: datetime) -> Header:
    """The header; the caller logs the look. Raises `NotFound` for a hidden or absent offender."""
    found = _with_standing(viewer, subject_id=subject_id, now=now, day=local_day(now))
    if not found:
        raise NotFound("no offender with this number")
    return _read(found[0], viewer)


@prepared(day_ends)
def _with_standing(
    viewer: Viewer, *, subject_id: int, now: datetime, day: date
) -> QuerySet[Subject]:
    """The offender as `_read` takes it, with the latest of all that the header says."""
    return (
        Subject.objects.filter(
            visible_subjects(viewer, RecordKind.OFFENDER), kind=SubjectKind.OFFENDER, pk=subject_id
        )
        .select_related("offender", "team")
        .annotate(
            person_id=Subquery(person_of(OuterRef("pk"))),
            registration=latest(Registration, "state", now),
            level=latest(RiskLevel, "level", now),
            level_since=latest(RiskLevel, "at", now),
            community_status=latest(CommunityStatus, "state", now),
            management=latest(Management, "state", now),
            plan_amount=latest(VisitPlan, "amount", now),
            plan_unit=latest(VisitPlan, "unit", now),
            arms_applies=latest(ArmsApplicability, "state", now),
            days_since_seen=days_unseen(now),
            asked_by=Subquery(
                Transfer.objects.filter(
                    subject_id=OuterRef("pk"), direction=Transfer.IN, answer=None
                ).values("force")[:1]
            ),
            owner_now=owner_name(day, prefix=""),
            may_write=may(writable_subjects(viewer, RecordKind.OFFENDER)),
        )
    )


def _read(subject: Any, viewer: Viewer) -> Header:
    offender = subject.offender
    return Header(
        subject_id=subject.pk,
        person_id=subject.person_id,
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
        days_since_seen=subject.days_since_seen,
        asked_by=subject.asked_by,
        may_write=subject.may_write,
        may_supervise=supervises(viewer, subject) and subject.may_write,
    )
