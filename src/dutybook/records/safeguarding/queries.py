"""The only reads of the safeguarding room: the children beneath a record, and one child whole."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.db.models import Q, QuerySet

from dutybook.access.consulting import consultation
from dutybook.access.errors import NotFound
from dutybook.access.need_to_know import visible_of_kinds, visible_subjects, writable_subjects
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.ledger.instants import local_day
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.queries import Event, Page, SubjectEntry, looks, timeline
from dutybook.ledger.queries.owners import owner_name
from dutybook.ledger.queries.subject_lists import entries_beneath
from dutybook.ledger.subjects import RECORD_KINDS, may
from dutybook.ledger.versions import latest
from dutybook.records.people.queries import Warned, warnings_about
from dutybook.records.safeguarding.models import (
    ChildAtRisk,
    SafetyDecision,
    SocialCareAnswer,
    SocialCareTold,
)

TABLES: Final = (
    "child_at_risk",
    "safeguarding_decision",
    "social_care_told",
    "social_care_answer",
)
ROOTS: Final = {kind: RECORD_KINDS[kind] for kind in ("offender", "suspect")}


@dataclass(frozen=True)
class ChildRow:
    """One child: since when it is known to be at risk, and what happened last, if anything.

    `decision` is None while nothing is decided about anything that was learnt.
    """

    subject_id: int
    known_as: str
    date_of_birth: date | None
    relation: str
    known_at: datetime | None
    decision: str | None
    told_at: datetime | None
    answered_at: datetime | None


@dataclass(frozen=True)
class Root:
    """Whoever the risk comes from, as far as whoever looks may know."""

    subject_id: int
    kind: str
    label: str


@dataclass(frozen=True)
class ChildrenPage:
    """Every child at risk from one person, the latest known first, and what is owed for them."""

    root: Root
    may_write: bool
    children: tuple[ChildRow, ...]
    due: tuple[SubjectEntry, ...]


@dataclass(frozen=True)
class ChildPage:
    """One child whole: what is owed for it and what happened; `warned` is what whoever meets the
    person that the risk comes from must know."""

    child: ChildRow
    root: Root
    owner: str | None
    team: str | None
    revision: int
    may_write: bool
    warned: tuple[Warned, ...]
    due: tuple[SubjectEntry, ...]
    events: Page[Event]


@consultation
def children_page(viewer: Viewer, root_id: int, *, now: datetime) -> ChildrenPage:
    """The children beneath an offender or a suspect; logged as consulted. Raises `NotFound`."""
    visible = visible_of_kinds(viewer, ROOTS)
    root = (
        Subject.objects.filter(visible, pk=root_id, kind__in=ROOTS)
        .annotate(may_write=may(_writable_roots(viewer)))
        .first()
    )
    if root is None:
        raise NotFound("no record with this number")
    found = _children(viewer, now).filter(beneath_id=root_id).order_by("-known_at", "-id")
    rows = tuple(_row(one) for one in found.values(*_COLUMNS))
    owed = entries_beneath(viewer, root_id, local_day(now))
    numbers = {row.subject_id for row in rows}
    due = tuple(one for one in owed if one.subject_id in numbers)
    looked_at = [(root.kind, root_id), *((SubjectKind.CHILD, one) for one in sorted(numbers))]
    looks.log_subjects(viewer, looked_at, detail="children")
    return ChildrenPage(
        root=Root(root.pk, root.kind, root.label),
        may_write=root.may_write and viewer.may_write(RecordKind.CHILD),
        children=rows,
        due=due,
    )


@consultation
def child_page(
    viewer: Viewer, subject_id: int, *, now: datetime, page: str = "", warn: bool = False
) -> ChildPage:
    """One child, with `warn` the warnings about whoever the risk comes from too. Logged as one
    consultation; raises `NotFound`."""
    found = (
        _children(viewer, now)
        .filter(pk=subject_id)
        .annotate(
            owner_now=owner_name(local_day(now), prefix=""),
            may_write=may(writable_subjects(viewer, RecordKind.CHILD)),
        )
        .values(
            *_COLUMNS,
            *("beneath_id", "beneath__kind", "beneath__label", "owner_now", "team__name"),
            *("revision", "may_write"),
        )
        .first()
    )
    if found is None:
        raise NotFound("no child with this number")
    due = entries_beneath(viewer, subject_id, local_day(now))
    events = timeline(viewer, subject_id, tables=TABLES, page=page)
    warned = warnings_about(viewer, found["beneath_id"], local_day(now)) if warn else ()
    shown = {(SubjectKind.CHILD.value, subject_id), *(one.said_in for one in warned)}
    looks.log_subjects(viewer, shown, detail="child")
    return ChildPage(
        child=_row(found),
        root=Root(found["beneath_id"], found["beneath__kind"], found["beneath__label"]),
        owner=found["owner_now"],
        team=found["team__name"],
        revision=found["revision"],
        may_write=found["may_write"],
        warned=warned,
        due=due,
        events=events,
    )


_COLUMNS = (
    *("id", "child__known_as", "child__date_of_birth", "child__relation", "known_at", "decision"),
    *("told_at", "answered_at"),
)


def _children(viewer: Viewer, now: datetime) -> QuerySet[Subject]:
    visible = visible_subjects(viewer, RecordKind.CHILD)
    return Subject.objects.filter(visible, kind=SubjectKind.CHILD).annotate(
        known_at=latest(ChildAtRisk, "at", now),
        decision=latest(SafetyDecision, "decision", now),
        told_at=latest(SocialCareTold, "at", now),
        answered_at=latest(SocialCareAnswer, "at", now),
    )


def _writable_roots(viewer: Viewer) -> Q:
    condition = Q(pk__in=())
    for kind, record_kind in ROOTS.items():
        condition |= Q(kind=kind) & writable_subjects(viewer, record_kind)
    return condition


def _row(found: dict[str, Any]) -> ChildRow:
    return ChildRow(
        subject_id=found["id"],
        known_as=found["child__known_as"],
        date_of_birth=found["child__date_of_birth"],
        relation=found["child__relation"],
        known_at=found["known_at"],
        decision=found["decision"],
        told_at=found["told_at"],
        answered_at=found["answered_at"],
    )
