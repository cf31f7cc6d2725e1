"""The only reads of the governance room: what the force must have, and how it stands.

No person's case is in it, so whoever reads figures of the force reads these too; the need-to-know
filter holds them to the viewer's own force.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import Count, F, Max, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from dutybook.access.consulting import consultation
from dutybook.access.errors import NotFound
from dutybook.access.need_to_know import visible_subjects
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.duties import status as codes
from dutybook.ledger.fact_models import FactVersion
from dutybook.ledger.instants import local_day
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.policy_keys import duties
from dutybook.ledger.queries import Event, Page, SubjectEntry, looks, timeline
from dutybook.ledger.queries.standing import open_on
from dutybook.ledger.queries.subject_lists import entries_beneath
from dutybook.ledger.registry import sources
from dutybook.ledger.versions import latest
from dutybook.records.governance.models import (
    AgreementEnded,
    AgreementKind,
    AgreementOwner,
    AgreementSigned,
    DocumentApproved,
    DocumentKind,
    DocumentOwner,
    DocumentOwnerLeft,
    DocumentWithdrawn,
)

KINDS: Final = (SubjectKind.DOCUMENT.value, SubjectKind.AGREEMENT.value)
NO_MORE: Final = ("withdrawn", "ended")


@dataclass(frozen=True)
class Undertaking:
    """A document or an agreement that the force must have.

    `kind` is what it is for (`withdrawn` or `ended`: needed no more). `open_entries` is what is
    owed on it, `overdue` how many of those are late and `days_overdue` the latest; `until` when
    what is in force runs out, None while nothing was approved or signed.
    """

    subject_id: int
    of: str
    title: str
    partner: str | None
    kind: str
    owner: str | None
    until: datetime | None
    open_entries: int
    overdue: int
    days_overdue: int

    @property
    def needed(self) -> bool:
        """Whether the force still needs it."""
        return self.kind not in NO_MORE


@dataclass(frozen=True)
class Wanted:
    """A kind of document or agreement that a limb asks for and nobody has recorded here."""

    of: str
    kind: str
    duty: str
    title: str
    limbs: tuple[str, ...]


@dataclass(frozen=True)
class GovernanceBoard:
    """What the force must have, the most overdue first, and what limbs ask for beside it."""

    rows: tuple[Undertaking, ...]
    wanted: tuple[Wanted, ...]
    may_write: bool


@dataclass(frozen=True)
class UndertakingPage:
    """One document or agreement whole: what is owed on it and what happened."""

    undertaking: Undertaking
    may_write: bool
    due: tuple[SubjectEntry, ...]
    events: Page[Event]


@consultation
def governance_board(viewer: Viewer, *, now: datetime) -> GovernanceBoard:
    """Everything the force says that it must have; logged as consulted."""
    rows = _read(viewer, now)
    ordered = sorted(rows, key=lambda row: (not row.needed, -row.days_overdue, row.title))
    looks.log_subjects(viewer, [(row.of, row.subject_id) for row in rows], detail="governance")
    held = {(row.of, row.kind) for row in rows}
    wanted = tuple(one for one in _asked_for() if (one.of, one.kind) not in held)
    return GovernanceBoard(tuple(ordered), wanted, viewer.may_write(RecordKind.GOVERNANCE))


@consultation
def undertaking_page(
    viewer: Viewer, subject_id: int, *, now: datetime, page: str = ""
) -> UndertakingPage:
    """One document or agreement. Logged as one consultation; raises `NotFound`."""
    found = _read(viewer, now, subject_id=subject_id)
    if not found:
        raise NotFound("no document or agreement with this number")
    [one] = found
    due = entries_beneath(viewer, subject_id, local_day(now))
    tables = [source.table for source in sources(one.of) if source.table != "allocation"]
    events = timeline(viewer, subject_id, tables=tables, page=page)
    looks.log_subjects(viewer, [(one.of, subject_id)], detail="document or agreement")
    return UndertakingPage(one, viewer.may_write(RecordKind.GOVERNANCE), due, events)


def _read(viewer: Viewer, now: datetime, subject_id: int | None = None) -> list[Undertaking]:
    visible = visible_subjects(viewer, RecordKind.GOVERNANCE)
    found = Subject.objects.filter(visible, kind__in=KINDS)
    if subject_id is not None:
        found = found.filter(pk=subject_id)
    late = Q(status=codes.OVERDUE)
    owed = (
        open_on(local_day(now))
        .filter(subject_id=OuterRef("pk"))
        .values("subject_id")
        .annotate(every=Count("id"), late=Count("id", filter=late), most=Max("overdue_days"))
    )
    rows = found.annotate(
        title=Coalesce("document__title", "agreement__title"),
        partner=F("agreement__partner"),
        purpose=Coalesce(  # a need that was withdrawn as keyed in error is no need
            latest(DocumentKind, "kind", now), latest(AgreementKind, "kind", now), Value("ended")
        ),
        owned_by=Coalesce(latest(DocumentOwner, "post", now), latest(AgreementOwner, "ours", now)),
        owned_at=latest(DocumentOwner, "at", now),
        left_at=latest(DocumentOwnerLeft, "at", now),
        until=_either(DocumentApproved, AgreementSigned, "until", now),
        began_at=_either(DocumentApproved, AgreementSigned, "at", now),
        over_at=_either(DocumentWithdrawn, AgreementEnded, "at", now),
        every=Subquery(owed.values("every")),
        late=Subquery(owed.values("late")),
        most=Subquery(owed.values("most")),
    ).values()
    return [_undertaking(row) for row in rows]


def _either(
    document: type[FactVersion], agreement: type[FactVersion], column: str, now: datetime
) -> Coalesce:
    return Coalesce(latest(document, column, now), latest(agreement, column, now))


def _undertaking(row: dict[str, Any]) -> Undertaking:
    """Who left answers for nothing, and what was withdrawn or ended is not in date."""
    gone = row["left_at"] and row["owned_at"] and row["left_at"] >= row["owned_at"]
    over = row["over_at"] and row["began_at"] and row["over_at"] >= row["began_at"]
    return Undertaking(
        subject_id=row["id"],
        of=row["kind"],
        title=row["title"],
        partner=row["partner"],
        kind=row["purpose"],
        owner=None if gone else row["owned_by"] or None,
        until=None if over else row["until"],
        open_entries=row["every"] or 0,
        overdue=row["late"] or 0,
        days_overdue=max(row["most"] or 0, 0),
    )


def _asked_for() -> tuple[Wanted, ...]:
    """What the duties about documents and agreements ask for, one a kind, those of limbs first."""
    found: dict[tuple[str, str], Wanted] = {}
    for of, table in zip(KINDS, ("document_kind", "agreement_kind"), strict=True):
        for duty in duties(of):
            for state in duty.applies:
                if getattr(state, "table", "") == table:
                    for kind in state.values:
                        one = Wanted(of, kind, duty.key, duty.title, duty.limbs)
                        if (of, kind) not in found or (duty.limbs and not found[of, kind].limbs):
                            found[of, kind] = one
    return tuple(sorted(found.values(), key=lambda one: (not one.limbs, one.limbs, one.title)))
