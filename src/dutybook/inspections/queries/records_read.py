"""Records that were read against their files, for those whose records they are."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from dutybook.access import log
from dutybook.access.consulting import consultation
from dutybook.access.errors import NotFound
from dutybook.access.need_to_know import visible_of_kinds, writable_subjects
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.inspections.models import AuditCase, CaseAudit, CaseReply, Limb
from dutybook.inspections.queries.case_audits import replies_of
from dutybook.ledger.models import Subject
from dutybook.ledger.queries import Event
from dutybook.ledger.queries.pages import PAGE_SIZE, Page, cut
from dutybook.ledger.queries.timelines import facts_of_entry
from dutybook.ledger.subjects import OWNED, RECORD_KINDS


@dataclass(frozen=True)
class RecordReadLine:
    """One record that was read: what the auditor found, and how often it was answered."""

    audit: CaseAudit
    label: str
    answered: int


@dataclass(frozen=True)
class RecordRead:
    """One record that was read, with the audit that stands, what was found before it, and every
    answer."""

    case: AuditCase
    limb: Limb
    label: str
    audit: CaseAudit
    replaced: tuple[CaseAudit, ...]
    replies: tuple[CaseReply, ...]
    facts: tuple[Event, ...]
    may_answer: bool


@consultation
def records_read(viewer: Viewer, *, page: str = "", size: int = PAGE_SIZE) -> Page[RecordReadLine]:
    """Those the viewer may see as one who does the work, the newest audit first; logged."""
    found = _standing(viewer).annotate(answered=Count("replies"))
    rows, following = cut(found, ("-id",), after=page, size=size)
    lines = tuple(RecordReadLine(one, one.case.subject.label, one.answered) for one in rows)
    _log(viewer, [one.case.subject for one in rows], "records read against their files")
    return Page(lines, following)


@consultation
def record_read(viewer: Viewer, case_id: int) -> RecordRead:
    """One of them; logged. Raises `NotFound`, also for somebody who may not know the record."""
    audit = _standing(viewer).filter(case=case_id).first()
    if audit is None:
        raise NotFound("no such record was read")
    case, subject = audit.case, audit.case.subject
    _log(viewer, [subject], "record read against its file")
    writable = writable_subjects(viewer, RECORD_KINDS[subject.kind])
    rests_on = (case.opened_by, case.met_by, case.authorised_by)
    return RecordRead(
        case=case,
        limb=case.sample.limb,
        label=subject.label,
        audit=audit,
        replaced=tuple(case.audits.exclude(pk=audit.pk).select_related("said_by").order_by("-id")),
        replies=replies_of(case),
        facts=facts_of_entry(viewer.force_id, subject.pk, filter(None, rests_on)),
        may_answer=Subject.objects.filter(writable, pk=subject.pk).exists(),
    )


def _standing(viewer: Viewer) -> "QuerySet[CaseAudit]":
    """The audits that none replaces, of records that the viewer may see."""
    visible: Q = visible_of_kinds(viewer, OWNED, prefix="case__subject__")
    return CaseAudit.objects.filter(
        visible, case__force_id=viewer.force_id, replaced_by=None
    ).select_related("case__subject", "case__sample__limb__recommendation__inspection", "said_by")


def _log(viewer: Viewer, subjects: list[Subject], detail: str) -> None:
    shown: dict[RecordKind, list[int]] = {}
    for one in subjects:
        shown.setdefault(RECORD_KINDS[one.kind], []).append(one.pk)
    log.record_consultation(viewer, shown, detail=detail)
